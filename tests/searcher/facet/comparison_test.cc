#include "searcher/facet/comparison.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/searcher/facet/sample_segments.h"

namespace pressmark::searcher {
namespace {

using enum FieldId;
using test::sample_segments;
using test::SampleArticle;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Facet facet(std::size_t total, std::vector<FacetValue> values) {
  Facet made{{Person, {}}, std::move(values), 0, 0, total};
  return made;
}

std::vector<std::string> comparison_lines(const Comparison& comparison) {
  std::vector<std::string> found;
  for (const ComparedValue& value : comparison.values) {
    const bool more = value.share == ComparedValue::Share::More;
    found.push_back((more ? "+" : "-") + value.value + " " + std::to_string(value.count) + " " +
                    std::to_string(value.other));
  }
  return found;
}

TEST(Comparison, ListsTheSharesThatDifferOnEitherSide) {
  const Facet here = facet(100, {{"Ada", "", "person:Ada", 40}, {"Bo", "", "person:Bo", 30}});
  const Facet there = facet(
      200, {{"Bo", "", "person:Bo", 60}, {"Cy", "", "person:Cy", 50}, {"Di", "", "person:Di", 2}});
  const Comparison found = compared(here, there, 0);
  EXPECT_THAT(comparison_lines(found), ElementsAre("+Ada 40 0", "-Cy 0 50"))
      << "Bo has the same share";
  EXPECT_EQ(found.articles, 100U);
  EXPECT_EQ(found.others, 200U);
  EXPECT_EQ(found.values[1].query, "person:Cy");
  EXPECT_THAT(comparison_lines(compared(here, there, 1)), ElementsAre("+Ada 40 0"));
  EXPECT_THAT(comparison_lines(compared(there, here, 0)), ElementsAre("-Ada 0 40", "+Cy 50 0"));
}

TEST(Comparison, OfTheSameOrOfNothingIsEmpty) {
  const Facet some = facet(100, {{"Ada", "", "person:Ada", 40}});
  EXPECT_THAT(compared(some, some, 0).values, IsEmpty());
  EXPECT_THAT(compared(some, facet(0, {}), 0).values, IsEmpty());
  EXPECT_THAT(compared(facet(0, {}), some, 0).values, IsEmpty());
  EXPECT_THAT(compared(facet(1, {{"Ada", "", "", 1}}), facet(1000000, {}), 0).values, IsEmpty())
      << "one article is no pattern";
}

TEST(Comparison, OneNameOfTwoKindsIsTwoValues) {
  const Facet here = facet(100, {{"Paris", "place", "place:Paris", 50}});
  const Facet there = facet(100, {{"Paris", "person", "person:Paris", 50}});
  EXPECT_THAT(comparison_lines(compared(here, there, 0)),
              ElementsAre("-Paris 0 50", "+Paris 50 0"));
}

TEST(Comparison, WordsLeaveOutThoseOfTheQueries) {
  std::vector<SampleArticle> articles;
  for (std::uint64_t i = 1; i <= 80; ++i) {
    SampleArticle article{{"daily", "the"}, "", {}, i};
    article.words.insert(article.words.end(),
                         i <= 40 ? std::initializer_list<std::string>{"dams", "spillway"}
                                 : std::initializer_list<std::string>{"ports", "harbour"});
    articles.push_back(article);
  }
  const auto segments = sample_segments(articles, 3);
  const WordCounts dams = count_words(segments, matching(segments, Xapian::Query("dams")));
  const WordCounts ports = count_words(segments, matching(segments, Xapian::Query("ports")));
  Analyzer analyzer;
  const std::vector<std::string> languages = {"en"}, terms = {"Zendam", "Zenport"};
  const Comparison found = compared_words(dams, ports, languages, terms, 0, analyzer);
  EXPECT_THAT(comparison_lines(found), ElementsAre("-harbour 0 40", "+spillway 40 0"));
  EXPECT_EQ(found.articles, 40U);
}

}  // namespace
}  // namespace pressmark::searcher
