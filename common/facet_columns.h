#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include <xapian.h>

#include "common/mapped_file.h"

namespace pressmark {

/// Name of the file of columns inside a segment's directory.
inline constexpr std::string_view kColumnsFile = "columns";

/// The values of one facet slot by article: lists of numbers into a dictionary. Views into the
/// file.
class ListColumn {
 public:
  ListColumn() = default;

  std::size_t size() const { return hashes_.size(); }  // values in the dictionary
  std::string_view value(std::uint32_t number) const;
  /// The same for the same value in every segment: counts of segments are joined by it.
  std::uint64_t hash(std::uint32_t number) const { return hashes_[number]; }
  /// Numbers of an article's values, each once, in the order of the slot; all below size() unless
  /// the file is damaged.
  std::span<const std::uint32_t> of(Xapian::docid article) const;

 private:
  friend class FacetColumns;
  std::span<const std::uint64_t> hashes_;
  std::span<const std::uint32_t> text_ends_;
  std::span<const std::uint32_t> rows_;  // where the list of an article begins; one more at the end
  std::span<const std::uint32_t> numbers_;
  std::string_view text_;
};

/// The facet slots of a segment turned on their side, so that a search can count the values of a
/// hundred thousand matches in a millisecond or two: reading them from Xapian takes 100 ns an
/// article and slot. A file beside the tables of the segment, made when it is published. Segments
/// are immutable but for deletions, and a deleted article is never looked up: it stays true.
class FacetColumns {
 public:
  FacetColumns() = default;  // no articles

  /// The bytes of the file for one segment.
  static std::string encode(const Xapian::Database& segment);

  /// Maps a file. Throws Error (ExitCode::Database) naming the path when it is cut or damaged.
  explicit FacetColumns(const std::filesystem::path& file);
  /// Takes what encode() returned.
  static FacetColumns from_bytes(std::string bytes);
  /// The columns of a segment: from its file, or made now where there is none.
  static FacetColumns of_segment(const std::filesystem::path& directory,
                                 const Xapian::Database& segment);
  /// The same from its file only: no articles where there is none.
  static FacetColumns in_file_of(const std::filesystem::path& directory);

  /// Reads all of it and throws Error (ExitCode::Database) naming `file` when it is damaged.
  void verify(const std::filesystem::path& file) const;

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
  std::span<const std::uint32_t> dates() const { return dates_; }
  /// Lengths as Xapian ranks by them, by article; 0: no such article. Empty when the file is of a
  /// Pressmark that did not keep them.
  std::span<const std::uint32_t> lengths() const { return lengths_; }

 private:
  void read(std::string_view bytes, std::string_view name);

  MappedFile file_;
  std::map<unsigned, ListColumn> lists_;
  std::span<const std::uint32_t> dates_;
  std::span<const std::uint32_t> lengths_;
  std::span<const std::uint64_t> keys_;
  std::string_view checked_;  // what the checksum is of
  std::uint64_t checksum_ = 0;
};

}  // namespace pressmark
