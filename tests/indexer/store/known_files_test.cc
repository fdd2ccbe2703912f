#include "indexer/store/known_files.h"

#include <cstdint>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "common/error.h"
#include "common/hash.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

TEST(KnownFiles, AFileIsKnownOnlyAsItWas) {
  const pressmark::test::TempDir dir;
  const std::string bytes = encode(
      {known_file("news/a.html", 10, 111, "/home/ann"), known_file("/b\xFF.html", 0, -1, "/x")});
  dir.write("files-000001", bytes);
  const KnownFiles files(dir.path(), {"files-000001"});
  EXPECT_EQ(files.size(), 2U);
  EXPECT_TRUE(files.contains(known_file("news/a.html", 10, 111, "/home/ann")));
  EXPECT_TRUE(files.contains(known_file("/home/ann/news/a.html", 10, 111, "/elsewhere")));
  EXPECT_TRUE(files.contains(known_file("/b\xFF.html", 0, -1, "/y")));
  EXPECT_FALSE(files.contains(known_file("news/a.html", 11, 111, "/home/ann")));
  EXPECT_FALSE(files.contains(known_file("news/a.html", 10, 112, "/home/ann")));
  EXPECT_FALSE(files.contains(known_file("news/a.html", 10, 111, "/home/bob")));
}

TEST(KnownFiles, TheNewestTableCounts) {
  const pressmark::test::TempDir dir;
  KnownFile gone = known_file("/c", 3, 3, "/");
  gone.gone = true;
  dir.write("files-000001", encode({known_file("/a", 1, 1, "/"), known_file("/b", 1, 1, "/"),
                                    known_file("/c", 3, 3, "/")}));
  dir.write("files-000002",
            encode({known_file("/b", 2, 2, "/"), known_file("/b", 2, 3, "/"), gone}));
  const KnownFiles files(dir.path(), {"files-000001", "files-000002"});
  EXPECT_EQ(files.size(), 2U);
  EXPECT_TRUE(files.contains(known_file("/a", 1, 1, "/")));
  EXPECT_TRUE(files.contains(known_file("/b", 2, 3, "/")));
  EXPECT_FALSE(files.contains(known_file("/b", 1, 1, "/")));
  EXPECT_FALSE(files.contains(known_file("/c", 3, 3, "/")));
}

TEST(KnownFiles, RemembersThePathAsItWasGiven) {
  const KnownFile file = known_file("../crawl/x.warc", 1, 1, "/srv/work");
  EXPECT_EQ(file.path, "/srv/work/../crawl/x.warc");
  const auto back = decode_known_files(encode({file}), "t");
  ASSERT_EQ(back.size(), 1U);
  EXPECT_EQ(back[0], file);
  EXPECT_EQ(back[0].given(), "../crawl/x.warc");
}

TEST(KnownFiles, RowsThatDoNotFitAreRefusedUnderARightChecksum) {
  const std::string bytes = encode({known_file("/a", 1, 1, "/"), known_file("/b", 1, 1, "/")});
  constexpr std::size_t kHead = 16, kArticles = kHead + 24, kPathBytes = kHead + 32,
                        kGivenBytes = kHead + 36;
  const auto sealed = [](std::string table) {
    const std::uint64_t sum = hash64(std::string_view(table).substr(kHead));
    return table.replace(8, sizeof sum, reinterpret_cast<const char*>(&sum), sizeof sum);
  };
  ASSERT_EQ(sealed(bytes), bytes);
  for (std::size_t size = kHead + 1; size < bytes.size(); ++size) {
    const bool between = size == kHead + (bytes.size() - kHead) / 2;
    if (between) continue;
    EXPECT_THROW(decode_known_files(sealed(bytes.substr(0, size)), "t"), Error) << size;
  }
  for (const std::size_t at : {kArticles, kPathBytes, kGivenBytes}) {
    std::string longer = bytes;
    longer[at + 1] = 1;  // 256 bytes more
    EXPECT_THROW(decode_known_files(sealed(longer), "t"), Error) << at;
  }
}

KnownFile holding(std::vector<std::uint64_t> articles, std::uint64_t selection = 0) {
  KnownFile file = known_file("/a", 1, 1, "/");
  file.articles = std::move(articles);
  file.selection = selection;
  return file;
}

TEST(KnownFiles, WhatASelectionLeftOutIsReadUnderAnother) {
  const pressmark::test::TempDir dir;
  dir.write("files-000001", encode({holding({7}, 100)}));
  const KnownFiles partly(dir.path(), {"files-000001"});
  EXPECT_TRUE(partly.contains(holding({}, 100)));
  EXPECT_FALSE(partly.contains(holding({}, 200)));
  dir.write("files-000002", encode({holding({7})}));
  const KnownFiles wholly(dir.path(), {"files-000001", "files-000002"});
  EXPECT_TRUE(wholly.contains(holding({}, 200)));
}

TEST(KnownFiles, RemembersTheFolderThatWasGivenAndDamage) {
  const pressmark::test::TempDir dir;
  KnownFile file = known_file("news/deep/a.jsonl", 1, 1, "/srv");
  file.folder_bytes = 9;
  file.damaged = true;
  const auto back = decode_known_files(encode({file}), "t");
  ASSERT_EQ(back.size(), 1U);
  EXPECT_EQ(back[0], file);
  EXPECT_EQ(back[0].folder(), "/srv/news");
  dir.write("files-000001", encode({file, known_file("/b", 1, 1, "/")}));
  const KnownFiles files(dir.path(), {"files-000001"});
  EXPECT_TRUE(files.contains(file)) << "it need not be read again";
  EXPECT_TRUE(files.damaged(file));
  EXPECT_FALSE(files.damaged(known_file("/b", 1, 1, "/")));
}

TEST(KnownFiles, ReadsTablesOfTheOlderForm) {
  const std::string rows = encode({holding({7})}).substr(16);
  const std::string body = rows.substr(0, 40) + rows.substr(48);
  const std::uint64_t sum = hash64(body);
  const std::string table =
      "PMfiles2" + std::string(reinterpret_cast<const char*>(&sum), sizeof sum) + body;
  const auto back = decode_known_files(table, "t");
  ASSERT_EQ(back.size(), 1U);
  EXPECT_EQ(back[0], holding({7}));
}

TEST(KnownFiles, AFileWhoseReadingBrokeOffIsReadAgain) {
  const pressmark::test::TempDir dir;
  KnownFile file = holding({7});
  file.whole = false;
  dir.write("files-000001", encode({file}));
  const KnownFiles files(dir.path(), {"files-000001"});
  EXPECT_FALSE(files.contains(holding({})));
  EXPECT_TRUE(files.contains(file)) << "the row itself";
}

std::vector<std::uint64_t> held(const pressmark::test::TempDir& dir,
                                const std::vector<std::string>& tables) {
  std::vector<std::uint64_t> articles;
  for_each_known_file(dir.path(), tables, [&](const KnownFile& file) {
    articles.insert(articles.end(), file.articles.begin(), file.articles.end());
  });
  return articles;
}

using Keys = std::vector<std::uint64_t>;

TEST(KnownFiles, AFileHoldsWhatWasReadOfItUnderAnySelection) {
  const pressmark::test::TempDir dir;
  KnownFile as_it_was = holding({2, 3});
  as_it_was.size = 5;
  dir.write("files-000001", encode({as_it_was}));
  dir.write("files-000002", encode({holding({5, 9}, 100), holding({7, 9}, 200)}));
  dir.write("files-000003", encode({holding({8}, 300)}));
  EXPECT_EQ(held(dir, {"files-000001", "files-000002", "files-000003"}), (Keys{5, 7, 8, 9}));
  EXPECT_EQ(held(dir, {"files-000002"}), (Keys{5, 7, 9}));
  dir.write("files-000004", encode({holding({1})}));
  EXPECT_EQ(held(dir, {"files-000003", "files-000004"}), (Keys{1})) << "all of it was read";
}

TEST(KnownFiles, AnyDamageIsNoticed) {
  const std::string bytes = encode({holding({1, 2}, 3), known_file("/b", 1, 1, "/")});
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 4);
    EXPECT_THROW(decode_known_files(damaged, "t"), Error) << "byte " << i;
    EXPECT_THROW(decode_known_files(bytes.substr(0, i), "t"), Error) << i << " bytes";
  }
}

}  // namespace
}  // namespace pressmark::indexer
