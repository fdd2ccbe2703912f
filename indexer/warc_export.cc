#include "indexer/warc_export.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <unistd.h>

#include <fmt/core.h>
#include <rapidjson/document.h>

#include "common/bounded_input.h"
#include "common/file.h"
#include "common/program.h"
#include "common/text.h"
#include "indexer/original_output.h"
#include "indexer/run_time.h"
#include "indexer/source/original.h"
#include "indexer/source/warc_writer.h"

namespace pressmark::indexer {
namespace {

namespace fs = std::filesystem;

constexpr const char* kStandardOutput = "-";

/// A file that takes the place of `path` when it is complete; or standard output, which has what
/// was written at once.
class FreshFile {
 public:
  explicit FreshFile(fs::path path) : path_(std::move(path)), fresh_(path_.string() + ".new") {
    if (path_ == kStandardOutput) {
      if (isatty(STDOUT_FILENO) == 1)
        throw Error(ExitCode::Usage, "--export-warc - goes to no terminal: redirect it to a file");
      fresh_.clear();
      file_ = Descriptor(fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0));
      if (!file_) fail(errno);
      return;
    }
    file_ = Descriptor(
        open(fresh_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666));
    if (!file_) fail(errno);
  }
  ~FreshFile() {
    if (!done_ && !fresh_.empty()) unlink(fresh_.c_str());
  }
  FreshFile(const FreshFile&) = delete;
  FreshFile& operator=(const FreshFile&) = delete;

  std::string name() const { return fresh_.empty() ? "standard output" : path_.string(); }

  void write(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t written = ::write(file_.get(), bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail(errno);
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  void finish() {
    if (fresh_.empty()) return;
    if (fsync(file_.get()) != 0) fail(errno);
    if (rename(fresh_.c_str(), path_.c_str()) != 0) fail(errno);
    done_ = true;
    sync_directory(path_.has_parent_path() ? path_.parent_path() : fs::path("."));
  }

 private:
  [[noreturn]] void fail(int error_number) const {
    throw Error(ExitCode::Output,
                fmt::format("cannot write {}: {}", name(), std::strerror(error_number)));
  }

  fs::path path_, fresh_;
  Descriptor file_;
  bool done_ = false;
};

/// What a hit says of its original.
struct ListedRecord {
  std::string origin, sha256, url;
  std::optional<Instant> date;
};

std::string text_of(const rapidjson::Value& object, const char* name) {
  const auto member = object.FindMember(name);
  if (member == object.MemberEnd() || !member->value.IsString()) return {};
  return {member->value.GetString(), member->value.GetStringLength()};
}

/// The file takes the place of whatever has its name: of the crawl that the originals lie in there
/// would be no more than what is exported. Asked before an original is read: it may not be there
/// as it was.
void spare_file(const Options& options, const std::string& file) {
  std::error_code not_there;
  if (options.export_file == kStandardOutput ||
      !fs::equivalent(options.export_file, file, not_there))
    return;
  throw Error(ExitCode::Usage, fmt::format("--export-warc would write over {}, which holds an "
                                           "original of what is exported",
                                           file));
}

/// Nothing for a line of another type, as the summary behind the hits.
std::optional<ListedRecord> read_hit(const std::string& line, std::size_t number) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseIterativeFlag>(line.data(), line.size());
  if (json.HasParseError() || !json.IsObject()) {
    throw Error(
        ExitCode::Usage,
        fmt::format("line {} of standard input is no line of pressmark-search --json", number));
  }
  if (text_of(json, "type") != "hit") return std::nullopt;
  ListedRecord hit{text_of(json, "origin"), text_of(json, "sha256"), text_of(json, "url"),
                   parse_instant(text_of(json, "crawled"))};
  if (!hit.date) hit.date = parse_instant(text_of(json, "added"));
  if (hit.origin.empty() || hit.sha256.empty()) {
    throw Error(ExitCode::Usage,
                fmt::format("line {} of standard input says no origin and sha256", number));
  }
  return hit;
}

std::string record_of(const ListedRecord& hit, const Original& original) {
  WarcResource resource;
  resource.url = !hit.url.empty() ? hit.url : original.document.url;
  if (resource.url.empty()) resource.url = "file:" + hit.origin;
  resource.date = hit.date.value_or(run_time());
  resource.content_type = content_type(original.document);
  resource.origin = hit.origin;
  resource.sha256 = original.sha256;
  resource.truncated = original.document.truncated;
  return warc_record(resource, original.document.bytes);
}

}  // namespace

ExitCode export_warc(const Options& options, Log& log) {
  const bool packs = options.export_file.ends_with(".gz");
  const auto packed = [packs](std::string record) {
    return packs ? gzip_member(record) : std::move(record);
  };
  FreshFile file(options.export_file);
  std::size_t written = 0, missing = 0, number = 0;
  for (std::string line; next_line(std::cin, line, "standard input");) {
    ++number;
    if (trim(line).empty()) continue;
    const auto hit = read_hit(line, number);
    if (!hit) continue;
    std::optional<Original> original;
    try {
      spare_file(options, file_of(hit->origin));
      original = read_original(hit->origin, hit->sha256, options.source.max_document_bytes);
    } catch (const Error& error) {
      if (error.code() != ExitCode::Database) throw;
      log.error(error.what());
      ++missing;
      continue;
    }
    if (written == 0)
      file.write(
          packed(warcinfo_record(fmt::format("pressmark {}", program_version()), run_time())));
    file.write(packed(record_of(*hit, *original)));
    ++written;
  }
  if (std::cin.bad()) throw Error(ExitCode::Usage, "standard input cannot be read");
  if (written > 0) file.finish();
  const std::string left_out =
      missing == 0 ? "" : fmt::format("; {} cannot be verified and are left out", missing);
  log.note(written > 0 ? fmt::format("{} original{} in {}{}", written, written == 1 ? "" : "s",
                                     file.name(), left_out)
                       : fmt::format("nothing written{}", left_out));
  return written > 0 && missing == 0 ? ExitCode::Ok : ExitCode::Partial;
}

}  // namespace pressmark::indexer
