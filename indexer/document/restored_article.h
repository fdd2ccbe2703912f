#pragma once

#include "common/stored_article.h"
#include "indexer/model/article.h"

namespace pressmark::indexer {

/// The article that a record was made of, as far as a record keeps it: what was found in the text
/// (language, names, countries) is left out, unless the article came with it.
Article restored(StoredArticle stored);

}  // namespace pressmark::indexer
