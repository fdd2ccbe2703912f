#include "indexer/store/intake.h"

#include <array>
#include <map>
#include <string>

#include <gtest/gtest.h>

#include "common/schema.h"
#include "tests/indexer/store/intake_bench.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

using test::article;
using test::Bench;

TEST(Intake, CutsSegmentsAndPublicationsByWhatComesIn) {
  Bench bench;
  for (std::uint64_t key = 1; key <= 5; ++key)
    EXPECT_EQ(bench.intake.add(article(key, key)), Verdict::Added);
  ASSERT_EQ(bench.jobs.size(), 2U);
  EXPECT_EQ(bench.jobs[1].articles[0].entry.key, 3U);
  EXPECT_EQ(bench.jobs[1].articles[1].entry.docid, 2U);
  EXPECT_TRUE(bench.publications.empty()) << "its segments are not written yet";
  bench.write_all();
  ASSERT_EQ(bench.publications.size(), 1U);
  EXPECT_EQ(bench.publications[0].segments[1].entries[0].key, 3U);
  bench.intake.finish();
  bench.write_all();
  ASSERT_EQ(bench.publications.size(), 2U);
  EXPECT_EQ(bench.publications[1].segments[0].entries.size(), 1U);
}

TEST(Intake, ALongTextFillsASegmentAlone) {
  Bench bench;
  NewArticle large = article(1, 1);
  large.bytes = 1000;
  bench.intake.add(std::move(large));
  EXPECT_EQ(bench.jobs.size(), 1U);
}

TEST(Intake, PublicationsLeaveInOrderWhateverIsWrittenFirst) {
  Bench bench;
  for (std::uint64_t key = 1; key <= 8; ++key) bench.intake.add(article(key, key));
  ASSERT_EQ(bench.jobs.size(), 4U);
  for (const std::size_t job : {3U, 2U, 0U}) {
    bench.intake.segment_written(bench.jobs[job].publication, bench.jobs[job].segment);
    EXPECT_TRUE(bench.publications.empty());
  }
  bench.intake.segment_written(0, 1);
  EXPECT_EQ(bench.numbers, (std::vector<std::uint64_t>{0, 1}));
}

TEST(Intake, AFileIsDoneWithItsLastArticle) {
  Bench bench;
  bench.intake.add(article(1, 1));
  bench.intake.file_done(known_file("/a", 1, 1, "/"));
  for (std::uint64_t key = 2; key <= 5; ++key) bench.intake.add(article(key, key));
  bench.intake.file_done(known_file("/b", 1, 1, "/"));
  bench.intake.finish();
  bench.write_all();
  ASSERT_EQ(bench.publications.size(), 2U);
  ASSERT_EQ(bench.publications[0].files.size(), 1U);
  EXPECT_EQ(bench.publications[0].files[0].path, "/a");
  ASSERT_EQ(bench.publications[1].files.size(), 1U)
      << "article 5 of it is in the second publication";
  EXPECT_EQ(bench.publications[1].files[0].path, "/b");
}

TEST(Intake, FilesWithoutArticlesArePublishedToo) {
  Bench bench;
  for (const char* name : {"/a", "/b", "/c", "/d"})
    bench.intake.file_done(known_file(name, 1, 1, "/"));
  ASSERT_EQ(bench.publications.size(), 1U);
  bench.intake.finish();
  ASSERT_EQ(bench.publications.size(), 2U);
  EXPECT_TRUE(bench.publications[1].segments.empty());
}

TEST(Intake, NothingNewIsNothingToPublish) {
  Bench bench;
  bench.intake.finish();
  EXPECT_TRUE(bench.publications.empty());
  EXPECT_EQ(bench.intake.waiting(), 0U);
}

TEST(Intake, TheLaterOfTwoCounts) {
  Bench bench;
  EXPECT_EQ(bench.intake.add(article(7, 1)), Verdict::Added);
  EXPECT_EQ(bench.intake.add(article(7, 1)), Verdict::Duplicate) << "the same bytes";
  EXPECT_EQ(bench.intake.add(article(7, 2)), Verdict::Updated)
      << "in the same segment, not cut yet";
  ASSERT_EQ(bench.jobs.size(), 1U);
  ASSERT_EQ(bench.jobs[0].articles.size(), 1U);
  EXPECT_EQ(bench.jobs[0].articles[0].entry.digest, 2U);
  EXPECT_EQ(bench.jobs[0].articles[0].entry.docid, 1U);

  EXPECT_EQ(bench.intake.add(article(7, 3)), Verdict::Updated)
      << "in an earlier segment of the publication";
  bench.intake.add(article(8, 1));
  bench.write_all();
  ASSERT_EQ(bench.publications.size(), 1U);
  EXPECT_EQ(bench.publications[0].segments[0].dead, (std::vector<std::uint32_t>{1}));
  EXPECT_TRUE(bench.publications[0].replaced.empty());

  EXPECT_EQ(bench.intake.add(article(7, 4)), Verdict::Updated)
      << "in an earlier publication, not durable yet";
  bench.intake.finish();
  bench.write_all();
  ASSERT_EQ(bench.publications.size(), 2U);
  EXPECT_EQ(bench.publications[1].replaced, (std::vector<std::uint64_t>{7}));
}

double versions_in(const NewArticle& article) {
  return Xapian::sortable_unserialise(article.document.get_value(*field(FieldId::Versions).slot));
}

TEST(Intake, APageFetchedEarlierTakesNoPlaceAndIsAnOlderVersion) {
  Bench bench;
  NewArticle earlier = article(7, 20, 100);
  earlier.document.set_data("the earlier");
  EXPECT_EQ(bench.intake.add(article(7, 10, 200)), Verdict::Added);
  EXPECT_EQ(bench.intake.add(std::move(earlier)), Verdict::Updated);
  EXPECT_EQ(bench.intake.add(article(7, 21, 100)), Verdict::Duplicate) << "that text is known";
  bench.intake.finish();
  ASSERT_EQ(bench.jobs.size(), 1U);
  ASSERT_EQ(bench.jobs[0].articles.size(), 1U);
  EXPECT_EQ(bench.jobs[0].articles[0].entry.digest, 10U);
  EXPECT_EQ(bench.jobs[0].articles[0].entry.versions, 2U);
  EXPECT_EQ(versions_in(bench.jobs[0].articles[0]), 2);
  bench.write_all();
  ASSERT_EQ(bench.publications.size(), 1U);
  const std::vector<OldVersion>& versions = bench.publications[0].versions;
  ASSERT_EQ(versions.size(), 1U);
  EXPECT_EQ(versions[0].place, OldVersion::Place::Memory);
  EXPECT_EQ(versions[0].record, "the earlier");
}

TEST(Intake, AnEarlierTextThatIsKnownIsACapture) {
  Bench bench;
  bench.published = {{2, Instant(std::chrono::seconds(100))}};
  EXPECT_EQ(bench.intake.add(article(7, 10, 200)), Verdict::Added);
  EXPECT_EQ(bench.intake.add(article(7, 20, 100)), Verdict::Duplicate) << "read again";
  EXPECT_EQ(bench.intake.add(article(7, 21, 150)), Verdict::Duplicate) << "seen again";
  bench.intake.finish();
  bench.write_all();
  ASSERT_EQ(bench.publications.size(), 1U);
  ASSERT_EQ(bench.publications[0].versions.size(), 1U);
  EXPECT_EQ(bench.publications[0].versions[0].captured, Instant(std::chrono::seconds(150)));
  EXPECT_TRUE(bench.publications[0].recounted.empty());
}

TEST(Intake, TheNewestCopyIsCountedAnewWhereverItIs) {
  Bench bench;
  bench.intake.add(article(7, 10, 400));
  bench.intake.add(article(8, 10, 400));  // cuts a segment
  EXPECT_EQ(bench.intake.add(article(7, 20, 100)), Verdict::Updated);
  EXPECT_EQ(bench.intake.add(article(8, 20, 100)), Verdict::Updated);
  bench.intake.add(article(9, 10));
  EXPECT_EQ(bench.intake.add(article(8, 30, 500)), Verdict::Updated) << "takes the number along";
  ASSERT_EQ(bench.jobs.size(), 2U);
  EXPECT_EQ(bench.jobs[1].articles[1].entry.versions, 3U);
  bench.write_all();
  ASSERT_EQ(bench.publications.size(), 1U);
  using Counts = std::map<std::uint64_t, std::uint32_t>;
  EXPECT_EQ(bench.publications[0].recounted, (Counts{{7, 2}}));
  EXPECT_EQ(bench.intake.add(article(7, 30, 300)), Verdict::Updated) << "not durable yet";
  bench.intake.finish();
  ASSERT_EQ(bench.publications.size(), 2U);
  EXPECT_EQ(bench.publications[1].recounted, (Counts{{7, 3}}));
}

TEST(Intake, ManyOlderVersionsArePublishedOnTheWay) {
  Bench bench;
  bench.intake.add(article(7, 10, 400));
  NewArticle earlier = article(7, 20, 100);
  earlier.document.set_data(std::string(2000, 'x'));
  bench.intake.add(std::move(earlier));
  bench.write_all();
  EXPECT_EQ(bench.publications.size(), 1U);
}

TEST(Intake, APageFetchedAtAnUnknownTimeIsTheNewest) {
  Bench bench;
  EXPECT_EQ(bench.intake.add(article(7, 1, 200)), Verdict::Added);
  EXPECT_EQ(bench.intake.add(article(7, 3, 300)), Verdict::Updated);
  EXPECT_EQ(bench.intake.add(article(7, 4)), Verdict::Updated) << "nobody knows when";
}

TEST(Intake, AnotherTextMakesAnotherVersion) {
  Bench bench;
  NewArticle first = article(7, 10);
  first.document.set_data("the first");
  bench.intake.add(std::move(first));
  bench.intake.add(article(7, 20));
  ASSERT_EQ(bench.jobs.size(), 1U);
  EXPECT_EQ(bench.intake.add(article(7, 21)), Verdict::Updated) << "other bytes, the same text";
  bench.intake.finish();
  bench.write_all();
  ASSERT_EQ(bench.publications.size(), 1U);
  const std::vector<OldVersion>& versions = bench.publications[0].versions;
  ASSERT_EQ(versions.size(), 1U);
  EXPECT_EQ(versions[0].key, 7U);
  EXPECT_EQ(versions[0].place, OldVersion::Place::Memory);
  EXPECT_EQ(versions[0].record, "the first");
}

TEST(Intake, VersionsAreCountedInTheDocument) {
  Bench bench;
  bench.intake.add(article(7, 10));
  bench.intake.add(article(8, 10));
  EXPECT_EQ(bench.jobs.back().articles[0].document.termlist_count(), 0U);
  bench.intake.add(article(7, 20));
  bench.intake.add(article(7, 21));
  ASSERT_EQ(bench.jobs.size(), 2U);
  ASSERT_EQ(bench.jobs[1].articles.size(), 1U);
  EXPECT_EQ(versions_in(bench.jobs[1].articles[0]), 2);
  EXPECT_EQ(bench.jobs[1].articles[0].entry.versions, 2U);
  bench.write_all();
  ASSERT_EQ(bench.publications.size(), 1U);
  const std::vector<OldVersion>& versions = bench.publications[0].versions;
  ASSERT_EQ(versions.size(), 1U);
  EXPECT_EQ(versions[0].place, OldVersion::Place::Fresh);
  EXPECT_EQ(versions[0].segment, 0U);
  EXPECT_EQ(versions[0].docid, 1U);
}

TEST(Intake, ARevisitIsNotedWhereThereIsAnArticle) {
  Bench bench;
  const Instant first(std::chrono::seconds(100));
  const Instant later(std::chrono::seconds(200));
  EXPECT_FALSE(bench.intake.captured(7, later));
  bench.intake.add(article(7, 10, 100));
  EXPECT_TRUE(bench.intake.captured(7, first)) << "the capture that it came with";
  EXPECT_TRUE(bench.intake.captured(7, later));
  bench.intake.finish();
  bench.write_all();
  ASSERT_EQ(bench.publications.size(), 1U);
  ASSERT_EQ(bench.publications[0].versions.size(), 1U);
  EXPECT_EQ(bench.publications[0].versions[0].place, OldVersion::Place::Nowhere);
  EXPECT_EQ(bench.publications[0].versions[0].captured, later);
}

// A page that is crawled each night has other menus each time.
TEST(Intake, TheSameTextInOtherBytesAtAnotherTimeIsACaptureWhicheverComesFirst) {
  for (const bool later_first : {false, true}) {
    Bench bench;
    bench.intake.add(later_first ? article(7, 11, 200) : article(7, 10, 100));
    bench.intake.add(later_first ? article(7, 10, 100) : article(7, 11, 200));
    bench.intake.add(article(7, 11, 200));
    bench.intake.finish();
    bench.write_all();
    ASSERT_EQ(bench.publications.size(), 1U);
    ASSERT_EQ(bench.publications[0].versions.size(), 1U);
    EXPECT_EQ(bench.publications[0].versions[0].place, OldVersion::Place::Nowhere);
    EXPECT_EQ(bench.publications[0].versions[0].captured, Instant(std::chrono::seconds(100)));
    ASSERT_EQ(bench.publications[0].segments.size(), 1U);
    EXPECT_EQ(bench.publications[0].segments[0].entries[0].versions, 1U);
  }
}

// A crawl of millions of revisits took memory for each of them until its end.
TEST(Intake, InputsWithoutAnArticleCloseAPublicationToo) {
  Bench bench;
  for (int i = 0; i < 10; ++i) bench.intake.input_done();
  EXPECT_EQ(bench.intake.publication(), 0U) << "there is nothing to publish";
  bench.intake.add(article(7, 10, 100));
  bench.intake.input_done();
  for (int i = 1; i < 8; ++i) {
    bench.intake.captured(7, Instant(std::chrono::seconds(100 + i)));
    bench.intake.input_done();
    bench.write_all();
  }
  ASSERT_EQ(bench.publications.size(), 2U);
  EXPECT_EQ(bench.publications[0].versions.size(), 3U);
  EXPECT_EQ(bench.publications[1].versions.size(), 4U);
}

/// As in two runs, of which the second finds the article unchanged.
TEST(Intake, TheSameBytesAtAnotherTimeAreACapture) {
  Bench bench;
  const Instant later(std::chrono::seconds(200));
  bench.intake.add(article(7, 10, 100));
  EXPECT_EQ(bench.intake.add(article(7, 10, 100)), Verdict::Duplicate);
  EXPECT_EQ(bench.intake.add(article(7, 10)), Verdict::Duplicate) << "nobody knows when";
  EXPECT_EQ(bench.intake.add(article(7, 10, 200)), Verdict::Duplicate);
  bench.intake.finish();
  bench.write_all();
  ASSERT_EQ(bench.publications.size(), 1U);
  ASSERT_EQ(bench.publications[0].versions.size(), 1U);
  EXPECT_EQ(bench.publications[0].versions[0].place, OldVersion::Place::Nowhere);
  EXPECT_EQ(bench.publications[0].versions[0].captured, later);
}

NewArticle referred(std::uint64_t key, std::uint64_t digest,
                    std::array<std::uint64_t, 3> references) {
  NewArticle made = article(key, digest);
  made.entry.references = references;
  return made;
}

TEST(Intake, AReferenceLeadsToTheArticleThatHasIt) {
  Bench bench;
  bench.intake.add(referred(7, 10, {70, 71, 0}));
  EXPECT_EQ(bench.intake.article_of(7), 7U) << "its key";
  EXPECT_EQ(bench.intake.article_of(71), 7U);
  EXPECT_FALSE(bench.intake.article_of(72));
  bench.intake.add(referred(8, 10, {80, 71, 0}));
  EXPECT_FALSE(bench.intake.article_of(71)) << "two have it";
  EXPECT_EQ(bench.intake.article_of(80), 8U);
  bench.intake.add(referred(8, 20, {81, 0, 0}));
  EXPECT_EQ(bench.intake.article_of(71), 7U) << "the other has another text now";
  EXPECT_FALSE(bench.intake.article_of(80));
}

/// What is found does not depend on what has become durable meanwhile.
TEST(Intake, AReferenceToTheArchiveIsThatOfTheNewestCopy) {
  const pressmark::test::TempDir dir;
  const std::vector<ArticleEntry> entries = {referred(7, 1, {70, 71, 0}).entry,
                                             referred(8, 1, {80, 71, 0}).entry};
  const auto table = std::make_shared<const KeyTable>(dir.write("keys", KeyTable::encode(entries)));
  Bench bench(
      std::make_shared<const KeyIndex>(std::vector<std::shared_ptr<const KeyTable>>{table}));
  EXPECT_EQ(bench.intake.article_of(70), 7U);
  EXPECT_FALSE(bench.intake.article_of(71)) << "two have it";
  bench.intake.add(referred(8, 2, {82, 0, 0}));
  EXPECT_EQ(bench.intake.article_of(71), 7U);
  EXPECT_FALSE(bench.intake.article_of(80));
  EXPECT_EQ(bench.intake.article_of(82), 8U);
}

TEST(Intake, AReferenceThatVeryManyHaveSaysNothing) {
  Bench bench;
  for (std::uint64_t key = 1; key <= kMostReferred + 1; ++key)
    bench.intake.add(referred(key, 1, {99, 0, 0}));
  EXPECT_FALSE(bench.intake.article_of(99));
}

TEST(Intake, WhatIsInTheArchiveIsReplaced) {
  const pressmark::test::TempDir dir;
  const auto table =
      std::make_shared<const KeyTable>(dir.write("keys", KeyTable::encode({article(7, 1).entry})));
  const auto keys =
      std::make_shared<const KeyIndex>(std::vector<std::shared_ptr<const KeyTable>>{table});
  Bench bench(keys);
  EXPECT_TRUE(bench.intake.has(article(7, 1).entry));
  EXPECT_EQ(bench.intake.add(article(7, 1)), Verdict::Duplicate);
  EXPECT_EQ(bench.intake.add(article(7, 2)), Verdict::Updated);
  EXPECT_FALSE(bench.intake.has(article(7, 1).entry))
      << "another one of this run has taken its place";
  bench.intake.finish();
  bench.write_all();
  ASSERT_EQ(bench.publications.size(), 1U);
  EXPECT_EQ(bench.publications[0].replaced, (std::vector<std::uint64_t>{7}));
}

}  // namespace
}  // namespace pressmark::indexer
