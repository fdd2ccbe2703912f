#include "indexer/extract/extractor.h"

#include "indexer/extract/html.h"

namespace pressmark::indexer {

Outcome<Article> extract(const DecodedDocument& document, const ExtractOptions& options) {
  switch (document.format) {
    case Format::Html:
      return extract_html(document, options);
    case Format::PlainText:
    case Format::JsonArticle:
    case Format::NewsXml:
      break;
  }
  return skip(SkipReason::NotText);
}

}  // namespace pressmark::indexer
