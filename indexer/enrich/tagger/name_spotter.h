#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "indexer/enrich/tagger/tagger_features.h"
#include "indexer/enrich/tagger/tagger_tags.h"

namespace pressmark::indexer {

/// Tags of names in a text whose language the tagger was not trained on: known given names with
/// what follows them, known cities and countries, known organisations. Misses most names rather
/// than invent one; in German, where every noun has a capital, an unknown word is never taken for a
/// name.
///
/// @param language  ISO 639-1
std::vector<Tag> spot_names(std::string_view text, std::span<const Token> tokens,
                            const ArticleFeatures& article, std::string_view language);

}  // namespace pressmark::indexer
