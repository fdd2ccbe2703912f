#pragma once

#include <string_view>

#include "searcher/model/difference.h"

namespace pressmark::searcher {

/// Words are what blanks separate; a paragraph that only one text has is a paragraph of its own.
/// Takes time with the product of the words and the changes: beyond kMaxDiffWords words of either
/// text, paragraphs are compared as wholes.
Difference text_difference(std::string_view before, std::string_view after);

inline constexpr std::size_t kMaxDiffWords = 20'000;

}  // namespace pressmark::searcher
