#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "indexer/enrich/tagger/name_span.h"
#include "indexer/enrich/tagger/tagger_features.h"
#include "indexer/enrich/words/tagger_tokenizer.h"

namespace pressmark::indexer {

/// Lets the names of one article, each read in its own sentence, agree with each other:
/// 1. a word that is known for organisations alone is one;
/// 2. a name begins and ends where settle_bounds says, and is what its surroundings show
///    (heed_surroundings);
/// 3. a surname alone is the person who is named in full elsewhere, and the first word of an
///    organisation the organisation, unless it is known for something else;
/// 4. a name is of the type it has at least twice as often as the one it has here;
/// 5. initials are the organisation whose full name they shorten;
/// 6. a word that is a name twice is one where it was overlooked, unless the article has it
///    without a capital as well.
///
/// @param names  in order, not overlapping; comes back so
void agree_on_names(const ArticleFeatures& article, std::string_view text,
                    std::span<const Token> tokens, std::vector<NameSpan>& names);

}  // namespace pressmark::indexer
