#pragma once

#include <vector>

#include "indexer/enrich/tagger/name_reader.h"
#include "indexer/enrich/tagger/name_span.h"

namespace pressmark::indexer {

/// Makes Misc of the places and persons that are vessels: what is behind "tanker" or "aboard the",
/// or said to be one, wherever it is named again, by the last word of it too.
void find_vessels(const NameReader& reader, std::vector<NameSpan>& names);

}  // namespace pressmark::indexer
