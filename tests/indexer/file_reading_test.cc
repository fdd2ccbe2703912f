#include "indexer/file_reading.h"

#include <filesystem>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

FileDone read(std::string path) { return {{.path = std::move(path), .size = 10, .mtime_ns = 20}}; }

TEST(FileReading, RemembersEachArticleOnceAndOfThisFileAlone) {
  FileReading file{Options()};
  file.holds(7);
  file.holds(3);
  file.holds(7);
  EXPECT_EQ(file.done(read("a.warc")).articles, (std::vector<std::uint64_t>{3, 7}));
  EXPECT_TRUE(file.done(read("b.warc")).articles.empty());
}

TEST(FileReading, AFileIsDamagedByWhatStandsInIt) {
  FileReading file{Options()};
  for (const char* origin : {"a.warc", "a.warc:128", "a.warc!page.html"}) {
    file.failed(origin);
    EXPECT_TRUE(file.done(read("a.warc")).damaged) << origin;
    EXPECT_FALSE(file.done(read("a.warc")).damaged) << "said once: " << origin;
  }
  file.failed("a.warc.gz");
  EXPECT_FALSE(file.done(read("a.warc")).damaged);
}

TEST(FileReading, TheSelectionIsPartOfAFileThatItLeftSomethingOutOf) {
  FileReading file{Options()};
  EXPECT_EQ(file.done(read("a.warc")).selection, 0U);
  file.left_out("b.html");  // before a.warc
  EXPECT_EQ(file.done(read("a.warc")).selection, 0U);
  file.left_out("a.warc:128");
  const std::uint64_t selection = file.done(read("a.warc")).selection;
  EXPECT_NE(selection, 0U);
  EXPECT_EQ(file.wanted({.path = "a.warc"}).selection, selection);
  EXPECT_EQ(file.done(read("b.warc")).selection, 0U);

  Options dated;
  dated.extract.date_from_file = true;
  FileReading times{dated};
  EXPECT_NE(times.done(read("a.warc")).selection, 0U);
}

TEST(FileReading, KnowsTheFolderThatWasGiven) {
  const FileReading file{Options()};
  const std::string here = std::filesystem::current_path().string();
  EXPECT_EQ(file.known({.path = "crawl/a.warc", .folder_bytes = 5}).folder(), here + "/crawl");
  EXPECT_EQ(file.known({.path = "a.warc", .folder_bytes = 0}).folder(), here);
  EXPECT_EQ(file.known({.path = "a.warc"}).folder(), "");
}

}  // namespace
}  // namespace pressmark::indexer
