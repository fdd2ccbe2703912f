#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "common/checked_blocks.h"

namespace pressmark {

/// Whether two articles are near-copies by what their fingerprints share, of those whose hashes
/// stand in few articles (DECISIONS, near-copies).
///
/// @param shared   hashes that both have
/// @param smaller  hashes of the one that has fewer
constexpr bool are_copies(std::size_t shared, std::size_t smaller) {
  return shared >= 5 && 10 * shared >= 4 * smaller;
}

/// Which articles are near-copies of which: a file beside the segments, named by the manifest,
/// replaced as a whole with each publication that changes it. Articles and stories are 64-bit keys
/// (the number behind an article's id); the key of a story is the smallest key among its articles.
/// Articles that stand alone are not in it. What an answer rests on is compared with its hashes
/// (CheckedBlocks), and Damage that names the file is thrown when it is not as it was written.
class StoryTable {
 public:
  /// No stories: every article stands alone.
  StoryTable() = default;

  /// Maps the file. Throws Damage naming the path when it is missing, cut or no such table.
  explicit StoryTable(const std::filesystem::path& file);

  /// The tables of several archives as one: stories that share an article are one story. A single
  /// table is returned as it is.
  static StoryTable merged(std::vector<StoryTable> tables);

  /// Reads all of it and throws Damage when it is not as it was written.
  void verify() const;
  /// Whether it is of a Pressmark that gave blocks no hashes.
  bool is_older() const { return blocks_ && blocks_->older(); }

  /// The story of an article; its own key when it stands alone.
  std::uint64_t story_of(std::uint64_t article) const;

  /// A number of the article's story, the same for all its articles and below size(); nothing for
  /// an article that stands alone. For counting stories.
  std::optional<std::size_t> story_number_of(std::uint64_t article) const;

  /// All articles of a story, ascending; empty when the key names no story of several.
  std::vector<std::uint64_t> articles_of(std::uint64_t story) const;

  /// How many these are.
  std::size_t articles_in(std::uint64_t story) const;

  /// Articles that belong to a story of several.
  std::size_t size() const { return by_article_.size(); }

  struct Entry {
    std::uint64_t article = 0;
    std::uint64_t story = 0;
    friend auto operator<=>(const Entry&, const Entry&) = default;
  };

  /// The bytes of a table file. `entries` in any order, each article once.
  static std::string encode(std::vector<Entry> entries);

 private:
  StoryTable(MappedFile file, std::string_view name);
  /// Where an article stands or would stand.
  std::size_t place_of(std::uint64_t article) const;
  /// Where the articles of a story, or of one with a higher key, begin among those by story.
  std::size_t place_of_story(std::uint64_t story) const;
  /// Throws Damage unless entries from `place` on are `first` and higher, and those in front of it
  /// lower: a search looks at many entries, but the two at its end tell whether damage led it
  /// astray.
  void check_place(const CheckedSpan<Entry>& entries, std::size_t place, std::uint64_t first) const;

  std::shared_ptr<const CheckedBlocks>
      blocks_;  // shared: copies look at the same; null: no stories
  CheckedSpan<Entry> by_article_;
  CheckedSpan<Entry> by_story_;  // article and story changed places: (story, article)
};

}  // namespace pressmark
