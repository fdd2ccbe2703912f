// What Publisher::prune deletes and what it keeps.
#include <algorithm>

#include <gtest/gtest.h>

#include "common/identity.h"
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

TEST(Publisher, PruneForgetsFilesAndTheirArticles) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  publisher.publish(publication_of(publisher, 1, {{"a", "one"}, {"ab", "two"}, {"b", "three"}}));
  EXPECT_EQ(publisher.prune({known_file("/crawl/a.html", 1, 1, "/")}, 3), 1U);
  EXPECT_EQ(contents(archive), (Contents{{"ab", "two"}, {"b", "three"}}));
  EXPECT_FALSE(publisher.keys()->find(article_key("a")));
  EXPECT_FALSE(KnownFiles(archive, publisher.manifest().files)
                   .contains(known_file("/crawl/a.html", 1, 1, "/")));
}

KnownFile archive_holding(const std::string& path, const std::vector<std::string>& names) {
  KnownFile file = known_file(path, 1, 1, "/");
  for (const std::string& name : names) file.articles.push_back(article_key(name));
  std::ranges::sort(file.articles);
  return file;
}

TEST(Publisher, PruneKeepsWhatAnotherFileHolds) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  Publication publication = publication_of(publisher, 1, {{"a", "one"}, {"b", "two"}});
  publication.files = {archive_holding("/crawl/a.html", {"a"}),
                       archive_holding("/crawl/b.html", {"b"}),
                       archive_holding("/new/all", {"a", "b", "never added"})};
  publisher.publish(publication);
  EXPECT_EQ(publisher.prune({publication.files[0]}, 2), 0U);
  EXPECT_EQ(contents(archive), (Contents{{"a", "one"}, {"b", "two"}}));
  EXPECT_EQ(publisher.prune({publication.files[2]}, 2), 1U) << "nobody has a.html any more";
  EXPECT_EQ(contents(archive), (Contents{{"b", "two"}}));
}

TEST(Publisher, PruneDoesNothingWhenItWouldDeleteMore) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  publisher.publish(publication_of(publisher, 1, {{"a", "one"}, {"b", "two"}}));
  const std::vector<KnownFile> gone = {known_file("/crawl/a.html", 1, 1, "/"),
                                       known_file("/crawl/b.html", 1, 1, "/")};
  EXPECT_EQ(publisher.prune(gone, 1), 2U);
  EXPECT_EQ(contents(archive), (Contents{{"a", "one"}, {"b", "two"}}));
  EXPECT_TRUE(KnownFiles(archive, publisher.manifest().files).contains(gone[0]));
  EXPECT_EQ(publisher.prune(gone, 2), 2U);
  EXPECT_EQ(contents(archive), Contents());
}

/// Terms of origins that begin alike belong to other files.
TEST(Publisher, PruneTellsNamesThatBeginAlikeApart) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  const std::string deep = std::string(230, 'd') + "/";
  publisher.publish(publication_of(publisher, 1,
                                   {{"1", "one"},
                                    {"1.html!x", "in it"},
                                    {"1.html:7", "in it"},
                                    {"1.html-old", "another"},
                                    {deep + "1", "one"},
                                    {deep + "2", "two"}}));
  EXPECT_EQ(publisher.prune({known_file("/crawl/1.html", 1, 1, "/")}, 9), 3U);
  EXPECT_EQ(contents(archive),
            (Contents{{"1.html-old", "another"}, {deep + "1", "one"}, {deep + "2", "two"}}));
  EXPECT_EQ(publisher.prune({known_file("/crawl/" + deep + "2.html", 1, 1, "/")}, 9), 1U);
  EXPECT_EQ(contents(archive), (Contents{{"1.html-old", "another"}, {deep + "1", "one"}}));
}

TEST(Publisher, PruneForgetsOlderVersionsToo) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  publisher.publish(publication_of(publisher, 1, {{"a", "one"}, {"b", "two"}}));
  publish_version(publisher, 2, "a", "one more");
  publish_version(publisher, 3, "b", "two more");
  publish_version(publisher, 4, "b", "two and more");
  publisher.prune({known_file("/crawl/b.html", 1, 1, "/")}, 2);
  EXPECT_EQ(older_texts(archive, "a"), (Texts{"one"}));
  EXPECT_EQ(older_texts(archive, "b"), Texts());
  EXPECT_EQ(contents(archive), (Contents{{"a", "one more"}}));
}

}  // namespace
}  // namespace pressmark::indexer
