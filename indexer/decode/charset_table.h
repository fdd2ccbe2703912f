#pragma once

#include <cstddef>
#include <string_view>

namespace pressmark::indexer {

struct CharsetLabel {
  std::string_view label;    // lower case
  std::string_view charset;  // canonical
};

/// Sorted by label.
extern const CharsetLabel kCharsetLabels[];
extern const std::size_t kCharsetLabelCount;

}  // namespace pressmark::indexer
