#include "indexer/extract/html.h"

#include <utility>

#include "indexer/extract/content_finder.h"
#include "indexer/extract/metadata.h"

namespace pressmark::indexer {
namespace {

Article make_article(const DecodedDocument& document, PageMetadata metadata) {
  Article article;
  article.origin = document.origin;
  article.url = std::move(metadata.url);
  article.title = std::move(metadata.title);
  article.description = std::move(metadata.description);
  article.published = metadata.published;
  article.modified = metadata.modified;
  article.authors = std::move(metadata.authors);
  article.outlet = std::move(metadata.outlet);
  article.declared_language = std::move(metadata.language);
  article.section = std::move(metadata.section);
  article.tags = std::move(metadata.tags);
  article.crawled = document.crawled;
  article.truncated = document.truncated;
  article.notes = std::move(metadata.notes);
  return article;
}

}  // namespace

Outcome<Article> extract_html(const DecodedDocument& document, const ExtractOptions& options) {
  const Page page = parse_page(document.text);
  PageMetadata metadata = read_metadata(page, document);
  std::optional<FoundContent> content =
      find_content(page, {metadata.title, metadata.description, metadata.article_body});
  if (!content) {
    if (!options.keep_all) return skip(SkipReason::NoText);
    content.emplace();
  }
  metadata =
      refine_with_content(std::move(metadata), page, {content->root, content->begin, content->end});
  Article article = make_article(document, std::move(metadata));
  article.text = std::move(content->text);
  article.truncated = article.truncated || page.truncated();
  return article;
}

}  // namespace pressmark::indexer
