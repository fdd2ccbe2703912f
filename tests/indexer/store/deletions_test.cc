// What Publisher::remove deletes, for how long, and what a run that was killed leaves to the next.
#include "indexer/store/deletions.h"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/error.h"
#include "common/file.h"
#include "common/identity.h"
#include "indexer/store/merge.h"
#include "indexer/store/publisher.h"
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
using ::testing::IsEmpty;

TEST(Deletions, AreReadBackAsTheyWereWritten) {
  const TempDir dir;
  Deletions deletions(dir.path());
  EXPECT_THAT(deletions.keys(), IsEmpty());
  EXPECT_TRUE(deletions.add({7, 3}));
  EXPECT_FALSE(deletions.add({3}));
  EXPECT_TRUE(deletions.remove({7, 9}));
  EXPECT_FALSE(deletions.remove({9}));
  EXPECT_EQ(Deletions(dir.path()).keys(), std::set<std::uint64_t>{3});
  const std::string text = read_whole_file(dir.path() / "DELETED");
  EXPECT_TRUE(text.starts_with(article_id(std::uint64_t{3}) + "\ncrc ")) << text;
}

// Without a line that cannot be read an article would come back.
TEST(Deletions, RefuseWhatTheyCannotRead) {
  const TempDir dir;
  dir.write("DELETED", "\n " + article_id(std::uint64_t{3}) + "\r\n");
  EXPECT_TRUE(Deletions(dir.path()).contains(3));
  dir.write("DELETED", article_id(std::uint64_t{3}) + "\naaaa\n");
  EXPECT_THROW(Deletions(dir.path()), Error);
}

TEST(Deletions, NoticeAnIdThatBecameAnother) {
  const TempDir dir;
  Deletions(dir.path()).add({3, 7});
  const std::string good = read_whole_file(dir.path() / "DELETED");
  for (std::size_t at = 0; at + 1 < good.size(); ++at) {
    std::string damaged = good;
    damaged[at] = damaged[at] == 'b' ? 'c' : 'b';
    dir.write("DELETED", damaged);
    EXPECT_THROW(Deletions(dir.path()), Error) << damaged;
  }
  dir.write("DELETED", good + article_id(std::uint64_t{9}) + "\n");
  EXPECT_EQ(Deletions(dir.path()).keys(), (std::set<std::uint64_t>{3, 7, 9})) << "by hand, below";
}

class Removing : public ::testing::Test {
 protected:
  Removing() {
    Publisher publisher(archive, 0ms, OpenMode::Continue);
    publisher.publish(publication_of(publisher, 1, {{"a", "one"}, {"b", "two"}}));
    publisher.publish(publication_of(publisher, 2, {{"c", "three"}}));
    publish_version(publisher, 3, "a", "newer");
    publisher.finish();
  }

  TempDir dir;
  fs::path archive = dir.path() / "archive";
};

TEST_F(Removing, TakesArticlesAndWhatTheyWere) {
  ASSERT_EQ(older_texts(archive, "a"), Texts{"one"});
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  EXPECT_TRUE(publisher.article(article_key("a")));
  publisher.remove({article_key("a"), article_key("c")});
  EXPECT_EQ(contents(archive), (Contents{{"b", "two"}}));
  EXPECT_EQ(older_texts(archive, "a"), Texts{});
  EXPECT_FALSE(publisher.article(article_key("a")));
  EXPECT_FALSE(publisher.keys()->find(article_key("c")));
  EXPECT_TRUE(publisher.manifest().versions.empty());
}

/// The revision of a table that was changed after it was written is over 1.
TEST_F(Removing, WritesAnewWhatItDeletedFrom) {
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  const auto before = publisher.manifest().segments;
  publisher.remove({article_key("a")});
  for (const Segment& segment : publisher.manifest().segments)
    EXPECT_TRUE(is_as_merged(archive / segment.directory)) << segment.directory;
  EXPECT_NE(publisher.manifest().segments, before);
}

/// What is damaged gets no checksums that say it is right.
TEST_F(Removing, IsNotKeptFromItByDamage) {
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  publisher.compact();
  const auto segment = [&] { return archive / publisher.manifest().segments.at(0).directory; };
  const fs::path table = segment() / "position.glass";
  std::string bytes = read_whole_file(table);
  const std::size_t at = bytes.find_last_not_of('\0');
  bytes[at] = static_cast<char>(bytes[at] ^ 4);
  std::ofstream(table, std::ios::binary) << bytes;
  const auto damage = publisher.remove({article_key("b")});
  ASSERT_TRUE(damage);
  EXPECT_THAT(damage->what(), ::testing::HasSubstr("position.glass is damaged"));
  EXPECT_EQ(contents(archive), (Contents{{"a", "newer"}, {"c", "three"}}));
  EXPECT_TRUE(is_as_merged(segment()));
  EXPECT_FALSE(fs::exists(segment() / "sums"));
  EXPECT_FALSE(publisher.remove({article_key("b")}));
}

TEST_F(Removing, IsDoneByTheNextRunAfterAKill) {
  Deletions(archive).add({article_key("a")});
  dir.write("archive/DELETED.new", "half of it");
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  EXPECT_EQ(contents(archive), (Contents{{"b", "two"}, {"c", "three"}}));
  EXPECT_EQ(older_texts(archive, "a"), Texts{});
  EXPECT_FALSE(fs::exists(archive / "DELETED.new"));
}

TEST_F(Removing, OutlivesARebuild) {
  Publisher(archive, 0ms, OpenMode::Continue).remove({article_key("a")});
  Publisher publisher(archive, 0ms, OpenMode::Rebuild);
  publisher.publish(publication_of(publisher, 1, {{"b", "two"}}));
  publisher.finish();
  EXPECT_TRUE(publisher.deletions().contains(article_key("a")));
  EXPECT_TRUE(Deletions(archive).contains(article_key("a")));
}

TEST_F(Removing, IsTakenBackWithTheFilesThatHoldTheArticles) {
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  Publication more = publication_of(publisher, 4, {{"d", "four"}});
  more.files = {known_file("/crawl/d.html", 1, 1, "/"), known_file("/crawl/e.html", 1, 1, "/")};
  more.files[0].articles = {article_key("d")};
  publisher.publish(more);
  publisher.remove({article_key("d")});
  EXPECT_EQ(publisher.allow({article_key("d")}), 1U);
  EXPECT_FALSE(publisher.deletions().contains(article_key("d")));
  const KnownFiles known(archive, publisher.manifest().files);
  EXPECT_FALSE(known.contains(known_file("/crawl/d.html", 1, 1, "/")));
  EXPECT_TRUE(known.contains(known_file("/crawl/e.html", 1, 1, "/")));
}

}  // namespace
}  // namespace pressmark::indexer
