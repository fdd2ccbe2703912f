#pragma once

#include <vector>

#include "indexer/enrich/tagger/name_reader.h"
#include "indexer/enrich/tagger/name_span.h"

namespace pressmark::indexer {

/// Makes organisations of the places and persons that are firms or the like: what is behind
/// "carmaker" or said to be "a company", wherever it is named again. Not where anything shows that
/// somebody is called so, nor what is known for a place.
void find_firms(const NameReader& reader, std::vector<NameSpan>& names);

}  // namespace pressmark::indexer
