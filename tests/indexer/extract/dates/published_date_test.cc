#include "indexer/extract/dates/published_date.h"

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
      {"https://herald.example/2024_05_03/story", 2024y / 5 / 3},
      {"https://herald.example/2024-05-03", 2024y / 5 / 3},
      {"https://herald.example/2024/05/031", std::nullopt},
      {"https://herald.example/202405031", std::nullopt},
      {"https://herald.example/2024/05-03", std::nullopt},
      {"https://herald.example/2024x05x03", std::nullopt},
      {"https://herald.example/2024/abcdefghijk/03/", std::nullopt},
      {"https://herald.example/2024/ma/03/", std::nullopt},
      {"https://herald.example/1989/05/03/", std::nullopt},
      {"https://herald.example/2101/05/03/", std::nullopt},
      {"https://herald.example/2024", std::nullopt},
      {"https://herald.example/2024/", std::nullopt},
      {"https://herald.example/2024/5/", std::nullopt},
      {"https://herald.example/id20240503x", 2024y / 5 / 3},
      {"/2024/05/03/story", 2024y / 5 / 3},
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

TEST(PublishedDate, AreBoundedInNumber) {
  DateCandidates dates("en", std::nullopt);
  for (int i = 0; i < 64; ++i) dates.add("2024-05-01", DateOrigin::Meta, DateRole::Modified);
  dates.add("2024-05-03", DateOrigin::JsonLd, DateRole::Published);
  dates.add_url("https://herald.example/2024/05/03/story");
  EXPECT_FALSE(dates.published());
  EXPECT_EQ(dates.modified(), 2024y / 5 / 1);
}

TEST(PublishedDate, TheDayOfAnAddressMayNotLieAhead) {
  DateCandidates dates("en", 2024y / 5 / 5);
  dates.add_url("https://herald.example/2024/05/06/story-2024-05-04");
  EXPECT_EQ(dates.published()->day, 2024y / 5 / 4);
}

TEST(PublishedDate, OnlyAPossibleNeighbourOfATimeInUtcCounts) {
  struct Case {
    std::string_view utc, printed;
    Date want;
    DateOrigin origin = DateOrigin::Text;
    DateRole role = DateRole::Published;
  };
  const Case cases[] = {
      {"2024-05-03T02:00:00Z", "2 May 2024", 2024y / 5 / 2},
      {"20240503T020000Z", "4 May 2024", 2024y / 5 / 3},
      {"20240503T020000Z", "2 May 2024", 2024y / 5 / 2},
      {"2024-05-03 02:00:00 UTC", "2 May 2024", 2024y / 5 / 2},
      {"2024-05-03T13:00:00Z", "2 May 2024", 2024y / 5 / 3},
      {"2024-05-03T13:00:00Z", "4 May 2024", 2024y / 5 / 4},
      {"2024-05-03T02:00:00Z", "4 May 2024", 2024y / 5 / 3},
      {"2024-05-03T13:00:00Z", "5 May 2024", 2024y / 5 / 3},
      {"2024-05-03T13:00:00Z", "3 May 2024", 2024y / 5 / 3},
      {"2024-05-03T13:00:00Z", "04/05/2024", 2024y / 5 / 3},
      {"2024-05-03T13:00:00Z", "2024-05-04", 2024y / 5 / 3, DateOrigin::Meta, DateRole::Modified},
      {"2024-05-03T13:00:00Z", "2024-05-04", 2024y / 5 / 3, DateOrigin::Url},
  };
  for (const Case& c : cases) {
    DateCandidates dates("en-GB", std::nullopt);
    dates.add(c.utc, DateOrigin::JsonLd, DateRole::Published);
    dates.add(c.printed, c.origin, c.role);
    EXPECT_EQ(dates.published()->day, c.want) << c.utc << ", " << c.printed;
  }
}

TEST(PublishedDate, NumbersAreReadInTheOrderThatAnotherPlaceConfirms) {
  DateCandidates dates("en", std::nullopt);
  dates.add("03/04/2024", DateOrigin::Text, DateRole::Published);
  EXPECT_EQ(dates.published()->day, 2024y / 3 / 4);
  dates.add_url("https://herald.example/2024/04/03/story");
  EXPECT_EQ(dates.published(), (PublishedDate{2024y / 4 / 3, DateOrigin::Text, true}));
  DateCandidates past("en-GB", 2024y / 4 / 30);
  past.add("03/12/2024", DateOrigin::Text, DateRole::Published);
  EXPECT_EQ(past.published()->day, 2024y / 3 / 12) << "the other day is still to come";
}

TEST(PublishedDate, WithoutALanguageTheTextTellsTheOrder) {
  DateCandidates dates("", std::nullopt);
  dates.add("03/04/2024", DateOrigin::Text, DateRole::Published);
  EXPECT_EQ(dates.published(),
            (PublishedDate{2024y / 4 / 3, DateOrigin::Text, false, 2024y / 3 / 4}));
  DateCandidates french("fr", std::nullopt);
  french.add("03/04/2024", DateOrigin::Text, DateRole::Published);
  EXPECT_EQ(french.published(), (PublishedDate{2024y / 4 / 3, DateOrigin::Text, false}));
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
