#include "common/checked_reads.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <xapian.h>

#include "common/hash.h"
#include "tests/support/temp_dir.h"

namespace pressmark {
namespace {

namespace fs = std::filesystem;
using pressmark::test::read_file;
using pressmark::test::TempDir;

std::uint64_t hash_of_file(const fs::path& file) { return hash64(read_file(file)); }

void write_sums(const fs::path& segment) {
  std::array<std::vector<std::uint64_t>, kTableFiles.size()> sums;
  for (std::size_t table = 0; table < sums.size(); ++table) {
    const std::string bytes = read_file(segment / kTableFiles[table]);
    for (std::size_t at = 0; at < bytes.size(); at += kTableBlockBytes)
      sums[table].push_back(hash64(std::string_view(bytes).substr(at, kTableBlockBytes)));
  }
  std::ofstream(segment / kBlockSumsFile, std::ios::binary)
      << encode_block_sums(hash_of_file(segment / kRootFile), sums);
}

/// All that a database says.
std::string contents_of(const Xapian::Database& database) {
  std::string all;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at) {
      all += *term + std::to_string(*at) + ' ' + std::to_string(at.get_wdf());
      for (auto place = at.positionlist_begin(); place != at.positionlist_end(); ++place)
        all += ' ' + std::to_string(*place);
    }
  }
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    for (auto term = database.termlist_begin(*at); term != database.termlist_end(*at); ++term)
      all += *term;
    all += database.get_document(*at).get_data();
  }
  return all;
}

Xapian::Database open(const fs::path& segment) {
  return Xapian::Database(segment.string(), Xapian::DB_BACKEND_GLASS);
}

void flip(const fs::path& file, std::size_t at) {
  std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
  stream.seekg(static_cast<std::streamoff>(at));
  const int byte = stream.get();
  stream.seekp(static_cast<std::streamoff>(at));
  stream.put(static_cast<char>(byte ^ 4));
}

/// A merged segment of many blocks, with its checksums.
class CheckedReadsTest : public ::testing::Test {
 protected:
  CheckedReadsTest() {
    {
      Xapian::WritableDatabase fresh(fresh_.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
      for (unsigned article = 0; article < 150; ++article) {
        Xapian::Document document;
        std::string data;
        for (unsigned word = 0; word < 40; ++word) {
          const unsigned number = article * 7919 + word * 104729;
          document.add_posting("word" + std::to_string(number % 3000), word + 1);
          data += std::to_string(number * 2654435761U);
        }
        document.set_data(data);
        fresh.add_document(document);
      }
      fresh.commit();
    }
    open(fresh_).compact(segment_.string());
    write_sums(segment_);
  }

  /// What the segment says while its reads are compared; how reading failed when it did.
  std::string compared_contents() const {
    const CheckedReads reads(segment_);
    try {
      return contents_of(open(segment_));
    } catch (const Xapian::DatabaseError& error) {
      const char* reason = error.get_error_string();
      return std::string("error: ") + (reason == nullptr ? error.get_msg() : reason);
    }
  }

  /// Of a word: nothing in Xapian's tables says that it is wrong.
  void flip_a_place() const {
    const fs::path table = segment_ / "position.glass";
    flip(table, read_file(table).find_last_not_of('\0'));
  }

  TempDir dir_;
  fs::path fresh_ = dir_.path() / "fresh";
  fs::path segment_ = dir_.path() / "segment";
};

TEST_F(CheckedReadsTest, WhatIsNotAsMergedIsNotRead) {
  const std::string right = compared_contents();
  ASSERT_GT(right.size(), 50000U);
  const std::string refused = std::string("error: ") + std::strerror(EBADMSG);
  for (const char* name : kTableFiles) {
    const fs::path file = segment_ / name;
    const std::size_t size = fs::file_size(file);
    std::size_t noticed = 0;
    for (std::size_t at = 5; at < size; at += std::max<std::size_t>(size / 9, 1)) {
      flip(file, at);
      const std::string answer = compared_contents();
      // Or Xapian itself sees that a block is of another revision.
      EXPECT_TRUE(answer == right || answer.starts_with("error: ")) << name << " at " << at;
      noticed += answer == refused ? 1 : 0;
      flip(file, at);
    }
    EXPECT_GT(noticed, 5U) << name;
  }
  EXPECT_EQ(compared_contents(), right);
}

TEST_F(CheckedReadsTest, OnlyWhileItLives) {
  const std::string right = compared_contents();
  flip_a_place();
  EXPECT_NE(compared_contents(), right);
  EXPECT_NO_THROW(EXPECT_NE(contents_of(open(segment_)), right));
}

// The one that is gone first takes nothing from the other.
TEST_F(CheckedReadsTest, TwoOfOneSegment) {
  const CheckedReads reads(segment_);
  const Xapian::Database database = open(segment_);
  flip_a_place();
  { const CheckedReads more(segment_); }
  EXPECT_THROW(contents_of(database), Xapian::DatabaseError);
}

TEST_F(CheckedReadsTest, WhatDeletionsWriteIsNoDamage) {
  for (Xapian::docid docid = 1; docid < 150; docid += 29) {
    {
      Xapian::WritableDatabase database(segment_.string(),
                                        Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
      database.delete_document(docid);
      database.commit();
    }
    const std::string answer = compared_contents();
    EXPECT_EQ(answer, contents_of(open(segment_)));
    EXPECT_FALSE(answer.starts_with("error")) << answer;
  }
  EXPECT_FALSE(CheckedReads(segment_).root_is_as_merged());
}

TEST_F(CheckedReadsTest, KnowsTheRoot) {
  EXPECT_TRUE(CheckedReads(segment_).root_is_as_merged());
  flip(segment_ / kRootFile, 40);
  EXPECT_FALSE(CheckedReads(segment_).root_is_as_merged());
}

TEST_F(CheckedReadsTest, KnowsNothingOfWhatIsNoSegment) {
  EXPECT_TRUE(CheckedReads(segment_ / "docdata.glass").root_is_as_merged());
  EXPECT_TRUE(CheckedReads(segment_ / "nothing").root_is_as_merged());
}

TEST_F(CheckedReadsTest, KnowsNothingOfASegmentWithoutChecksums) {
  fs::remove(segment_ / kBlockSumsFile);
  flip_a_place();
  flip(segment_ / kRootFile, 40);
  EXPECT_TRUE(CheckedReads(segment_).root_is_as_merged());
  flip(segment_ / kRootFile, 40);
  EXPECT_FALSE(compared_contents().starts_with("error"));
}

}  // namespace
}  // namespace pressmark
