#pragma once

#include "indexer/extract/extractor.h"
#include "indexer/model/article.h"
#include "indexer/model/decoded_document.h"
#include "indexer/model/skip.h"

namespace pressmark::indexer {

/// The article of a plain text: an optional block of header lines ("Title: ...", "Datum: ..."), the
/// headline, lines with the author and the date, paragraphs (parted by blank lines, one a line, or
/// hard-wrapped), the outlet alone on a line, and what a web page left behind it, which is cut. See
/// extract().
Outcome<Article> extract_plain_text(const DecodedDocument& document, const ExtractOptions& options);

}  // namespace pressmark::indexer
