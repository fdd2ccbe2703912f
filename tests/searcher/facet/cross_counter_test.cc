#include "searcher/facet/cross_counter.h"

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/searcher/facet/sample_segments.h"

namespace pressmark::searcher {
namespace {

using test::sample_segments;
using test::SampleArticle;
using ::testing::ElementsAre;
using enum FieldId;

/// The words stand for the terms that select a value.
const std::vector<SampleArticle> kCrossed = {
    {{"all", "FR", "Anne", "Luc"}, "20190301", {{Country, {"FR"}}, {Person, {"Anne", "Luc"}}}, 1},
    {{"all", "FR", "DE", "Anne"}, "20190405", {{Country, {"FR", "DE"}}, {Person, {"Anne"}}}, 2},
    {{"all", "DE", "Luc", "Anne"}, "20190620", {{Country, {"DE"}}, {Person, {"Luc", "Anne"}}}, 3},
    {{"all", "Eva"}, "20190621", {{Person, {"Eva"}}}, 4},
    {{"other", "FR", "Eva"}, "20200101", {{Country, {"FR"}}, {Person, {"Eva"}}}, 5},
};

CrossTable cross(const CrossSpec& spec, std::size_t limit, std::size_t segments) {
  const auto archive = sample_segments(kCrossed, segments);
  return count_cross(archive, Xapian::Query("all"), spec, limit, "en",
                     [](const FacetValue& value) { return Xapian::Query(value.value); });
}

TEST(CrossCounter, ArticlesWithoutAValueAreARowAndAColumn) {
  const auto archive = sample_segments({{{"all", "FR"}, "20190301", {{Country, {"FR"}}}, 1},
                                        {{"all", "FR"}, "", {{Country, {"FR"}}}, 2},
                                        {{"all"}, "20200101", {}, 3}},
                                       2);
  const auto filter = [](const FacetValue& value) {
    return value.value.empty() ? Xapian::Query(Xapian::Query::OP_AND_NOT, Xapian::Query::MatchAll,
                                               Xapian::Query("FR"))
                               : Xapian::Query(value.value);
  };
  const CrossTable table = count_cross(
      archive, Xapian::Query("all"),
      {CrossSpec::Kind::Table, {Country, {}}, {Date, Interval::Year}}, 10, "en", filter);
  ASSERT_EQ(table.columns.size(), 3U);
  EXPECT_EQ(table.columns[2].label, "(none)");
  EXPECT_EQ(table.columns[2].query, "date:none");
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_THAT(table.rows[0].counts, ElementsAre(1, 0, 1));
  EXPECT_EQ(table.rows[1].value.query, "country:none");
  EXPECT_THAT(table.rows[1].counts, ElementsAre(0, 1, 0));
}

TEST(CrossCounter, ATableCountsEachValueOfOneAmongThoseOfTheOther) {
  for (const std::size_t segments : {1, 3}) {
    const CrossTable table =
        cross({CrossSpec::Kind::Table, {Country, {}}, {Person, {}}}, 10, segments);
    ASSERT_EQ(table.columns.size(), 3U);
    EXPECT_EQ(table.columns[0].value, "Anne");
    EXPECT_EQ(table.columns[1].value, "Luc");
    ASSERT_EQ(table.rows.size(), 3U);
    EXPECT_EQ(table.rows[2].value.label, "(none)");
    EXPECT_EQ(table.rows[0].value.value, "DE");
    EXPECT_THAT(table.rows[0].counts, ElementsAre(2, 1, 0));
    EXPECT_EQ(table.rows[1].value.value, "FR");
    EXPECT_THAT(table.rows[1].counts, ElementsAre(2, 1, 0));
    EXPECT_EQ(table.total, 4U);
  }
}

TEST(CrossCounter, MonthsStandInOrderWithTheEmptyOnesBetween) {
  const CrossTable table =
      cross({CrossSpec::Kind::Table, {Country, {}}, {Date, Interval::Month}}, 1, 2);
  ASSERT_EQ(table.columns.size(), 4U);
  EXPECT_EQ(table.columns[1].value, "2019-04");
  EXPECT_EQ(table.columns[2].count, 0U);
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_THAT(table.rows[0].counts, ElementsAre(0, 1, 0, 1));
}

std::vector<std::string> lines(const CrossTable& table) {
  std::vector<std::string> found;
  for (const CrossTable::Pair& pair : table.pairs)
    found.push_back(pair.first.value + "+" + pair.second.value + "=" + std::to_string(pair.count));
  return found;
}

TEST(CrossCounter, PairsOfOneFacetAreMetOnce) {
  const CrossSpec spec{CrossSpec::Kind::Pairs, {Person, {}}, {Person, {}}};
  EXPECT_THAT(lines(cross(spec, 0, 1)), ElementsAre("Anne+Luc=2"));
}

TEST(CrossCounter, PairsOfTwoFacetsAreTheMostFrequent) {
  const CrossSpec spec{CrossSpec::Kind::Pairs, {Person, {}}, {Country, {}}};
  EXPECT_THAT(lines(cross(spec, 0, 2)),
              ElementsAre("Anne+DE=2", "Anne+FR=2", "Luc+DE=1", "Luc+FR=1"));
  EXPECT_THAT(lines(cross(spec, 2, 2)), ElementsAre("Anne+DE=2", "Anne+FR=2"));
}

TEST(CrossCounter, PairsOfPeriodsAndOfAllNames) {
  const CrossSpec years{CrossSpec::Kind::Pairs, {Person, {}}, {Date, Interval::Month}};
  EXPECT_THAT(lines(cross(years, 2, 2)), ElementsAre("Anne+2019-03=1", "Anne+2019-04=1"));
  const CrossSpec names{CrossSpec::Kind::Pairs, {Entity, {}}, {Country, {}, "d*"}};
  EXPECT_THAT(lines(cross(names, 0, 2)), ElementsAre("Anne+DE=2", "Luc+DE=1"));
}

/// Pairs counted one article at a time.
std::vector<std::string> pairs_by_hand(const std::vector<SampleArticle>& articles,
                                       std::size_t limit) {
  std::map<std::string, std::size_t> alone;
  std::map<std::pair<std::string, std::string>, std::size_t> together;
  for (const SampleArticle& article : articles) {
    for (const std::string& name : article.values.at(Person)) ++alone[name];
  }
  for (const SampleArticle& article : articles) {
    for (const std::string& a : article.values.at(Person)) {
      for (const std::string& b : article.values.at(Person)) {
        if (alone[a] > alone[b] || (alone[a] == alone[b] && a < b)) ++together[{a, b}];
      }
    }
  }
  std::vector<std::pair<std::pair<std::string, std::string>, std::size_t>> sorted(together.begin(),
                                                                                  together.end());
  std::ranges::stable_sort(sorted, std::greater<>(), [](const auto& each) { return each.second; });
  if (limit != 0 && sorted.size() > limit) sorted.resize(limit);
  std::vector<std::string> found;
  for (const auto& [pair, count] : sorted)
    found.push_back(pair.first + "+" + pair.second + "=" + std::to_string(count));
  return found;
}

TEST(CrossCounter, PairsAreThoseCountedByHand) {
  std::mt19937 random(20240229);
  std::vector<SampleArticle> articles;
  for (std::uint64_t key = 1; key <= 300; ++key) {
    std::set<std::string> names;
    for (int i = 0; i < 4; ++i) names.insert("N" + std::to_string(random() % 40 * (random() % 2)));
    articles.push_back({{"all"}, "", {{Person, {names.begin(), names.end()}}}, key});
  }
  const CrossSpec spec{CrossSpec::Kind::Pairs, {Person, {}}, {Person, {}}};
  for (const std::size_t segments : {1, 4}) {
    const auto archive = sample_segments(articles, segments);
    for (const std::size_t limit : {0, 1, 10, 50}) {
      EXPECT_EQ(lines(count_cross(archive, Xapian::Query("all"), spec, limit, "en", {})),
                pairs_by_hand(articles, limit))
          << segments << " segments, " << limit;
    }
  }
}

}  // namespace
}  // namespace pressmark::searcher
