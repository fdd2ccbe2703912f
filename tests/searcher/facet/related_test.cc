#include "searcher/facet/related.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/searcher/facet/sample_segments.h"

namespace pressmark::searcher {
namespace {

using enum FieldId;
using test::sample_segments;
using test::SampleArticle;

/// 20 articles on dams, 8 of them with the engineer, and 80 others.
std::vector<FacetSegment> archive() {
  std::vector<SampleArticle> articles;
  for (std::uint64_t i = 1; i <= 100; ++i) {
    SampleArticle article{{"daily"}, "", {{Person, {"Daily Reader"}}}, i};
    if (i <= 20) article.words = {"daily", "dams", "spillway"};
    if (i <= 8) article.values[Person] = {"Daily Reader", "Ines Caldeira"};
    articles.push_back(article);
  }
  return sample_segments(articles, 3);
}

TEST(Related, ListsWhatStandsOutAndNothingElse) {
  const auto segments = archive();
  const Related related =
      related_values(segments, matching(segments, Xapian::Query("dams")), Person, 10, "en");
  ASSERT_EQ(related.values.size(), 1U);
  EXPECT_EQ(related.values[0].value, "Ines Caldeira");
  EXPECT_EQ(related.values[0].count, 8U);
  EXPECT_EQ(related.values[0].archived, 8U);
  EXPECT_EQ(related.values[0].query, "person:\"Ines Caldeira\"");
  EXPECT_EQ(related.sample, 20U);
}

TEST(Related, WhatWasDeletedIsNotOfTheArchive) {
  std::vector<SampleArticle> articles;
  for (std::uint64_t i = 1; i <= 120; ++i) {
    SampleArticle article{{"daily"}, "", {{Person, {"Daily Reader"}}}, i};
    if (i <= 10) article.words.emplace_back("dams");
    if (i <= 10 || i > 100) article.values[Person] = {"Ines Caldeira"};
    article.deleted = i > 100;  // older copies of these ten, and more
    articles.push_back(article);
  }
  const auto segments = sample_segments(articles, 3);
  const Related related =
      related_values(segments, matching(segments, Xapian::Query("dams")), Person, 10, "en");
  ASSERT_EQ(related.values.size(), 1U);
  EXPECT_EQ(related.values[0].archived, 10U);
  EXPECT_DOUBLE_EQ(related.values[0].significance, significance(10, 10, 10, 100));
}

TEST(Related, WordsLeaveOutTheQuerysOwn) {
  const auto segments = archive();
  Analyzer analyzer;
  const std::vector<std::string> languages = {"en"}, terms = {"Zendam"};
  const Related related = related_words(segments, matching(segments, Xapian::Query("dams")),
                                        languages, terms, 10, analyzer);
  ASSERT_EQ(related.values.size(), 1U);
  EXPECT_EQ(related.values[0].value, "spillway");
}

TEST(Significance, IsTheLogLikelihoodRatio) {
  EXPECT_NEAR(significance(8, 20, 8, 100), 28.8, 0.5);
  EXPECT_EQ(significance(1, 20, 5, 100), 0) << "as frequent as everywhere";
  EXPECT_EQ(significance(20, 20, 100, 100), 0);
  EXPECT_EQ(significance(3, 3, 3, 3), 0) << "the sample is the archive";
  EXPECT_EQ(significance(0, 0, 0, 0), 0);
}

}  // namespace
}  // namespace pressmark::searcher
