#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace pressmark::indexer {

/// Tells how much of a text occurs in another one, whatever their spacing, punctuation and case.
/// Runs of twelve letters are compared, so that it works in scripts without spaces.
class TextOverlap {
 public:
  explicit TextOverlap(std::string_view text);

  /// Share of the text's runs that occur in the text given first: 0 to 1. For a text shorter than
  /// one run, whether its letters as a whole begin a run there: not known, 0.
  double share_of(std::string_view text) const;
  bool empty() const { return runs_ == 0; }

 private:
  std::vector<std::uint64_t> bits_;
  std::size_t runs_ = 0;
};

/// The letters and digits of a text in lower case, without anything between them.
std::u32string letters_of(std::string_view text);

}  // namespace pressmark::indexer
