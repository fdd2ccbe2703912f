#pragma once

#include <string_view>
#include <vector>

#include "indexer/enrich/gazetteer/gazetteer.h"
#include "indexer/model/annotations.h"

namespace pressmark::indexer {

/// Adds the towns and regions of the gazetteer that stand behind a word for "in", "to" or "from",
/// in languages of Latin letters whose names have no cases; in others a place would be in the index
/// under all its forms.
///
/// @param language  ISO 639-1
/// @param mentions  of the text, by offset; none of them is changed
void add_located_places(std::string_view text, std::string_view language,
                        const Gazetteer& gazetteer, std::vector<Mention>& mentions);

}  // namespace pressmark::indexer
