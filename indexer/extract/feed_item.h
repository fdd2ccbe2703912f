#pragma once

#include "indexer/extract/extractor.h"
#include "indexer/model/article.h"
#include "indexer/model/decoded_document.h"
#include "indexer/model/skip.h"

namespace pressmark::indexer {

/// The article of a news feed's item, where the feed carries its text: as content, or as a
/// description that is too long for a teaser. See extract(); Stub for a teaser, NoText for an item
/// without words and for readers' comments, Damaged for a feed without an item.
Outcome<Article> extract_feed_item(const DecodedDocument& document, const ExtractOptions& options);

}  // namespace pressmark::indexer
