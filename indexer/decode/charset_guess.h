#pragma once

#include <string_view>

namespace pressmark::indexer {

/// The likeliest charset of bytes that are not UTF-8, from which characters they would spell in
/// each of the charsets in use for news. @param language  a hint such as "pl" or "zh-TW"; may be
/// empty
std::string_view guess_charset(std::string_view bytes, std::string_view language);

/// How well the bytes read in a charset: the mean over its characters beyond ASCII, about 1 for
/// real text in it, near or below 0 for a wrong one. Charsets without a model give 0.
double plausibility(std::string_view bytes, std::string_view charset);

}  // namespace pressmark::indexer
