#pragma once

#include <cstddef>
#include <string_view>

namespace pressmark::indexer {

/// Bytes of the separator that stands at `at` of a title in a script without blanks: "_", "-", "--"
/// between two ideographs, kana or Hangul ("标题_频道_网站"); 0 when there is none.
std::size_t unspaced_separator(std::string_view title, std::size_t at);

/// Bytes of the arrow that stands at `at` of a title with its blanks: " » ", " « ", " › ", " ‹ ",
/// " >> ", " << "; 0 when there is none. In a title that quotes («Nous restons», « Nous restons »)
/// they are no arrows.
std::size_t arrow_separator(std::string_view title, std::size_t at);

}  // namespace pressmark::indexer
