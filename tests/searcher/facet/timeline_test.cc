#include "searcher/facet/timeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/facet/periods.h"
#include "tests/searcher/facet/sample_segments.h"

namespace pressmark::searcher {
namespace {

using namespace std::chrono_literals;
using test::sample_segments;
using test::SampleArticle;
using ::testing::ElementsAre;

const std::vector<SampleArticle> kDated = {
    {{"gas"}, "20220105", {}, 1}, {{"gas"}, "20220131", {}, 2}, {{"other"}, "20220210", {}, 3},
    {{"gas"}, "20220401", {}, 4}, {{"gas"}, "", {}, 5},         {{"other"}, "20211220", {}, 6},
};

std::vector<std::string> rows(const Timeline& timeline) {
  std::vector<std::string> lines;
  for (const Bucket& bucket : timeline.buckets) {
    lines.push_back(bucket.label + " " + std::to_string(bucket.count) + "/" +
                    (bucket.of ? std::to_string(*bucket.of) : "-") +
                    (bucket.archived == 0 ? " gap" : ""));
  }
  return lines;
}

TEST(Timeline, KeepsZeroRowsAndTellsGapsOfTheArchive) {
  const auto archive = sample_segments(kDated, 2);
  const MatchSet gas = matching(archive, Xapian::Query("gas"));
  const Timeline timeline = count_timeline(archive, gas, {}, nullptr);
  EXPECT_THAT(rows(timeline),
              ElementsAre("2022-01 2/-", "2022-02 0/-", "2022-03 0/- gap", "2022-04 1/-"));
  EXPECT_EQ(timeline.undated, 1U);
}

TEST(Timeline, AShareIsOfAllArticlesThatMatchTheFilters) {
  const auto archive = sample_segments(kDated, 2);
  const MatchSet gas = matching(archive, Xapian::Query("gas"));
  const MatchSet all = matching(archive, Xapian::Query::MatchAll);
  const Timeline timeline =
      count_timeline(archive, gas, {Interval::Month, TimelineSpec::Measure::Share}, &all);
  EXPECT_THAT(rows(timeline), ElementsAre("2021-12 0/1", "2022-01 2/2", "2022-02 0/1",
                                          "2022-03 0/0 gap", "2022-04 1/1"));
  EXPECT_EQ(timeline.share_total, 6U);
}

TEST(Timeline, CoversTheDaysThatWereAskedFor) {
  const auto archive = sample_segments(kDated, 2);
  const MatchSet gas = matching(archive, Xapian::Query("gas"));
  const DateRange asked{2021y / 12 / 5, 2022y / 6 / 30};
  EXPECT_THAT(rows(count_timeline(archive, gas, {}, nullptr, asked)),
              ElementsAre("2021-12 0/-", "2022-01 2/-", "2022-02 0/-", "2022-03 0/- gap",
                          "2022-04 1/-", "2022-05 0/- gap", "2022-06 0/- gap"));
  // Too many rows: those between the first and the last article.
  const TimelineSpec days{Interval::Day, TimelineSpec::Measure::Count};
  EXPECT_EQ(count_timeline(archive, gas, days, nullptr, {1000y / 1 / 1, {}}).buckets.size(), 87U);
}

TEST(Timeline, WhatWasDeletedIsNotArchived) {
  std::vector<SampleArticle> articles = kDated;
  articles[2].deleted = true;  // the only one of February
  articles.push_back({{"gas"}, "20220110", {}, 7, {}, true});
  const auto archive = sample_segments(articles, 2);
  const MatchSet gas = matching(archive, Xapian::Query("gas"));
  const Timeline timeline = count_timeline(archive, gas, {}, nullptr);
  ASSERT_EQ(timeline.buckets.size(), 4U);
  EXPECT_EQ(timeline.buckets[0].archived, 2U);
  EXPECT_EQ(timeline.buckets[1].archived, 0U);
}

TEST(Timeline, NothingDatedGivesNoRows) {
  const auto archive = sample_segments({{{"gas"}, "", {}, 1}});
  const MatchSet gas = matching(archive, Xapian::Query("gas"));
  EXPECT_TRUE(count_timeline(archive, gas, {}, nullptr).buckets.empty());
}

TEST(Periods, WeeksAreThoseOfIso8601) {
  struct Case {
    Date day;
    std::string_view label, query;
  };
  const Case cases[] = {
      {2022y / 8 / 21, "2022-W33", "date:2022-08-15..2022-08-21"},
      {2021y / 1 / 3, "2020-W53", "date:2020-12-28..2021-01-03"},
      {2024y / 12 / 30, "2025-W01", "date:2024-12-30..2025-01-05"},
  };
  for (const Case& c : cases) {
    const Date start = period_start(c.day, Interval::Week);
    EXPECT_EQ(period_label(start, Interval::Week), c.label);
    EXPECT_EQ(period_query(start, Interval::Week), c.query);
  }
}

TEST(Periods, FollowTheCalendar) {
  EXPECT_THAT(periods_between(2023y / 12 / 30, 2024y / 2 / 1, Interval::Month, 10),
              ElementsAre(2023y / 12 / 1, 2024y / 1 / 1, 2024y / 2 / 1));
  EXPECT_THAT(periods_between(2024y / 2 / 28, 2024y / 3 / 1, Interval::Day, 10),
              ElementsAre(2024y / 2 / 28, 2024y / 2 / 29, 2024y / 3 / 1));
  EXPECT_EQ(periods_between(1000y / 1 / 1, 9999y / 12 / 31, Interval::Day, 50).size(), 50U);
}

}  // namespace
}  // namespace pressmark::searcher
