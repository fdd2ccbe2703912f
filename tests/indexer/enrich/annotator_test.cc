#include "indexer/enrich/annotator.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

using ::testing::ElementsAre;

TEST(Annotator, TakesNamesAndCountriesThatCameWithTheArticle) {
  Article article;
  article.text =
      "The harbour board said on Monday that the new ferry would not sail before spring.";
  article.given = {.persons = {"Ines Aalto", "Ines Aalto"},
                   .orgs = {},
                   .places = {"Quay"},
                   .countries = {"fi", "Sweden"}};
  article.outlet = {.domain = "harbour.fi", .name = "Harbour"};
  const Annotations found = Annotator({}).annotate(article);
  EXPECT_EQ(found.language, "en");
  EXPECT_EQ(found.source_country, "FI");
  EXPECT_THAT(found.countries, ElementsAre("FI", "SE"));
  ASSERT_EQ(found.entities.size(), 2U);
  EXPECT_EQ(found.entities[0].name, "Ines Aalto");
  EXPECT_EQ(found.entities[1].type, EntityType::Place);
  EXPECT_FALSE(found.fingerprint.empty());
}

TEST(Annotator, TheHeadlinesPersonsAreTheArticles) {
  const auto persons = [](std::string title, std::string text) {
    Article article;
    article.title = std::move(title);
    article.text = std::move(text);
    std::vector<std::string> names;
    for (const Entity& entity : Annotator({}).annotate(article).entities) {
      if (entity.type == EntityType::Person) names.push_back(entity.name);
    }
    return names;
  };
  EXPECT_THAT(persons("Nancy Pelosi visits the island",
                      "Pelosi landed on Tuesday evening and said that she would stay two days."),
              ElementsAre("Nancy Pelosi"));
  EXPECT_THAT(persons("Ines Aalto and Bertil Lund meet over the ferry",
                      "The two spoke for an hour on Monday, and nobody was told what they said."),
              ElementsAre("Bertil Lund", "Ines Aalto"));
  EXPECT_THAT(persons("Le New York Times publie une enquête",
                      "Les ports de la région sont restés fermés pendant toute la semaine."),
              ::testing::IsEmpty());
}

TEST(Annotator, AnEmptyArticleHasNothing) {
  EXPECT_EQ(Annotator({}).annotate(Article{}).countries.size(), 0U);
}

}  // namespace
}  // namespace pressmark::indexer
