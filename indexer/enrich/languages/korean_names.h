#pragma once

#include <string_view>
#include <vector>

#include "indexer/model/annotations.h"

namespace pressmark::indexer {

/// Persons and organisations named in Hangul.
///
/// A person is a family name and two syllables that given names are made of where a title, an
/// occupation or an age stands beside them, a foreign given name of the list with what follows it,
/// or the same elsewhere in the article; a body is one of the list, or a court, a prosecutor's or
/// police office by its ending. Particles are no part of a name.
/// @param text  UTF-8
/// @return      by offset, not overlapping; linear in the text's length
std::vector<Mention> korean_names(std::string_view text);

}  // namespace pressmark::indexer
