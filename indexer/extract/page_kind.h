#pragma once

#include <cstdint>

#include "indexer/extract/content/content_finder.h"
#include "indexer/extract/metadata.h"
#include "indexer/markup/dom.h"
#include "indexer/model/article.h"

namespace pressmark::indexer {

inline constexpr std::uint32_t kStubWeight = 250;  // letters: a text of fewer is a beginning

/// What a page is. In doubt an article: a page skipped in error is lost as a whole, one too many is
/// a line of noise. A page that says it is an article, by type, date or author, is never taken for
/// a listing, a consent or error page, or a stub.
///
/// @param content  the main text, if any was found
PageKind page_kind(const Page& page, const PageMetadata& metadata, const FoundContent& content);

}  // namespace pressmark::indexer
