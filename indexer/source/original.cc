#include "indexer/source/original.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

#include "common/error.h"
#include "common/sha256.h"
#include "indexer/source/content.h"
#include "indexer/source/file_handle.h"

namespace pressmark::indexer {
namespace {

constexpr int kMostFileNames = 64;  // tried of one origin

[[noreturn]] void fail(const std::string& message) { throw Error(ExitCode::Database, message); }

/// A regular file that has been opened, and what an origin says behind its name.
struct Place {
  std::string file;
  std::string within;  // ":182734", "!b.html", "!b.warc:0+20", or empty
  FileHandle handle;
  std::uint64_t size = 0;
};

/// Nothing when there is no such file; a pipe or a device is none.
std::optional<Place> open_place(const std::string& origin, std::size_t length) {
  const std::string file = origin.substr(0, length);
  struct stat status {};
  if (stat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  FileHandle handle(open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
  if (!handle) fail("cannot read " + file + ": " + std::strerror(errno));
  if (fstat(handle.get(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return Place{file, origin.substr(length), std::move(handle),
               static_cast<std::uint64_t>(status.st_size)};
}

/// The longest beginning of the origin that is a file.
Place place_of(const std::string& origin) {
  if (origin.find('\0') != std::string::npos) fail("an origin holds no NUL");
  if (origin == "-" || origin.starts_with("-:") || origin.starts_with("-!"))
    fail("it was read from standard input, which cannot be read again");
  std::size_t length = origin.size();
  for (int tried = 0; tried < kMostFileNames && length != std::string::npos && length > 0;
       ++tried) {
    if (auto place = open_place(origin, length)) return std::move(*place);
    length = origin.find_last_of(":!", length - 1);
  }
  fail("there is no file for " + origin +
       "; it was moved or deleted, or its path begins in another folder");
}

/// "182734" or "182734+20": its first number.
std::optional<std::uint64_t> number_of(std::string_view text) {
  std::uint64_t number = 0, within_part = 0;
  const char* end = text.data() + text.size();
  auto result = std::from_chars(text.data(), end, number);
  if (result.ec == std::errc() && result.ptr != end && *result.ptr == '+')
    result = std::from_chars(result.ptr + 1, end, within_part);
  if (result.ec != std::errc() || result.ptr != end) return std::nullopt;
  return number;
}

/// ":182734" or ":182734+20": where in the file reading can begin at once, if it is a WARC file.
/// Of an item of a feed in it, ":182734:17", too.
std::optional<std::uint64_t> offset_of(std::string_view within) {
  if (!within.starts_with(':')) return std::nullopt;
  within.remove_prefix(1);
  return number_of(within.substr(0, within.find(':')));
}

/// Of JSON Lines, a table or a feed; else it is a WARC record.
bool is_line(const RawDocument& document) {
  if (document.feed_item) return true;
  return document.media_type == "application/json" && document.url.empty() && !document.crawled;
}

class OriginalReading {
 public:
  OriginalReading(const Place& place, const std::string& sha256, std::size_t max_document_bytes)
      : place_(place), sha256_(sha256), max_document_bytes_(max_document_bytes) {}

  /// The document, read from this offset of the file on, where it is called `wanted`. A record of
  /// a list may have moved meanwhile: its SHA-256 tells it, where all of the file is read.
  /// @param stop_behind  an item whose origin does not begin so ends the search; empty: none does
  std::optional<Original> find(std::uint64_t offset, const std::string& wanted,
                               std::string_view stop_behind) {
    FileHandle file(fcntl(place_.handle.get(), F_DUPFD_CLOEXEC, 0));
    if (!file || lseek(file.get(), static_cast<off_t>(offset), SEEK_SET) < 0)
      fail("cannot read " + place_.file + ": " + std::strerror(errno));
    ContentContext context;
    context.origin = place_.file;
    context.bytes = place_.size - offset;
    context.max_document_bytes = max_document_bytes_;
    context.filter = &everything_;
    const auto content =
        open_content(InputBuffer(plain_parts(file_stream(std::move(file)))), std::move(context));
    std::optional<Original> moved;
    while (auto item = content->next()) {
      const std::string& origin =
          std::visit([](const auto& each) -> const std::string& { return each.origin; }, *item);
      if (!stop_behind.empty() && !origin.starts_with(stop_behind)) return std::nullopt;
      auto* document = std::get_if<RawDocument>(&*item);
      const bool here = origin == wanted;
      const bool may_have_moved = stop_behind.empty() && !sha256_.empty() && !moved;
      if (document == nullptr || (!here && !(may_have_moved && is_line(*document)))) continue;
      Original original;
      original.sha256 = sha256_hex(document->bytes);
      original.document = std::move(*document);
      const bool right = sha256_.empty() || original.sha256 == sha256_;
      if (right && here) return original;
      if (right) moved = std::move(original);
      changed_ = changed_ || here;
    }
    return moved;
  }

  /// Something else is there now.
  bool changed() const { return changed_; }

 private:
  const Place& place_;
  const std::string& sha256_;
  std::size_t max_document_bytes_;
  PathFilter everything_;
  bool changed_ = false;
};

/// Takes the number off that stands behind the last colon, if it is not part of a member's name.
std::optional<std::uint64_t> take_number(std::string_view& within) {
  const std::size_t mark = within.rfind('!');
  const std::size_t colon = within.rfind(':');
  if (colon == std::string_view::npos || (mark != std::string_view::npos && colon < mark))
    return std::nullopt;
  const auto number = number_of(within.substr(colon + 1));
  if (number) within = within.substr(0, colon);
  return number;
}

/// What stands behind the file's name, taken apart.
void describe_place(Original& original, std::string_view within) {
  const RawDocument& document = original.document;
  if (is_line(document)) original.line = take_number(within);
  if (document.feed_item || !is_line(document)) original.offset = take_number(within);
  if (within.starts_with('!')) original.member = within.substr(1);
}

}  // namespace

std::string file_of(const std::string& origin) { return place_of(origin).file; }

Original read_original(const std::string& origin, const std::string& sha256,
                       std::size_t max_document_bytes) {
  const Place place = place_of(origin);
  OriginalReading reading(place, sha256, max_document_bytes);
  std::optional<Original> found;
  if (const auto offset = offset_of(place.within); offset && *offset > 0 && *offset < place.size) {
    // A reader that starts there counts from there: the record is the first part's, or within it.
    const std::string first_part = place.file + ":0";
    const std::size_t plus = std::min(place.within.find_first_of("+:", 1), place.within.size());
    found = reading.find(*offset, first_part + place.within.substr(plus), first_part);
    if (found) found->document.origin = origin;
  }
  if (!found) found = reading.find(0, origin, {});
  if (!found && reading.changed())
    fail(place.file + " has changed: what is at " + origin + " has another SHA-256");
  if (!found) fail(place.file + " has changed: there is no document at " + origin);
  found->file = place.file;
  describe_place(*found, std::string_view(found->document.origin).substr(place.file.size()));
  return std::move(*found);
}

}  // namespace pressmark::indexer
