#include "indexer/extract/feed_item.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "common/text.h"
#include "common/url.h"
#include "indexer/extract/authors/byline.h"
#include "indexer/extract/content/text_signature.h"
#include "indexer/extract/dates/date_language.h"
#include "indexer/extract/dates/published_date.h"
#include "indexer/extract/feed_text.h"
#include "indexer/extract/feeds/feed_fields.h"
#include "indexer/extract/feeds/json_feed_fields.h"
#include "indexer/extract/feeds/own_identity.h"
#include "indexer/extract/metadata/outlet.h"
#include "indexer/extract/text/html_text.h"

namespace pressmark::indexer {
namespace {

/// The text of an item, and where it stood.
struct ChosenText {
  FeedText text;
  bool article = false;
  bool in_summary = false;
};

constexpr std::size_t kMaxDescription = 2000;  // bytes: more is no summary of anything

ChosenText choose_text(const FeedFields& fields, const std::string& summary_line) {
  FeedText content = feed_text(fields.content, fields.title, summary_line);
  FeedText summary = feed_text(fields.summary, fields.title, {});
  // Content that is the description once more says no more than that.
  if (content.weight > summary.weight && is_article(content))
    return {.text = std::move(content), .article = true};
  const bool article = is_article_in_summary(summary);
  FeedText& longer = content.weight > summary.weight ? content : summary;
  return {.text = std::move(article ? summary : longer), .article = article, .in_summary = article};
}

Outlet outlet_of_feed(const FeedFields& fields, const std::string& url) {
  return choose_outlet({url, {fields.outlets.begin(), fields.outlets.end()}}).outlet;
}

void set_authors(Article& article, const FeedFields& fields) {
  for (const std::string& author : fields.authors) {
    article.authors = joined_names(
        std::move(article.authors),
        author_names(author, BylineOrigin::Structured, article.outlet, article.declared_language));
  }
  if (article.authors.empty())
    article.authors = reporters_in_text(article.text, article.outlet, article.declared_language);
}

void set_dates(Article& article, const FeedFields& fields, const DecodedDocument& document,
               const ExtractOptions& options) {
  DateCandidates dates(date_language(article.declared_language, article.outlet),
                       latest_day(document.crawled, options.today));
  // Atom asks for "updated" alone.
  dates.add(fields.published.empty() ? fields.modified : fields.published, DateOrigin::Given,
            DateRole::Published);
  dates.add(fields.modified, DateOrigin::Given, DateRole::Modified);
  dates.add_url(article.url);
  article.published = dates.published();
  article.modified = dates.modified();
}

void add_notes(Article& article, const FeedFields& fields, const ChosenText& chosen) {
  const auto note = [&](std::string_view field, std::string_view value) {
    if (!value.empty())
      article.notes.push_back({std::string(field), "given by the feed", std::string(value)});
  };
  article.notes.push_back({"text",
                           chosen.in_summary ? "description of the feed's item, long for a teaser"
                                             : "content of the feed's item",
                           std::to_string(chosen.text.weight) + " letters"});
  note("title", fields.title);
  note("url", fields.link);
  note("date", fields.published);
  note("modified", fields.modified);
  for (const std::string& author : fields.authors) note("authors", author);
  if (!fields.outlets.empty()) note("source_name", fields.outlets.front());
  note("declared_language", fields.language);
}

}  // namespace

Outcome<Article> extract_feed_item(const DecodedDocument& document, const ExtractOptions& options) {
  const bool json = trim(document.text).starts_with('{');
  const std::optional<FeedFields> fields =
      json ? json_feed_fields(document.text) : xml_feed_fields(document.text);
  if (!fields) return skip(SkipReason::Damaged, "feed without an item that can be read");
  if (fields->unpublished) return skip(SkipReason::NoText, "not published");
  // The address of one is its article's.
  if (fields->comment) return skip(SkipReason::NoText, "a reader's comment");
  const std::string summary = plain_line(fields->summary);
  ChosenText chosen = choose_text(*fields, summary);
  if (!options.keep_all) {
    if (chosen.text.weight == 0) return skip(SkipReason::NoText, "item of a feed");
    if (!chosen.article) return skip(SkipReason::Stub, "teaser in a feed");
  }
  Article article;
  article.origin = document.origin;
  article.kind = chosen.article ? PageKind::Article : PageKind::Stub;
  article.crawled = document.crawled;
  article.truncated = document.truncated || chosen.text.cut;
  article.title = fields->title;
  article.text = std::move(chosen.text.text);
  const std::string link = canonical_url(fields->link);
  if (is_own_address(link)) article.url = link;
  article.external_id = article.url.empty() ? scoped_id(fields->feed, fields->id) : fields->id;
  if (chosen.article && !chosen.in_summary && summary.size() <= kMaxDescription)
    article.description = summary;
  article.declared_language = fields->language;
  article.tags = fields->tags;
  article.outlet = outlet_of_feed(*fields, link.empty() ? canonical_url(fields->feed) : link);
  set_authors(article, *fields);
  set_dates(article, *fields, document, options);
  if (options.explain) add_notes(article, *fields, chosen);
  return article;
}

}  // namespace pressmark::indexer
