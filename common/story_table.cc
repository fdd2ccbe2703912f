#include "common/story_table.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <unordered_map>
#include <utility>

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
  throw Damage("the table of stories " + file.string() + " " + what);
}

std::string_view bytes_of(std::span<const StoryTable::Entry> entries) {
  return {reinterpret_cast<const char*>(entries.data()), entries.size_bytes()};
}

/// Sorts the entries by article and puts them by story behind.
void arrange(std::vector<StoryTable::Entry>& entries) {
  const std::size_t count = entries.size();
  std::ranges::sort(entries);
  entries.reserve(2 * count);
  for (std::size_t i = 0; i < count; ++i) entries.push_back({entries[i].story, entries[i].article});
  std::ranges::sort(entries.begin() + static_cast<std::ptrdiff_t>(count), entries.end());
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
  checksum_ = header.checksum;
  by_article_ = {entries, header.count};
  by_story_ = {entries + header.count, header.count};
}

void StoryTable::verify(const std::filesystem::path& file) const {
  if (by_article_.empty()) return;
  const std::span<const Entry> all(by_article_.data(), 2 * by_article_.size());
  if (hash64(bytes_of(all)) != checksum_) fail(file, "is damaged");
}

StoryTable StoryTable::merged(std::vector<StoryTable> tables) {
  std::erase_if(tables, [](const StoryTable& table) { return table.by_article_.empty(); });
  if (tables.empty()) return {};
  if (tables.size() == 1) return std::move(tables.front());
  // Every story points to a smaller one that it shares an article with; the smallest names it.
  std::unordered_map<std::uint64_t, std::uint64_t> smaller;
  const auto root_of = [&](std::uint64_t story) {
    for (auto it = smaller.find(story); it != smaller.end(); it = smaller.find(story)) {
      story = it->second;
    }
    return story;
  };
  std::unordered_map<std::uint64_t, std::uint64_t> story_of;
  for (const StoryTable& table : tables) {
    for (const Entry& entry : table.by_article_) {
      const auto [known, fresh] = story_of.try_emplace(entry.article, entry.story);
      if (fresh) continue;
      const std::uint64_t a = root_of(known->second), b = root_of(entry.story);
      if (a != b) smaller[std::max(a, b)] = std::min(a, b);
    }
  }
  auto entries = std::make_shared<std::vector<Entry>>();
  for (const auto& [article, story] : story_of) entries->push_back({article, root_of(story)});
  StoryTable table;
  arrange(*entries);
  const std::span<const Entry> all(*entries);
  table.by_article_ = all.first(all.size() / 2);
  table.by_story_ = all.last(all.size() / 2);
  table.checksum_ = hash64(bytes_of(all));
  table.mapping_ = std::move(entries);
  return table;
}

std::size_t StoryTable::place_of(std::uint64_t article) const {
  // Keys are hashes, spread evenly: the place is near where the key lies among all numbers, by a
  // few times the root of their number.
  const std::size_t count = by_article_.size();
  const auto near = static_cast<std::size_t>(2 * std::sqrt(static_cast<double>(count))) + 8;
  const std::size_t guess = (article >> 32) * count >> 32;
  std::size_t low = guess > near ? guess - near : 0;
  std::size_t high = std::min(count, guess + near);
  if (low > 0 && by_article_[low].article >= article) low = 0;
  if (high < count && by_article_[high - 1].article < article) high = count;
  const auto range = by_article_.subspan(low, high - low);
  return low + static_cast<std::size_t>(
                   std::ranges::lower_bound(range, article, {}, &Entry::article) - range.begin());
}

std::uint64_t StoryTable::story_of(std::uint64_t article) const {
  const std::size_t place = place_of(article);
  const bool known = place < by_article_.size() && by_article_[place].article == article;
  return known ? by_article_[place].story : article;
}

std::optional<std::size_t> StoryTable::story_number_of(std::uint64_t article) const {
  const std::size_t place = place_of(article);
  if (place >= by_article_.size() || by_article_[place].article != article) return std::nullopt;
  const std::size_t story = place_of(by_article_[place].story);
  if (story >= by_article_.size()) return std::nullopt;
  return story;
}

std::vector<std::uint64_t> StoryTable::articles_of(std::uint64_t story) const {
  const auto begin = std::ranges::lower_bound(by_story_, story, {}, &Entry::article);
  const auto end = std::ranges::upper_bound(by_story_, story, {}, &Entry::article);
  std::vector<std::uint64_t> articles;
  articles.reserve(static_cast<std::size_t>(end - begin));
  for (auto entry = begin; entry != end; ++entry) articles.push_back(entry->story);
  return articles;
}

std::string StoryTable::encode(std::vector<Entry> entries) {
  const std::size_t count = entries.size();
  arrange(entries);
  Header header = {{}, count, hash64(bytes_of(entries))};
  std::memcpy(header.magic, kMagic, sizeof kMagic);
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
  bytes += bytes_of(entries);
  return bytes;
}

}  // namespace pressmark
