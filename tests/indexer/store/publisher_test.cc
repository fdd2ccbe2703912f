#include "indexer/store/publisher.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <unistd.h>

#include <gtest/gtest.h>
#include <xapian.h>

#include "common/error.h"
#include "common/file.h"
#include "common/history.h"
#include "common/identity.h"
#include "common/segment_set.h"
#include "common/stored_article.h"
#include "indexer/store/check.h"
#include "tests/indexer/store/publications.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using pressmark::test::TempDir;
using test::Contents;
using test::contents;
using test::older_texts;
using test::publication_of;
using test::publish_version;
using test::Texts;

TEST(Publisher, WhatIsPublishedIsThere) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  {
    Publisher publisher(archive, 0ms, OpenMode::Continue);
    EXPECT_EQ(contents(archive), Contents());
    publisher.publish(publication_of(publisher, 1, {{"a", "one"}, {"b", "two"}}));
    EXPECT_EQ(contents(archive), (Contents{{"a", "one"}, {"b", "two"}}));
    publisher.publish(publication_of(publisher, 2, {{"b", "newer"}, {"c", "three"}}));
    EXPECT_EQ(contents(archive), (Contents{{"a", "one"}, {"b", "newer"}, {"c", "three"}}));
    EXPECT_EQ(publisher.articles(), 3U);
    EXPECT_FALSE(fs::exists(publisher.fresh_directory(1)));
    publisher.finish();
  }
  EXPECT_NE(check_archive(archive).find("3 articles in 2 segments"), std::string::npos);
  Publisher again(archive, 0ms, OpenMode::Continue);
  ASSERT_TRUE(again.keys()->find(article_key("b")));
  EXPECT_EQ(again.keys()->find(article_key("b"))->entry.digest, article_key("newer"));
  EXPECT_TRUE(
      KnownFiles(archive, again.manifest().files).contains(known_file("/crawl/a.html", 1, 1, "/")));
}

TEST(Publisher, ASegmentWhoseArticlesAreAllReplacedGoes) {
  const TempDir dir;
  Publisher publisher(dir.path() / "archive", 0ms, OpenMode::Continue);
  publisher.publish(publication_of(publisher, 1, {{"a", "one"}}));
  publisher.publish(publication_of(publisher, 2, {{"a", "two"}}));
  EXPECT_EQ(publisher.manifest().segments.size(), 1U);
  EXPECT_EQ(contents(dir.path() / "archive"), (Contents{{"a", "two"}}));
}

TEST(Publisher, SegmentsStayFew) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  Contents expected;
  for (std::uint64_t i = 0; i < 30; ++i) {
    const std::string name = "article " + std::to_string(i);
    publisher.publish(publication_of(publisher, i, {{name, "text"}}));
    expected[name] = "text";
  }
  publisher.finish();
  EXPECT_LE(publisher.manifest().segments.size(), 10U);
  EXPECT_EQ(contents(archive), expected);
  publisher.compact();
  EXPECT_EQ(publisher.manifest().segments.size(), 1U);
  EXPECT_EQ(contents(archive), expected);
  EXPECT_TRUE(publisher.keys()->find(article_key("article 17")));
}

TEST(Publisher, ASearchKeepsWhatWasMergedAwayUntilItAsksAnew) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  publisher.publish(publication_of(publisher, 1, {{"a", std::string(20'000, 'x')}}));
  publisher.publish(publication_of(publisher, 2, {{"b", "two"}}));
  SegmentSet search(archive);
  publisher.compact();
  const auto is_segment = [](const fs::directory_entry& entry) {
    return entry.path().filename().string().starts_with("seg-");
  };
  EXPECT_EQ(std::ranges::count_if(fs::directory_iterator(archive), is_segment), 1);
  EXPECT_EQ(search.database().get_doccount(), 2U);
  for (Xapian::docid id : {1, 2})
    EXPECT_TRUE(decode_stored_article(search.database().get_document(id).get_data())) << id;
  search.reopen();
  EXPECT_EQ(search.segments().size(), 1U);
  EXPECT_EQ(search.database().get_doccount(), 2U);
}

TEST(Publisher, AKilledRunLeavesDeletionsThatTheNextOneDoes) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  Manifest manifest;
  {
    Publisher publisher(archive, 0ms, OpenMode::Continue);
    publisher.publish(publication_of(publisher, 1, {{"a", "one"}, {"b", "two"}}));
    manifest = publisher.manifest();
  }
  manifest.dead = {{manifest.segments[0].directory, 1}, {"seg-999999", 3}};
  for (int run = 0; run < 2; ++run) {  // the second time the article is gone already
    std::ofstream(archive / "MANIFEST") << encode(manifest);
    Publisher(archive, 0ms, OpenMode::Continue).finish();
    EXPECT_EQ(contents(archive), (Contents{{"b", "two"}}));
  }
}

// Its successor may have nothing to publish: the files are known.
TEST(Publisher, AKilledRunLeavesStoriesToTheNextOne) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  {
    Publisher publisher(archive, 0ms, OpenMode::Continue);
    publisher.publish(publication_of(publisher, 1, {{"a", "one"}}));
    publisher.finish();
    publisher.publish(publication_of(publisher, 2, {{"b", "two"}}));
  }
  Publisher again(archive, 0ms, OpenMode::Continue);
  EXPECT_TRUE(again.manifest().stories_behind);
  const std::string old = again.manifest().stories;
  again.finish();
  EXPECT_NE(again.manifest().stories, old);
  EXPECT_FALSE(again.manifest().stories_behind);
  const std::uint64_t generation = again.manifest().generation;
  again.finish();
  EXPECT_EQ(again.manifest().generation, generation) << "made again for nothing";
}

// A full disk, say: what is published has its stories all the same.
TEST(Publisher, AMergeThatCannotWriteCostsNoStories) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  for (unsigned number = 1; number <= 11; ++number)
    publisher.publish(publication_of(publisher, number, {{std::to_string(number), "text"}}));
  char name[16];
  std::snprintf(name, sizeof name, "seg-%06u",
                static_cast<unsigned>(publisher.manifest().next_number));
  fs::create_directories(archive / name / "position.glass");  // in the way of the merged segment
  EXPECT_THROW(publisher.finish(), Xapian::Error);
  EXPECT_FALSE(publisher.manifest().stories.empty());
  EXPECT_FALSE(publisher.manifest().stories_behind);
  EXPECT_EQ(publisher.manifest().segments.size(), 11U);
}

TEST(Publisher, WhatTheManifestDoesNotNameIsRemoved) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  {
    Publisher publisher(archive, 0ms, OpenMode::Continue);
    publisher.publish(publication_of(publisher, 1, {{"a", "one"}}));
  }
  dir.write("archive/fresh-000007/postlist.glass", "left by a kill");
  dir.write("archive/files-000099", "left by a kill");
  dir.write("archive/notes.txt", "of the user");
  fs::create_directory(archive / "seg-000050");
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  EXPECT_FALSE(fs::exists(archive / "fresh-000007"));
  EXPECT_FALSE(fs::exists(archive / "files-000099"));
  EXPECT_FALSE(fs::exists(archive / "seg-000050"));
  EXPECT_TRUE(fs::exists(archive / "notes.txt"));
  publisher.publish(publication_of(publisher, 2, {{"b", "two"}}));
  EXPECT_EQ(contents(archive), (Contents{{"a", "one"}, {"b", "two"}}));
}

TEST(Publisher, KeepsWhatAnArticleWas) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  publisher.publish(publication_of(publisher, 1, {{"a", "one"}, {"b", "two"}}));
  Texts expected;
  std::string newest = "one";
  for (std::uint64_t i = 2; i < 14; ++i) {  // more parts than an archive keeps
    expected.push_back(newest);
    newest = "text " + std::to_string(i);
    publish_version(publisher, i, "a", newest);
  }
  EXPECT_EQ(older_texts(archive, "a"), expected);
  publisher.finish();
  EXPECT_EQ(older_texts(archive, "a"), expected) << "also when parts were merged";
  EXPECT_LE(publisher.manifest().versions.size(), 8U);
  EXPECT_EQ(older_texts(archive, "b"), Texts());
  EXPECT_EQ(contents(archive), (Contents{{"a", newest}, {"b", "two"}}));
  EXPECT_NE(check_archive(archive).find("no damage"), std::string::npos);
}

// Each part of versions is three open files of the run.
TEST(Publisher, ManyPublicationsOfVersionsAreFewPartsBeforeTheirEndToo) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  publisher.publish(publication_of(publisher, 1, {{"a", "one"}}));
  KnownVersions known;
  std::vector<fs::path> first;
  for (std::uint64_t i = 2; i < 32; ++i) {
    publish_version(publisher, i, "a", "text " + std::to_string(i));
    if (first.empty()) first = publisher.version_parts();
    known.set_parts(publisher.version_parts());
    EXPECT_EQ(known.of(article_key("a")).size(), i - 1);
  }
  EXPECT_LE(publisher.manifest().versions.size(), 24U);
  // A list of parts may come late.
  known.set_parts(first);
  EXPECT_EQ(known.of(article_key("a")).size(), 1U);
  publisher.finish();
  EXPECT_FALSE(fs::exists(first.front()));
  EXPECT_EQ(older_texts(archive, "a").size(), 30U);
  EXPECT_NE(check_archive(archive).find("no damage"), std::string::npos);
}

TEST(Publisher, KeepsVersionsThatNeverWereAlone) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  Publication publication = publication_of(publisher, 1, {{"a", "second"}, {"b", "two"}});
  StoredArticle first;
  first.text = "first";
  publication.versions.push_back(
      {.key = article_key("a"), .place = OldVersion::Place::Memory, .record = encode(first)});
  Publication next = publication_of(publisher, 2, {{"a", "third"}});
  publication.segments.push_back(next.segments[0]);
  publication.segments[0].dead = {1};
  publication.versions.push_back(
      {.key = article_key("a"), .place = OldVersion::Place::Fresh, .segment = 0, .docid = 1});
  publisher.publish(std::move(publication));
  EXPECT_EQ(older_texts(archive, "a"), (Texts{"first", "second"}));
  EXPECT_EQ(contents(archive), (Contents{{"a", "third"}, {"b", "two"}}));
}

TEST(Publisher, NotesThatAnArticleWasSeenAgain) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  publisher.publish(publication_of(publisher, 1, {{"a", "one"}}));
  Publication publication;
  for (const int seconds : {1700000000, 1600000000, 1600000000}) {
    publication.versions.push_back({.key = article_key("a"),
                                    .place = OldVersion::Place::Nowhere,
                                    .captured = Instant(std::chrono::seconds(seconds))});
  }
  publisher.publish(std::move(publication));
  const History history = history_of(archive, read_manifest(archive), article_key("a"));
  EXPECT_TRUE(history.versions.empty());
  EXPECT_EQ(history.captures, (std::vector<Instant>{Instant(std::chrono::seconds(1600000000)),
                                                    Instant(std::chrono::seconds(1700000000))}));
  EXPECT_NE(check_archive(archive).find("no damage"), std::string::npos);
}

TEST(Publisher, RebuildStartsEmptyAndKeepsTheOldUntilThen) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  {
    Publisher publisher(archive, 0ms, OpenMode::Continue);
    publisher.publish(publication_of(publisher, 1, {{"a", "one"}}));
  }
  Publisher publisher(archive, 0ms, OpenMode::Rebuild);
  EXPECT_EQ(contents(archive), (Contents{{"a", "one"}}));
  EXPECT_FALSE(publisher.keys()->find(article_key("a")));
  publisher.publish(publication_of(publisher, 1, {{"b", "two"}}));
  EXPECT_EQ(contents(archive), (Contents{{"b", "two"}}));
}

TEST(Publisher, ARebuildThatPublishesNothingLeavesTheOldArchive) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  {
    Publisher publisher(archive, 0ms, OpenMode::Continue);
    publisher.publish(publication_of(publisher, 1, {{"a", "one"}, {"b", "two"}}));
    publish_version(publisher, 2, "a", "newer");
    publisher.finish();
  }
  dir.write("archive/fresh-000007/postlist.glass", "left by a kill");
  {
    Publisher publisher(archive, 0ms, OpenMode::Rebuild);
    EXPECT_EQ(publisher.prune({}, 9), 0U);
    publisher.finish();
    EXPECT_TRUE(publisher.old_archive_stands());
  }
  EXPECT_FALSE(fs::exists(archive / "fresh-000007"));
  EXPECT_EQ(contents(archive), (Contents{{"a", "newer"}, {"b", "two"}}));
  EXPECT_EQ(older_texts(archive, "a"), (Texts{"one"}));
  EXPECT_NE(check_archive(archive).find("no damage"), std::string::npos);
  Publisher publisher(archive, 0ms, OpenMode::Rebuild);
  publisher.publish(publication_of(publisher, 1, {{"c", "three"}}));
  EXPECT_FALSE(publisher.old_archive_stands());
  publisher.finish();
  EXPECT_EQ(contents(archive), (Contents{{"c", "three"}}));
}

TEST(Publisher, WhatWasNeverPublishedGoesWithIt) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  {
    Publisher publisher(archive, 0ms, OpenMode::Continue);
    publisher.publish(publication_of(publisher, 1, {{"a", "one"}}));
    dir.write("archive/fresh-000007/postlist.glass", "the disk was full here");
    dir.write("archive/seg-000099/postlist.glass", "or here");
  }
  EXPECT_FALSE(fs::exists(archive / "fresh-000007"));
  EXPECT_FALSE(fs::exists(archive / "seg-000099"));
  EXPECT_EQ(contents(archive), (Contents{{"a", "one"}}));
}

TEST(Publisher, WhatAManifestOnTheDiskNamesStaysWhateverFailed) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  {
    Publisher publisher(archive, 0ms, OpenMode::Continue);
    publisher.publish(publication_of(publisher, 1, {{"a", "one"}}));
    fs::copy(archive / "seg-000001", archive / "seg-000099");
    Manifest renamed = publisher.manifest();  // and its directory could not be synced
    renamed.segments[0].directory = "seg-000099";
    std::ofstream(archive / "MANIFEST") << encode(renamed);
  }
  EXPECT_TRUE(fs::exists(archive / "seg-000001")) << "after a power loss it is the archive again";
  EXPECT_EQ(contents(archive), (Contents{{"a", "one"}}));
}

void expect_no_manifest(const fs::path& archive) {
  for (int run = 0; run < 2; ++run) {
    try {
      Publisher(archive, 0ms, OpenMode::Continue);
      FAIL() << "taken for the litter of a killed run";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::Database);
      EXPECT_NE(std::string(error.what()).find("its MANIFEST is missing"), std::string::npos);
      EXPECT_NE(std::string(error.what()).find("--rebuild"), std::string::npos);
    }
  }
  EXPECT_TRUE(fs::exists(archive / "seg-000001/docdata.glass"));
}

TEST(Publisher, SegmentsWithoutAManifestAreNobodysLitter) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  {
    Publisher publisher(archive, 0ms, OpenMode::Continue);
    publisher.publish(publication_of(publisher, 1, {{"a", "one"}}));
  }
  fs::remove(archive / "MANIFEST");
  expect_no_manifest(archive);
  fs::remove(archive / "lock");  // as in a copy that broke off
  expect_no_manifest(archive);
  fs::remove(archive / "lock");
  Publisher publisher(archive, 0ms, OpenMode::Rebuild);
  publisher.publish(publication_of(publisher, 1, {{"c", "three"}}));
  EXPECT_EQ(contents(archive), (Contents{{"c", "three"}}));
}

TEST(Publisher, AKilledFirstRunStartsAgain) {
  const TempDir dir;
  dir.write("archive/lock", "8123 2022-08-14T02:00:00Z\n");
  dir.write("archive/MANIFEST.new", "pressmark-arch");
  dir.write("archive/fresh-000000/iamglass", "left by a kill");
  const fs::path archive = dir.path() / "archive";
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  EXPECT_FALSE(fs::exists(archive / "fresh-000000"));
  EXPECT_FALSE(fs::exists(archive / "MANIFEST.new"));
  publisher.publish(publication_of(publisher, 1, {{"a", "one"}}));
  EXPECT_EQ(contents(archive), (Contents{{"a", "one"}}));
}

TEST(Publisher, OneWriterAtATime) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  const Publisher first(archive, 0ms, OpenMode::Continue);
  try {
    Publisher(archive, 60ms, OpenMode::Continue);
    FAIL() << "two writers";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::Locked);
    EXPECT_NE(std::string(error.what()).find("process " + std::to_string(getpid())),
              std::string::npos);
  }
}

TEST(Publisher, ADirectoryOfOtherThingsIsRefused) {
  const TempDir dir;
  dir.write("letters/mother.txt", "Dear");
  try {
    Publisher(dir.path() / "letters", 0ms, OpenMode::Continue);
    FAIL() << "taken for an archive";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::Usage);
  }
}

}  // namespace
}  // namespace pressmark::indexer
