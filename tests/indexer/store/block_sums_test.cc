#include "indexer/store/block_sums.h"

#include <fstream>
#include <vector>

#include <gtest/gtest.h>
#include <xapian.h>

#include "common/error.h"
#include "common/hash.h"
#include "common/segment_set.h"
#include "indexer/store/check.h"
#include "indexer/store/merge.h"
#include "tests/indexer/store/publications.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using pressmark::test::read_file;
using pressmark::test::TempDir;

/// A merged segment of articles with many words, and so of many blocks.
fs::path segment_in(const TempDir& dir) {
  const fs::path fresh = dir.path() / "fresh";
  const fs::path segment = dir.path() / "segment";
  {
    Xapian::WritableDatabase database(fresh.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    for (unsigned article = 0; article < 500; ++article) {
      Xapian::Document document;
      std::string data;
      for (unsigned word = 0; word < 40; ++word) {
        const unsigned number = article * 7919 + word * 104729;
        document.add_posting("word" + std::to_string(number % 3000), word + 1);
        data += std::to_string(number * 2654435761U);
      }
      document.set_data(data);
      document.add_value(0, std::to_string(article));
      database.add_document(document);
    }
    database.commit();
  }
  compact_databases(std::vector{fresh}, segment);
  write_block_sums(segment);
  return segment;
}

Xapian::rev revision_of(const fs::path& segment) { return open_segment(segment).get_revision(); }

void verify(const fs::path& segment) { verify_block_sums(segment, revision_of(segment)); }

void flip(const fs::path& file, std::size_t at) {
  std::string bytes = read_file(file);
  bytes.at(at) = static_cast<char>(bytes[at] ^ 4);
  std::ofstream(file, std::ios::binary) << bytes;
}

TEST(BlockSums, OneBitIsNoticedWhereverItIs) {
  const TempDir dir;
  const fs::path segment = segment_in(dir);
  const Xapian::rev revision = revision_of(segment);
  verify_block_sums(segment, revision);
  for (const char* name : {"docdata.glass", "position.glass", "postlist.glass", "termlist.glass"}) {
    const fs::path file = segment / name;
    const std::size_t size = fs::file_size(file);
    for (const std::size_t at : {std::size_t{0}, std::size_t{3}, size / 3, size / 2, size - 1}) {
      flip(file, at);
      EXPECT_THROW(verify_block_sums(segment, revision), Damage) << name << " at " << at;
      flip(file, at);
    }
    verify_block_sums(segment, revision);
  }
}

// The revision is read from the root itself.
TEST(BlockSums, OneBitOfTheRootIsNoticedWhereverItIs) {
  const TempDir dir;
  const fs::path segment = segment_in(dir);
  const fs::path root = segment / "iamglass";
  for (std::size_t at = 0; at < fs::file_size(root); ++at) {
    flip(root, at);
    bool is_noticed = false;
    try {
      verify(segment);
    } catch (const Damage&) {
      is_noticed = true;
    } catch (const Xapian::Error&) {  // it does not open
      is_noticed = true;
    }
    EXPECT_TRUE(is_noticed) << at;
    flip(root, at);
  }
  verify(segment);
}

TEST(BlockSums, ATableThatIsCutIsNoticed) {
  const TempDir dir;
  const fs::path segment = segment_in(dir);
  const Xapian::rev revision = revision_of(segment);
  fs::resize_file(segment / "position.glass", fs::file_size(segment / "position.glass") - 1);
  EXPECT_THROW(verify_block_sums(segment, revision), Damage);
}

// Blocks that deletions free are written over by later ones.
TEST(BlockSums, DeletionsAreNoDamageAndWhatTheyLeaveAloneIsStillKnown) {
  const TempDir dir;
  const fs::path segment = segment_in(dir);
  delete_documents(segment, std::vector<std::uint32_t>{501});  // which is not there
  verify(segment);
  for (std::uint32_t docid = 1; docid < 200; docid += 3) {
    delete_documents(segment, std::vector{docid, docid + 1});
    verify(segment);
  }
  std::size_t noticed = 0;
  const fs::path file = segment / "docdata.glass";
  for (std::size_t at = 4096; at < fs::file_size(file); at += 8192) {
    flip(file, at);
    try {
      verify(segment);
    } catch (const Damage&) {
      ++noticed;
    }
    flip(file, at);
  }
  EXPECT_GT(noticed, 0U);
}

TEST(BlockSums, ADeletionThatFailedIsNoDamage) {
  const TempDir dir;
  const fs::path segment = segment_in(dir);
  const std::string root = read_file(segment / "iamglass");
  delete_documents(segment, std::vector<std::uint32_t>{1, 250, 500});
  std::ofstream(segment / "iamglass", std::ios::binary) << root;  // the last thing that is written
  verify(segment);
}

TEST(BlockSums, WithoutThemNothingIsKnown) {
  const TempDir dir;
  const fs::path segment = segment_in(dir);
  fs::remove(segment / kBlockSumsFile);
  flip(segment / "docdata.glass", 4096);
  verify(segment);
}

TEST(BlockSums, ChecksumsThatAreDamagedThemselvesAreNone) {
  const TempDir dir;
  const fs::path segment = segment_in(dir);
  const fs::path file = segment / kBlockSumsFile;
  const std::string sound = read_file(file);
  const auto has_sums_with = [&](const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
    verify(segment);
    return has_block_sums(segment);
  };
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{4}, std::size_t{8}, std::size_t{16}, std::size_t{20},
        std::size_t{24}, sound.size() - 8, sound.size() - 3})
    EXPECT_FALSE(has_sums_with(sound.substr(0, size))) << size;
  EXPECT_FALSE(has_sums_with("PMsums99" + sound.substr(8)));
  for (const std::size_t at : {std::size_t{9}, std::size_t{16}, sound.size() / 2}) {
    std::string flipped = sound;
    flipped[at] = static_cast<char>(flipped[at] ^ 4);
    EXPECT_FALSE(has_sums_with(flipped)) << at;
  }
  // A checksum that agrees says nothing of how many blocks there can be.
  const auto with_body = [](const std::string& body) {
    const std::uint64_t sum = hash64(body);
    return "PMsums01" + std::string(reinterpret_cast<const char*>(&sum), sizeof sum) + body;
  };
  EXPECT_FALSE(has_sums_with(with_body(sound.substr(16, 8) + std::string(8, '\xff'))));
  EXPECT_FALSE(has_sums_with(with_body(sound.substr(16, 8))));
  EXPECT_TRUE(has_sums_with(sound));
}

// Nothing in Xapian's tables or in ours says that these bytes are wrong.
TEST(BlockSums, CheckNoticesAPlaceThatAWordDoesNotHave) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  {
    Publisher publisher(archive, 0ms, OpenMode::Continue);
    publisher.publish(test::publication_of(publisher, 1, {{"a", "one"}, {"b", "two"}}));
    publisher.finish();
  }
  const fs::path segment = archive / SegmentSet(archive).manifest().segments[0].directory;
  const std::string places = read_file(segment / "position.glass");
  flip(segment / "position.glass", places.find_last_not_of('\0'));
  EXPECT_THROW(check_archive(archive), Damage);
}

// The merged segment would have checksums of what is wrong.
TEST(BlockSums, ADamagedSegmentIsNotMerged) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  publisher.publish(test::publication_of(publisher, 1, {{"a", "one"}}));
  publisher.publish(test::publication_of(publisher, 2, {{"b", "two"}}));
  const fs::path segment = archive / publisher.manifest().segments.at(1).directory;
  const std::string places = read_file(segment / "position.glass");
  flip(segment / "position.glass", places.find_last_not_of('\0'));
  EXPECT_THROW(publisher.compact(), Damage);
  flip(segment / "position.glass", places.find_last_not_of('\0'));
  publisher.compact();
  EXPECT_EQ(test::contents(archive), (test::Contents{{"a", "one"}, {"b", "two"}}));
}

// That it is not merged must not cost more than the merge.
TEST(BlockSums, ARunThatCannotMergeHasItsStories) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  for (unsigned number = 1; number <= 11; ++number)
    publisher.publish(
        test::publication_of(publisher, number, {{"article" + std::to_string(number), "text"}}));
  for (const Segment& segment : publisher.manifest().segments) {
    const fs::path table = archive / segment.directory / "position.glass";
    flip(table, read_file(table).find_last_not_of('\0'));
  }
  EXPECT_THROW(publisher.finish(), Damage);
  EXPECT_FALSE(publisher.manifest().stories.empty());
  EXPECT_FALSE(publisher.manifest().stories_behind);
}

}  // namespace
}  // namespace pressmark::indexer
