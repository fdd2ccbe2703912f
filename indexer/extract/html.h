#pragma once

#include "indexer/extract/extractor.h"
#include "indexer/model/article.h"
#include "indexer/model/decoded_document.h"
#include "indexer/model/skip.h"

namespace pressmark::indexer {

/// The article of an HTML page; see extract().
Outcome<Article> extract_html(const DecodedDocument& document, const ExtractOptions& options);

}  // namespace pressmark::indexer
