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
  const test::TempDir dir;
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
  const test::TempDir dir;
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
  constexpr std::size_t kHead = 16, kPathBytes = kHead + 16, kGivenBytes = kHead + 20;
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
  for (const std::size_t at : {kPathBytes, kGivenBytes}) {
    std::string longer = bytes;
    longer[at + 1] = 1;  // 256 bytes more
    EXPECT_THROW(decode_known_files(sealed(longer), "t"), Error) << at;
  }
}

TEST(KnownFiles, AnyDamageIsNoticed) {
  const std::string bytes = encode({known_file("/a", 1, 1, "/"), known_file("/b", 1, 1, "/")});
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 4);
    EXPECT_THROW(decode_known_files(damaged, "t"), Error) << "byte " << i;
    EXPECT_THROW(decode_known_files(bytes.substr(0, i), "t"), Error) << i << " bytes";
  }
}

}  // namespace
}  // namespace pressmark::indexer
