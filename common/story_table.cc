#include "common/story_table.h"

#include <algorithm>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/error.h"
#include "common/hash.h"

namespace pressmark {
namespace {

// File: header, entries by article, entries by story. Numbers in the byte order of the machine, as
// mapped.
struct Header {
  char magic[8];
  std::uint64_t count;
  std::uint64_t checksum;  // hash64 of all that follows the header
};
constexpr char kMagic[8] = {'P', 'M', 's', 't', 'o', 'r', 'y', '1'};

[[noreturn]] void fail(const std::filesystem::path& file, const char* what) {
  throw Error(ExitCode::Database, "the table of stories " + file.string() + " " + what +
                                      "; build the archive again with pressmark-index --rebuild");
}

std::string_view bytes_of(std::span<const StoryTable::Entry> entries) {
  return {reinterpret_cast<const char*>(entries.data()), entries.size_bytes()};
}

}  // namespace

StoryTable::StoryTable(const std::filesystem::path& file) {
  const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (descriptor < 0) fail(file, "cannot be opened");
  struct stat status = {};
  const bool known = fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  const auto size = known ? static_cast<std::size_t>(status.st_size) : 0;
  void* pages = size < sizeof(Header) ? MAP_FAILED
                                      : mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
  close(descriptor);
  if (pages == MAP_FAILED) fail(file, "is cut");
  mapping_ = std::shared_ptr<const void>(
      pages, [size](const void* p) { munmap(const_cast<void*>(p), size); });
  Header header;
  std::memcpy(&header, pages, sizeof header);
  const std::size_t body = size - sizeof header;
  if (std::memcmp(header.magic, kMagic, sizeof kMagic) != 0 || header.count > body ||
      body != 2 * header.count * sizeof(Entry)) {
    fail(file, "is damaged");
  }
  const auto* entries =
      reinterpret_cast<const Entry*>(static_cast<const char*>(pages) + sizeof header);
  if (hash64(bytes_of({entries, 2 * header.count})) != header.checksum) fail(file, "is damaged");
  by_article_ = {entries, header.count};
  by_story_ = {entries + header.count, header.count};
}

std::uint64_t StoryTable::story_of(std::uint64_t article) const {
  const auto found = std::ranges::lower_bound(by_article_, article, {}, &Entry::article);
  return found != by_article_.end() && found->article == article ? found->story : article;
}

std::vector<std::uint64_t> StoryTable::articles_of(std::uint64_t story) const {
  std::vector<std::uint64_t> articles;
  for (auto it = std::ranges::lower_bound(by_story_, story, {}, &Entry::article);
       it != by_story_.end() && it->article == story; ++it) {
    articles.push_back(it->story);
  }
  return articles;
}

std::string StoryTable::encode(std::vector<Entry> entries) {
  const std::size_t count = entries.size();
  std::ranges::sort(entries);
  entries.reserve(2 * count);
  for (std::size_t i = 0; i < count; ++i) entries.push_back({entries[i].story, entries[i].article});
  std::ranges::sort(entries.begin() + static_cast<std::ptrdiff_t>(count), entries.end());
  Header header = {{}, count, hash64(bytes_of(entries))};
  std::memcpy(header.magic, kMagic, sizeof kMagic);
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
  bytes += bytes_of(entries);
  return bytes;
}

}  // namespace pressmark
