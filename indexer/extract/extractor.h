#pragma once

#include <optional>

#include "common/date.h"
#include "indexer/model/article.h"
#include "indexer/model/decoded_document.h"
#include "indexer/model/skip.h"

namespace pressmark::indexer {

struct ExtractOptions {
  bool explain = false;          // fill Article::notes
  bool keep_all = false;         // listings, consent and error pages and stubs are articles too
  bool respect_noindex = false;  // what asks robots for no indexing is left out
  bool date_from_file = false;   // what has no day gets that of its file
  /// The run's day: bounds dates of pages whose time of fetching is not known.
  std::optional<Date> today = {};
};

/// The article of a document: main text without the page's furniture, and what the page says of
/// itself. Picks the extractor by the document's format. Pure and thread-safe; no network, no file.
/// Skips: NoText, Listing, ConsentPage, ErrorPage, Stub, NoIndex, Damaged (JSON, feeds). Never
/// throws on content; time is linear in the document's size.
Outcome<Article> extract(const DecodedDocument& document, const ExtractOptions& options);

}  // namespace pressmark::indexer
