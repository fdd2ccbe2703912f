// Which of several copies of an article counts, and which of them are its versions.
#include <gtest/gtest.h>

#include "indexer/store/intake.h"
#include "tests/indexer/store/intake_bench.h"

namespace pressmark::indexer {
namespace {

using test::article;
using test::Bench;

TEST(Intake, AFeedsCopyGivesWayToThePage) {
  const auto from_feed = [](std::uint64_t digest, std::optional<int> crawled = {}) {
    NewArticle made = article(7, digest, crawled);
    made.entry.from_feed = true;
    return made;
  };
  Bench bench;
  EXPECT_EQ(bench.intake.add(from_feed(10, 200)), Verdict::Added);
  EXPECT_EQ(bench.intake.add(from_feed(20, 300)), Verdict::Updated) << "the feed's newer text";
  EXPECT_EQ(bench.intake.add(article(7, 30, 100)), Verdict::Updated) << "though it is older";
  EXPECT_TRUE(bench.intake.has(article(7, 30).entry));
  EXPECT_EQ(bench.intake.add(from_feed(40, 400)), Verdict::Duplicate);
  EXPECT_TRUE(bench.intake.has(article(7, 30).entry));
  bench.intake.finish();
  ASSERT_FALSE(bench.jobs.empty());
  ASSERT_EQ(bench.jobs.back().articles.size(), 1U);
  EXPECT_EQ(bench.jobs.back().articles[0].entry.versions, 1U) << "nobody edited anything";
}

// The page was not seen when the feed was.
TEST(Intake, AFeedsCopyIsNoCaptureOfThePageWhicheverComesFirst) {
  for (const bool feed_first : {true, false}) {
    Bench bench;
    NewArticle feed = article(7, 10, 100), page = article(7, 11, 200);
    feed.entry.from_feed = true;
    bench.intake.add(feed_first ? feed : page);
    bench.intake.add(feed_first ? page : feed);
    bench.intake.finish();
    bench.write_all();
    ASSERT_EQ(bench.publications.size(), 1U);
    EXPECT_TRUE(bench.publications[0].versions.empty());
    ASSERT_EQ(bench.publications[0].segments.size(), 1U);
    EXPECT_EQ(bench.publications[0].segments[0].entries[0].digest, 11U);
  }
}

TEST(Intake, OfTwoFeedsCopiesNeitherIsAVersion) {
  Bench bench;
  for (const std::uint64_t digest : {10, 20, 10}) {
    NewArticle made = article(7, digest);
    made.entry.from_feed = true;
    bench.intake.add(std::move(made));
  }
  bench.intake.finish();
  EXPECT_EQ(bench.jobs.back().articles[0].entry.versions, 1U);
}

TEST(Intake, ACutCopyGivesWayToOneThatIsNot) {
  const auto copy = [](std::uint64_t digest, bool feed, bool cut) {
    NewArticle made = article(7, digest);
    made.entry.from_feed = feed;
    made.entry.record = !feed;
    made.entry.cut = cut;
    return made;
  };
  Bench bench;
  EXPECT_EQ(bench.intake.add(copy(10, false, true)), Verdict::Added);
  EXPECT_EQ(bench.intake.add(copy(20, true, true)), Verdict::Updated);
  EXPECT_EQ(bench.intake.add(copy(30, true, false)), Verdict::Updated);
  EXPECT_EQ(bench.intake.add(copy(40, true, true)), Verdict::Duplicate);
  EXPECT_EQ(bench.intake.add(copy(10, false, true)), Verdict::Duplicate);
  EXPECT_TRUE(bench.intake.has(article(7, 30).entry));
  EXPECT_EQ(bench.intake.add(copy(50, false, false)), Verdict::Updated);
  EXPECT_EQ(bench.intake.add(copy(30, true, false)), Verdict::Duplicate);
  bench.intake.finish();
  EXPECT_EQ(bench.jobs.back().articles[0].entry.versions, 3U)
      << "the record's that was cut, and the feed's full text, of which the row may be a part";
}

// A table that grows, with one article twice in it: it had one more version each night.
TEST(Intake, ATextThatIsAnOlderVersionAlreadyIsKnown) {
  Bench bench;
  bench.intake.add(article(7, 10));
  EXPECT_EQ(bench.intake.add(article(7, 20)), Verdict::Updated);
  EXPECT_EQ(bench.intake.add(article(7, 11)), Verdict::Duplicate) << "in other bytes";
  EXPECT_TRUE(bench.intake.has(article(7, 20).entry));
  bench.intake.finish();
  EXPECT_EQ(bench.jobs.back().articles[0].entry.versions, 2U);
}

TEST(Intake, ATextThatIsFetchedAnewAfterAnotherIsAVersionOnce) {
  Bench bench;
  bench.intake.add(article(7, 10, 100));
  EXPECT_EQ(bench.intake.add(article(7, 20, 200)), Verdict::Updated);
  EXPECT_EQ(bench.intake.add(article(7, 12, 200)), Verdict::Duplicate) << "in the same second";
  EXPECT_EQ(bench.intake.add(article(7, 11, 300)), Verdict::Updated) << "changed back";
  EXPECT_TRUE(bench.intake.has(article(7, 11).entry));
}

}  // namespace
}  // namespace pressmark::indexer
