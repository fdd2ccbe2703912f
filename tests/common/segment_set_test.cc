#include "common/segment_set.h"

#include <atomic>
#include <filesystem>
#include <string>
#include <thread>

#include <gtest/gtest.h>

#include "common/error.h"
#include "common/file.h"
#include "common/schema.h"
#include "common/story_table.h"
#include "tests/support/temp_dir.h"

namespace pressmark {
namespace {

namespace fs = std::filesystem;

constexpr int kPublications = 100;

void make_segment(const fs::path& directory) {
  Xapian::WritableDatabase segment(
      directory.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
  Xapian::Document document;
  document.set_data("x");
  document.add_posting("boat", 1);
  segment.add_document(document);
  segment.commit();
}

void publish(const fs::path& archive, const std::string& segment, std::uint64_t generation) {
  Manifest manifest;
  manifest.schema_version = kSchemaVersion;
  manifest.generation = generation;
  manifest.xapian_version = Xapian::version_string();
  manifest.segments = {{segment, 1}};
  replace_file(archive / kManifestName, encode(manifest));
}

// A segment is removed as soon as another takes its place: whoever has read the manifest before
// finds it missing, whole or in parts, and must look at the new one.
TEST(SegmentSet, IsOpenedWhileSegmentsTakeEachOthersPlace) {
  const test::TempDir dir;
  make_segment(dir.path() / "seg-000000");
  publish(dir.path(), "seg-000000", 1);
  std::atomic<bool> done = false;
  std::jthread writer([&] {
    for (int i = 1; i <= kPublications; ++i) {
      const std::string old = "seg-" + std::to_string(i - 1 + 1000000).substr(1);
      const std::string fresh = "seg-" + std::to_string(i + 1000000).substr(1);
      make_segment(dir.path() / fresh);
      publish(dir.path(), fresh, static_cast<std::uint64_t>(i) + 1);
      fs::remove_all(dir.path() / old);
    }
    done = true;
  });
  std::size_t opened = 0, articles = 0;
  while (!done) {
    ASSERT_NO_THROW({ articles = SegmentSet(dir.path()).database().get_doccount(); });
    EXPECT_EQ(articles, 1U);
    ++opened;
  }
  EXPECT_GT(opened, 0U);
}

std::string article(std::uint32_t number) { return "a" + std::to_string(number); }

void make_articles(const fs::path& directory, std::uint32_t first, std::uint32_t last) {
  Xapian::WritableDatabase segment(
      directory.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
  for (std::uint32_t number = first; number <= last; ++number) {
    Xapian::Document document;
    document.set_data("x");
    document.add_posting(article(number), 1);
    segment.add_document(document);
  }
  segment.commit();
}

/// Articles of an archive that are not superseded.
std::uint32_t articles_in(const SegmentSet& archive) {
  std::uint32_t count = archive.database().get_doccount();
  for (const DeadArticle& dead : archive.manifest().dead) {
    // The article with this number of the last segment is article(number).
    count -= archive.segments().back().term_exists(article(dead.docid)) ? 1 : 0;
  }
  return count;
}

// An article that gets a successor is deleted from its segment behind the manifest that names the
// successor: whoever opens that segment by the manifest before would lack the article.
TEST(SegmentSet, IsOpenedWholeWhileArticlesGetSuccessors) {
  constexpr std::uint32_t kArticles = 60;
  const test::TempDir dir;
  Manifest manifest;
  manifest.schema_version = kSchemaVersion;
  manifest.xapian_version = Xapian::version_string();
  const auto publish_next = [&] {
    ++manifest.generation;
    replace_file(dir.path() / kManifestName, encode(manifest));
  };
  make_articles(dir.path() / "seg-000000", 1, kArticles + 1);
  manifest.segments = {{"seg-000000", kArticles + 1}};
  publish_next();
  std::atomic<bool> done = false;
  std::jthread writer([&] {
    for (std::uint32_t number = 1; number <= kArticles; ++number) {
      const std::string fresh = "seg-" + std::to_string(number + 1000000).substr(1);
      make_articles(dir.path() / fresh, number, number);
      manifest.segments.insert(manifest.segments.begin(), {fresh, 1});
      manifest.dead = {{"seg-000000", number}};
      publish_next();
      Xapian::WritableDatabase old(dir.str("seg-000000"), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
      old.delete_document(number);
      old.commit();
      manifest.dead.clear();
      publish_next();
    }
    done = true;
  });
  while (!done) {
    try {
      EXPECT_EQ(articles_in(SegmentSet(dir.path())), kArticles + 1);
    } catch (const Xapian::DatabaseModifiedError&) {
    }
  }
}

TEST(SegmentSet, ASegmentThatLacksATableIsDamaged) {
  const test::TempDir dir;
  make_segment(dir.path() / "seg-000000");
  publish(dir.path(), "seg-000000", 1);
  EXPECT_EQ(SegmentSet(dir.path()).database().get_doccount(), 1U);
  fs::remove(dir.path() / "seg-000000" / "docdata.glass");
  EXPECT_THROW(SegmentSet(dir.path()), Damage);
}

TEST(SegmentSet, AMissingTableOfStoriesIsDamage) {
  const test::TempDir dir;
  Manifest manifest;
  manifest.schema_version = kSchemaVersion;
  manifest.xapian_version = Xapian::version_string();
  manifest.stories = "stories-000001";
  replace_file(dir.path() / kManifestName, encode(manifest));
  EXPECT_THROW(SegmentSet(dir.path()), Damage);
  dir.write("stories-000001", StoryTable::encode({{9, 3}, {3, 3}}));
  EXPECT_EQ(SegmentSet(dir.path()).stories().story_of(9), 3U);
}

}  // namespace
}  // namespace pressmark
