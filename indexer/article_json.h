#pragma once

#include <string>

#include "indexer/model/indexed_article.h"

namespace pressmark::indexer {

enum class WithNotes { No, Yes };

/// One extracted article as a line of JSON (format version 1), without a line end. Keys are absent
/// when unknown; mentions are offsets of code points into `text`.
std::string article_json(const IndexedArticle& article, WithNotes notes);

/// The same for people: a field a line, with the rules that chose them if the article has notes.
/// Sanitised.
std::string article_text(const IndexedArticle& article);

}  // namespace pressmark::indexer
