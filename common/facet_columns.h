#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/checked_blocks.h"
#include "common/mapped_file.h"

namespace pressmark {

/// Name of the file of columns inside a segment's directory.
inline constexpr std::string_view kColumnsFile = "columns";

/// The values of one facet slot by article: lists of numbers into a dictionary. Views into the
/// file. What is damaged throws Damage when it is asked for.
class ListColumn {
 public:
  ListColumn() = default;

  std::size_t size() const { return hashes_.size(); }  // values in the dictionary
  std::string_view value(std::uint32_t number) const;
  /// The same for the same value in every segment: counts of segments are joined by it.
  std::uint64_t hash(std::uint32_t number) const { return hashes_[number]; }
  /// Numbers of an article's values, each once, in the order of the slot; all below size() unless
  /// the file is damaged and of a Pressmark that knew no hashes.
  std::span<const std::uint32_t> of(Xapian::docid article) const;

 private:
  friend class FacetColumns;
  void compare_rows(std::size_t group) const;

  CheckedSpan<std::uint64_t> hashes_;
  CheckedSpan<std::uint32_t> text_ends_;
  CheckedSpan<std::uint32_t> rows_;  // where the list of an article begins; one more at the end
  CheckedSpan<std::uint32_t> numbers_;
  CheckedSpan<char> text_;
  // For each group of articles whether its rows and numbers were compared: counting asks for every
  // article of a list, and blocks would be asked for four times each. Shared: by copies.
  std::shared_ptr<std::vector<std::atomic<bool>>> compared_;
};

/// The facet slots of a segment turned on their side, so that a search can count the values of a
/// hundred thousand matches in a millisecond or two: reading them from Xapian takes 100 ns an
/// article and slot. A file beside the tables of the segment, made when it is published. Segments
/// are immutable but for deletions, and a deleted article is never looked up: it stays true. Each
/// block of it is compared with its hash when it is first used (CheckedBlocks), and Damage that
/// names the file is thrown when it is not as it was written.
class FacetColumns {
 public:
  FacetColumns() = default;  // no articles

  /// The bytes of the file for one segment.
  static std::string encode(const Xapian::Database& segment);

  /// Takes what encode() returned. Throws Damage when it is cut or damaged.
  static FacetColumns from_bytes(std::string bytes);
  /// The columns of a segment: from its file, or made now where there is none.
  static FacetColumns of_segment(const std::filesystem::path& directory,
                                 const Xapian::Database& segment);
  /// The same from its file only: no articles where there is none. Throws Damage when the file is
  /// cut, damaged or that of another segment.
  static FacetColumns in_file_of(const std::filesystem::path& directory,
                                 const Xapian::Database& segment);

  /// Reads all of it and throws Damage when it is not as it was written.
  void verify() const;
  /// Whether they are of a Pressmark that gave blocks no hashes.
  bool is_older() const { return blocks_ && blocks_->older(); }

  /// The column of a slot; an empty one when the slot is no facet.
  const ListColumn& list(unsigned slot) const;
  /// Day of publication as YYYYMMDD; 0 when undated or out of range.
  std::uint32_t date(Xapian::docid article) const {
    return article < dates_.size() ? dates_[article] : 0;
  }
  /// The number behind the article's id; 0 when out of range.
  std::uint64_t key(Xapian::docid article) const {
    return article < keys_.size() ? keys_[article] : 0;
  }
  /// Behind the highest article number.
  std::size_t rows() const { return dates_.size(); }
  const CheckedSpan<std::uint32_t>& dates() const { return dates_; }
  /// Lengths as Xapian ranks by them, by article; 0: no such article. Empty when the file is of a
  /// Pressmark that did not keep them.
  const CheckedSpan<std::uint32_t>& lengths() const { return lengths_; }

 private:
  void read(MappedFile file, std::string_view name, const Xapian::Database* segment);

  std::shared_ptr<const CheckedBlocks> blocks_;  // shared: copies look at the same; null: no file
  std::map<unsigned, ListColumn> lists_;
  CheckedSpan<std::uint32_t> dates_;
  CheckedSpan<std::uint32_t> lengths_;
  CheckedSpan<std::uint64_t> keys_;
};

}  // namespace pressmark
