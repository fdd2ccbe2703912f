#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include <xapian.h>

#include "common/checked_blocks.h"
#include "common/mapped_file.h"

namespace pressmark {

/// Name of the file inside a segment's directory.
inline constexpr std::string_view kWeightBoundsFile = "bounds";

/// How much the frequent words of a segment count at most in each block of articles, so that a
/// search passes over the blocks that can bring nothing among the best. A file beside the tables of
/// the segment, made when it is published; deleted articles make a bound too high, never too low.
/// What is read of it is compared with its hashes (CheckedBlocks).
///
/// A word that stands n times in an article of length l counts x = n * log2(1 + a/l), where a is
/// the average length in the segment. A level v of 0 to 255 says that x / (1 + x) is at most v/255
/// in a block.
class WeightBounds {
 public:
  /// Articles in a block: numbers 0 to 255, and so on.
  static constexpr Xapian::docid kBlock = 256;
  static constexpr unsigned kLevels = 256;

  WeightBounds() = default;  // knows no word

  /// The bytes of the file for one segment. `lengths`: by article, FacetColumns::lengths().
  static std::string encode(const Xapian::Database& segment,
                            std::span<const std::uint32_t> lengths);

  /// Takes what encode() returned. Throws Damage when it is cut or no such table.
  static WeightBounds from_bytes(std::string bytes);
  /// From the file in a segment's directory; knows no word where there is none. Throws Damage when
  /// the file is cut, damaged or that of another segment.
  static WeightBounds in_file_of(const std::filesystem::path& directory,
                                 const Xapian::Database& segment);

  /// Reads all of it and throws Damage when it is not as it was written.
  void verify() const;

  /// Levels of a term by block; empty for one that is not frequent. Throws Damage when they are not
  /// as they were written.
  std::span<const std::uint8_t> of(std::string_view term) const;

  /// For each level, the most that x / (1 + x) can be where the average length is another: that of
  /// the whole archive, say.
  std::array<double, kLevels> shares(double average_length) const;

 private:
  void read(MappedFile file, std::string_view name, const Xapian::Database* segment);
  std::string_view term(std::size_t number) const;

  std::shared_ptr<const CheckedBlocks> blocks_;  // shared: copies look at the same; null: no file
  double average_length_ = 1;
  std::size_t article_blocks_ = 0;
  std::span<const std::uint32_t> text_ends_;
  std::string_view text_;
  CheckedSpan<std::uint8_t> levels_;
};

}  // namespace pressmark
