#include "common/story_table.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <unordered_map>
#include <utility>

#include "common/error.h"

namespace pressmark {
namespace {

// File: header, entries by article, entries by story, hashes of all that (CheckedBlocks). Numbers
// in the byte order of the machine, as mapped.
struct StoriesHeader {
  char magic[8];
  std::uint64_t count;
};
// The older form has a hash of all entries behind the count.
constexpr FileFormat kStoriesFormat = {"the table of stories", "is", "PMstory2", "PMstory1",
                                       sizeof(StoriesHeader) + sizeof(std::uint64_t)};

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

StoryTable::StoryTable(const std::filesystem::path& file)
    : StoryTable(map_file(file, kStoriesFormat.noun), file.string()) {}

StoryTable::StoryTable(MappedFile file, std::string_view name)
    : blocks_(std::make_shared<const CheckedBlocks>(std::move(file), kStoriesFormat, name)) {
  const std::string_view bytes = blocks_->content();
  const std::size_t header_bytes =
      blocks_->older() ? kStoriesFormat.older_header : sizeof(StoriesHeader);
  StoriesHeader header;
  if (bytes.size() < header_bytes) blocks_->fail("cut");
  std::memcpy(&header, bytes.data(), sizeof header);
  const std::size_t body = bytes.size() - header_bytes;
  if (header.count > body || body != 2 * header.count * sizeof(Entry)) blocks_->fail("damaged");
  by_article_ = {*blocks_, header_bytes, header.count};
  by_story_ = {*blocks_, header_bytes + header.count * sizeof(Entry), header.count};
}

void StoryTable::verify() const {
  if (blocks_) blocks_->use_all();
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
    for (const Entry& entry : table.by_article_.all()) {
      const auto [known, fresh] = story_of.try_emplace(entry.article, entry.story);
      if (fresh) continue;
      const std::uint64_t a = root_of(known->second), b = root_of(entry.story);
      if (a != b) smaller[std::max(a, b)] = std::min(a, b);
    }
  }
  std::vector<Entry> entries;
  entries.reserve(story_of.size());
  for (const auto& [article, story] : story_of) entries.push_back({article, root_of(story)});
  return {map_bytes(encode(std::move(entries))), "in memory"};
}

void StoryTable::check_place(const CheckedSpan<Entry>& entries, std::size_t place,
                             std::uint64_t first) const {
  const bool behind = place == 0 || entries[place - 1].article < first;
  const bool before = place == entries.size() || entries[place].article >= first;
  if (behind && before) return;
  (void)entries.all();  // throws
  blocks_->fail("damaged");
}

std::size_t StoryTable::place_of(std::uint64_t article) const {
  // Keys are hashes, spread evenly: the place is near where the key lies among all numbers, by a
  // few times the root of their number.
  const std::span<const Entry> entries = by_article_.unchecked();
  const std::size_t count = entries.size();
  const auto near = static_cast<std::size_t>(2 * std::sqrt(static_cast<double>(count))) + 8;
  const std::size_t guess = (article >> 32) * count >> 32;
  std::size_t low = guess > near ? guess - near : 0;
  std::size_t high = std::min(count, guess + near);
  if (low > 0 && entries[low].article >= article) low = 0;
  if (high < count && entries[high - 1].article < article) high = count;
  const auto range = entries.subspan(low, high - low);
  const std::size_t place =
      low + static_cast<std::size_t>(std::ranges::lower_bound(range, article, {}, &Entry::article) -
                                     range.begin());
  check_place(by_article_, place, article);
  return place;
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

std::size_t StoryTable::place_of_story(std::uint64_t story) const {
  const std::span<const Entry> entries = by_story_.unchecked();
  const auto place = static_cast<std::size_t>(
      std::ranges::lower_bound(entries, story, {}, &Entry::article) - entries.begin());
  check_place(by_story_, place, story);
  return place;
}

std::size_t StoryTable::articles_in(std::uint64_t story) const {
  const std::size_t first = place_of_story(story);
  if (first == by_story_.size() || by_story_[first].article != story) return 0;
  const bool last = story == std::numeric_limits<std::uint64_t>::max();
  return (last ? by_story_.size() : place_of_story(story + 1)) - first;
}

std::vector<std::uint64_t> StoryTable::articles_of(std::uint64_t story) const {
  std::vector<std::uint64_t> articles;
  for (std::size_t at = place_of_story(story);
       at < by_story_.size() && by_story_[at].article == story; ++at)
    articles.push_back(by_story_[at].story);
  return articles;
}

std::string StoryTable::encode(std::vector<Entry> entries) {
  StoriesHeader header = {{}, entries.size()};
  std::memcpy(header.magic, kStoriesFormat.magic.data(), sizeof header.magic);
  arrange(entries);
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
  bytes += bytes_of(entries);
  return CheckedBlocks::with_hashes(std::move(bytes));
}

}  // namespace pressmark
