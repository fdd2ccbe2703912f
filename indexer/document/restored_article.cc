#include "indexer/document/restored_article.h"

#include <array>
#include <optional>
#include <utility>

namespace pressmark::indexer {
namespace {

template <typename Enum, std::size_t Count>
Enum named(std::string_view wanted, const std::array<Enum, Count>& all) {
  for (const Enum each : all) {
    if (name(each) == wanted) return each;
  }
  return all.front();
}

constexpr std::array kOrigins = {DateOrigin::Text,  DateOrigin::JsonLd,  DateOrigin::Microdata,
                                 DateOrigin::Meta,  DateOrigin::Time,    DateOrigin::Url,
                                 DateOrigin::Given, DateOrigin::FileTime};
constexpr std::array kKinds = {PageKind::Article,     PageKind::LiveBlog,  PageKind::Listing,
                               PageKind::ConsentPage, PageKind::ErrorPage, PageKind::Stub};

}  // namespace

Article restored(StoredArticle stored) {
  Article article;
  article.origin = std::move(stored.origin);
  article.url = std::move(stored.url);
  article.external_id = std::move(stored.external_id);
  article.kind = named(stored.kind, kKinds);
  article.title = std::move(stored.title);
  article.text = std::move(stored.text);
  article.dateline = std::move(stored.dateline);
  article.description = std::move(stored.description);
  if (stored.date)
    article.published = {*stored.date, named(stored.date_origin, kOrigins), stored.date_sure};
  article.modified = stored.modified;
  article.authors = std::move(stored.authors);
  article.outlet = {std::move(stored.source), std::move(stored.source_name)};
  article.declared_language = std::move(stored.language);
  article.section = std::move(stored.section);
  article.tags = std::move(stored.tags);
  if (stored.given.persons) article.given.persons = std::move(stored.persons);
  if (stored.given.orgs) article.given.orgs = std::move(stored.orgs);
  if (stored.given.places) article.given.places = std::move(stored.places);
  if (stored.given.countries) article.given.countries = std::move(stored.countries);
  article.crawled = stored.crawled;
  article.truncated = stored.truncated;
  return article;
}

}  // namespace pressmark::indexer
