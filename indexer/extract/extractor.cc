#include "indexer/extract/extractor.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "indexer/extract/html.h"
#include "indexer/extract/json_article.h"
#include "indexer/extract/news_xml.h"
#include "indexer/extract/plain_text.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxLines = 500'000;  // of a text; each takes memory however short it is

/// Bytes of the first lines of a text, as many as are read.
std::size_t length_of_lines(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t line = 0; line < kMaxLines && end < text.size(); ++line)
    end = std::min(text.find('\n', end), text.size() - 1) + 1;
  return end;
}

Outcome<Article> extract_lines(const DecodedDocument& document, const ExtractOptions& options) {
  const std::size_t length = length_of_lines(document.text);
  if (length == document.text.size()) return extract_plain_text(document, options);
  DecodedDocument begin = document;
  begin.text.resize(length);
  begin.truncated = true;
  return extract_plain_text(begin, options);
}

}  // namespace

Outcome<Article> extract(const DecodedDocument& document, const ExtractOptions& options) {
  switch (document.format) {
    case Format::Html:
      return extract_html(document, options);
    case Format::PlainText:
      return extract_lines(document, options);
    case Format::JsonArticle:
      return extract_json_article(document, options);
    case Format::NewsXml:
      return extract_news_xml(document, options);
  }
  return skip(SkipReason::NotText);
}

}  // namespace pressmark::indexer
