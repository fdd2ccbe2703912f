#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include <xapian.h>

#include "common/mapped_file.h"

namespace pressmark {

/// Name of the file inside a segment's directory.
inline constexpr std::string_view kWeightBoundsFile = "bounds";

/// How much the frequent words of a segment count at most in each block of articles, so that a
/// search passes over the blocks that can bring nothing among the best. A file beside the tables of
/// the segment, made when it is published; deleted articles make a bound too high, never too low.
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
  explicit WeightBounds(MappedFile file, std::string_view name = "in memory");
  /// From the file in a segment's directory; knows no word where there is none.
  static WeightBounds in_file_of(const std::filesystem::path& directory);

  /// Reads all of it and throws Damage naming `file` when it is damaged.
  void verify(const std::filesystem::path& file) const;

  /// Levels of a term by block; empty for one that is not frequent.
  std::span<const std::uint8_t> of(std::string_view term) const;

  /// For each level, the most that x / (1 + x) can be where the average length is another: that of
  /// the whole archive, say.
  std::array<double, kLevels> shares(double average_length) const;

 private:
  std::string_view term(std::size_t number) const;

  MappedFile file_;
  double average_length_ = 1;
  std::size_t blocks_ = 0;
  std::span<const std::uint32_t> text_ends_;
  std::string_view text_;
  std::string_view levels_;
  std::uint64_t checksum_ = 0;
};

}  // namespace pressmark
