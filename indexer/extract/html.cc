#include "indexer/extract/html.h"

#include <optional>
#include <string>
#include <utility>

#include "indexer/extract/content_finder.h"
#include "indexer/extract/metadata.h"
#include "indexer/extract/page_kind.h"

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

constexpr std::uint32_t kLeastWeight = 30;  // letters: less is no sentence

std::optional<SkipReason> skip_reason(PageKind kind) {
  switch (kind) {
    case PageKind::Article:
    case PageKind::LiveBlog:
      return std::nullopt;
    case PageKind::Listing:
      return SkipReason::Listing;
    case PageKind::ConsentPage:
      return SkipReason::ConsentPage;
    case PageKind::ErrorPage:
      return SkipReason::ErrorPage;
    case PageKind::Stub:
      return SkipReason::Stub;
  }
  return std::nullopt;
}

/// How the text was found, for --explain.
FieldNote text_note(const FoundContent& content) {
  return {"text", "densest element",
          std::to_string(content.prose) + " of " + std::to_string(content.weight) +
              " letters in paragraphs"};
}

}  // namespace

Outcome<Article> extract_html(const DecodedDocument& document, const ExtractOptions& options) {
  const Page page = parse_page(document.text);
  PageMetadata metadata = read_metadata(page, document, options);
  const std::optional<FoundContent> found =
      find_content(page, {metadata.title, metadata.description, metadata.article_body});
  FoundContent content = found.value_or(FoundContent{});
  if (content.weight < kLeastWeight && !options.keep_all) return skip(SkipReason::NoText);
  const PageKind kind = page_kind(page, metadata, content);
  if (const auto reason = skip_reason(kind); reason && !options.keep_all) return skip(*reason);
  metadata =
      refine_with_content(std::move(metadata), page, {content.root, content.begin, content.end});
  Article article = make_article(document, std::move(metadata));
  article.kind = kind;
  if (options.explain) {
    article.notes.push_back(text_note(content));
  } else {
    article.notes.clear();
  }
  article.text = std::move(content.text);
  article.truncated = article.truncated || page.truncated();
  return article;
}

}  // namespace pressmark::indexer
