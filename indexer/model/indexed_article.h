#pragma once

#include "indexer/model/annotations.h"
#include "indexer/model/article.h"

namespace pressmark::indexer {

/// An article with all that is known of it: what becomes one Xapian document.
struct IndexedArticle {
  Article article;
  Annotations annotations;
};

}  // namespace pressmark::indexer
