#include "indexer/document/restored_article.h"

#include <gtest/gtest.h>

#include "indexer/document/document_builder.h"

namespace pressmark::indexer {
namespace {

using namespace std::chrono_literals;

IndexedArticle pier() {
  IndexedArticle indexed;
  Article& article = indexed.article;
  article.origin = "crawl/pier.html";
  article.url = "https://www.news.example/pier";
  article.external_id = "n1";
  article.kind = PageKind::LiveBlog;
  article.title = "Pier shut";
  article.text = "The pier is shut.\n\nFerries leave from the quay.";
  article.dateline = "OSLO, May 3";
  article.description = "A pier.";
  article.published = PublishedDate{2022y / 9 / 1, DateOrigin::Url, true};
  article.modified = 2022y / 9 / 2;
  article.authors = {"Jane Doe", "Jim Roe"};
  article.outlet = {"news.example", "The News"};
  article.section = "Harbour";
  article.tags = {"pier", "ferry"};
  article.given.persons = {"Ann Mill"};
  article.crawled = Instant(std::chrono::seconds(1'700'000'000));
  article.truncated = true;
  indexed.annotations.language = "en";
  indexed.annotations.source_country = "NO";
  indexed.annotations.countries = {"NO"};
  indexed.annotations.entities = {{EntityType::Person, "Ann Mill", 1, {}},
                                  {EntityType::Place, "Oslo", 1, {}}};
  return indexed;
}

TEST(RestoredArticle, MakesTheSameRecordAgain) {
  const DocumentContext context = {"url:https://www.news.example/pier", "d41d",
                                   Instant(std::chrono::seconds(1'700'000'001)),
                                   Instant(std::chrono::seconds(1'700'000'002))};
  IndexedArticle indexed = pier();
  const std::string record = build_document(indexed, context).get_data();
  auto stored = decode_stored_article(record);
  ASSERT_TRUE(stored);
  indexed.article = restored(std::move(*stored));
  EXPECT_EQ(build_document(indexed, context).get_data(), record);
}

TEST(RestoredArticle, HasOnlyTheNamesThatItCameWith) {
  auto stored = decode_stored_article(build_document(pier(), {}).get_data());
  ASSERT_TRUE(stored);
  const Article article = restored(std::move(*stored));
  EXPECT_EQ(article.given.persons, std::vector<std::string>{"Ann Mill"});
  EXPECT_TRUE(article.given.places.empty());
  EXPECT_TRUE(article.given.countries.empty());
  EXPECT_EQ(article.declared_language, "en");
}

}  // namespace
}  // namespace pressmark::indexer
