#include "indexer/extract/extractor.h"

#include "indexer/extract/html.h"
#include "indexer/extract/json_article.h"
#include "indexer/extract/news_xml.h"
#include "indexer/extract/plain_text.h"

namespace pressmark::indexer {

Outcome<Article> extract(const DecodedDocument& document, const ExtractOptions& options) {
  switch (document.format) {
    case Format::Html:
      return extract_html(document, options);
    case Format::PlainText:
      return extract_plain_text(document, options);
    case Format::JsonArticle:
      return extract_json_article(document, options);
    case Format::NewsXml:
      return extract_news_xml(document, options);
  }
  return skip(SkipReason::NotText);
}

}  // namespace pressmark::indexer
