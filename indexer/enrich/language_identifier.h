#pragma once

#include <string>
#include <string_view>

namespace pressmark::indexer {

/// The language an article is written in, by its own words.
///
/// @param declared  what the page says of itself ("de-AT"), a hint: it decides only where the text
/// is too short or
///                  the detector unsure; may be empty
/// @return          ISO 639-1 code in lower case ("de", "zh", "no"); empty when it cannot be told
std::string identify_language(std::string_view title, std::string_view text,
                              std::string_view declared);

}  // namespace pressmark::indexer
