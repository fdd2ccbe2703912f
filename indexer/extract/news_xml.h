#pragma once

#include "indexer/extract/extractor.h"
#include "indexer/model/article.h"
#include "indexer/model/decoded_document.h"
#include "indexer/model/skip.h"

namespace pressmark::indexer {

/// The article of a newswire's file: NITF 3 (nitf), NewsML-G2 (newsItem, newsMessage) or NewsML 1
/// (NewsML), by the names that the IPTC's standards give to elements. Of several news items the
/// first with a text counts. See extract(); also Damaged for a file that is no XML.
Outcome<Article> extract_news_xml(const DecodedDocument& document, const ExtractOptions& options);

}  // namespace pressmark::indexer
