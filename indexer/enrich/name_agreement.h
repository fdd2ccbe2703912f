#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/enrich/tagger_features.h"
#include "indexer/enrich/tagger_tags.h"
#include "indexer/enrich/tagger_tokenizer.h"

namespace pressmark::indexer {

/// A name by its tokens, both included.
struct NameSpan {
  std::size_t first = 0;
  std::size_t last = 0;
  NameType type = NameType::Person;
  friend bool operator==(const NameSpan&, const NameSpan&) = default;
};

/// The names that the tags of an article tell, in order.
std::vector<NameSpan> names_of(std::span<const Tag> tags);

/// Lets the names of one article, each read in its own sentence, agree with each other:
/// 1. a word that is known for organisations alone is one;
/// 2. what is behind a word for a vessel is its name (Misc), there and elsewhere;
/// 3. a surname alone is the person who is named in full elsewhere;
/// 4. a name is of the type it has at least twice as often as the one it has here;
/// 5. initials are the organisation whose full name they shorten;
/// 6. a word that is a name twice is one where it was overlooked, unless the article has it
///    without a capital as well.
///
/// @param names  in order, not overlapping; comes back so
void agree_on_names(const ArticleFeatures& article, std::string_view text,
                    std::span<const Token> tokens, std::vector<NameSpan>& names);

}  // namespace pressmark::indexer
