#include "indexer/extract/extractor.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "common/text.h"
#include "indexer/extract/dates/published_date.h"
#include "indexer/extract/feed_item.h"
#include "indexer/extract/html.h"
#include "indexer/extract/json_article.h"
#include "indexer/extract/metadata/robots.h"
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

bool server_forbids_indexing(const DecodedDocument& document) {
  return std::ranges::any_of(split(document.robots, '\n'), forbids_indexing);
}

/// The day that a file was written says little of an article, but may be all there is.
void date_by_file(Article& article, const DecodedDocument& document,
                  const ExtractOptions& options) {
  // Packers that keep no times write the beginning of 1970.
  if (article.published || !document.file_time || *document.file_time == Instant()) return;
  const Date day = utc_day(*document.file_time);
  const auto latest = latest_day(document.crawled, options.today);
  if (latest && day > *latest) return;
  article.published = {day, DateOrigin::FileTime, false};
  if (options.explain) article.notes.push_back({"date", "last change of the file", to_string(day)});
}

Outcome<Article> extract_format(const DecodedDocument& document, const ExtractOptions& options) {
  switch (document.format) {
    case Format::Html:
      return extract_html(document, options);
    case Format::PlainText:
      return extract_lines(document, options);
    case Format::JsonArticle:
      return extract_json_article(document, options);
    case Format::NewsXml:
      return extract_news_xml(document, options);
    case Format::FeedItem:
      return extract_feed_item(document, options);
  }
  return skip(SkipReason::NotText);
}

}  // namespace

Outcome<Article> extract(const DecodedDocument& document, const ExtractOptions& options) {
  if (options.respect_noindex && server_forbids_indexing(document))
    return skip(SkipReason::NoIndex, "X-Robots-Tag");
  Outcome<Article> article = extract_format(document, options);
  if (article && options.date_from_file) date_by_file(*article, document, options);
  return article;
}

}  // namespace pressmark::indexer
