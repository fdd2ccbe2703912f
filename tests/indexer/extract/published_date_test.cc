#include "indexer/extract/published_date.h"

#include <optional>
#include <string_view>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

using namespace std::chrono_literals;

TEST(PublishedDate, PrefersJsonLdOverVisibleText) {
  DateCandidates dates("en", std::nullopt);
  dates.add("May 1, 2024", DateOrigin::Text, DateRole::Published);
  dates.add("2024-05-03", DateOrigin::JsonLd, DateRole::Published);
  EXPECT_EQ(dates.published(), (PublishedDate{2024y / 5 / 3, DateOrigin::JsonLd, true}));
}

TEST(PublishedDate, KeepsModificationApart) {
  DateCandidates dates("en", std::nullopt);
  dates.add("2024-05-07", DateOrigin::JsonLd, DateRole::Modified);
  dates.add("2024-05-03", DateOrigin::Meta, DateRole::Published);
  EXPECT_EQ(dates.published()->day, 2024y / 5 / 3);
  EXPECT_EQ(dates.modified(), 2024y / 5 / 7);
}

TEST(PublishedDate, ADayInUtcGivesWayToTheDayThatThePublisherPrinted) {
  DateCandidates dates("en", std::nullopt);
  dates.add("2024-05-03T23:30:00Z", DateOrigin::JsonLd, DateRole::Published);
  dates.add("4 May 2024", DateOrigin::Text, DateRole::Published);
  EXPECT_EQ(dates.published()->day, 2024y / 5 / 4);
}

TEST(PublishedDate, TheDayInTheAddressGivesWayToTheDayBesideItThatIsPrinted) {
  DateCandidates dates("en", std::nullopt);
  dates.add_url("https://herald.example/news/2024-05-04/story");
  EXPECT_EQ(dates.published()->day, 2024y / 5 / 4);
  dates.add("2024-05-03T23:30:00-05:00", DateOrigin::Time, DateRole::Unclear);
  EXPECT_EQ(dates.published()->day, 2024y / 5 / 3);
  EXPECT_EQ(dates.rule(), "printed beside the day in the address");
  DateCandidates apart("en", std::nullopt);
  apart.add_url("https://herald.example/news/2024-05-04/story");
  apart.add("2024-05-01", DateOrigin::Time, DateRole::Unclear);
  EXPECT_EQ(apart.published()->day, 2024y / 5 / 4);
}

TEST(PublishedDate, ADayOfChangeIsNoNeighbourOfATimeInTheAfternoon) {
  DateCandidates dates("en", std::nullopt);
  dates.add("2024-08-04T13:23:00Z", DateOrigin::JsonLd, DateRole::Published);
  dates.add("2024-08-05T19:49:50Z", DateOrigin::Meta, DateRole::Modified);
  dates.add("5 Aug 2024", DateOrigin::Text, DateRole::Unclear);
  EXPECT_EQ(dates.published()->day, 2024y / 8 / 4);
}

TEST(PublishedDate, RejectsTheFutureAndTheImpossible) {
  const auto latest = latest_day(Instant(std::chrono::sys_days(2024y / 5 / 3)), std::nullopt);
  EXPECT_EQ(latest, 2024y / 5 / 5);
  DateCandidates dates("en", latest);
  dates.add("2024-05-06", DateOrigin::JsonLd, DateRole::Published);
  dates.add("2024-02-30", DateOrigin::Meta, DateRole::Published);
  EXPECT_FALSE(dates.published());
  dates.add("2024-05-05", DateOrigin::Meta, DateRole::Published);
  EXPECT_EQ(dates.published()->day, 2024y / 5 / 5);
  EXPECT_EQ(latest_day(std::nullopt, 2024y / 5 / 3), 2024y / 5 / 5);
  EXPECT_FALSE(latest_day(std::nullopt, std::nullopt));
}

TEST(PublishedDate, ReadsAddresses) {
  struct Case {
    std::string_view url;
    std::optional<Date> want;
  };
  constexpr Case kCases[] = {
      {"https://herald.example/2024/05/03/story", 2024y / 5 / 3},
      {"https://herald.example/news/2024-5-3-story", 2024y / 5 / 3},
      {"https://herald.example/news/story-20240503.html", 2024y / 5 / 3},
      {"https://herald.example/world/2024/may/03/story", 2024y / 5 / 3},
      {"https://herald.example/2024/September/3/story", 2024y / 9 / 3},
      {"https://herald.example/2024/weir/03/story", std::nullopt},
      {"https://herald.example/2024/may/story", std::nullopt},
      {"https://herald.example/2024/05/story", std::nullopt},
      {"https://herald.example/id/920240503", std::nullopt},
      {"https://herald.example/2024/13/03/", std::nullopt},
      {"https://2024-05-03.example/story", std::nullopt},
      {"", std::nullopt},
  };
  for (const Case& c : kCases) {
    DateCandidates dates("", std::nullopt);
    dates.add_url(c.url);
    const auto found = dates.published();
    EXPECT_EQ(found ? std::optional(found->day) : std::nullopt, c.want) << c.url;
    EXPECT_FALSE(found.has_value() && found->sure) << c.url;
  }
}

TEST(PublishedDate, TwoOriginsThatAgreeAreSure) {
  DateCandidates dates("en", std::nullopt);
  dates.add("3 May 2024", DateOrigin::Text, DateRole::Published);
  EXPECT_FALSE(dates.published()->sure);
  dates.add_url("https://herald.example/2024/05/03/story");
  EXPECT_TRUE(dates.published()->sure);
}

}  // namespace
}  // namespace pressmark::indexer
