#pragma once

#include <optional>

#include "indexer/extract/content_finder.h"
#include "indexer/extract/metadata.h"
#include "indexer/markup/dom.h"
#include "indexer/model/article.h"

namespace pressmark::indexer {

/// What a page is. In doubt an article: a page skipped in error is lost as a whole, one too many is
/// a line of noise. A page that says it is an article, by type, date or author, is never taken for
/// a listing, consent or error page.
///
/// @param content  the main text, if any was found
PageKind page_kind(const Page& page, const PageMetadata& metadata, const FoundContent& content);

}  // namespace pressmark::indexer
