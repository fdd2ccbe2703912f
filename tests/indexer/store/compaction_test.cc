// Publisher::compact(): what it writes anew, and what it leaves.
#include <fstream>

#include <gtest/gtest.h>

#include "common/facet_columns.h"
#include "common/file.h"
#include "common/segment_set.h"
#include "common/story_table.h"
#include "common/weight_bounds.h"
#include "indexer/store/check.h"
#include "indexer/store/publisher.h"
#include "tests/indexer/store/publications.h"
#include "tests/support/older_form.h"
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

TEST(Compaction, WritesASegmentAnewThatLostArticles) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  publisher.publish(publication_of(publisher, 1, {{"a", "one"}, {"b", "two"}, {"c", "three"}}));
  publish_version(publisher, 2, "a", "newer");
  publish_version(publisher, 3, "a", "newest");
  publisher.compact();
  const Manifest once = publisher.manifest();
  EXPECT_EQ(once.segments.size(), 1U);
  EXPECT_EQ(once.versions.size(), 1U);
  publisher.compact();
  EXPECT_EQ(publisher.manifest().segments, once.segments) << "nothing to gain";
  EXPECT_EQ(publisher.manifest().versions, once.versions);
  publisher.prune({known_file("/crawl/a.html", 1, 1, "/")}, 3);
  publish_version(publisher, 4, "b", "two more");
  publisher.compact();
  EXPECT_NE(publisher.manifest().segments, once.segments);
  EXPECT_EQ(contents(archive), (Contents{{"b", "two more"}, {"c", "three"}}));
  EXPECT_EQ(older_texts(archive, "b"), (Texts{"two"}));
  EXPECT_NE(check_archive(archive).find("no damage"), std::string::npos);
  publisher.prune({known_file("/crawl/c.html", 1, 1, "/")}, 3);
  const std::string segment = publisher.manifest().segments[0].directory;
  publisher.compact();
  EXPECT_NE(publisher.manifest().segments[0].directory, segment);
}

TEST(Compaction, GivesFilesOfAnEarlierPressmarkTheirHashes) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  publisher.publish(publication_of(publisher, 1, {{"a", "one"}, {"b", "two"}}));
  publisher.compact();
  const auto change = [&](const std::string& name, std::string (*older)(std::string)) {
    dir.write("archive/" + name, older(read_whole_file(archive / name)));
  };
  const Manifest before = publisher.manifest();
  const std::string segment = before.segments[0].directory + "/";
  change(segment + std::string(kColumnsFile), pressmark::test::older_columns);
  change(segment + std::string(kWeightBoundsFile), pressmark::test::older_bounds);
  change(before.stories, pressmark::test::older_stories);
  EXPECT_NE(check_archive(archive).find("1 without checksums"), std::string::npos);
  publisher.compact();
  EXPECT_EQ(check_archive(archive).find("without checksums"), std::string::npos);
  const fs::path made = archive / publisher.manifest().segments[0].directory;
  EXPECT_FALSE(FacetColumns::in_file_of(made, open_segment(made)).is_older());
  EXPECT_FALSE(StoryTable(archive / publisher.manifest().stories).is_older());
  EXPECT_EQ(contents(archive), (Contents{{"a", "one"}, {"b", "two"}}));
}

TEST(Compaction, MakesDamagedColumnsAndStoriesAnew) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  publisher.publish(publication_of(publisher, 1, {{"a", "one"}, {"b", "two"}}));
  publisher.compact();
  const Manifest before = publisher.manifest();
  dir.write("archive/" + before.segments[0].directory + "/" + std::string(kColumnsFile), "rubbish");
  dir.write("archive/" + before.stories, "rubbish");
  publisher.compact();
  EXPECT_NE(check_archive(archive).find("no damage"), std::string::npos);
  EXPECT_EQ(contents(archive), (Contents{{"a", "one"}, {"b", "two"}}));
}

}  // namespace
}  // namespace pressmark::indexer
