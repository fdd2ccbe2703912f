#pragma once

#include "indexer/extract/extractor.h"
#include "indexer/model/article.h"
#include "indexer/model/decoded_document.h"
#include "indexer/model/skip.h"

namespace pressmark::indexer {

/// The article that a crawler has extracted already: one JSON object with `text` or another
/// extractor's name for it (news-please, newspaper4k, trafilatura, schema.org, Scrapy spiders). The
/// text comes out exactly as it went in; names and countries that come with it are taken as they
/// are. Skips: NoText without text, Damaged when it is no JSON object.
Outcome<Article> extract_json_article(const DecodedDocument& document,
                                      const ExtractOptions& options);

}  // namespace pressmark::indexer
