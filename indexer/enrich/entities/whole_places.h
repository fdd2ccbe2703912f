#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/enrich/gazetteer/gazetteer.h"
#include "indexer/model/annotations.h"

namespace pressmark::indexer {

/// Gives places the whole name that the gazetteer has for them, where only its end or beginning was
/// read: the lists hold "York" and "Carolina", a text in Spanish has "Nueva York" and "Carolina del
/// Norte". What begins with such an end and was taken for a person, "York Herald" behind "New", is
/// a body that is called after the place. English texts are left alone: there the tagger reads
/// names as wholes.
///
/// @param text      UTF-8, what the mentions point into
/// @param language  ISO 639-1 of the text
/// @param mentions  by offset, not overlapping; so they stay
void complete_places(std::string_view text, std::string_view language, const Gazetteer& gazetteer,
                     std::vector<Mention>& mentions);

/// The persons of a headline but those that complete_places() would make a place or a body there:
/// "York Times" of "Le New York Times publie une enquête".
std::vector<std::string> whole_persons(std::string_view title, std::string_view language,
                                       const Gazetteer& gazetteer,
                                       std::vector<std::string> persons);

}  // namespace pressmark::indexer
