#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "indexer/enrich/tagger/name_span.h"
#include "indexer/enrich/tagger/tagger_features.h"
#include "indexer/enrich/words/tagger_tokenizer.h"

namespace pressmark::indexer {

/// Corrects the kinds of the names of one article by the words around all their mentions:
/// 1. a vessel is neither person nor place (find_vessels);
/// 2. what is behind "island of", "church of" or "the river" is a place, so is "Rua Aalto" and "the
///    Right Bank"; "by Labour Day" is no organisation, what signs a dateline is one;
/// 3. a large place where a place stands is no organisation, outside sport;
/// 4. a given name alone is the person named in full, when it stands nowhere as a place does;
/// 5. a single word is no person when nothing in the article shows one (a full name, a title,
///    "said") and something shows otherwise: it stands where a place stands ("in"), beside one
///    ("Oslo and"), before a word for one ("valley"), or where no person does ("the", "a"), or is
///    a large place and named as one as often;
/// 6. a common word that begins a heading is no person.
///
/// @param names  in order, not overlapping; their bounds stay
void heed_surroundings(const ArticleFeatures& article, std::string_view text,
                       std::span<const Token> tokens, std::vector<NameSpan>& names);

}  // namespace pressmark::indexer
