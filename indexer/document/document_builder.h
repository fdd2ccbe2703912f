#pragma once

#include <string>

#include <xapian.h>

#include "common/date.h"
#include "indexer/model/indexed_article.h"

namespace pressmark::indexer {

/// What only the run knows of an article.
struct DocumentContext {
  std::string identity;     // canonical URL, else external id, else origin; common/identity.h
  std::string digest;       // hash128_hex of the original bytes
  Instant added;            // when this identity was first indexed
};

/// The Xapian document of an article: terms, positions, values and the stored record, all by common/schema and
/// common/analysis. Never throws on content and never builds what Xapian refuses: terms through make_term(), the record bounded.
/// Keeps no handle on the document it returns.
Xapian::Document build_document(const IndexedArticle& article, const DocumentContext& context);

}  // namespace pressmark::indexer
