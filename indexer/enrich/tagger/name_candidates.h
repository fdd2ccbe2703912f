#pragma once

#include <vector>

#include "indexer/enrich/tagger/tagger_features.h"

namespace pressmark::indexer {

/// Tokens that may be part of a name: capitals, and within two of one what stands between two
/// ("Bank of the West"), a link before it ("de la Mare"), no plain word beside it ("Boeing 737",
/// "Lloyd's"), and what a hyphen joins to it ("Kim Jong - un"). The rest of running text, three
/// words of four, is not scored.
/// The tagger is trained with the same tokens as it reads.
std::vector<bool> name_candidates(const ArticleFeatures& article);

}  // namespace pressmark::indexer
