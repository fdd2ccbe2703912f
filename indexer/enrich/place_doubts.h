#pragma once

#include <string_view>

#include "indexer/enrich/place_finder.h"

namespace pressmark::indexer {

/// Whether a name in another language than English may be a plain word, or part of one, with
/// nothing around it that says otherwise. Such a name counts where the article names its country in
/// another way.
///
/// @param language  ISO 639-1 of the text
bool is_doubtful(const Gazetteer& gazetteer, PlaceReading& reading, const FoundPlace& found,
                 std::string_view language);

}  // namespace pressmark::indexer
