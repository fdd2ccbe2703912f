#include "indexer/store/known_files.h"

#include <gtest/gtest.h>

#include "common/error.h"
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
