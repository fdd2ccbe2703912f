#pragma once

#include <vector>

#include "indexer/enrich/tagger/name_reader.h"
#include "indexer/enrich/tagger/name_span.h"

namespace pressmark::indexer {

/// Where the names of an article begin and end, by what is known and how they are written:
/// "Flores and Corvo" are two places, unless they are known as one ("Trinidad and Tobago"); the
/// ferries of "Caspian ferries" are no part of it, the valley of "Alazani valley" is; "Peter the
/// Great Gulf" is one name.
void settle_bounds(const NameReader& reader, std::vector<NameSpan>& names);

}  // namespace pressmark::indexer
