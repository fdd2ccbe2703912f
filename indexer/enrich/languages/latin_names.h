#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "indexer/enrich/tagger/tagger_features.h"
#include "indexer/model/annotations.h"

namespace pressmark::indexer {

/// Whether persons and bodies of texts in this language of Latin letters are read by the tables.
///
/// @param language  ISO 639-1
bool has_latin_names(std::string_view language);

/// Persons and bodies that a text in such a language names.
///
/// @return  by offset, not overlapping; empty for other languages
std::vector<Mention> latin_names(std::string_view text, std::span<const Token> tokens,
                                 const ArticleFeatures& article, std::string_view language);

}  // namespace pressmark::indexer
