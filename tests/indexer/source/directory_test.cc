#include "indexer/source/directory.h"

#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/error.h"
#include "tests/indexer/source/source_items.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

namespace fs = std::filesystem;
using pressmark::test::TempDir;
using test::lines_of;
using test::reading;
using ::testing::ElementsAre;

TEST(Directory, IsWalkedInTheOrderOfNames) {
  const TempDir dir;
  dir.write("b.txt", "B");
  dir.write("a/two.txt", "A2");
  dir.write("a/one.txt", "A1");
  dir.write("c.txt", "C");
  EXPECT_THAT(lines_of(reading(dir.str()), dir.str()),
              ElementsAre("document /a/one.txt: A1", "done /a/one.txt", "document /a/two.txt: A2",
                          "done /a/two.txt", "document /b.txt: B", "done /b.txt",
                          "document /c.txt: C", "done /c.txt"));
}

TEST(Directory, LinksPipesAndLoopsAreNamedNotOpened) {
  const TempDir dir;
  const TempDir outside;
  outside.write("private.txt", "secret");
  dir.write("page.txt", "page");
  fs::create_symlink("..", dir.path() / "up");
  fs::create_symlink(outside.path() / "private.txt", dir.path() / "leak.txt");
  ASSERT_EQ(mkfifo(dir.str("pipe.txt").c_str(), 0600), 0);
  EXPECT_THAT(
      lines_of(reading(dir.str()), dir.str()),
      ElementsAre("skipped /leak.txt: symlink", "document /page.txt: page", "done /page.txt",
                  "skipped /pipe.txt: not-regular", "skipped /up: symlink"));
}

// "pressmark-index <(zcat a.jsonl.gz)" read nothing and said that all was well.
TEST(Directory, APipeThatIsNamedItselfIsAnInputThatWasNotRead) {
  const TempDir dir;
  ASSERT_EQ(mkfifo(dir.str("pipe").c_str(), 0600), 0);
  EXPECT_THAT(lines_of(reading(dir.str("pipe")), dir.str()),
              ElementsAre("skipped /pipe: unreadable"));
}

// An archive in the folder of another's crawl: its tables became articles.
TEST(Directory, ThatIsAnArchiveIsNamedNotEntered) {
  const TempDir dir;
  dir.write("news/MANIFEST", "pressmark-archive 7\nschema 99\n");
  dir.write("news/seg-000001/bounds", "some bytes");
  dir.write("ship/MANIFEST", "pressmark-archive of tea, coal and a piano.");
  EXPECT_THAT(lines_of(reading(dir.str()), dir.str()),
              ElementsAre("skipped /news: archive",
                          "document /ship/MANIFEST: pressmark-archive of tea, coal and a piano.",
                          "done /ship/MANIFEST"));
  EXPECT_THAT(lines_of(reading(dir.str("news")), dir.str()), ElementsAre("skipped /news: archive"));
}

TEST(Directory, ALinkThatIsNamedItselfIsFollowed) {
  const TempDir dir;
  dir.write("2022-09-01/page.txt", "page");
  fs::create_symlink("2022-09-01", dir.path() / "latest");
  EXPECT_THAT(lines_of(reading(dir.str("latest")), dir.str()),
              ElementsAre("document /latest/page.txt: page", "done /latest/page.txt"));
}

TEST(Directory, IsWalkedToAnyDepthWithFewDescriptors) {
  const TempDir dir;
  const std::string name(100, 'd');
  int at = open(dir.str().c_str(), O_RDONLY | O_DIRECTORY);
  constexpr int kDepth =
      80;  // the path is longer than PATH_MAX, and deeper than descriptors are held
  for (int i = 1; i <= kDepth; ++i) {
    ASSERT_EQ(mkdirat(at, name.c_str(), 0700), 0);
    if (i % 20 == 0) {
      const int file = openat(at, "z.txt", O_CREAT | O_WRONLY, 0600);
      ASSERT_EQ(write(file, "deep", 4), 4);
      close(file);
    }
    const int below = openat(at, name.c_str(), O_RDONLY | O_DIRECTORY);
    close(at);
    at = below;
  }
  close(at);
  EXPECT_EQ(test::documents_of(reading(dir.str())).size(), 4U);
}

TEST(Directory, NamesOfAnyBytesAreKept) {
  const TempDir dir;
  dir.write("caf\xe9-\xff\n.txt", "page");
  EXPECT_THAT(lines_of(reading(dir.str()), dir.str()),
              ElementsAre("document /caf\xe9-\xff\n.txt: page", "done /caf\xe9-\xff\n.txt"));
}

TEST(Directory, TheArchiveItselfIsNotRead) {
  const TempDir dir;
  dir.write("db/segment", "index");
  dir.write("page.txt", "page");
  SourceOptions options = reading(dir.str());
  options.skip_directory = dir.str("db");
  EXPECT_THAT(lines_of(options, dir.str()),
              ElementsAre("document /page.txt: page", "done /page.txt"));
}

TEST(Directory, OneThatCannotBeReadIsNamedAndTheNextOneRead) {
  if (geteuid() == 0) GTEST_SKIP() << "root reads all";
  const TempDir dir;
  dir.write("a/secret/x.html", "X");
  dir.write("b.html", "B");
  fs::permissions(dir.path() / "a/secret", fs::perms::none);
  const auto lines = lines_of(reading(dir.str()), dir.str());
  fs::permissions(dir.path() / "a/secret", fs::perms::owner_all);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0], "skipped /a/secret: unreadable");
  EXPECT_EQ(lines[1], "document /b.html: B");
}

TEST(Directory, SlashesBehindItsNameAreNotPartOfIt) {
  const TempDir dir;
  dir.write("a.html", "A");
  EXPECT_EQ(lines_of(reading(dir.str() + "///"), dir.str()),
            (std::vector<std::string>{"document /a.html: A", "done /a.html"}));
}

TEST(Source, KnownFilesAreNotOpened) {
  const TempDir dir;
  const std::string page = dir.write("page.txt", "page");
  ASSERT_EQ(chmod(page.c_str(), 0), 0);
  SourceOptions options = reading(dir.str());
  FileStamp asked;
  options.known = [&](const FileStamp& stamp) {
    asked = stamp;
    return true;
  };
  EXPECT_THAT(lines_of(options, dir.str()), ElementsAre("unchanged /page.txt"));
  EXPECT_EQ(asked.path, page);
  EXPECT_EQ(asked.size, 4U);
  EXPECT_GT(asked.mtime_ns, 0);
}

TEST(Source, APathThatDoesNotExistIsAnErrorOfUse) {
  const TempDir dir;
  try {
    open_sources(reading(dir.str("absent")));
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::Usage);
    EXPECT_NE(std::string(error.what()).find("absent"), std::string::npos);
  }
}

TEST(Source, SizeIsCheckedBeforeReading) {
  const TempDir dir;
  const std::string big = dir.write("big.html", "<html>");
  ASSERT_EQ(truncate(big.c_str(), std::int64_t{10} << 30), 0);
  EXPECT_THAT(lines_of(reading(big), dir.str()),
              ElementsAre("skipped /big.html: too-large", "done /big.html"));
}

TEST(Source, ADocumentOfExactlyTheLimitIsRead) {
  const TempDir dir;
  SourceOptions options = reading(dir.write("a.txt", "12345"));
  options.max_document_bytes = 5;
  EXPECT_EQ(test::documents_of(options).size(), 1U);
  options.max_document_bytes = 4;
  EXPECT_EQ(test::documents_of(options).size(), 0U);
}

TEST(Source, ListsNamePathsOneALineOrEndedByNul) {
  const TempDir dir;
  const std::string one = dir.write("one.txt", "1");
  const std::string two = dir.write("two\nlines.txt", "2");
  SourceOptions options;
  options.files_from = dir.write("list", one + "\n\n" + dir.str("gone.txt") + "\n");
  EXPECT_THAT(lines_of(options, dir.str()), ElementsAre("document /one.txt: 1", "done /one.txt",
                                                        "skipped /gone.txt: unreadable"));
  options.files_from = dir.write("list0", one + '\0' + two + '\0');
  options.separator = ListSeparator::Nul;
  EXPECT_THAT(lines_of(options, dir.str()),
              ElementsAre("document /one.txt: 1", "done /one.txt", "document /two\nlines.txt: 2",
                          "done /two\nlines.txt"));
}

std::string error_of(const SourceOptions& options) {
  try {
    (void)lines_of(options, "");
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::Usage);
    return error.what();
  }
  return "no error";
}

TEST(Source, AListThatCannotBeReadIsNoEmptyList) {
  const TempDir dir;
  SourceOptions options;
  options.files_from = dir.str();
  EXPECT_EQ(error_of(options), "cannot read the list " + dir.str() + ": Is a directory");
  options.files_from = "/proc/self/mem";  // opens, and then fails as a dying disk does
  EXPECT_EQ(error_of(options), "cannot read the list /proc/self/mem: Input/output error");
}

TEST(Source, AFileThatTheSystemDoesNotGiveIsBrokenOff) {
  const TempDir dir;
  EXPECT_THAT(lines_of(reading("/proc/self/mem"), ""),
              ElementsAre("skipped /proc/self/mem: unreadable", "broken off /proc/self/mem"));
}

TEST(Source, ListsThatCannotBeOnesAreErrorsOfUse) {
  const TempDir dir;
  SourceOptions options;
  options.files_from = dir.str("absent");
  EXPECT_NE(error_of(options).find("cannot read the list"), std::string::npos);
  options.files_from = dir.write("long", std::string(3 << 20, 'x'));
  EXPECT_NE(error_of(options).find("a line over 1 MiB"), std::string::npos);
  options.files_from = "-";
  options.paths = {"-"};
  EXPECT_NE(error_of(options).find("only once"), std::string::npos);
  options.files_from.clear();
  options.paths = {"-", "-"};
  EXPECT_NE(error_of(options).find("only once"), std::string::npos);
}

TEST(Source, ALinkInAListIsNotFollowedAndAFolderIsWalked) {
  const TempDir dir;
  dir.write("folder/page.txt", "page");
  fs::create_symlink("folder/page.txt", dir.path() / "link");
  SourceOptions options;
  options.skip_directory = dir.str("absent");
  options.files_from = dir.write(
      "list", dir.str("link") + "\n" + dir.str("folder") + "///\n" + dir.str("folder/page.txt"));
  EXPECT_THAT(lines_of(options, dir.str()),
              ElementsAre("skipped /link: symlink", "document /folder/page.txt: page",
                          "done /folder/page.txt", "document /folder/page.txt: page",
                          "done /folder/page.txt"));
}

TEST(Source, IncludeAndExcludeFitThePath) {
  const TempDir dir;
  dir.write("a.txt", "A");
  dir.write("b.html", "B");
  dir.write("old/c.txt", "C");
  SourceOptions options = reading(dir.str());
  options.include = {"*.txt"};
  options.exclude = {"*/old/*"};
  EXPECT_THAT(lines_of(options, dir.str()),
              ElementsAre("document /a.txt: A", "done /a.txt", "skipped /b.html: excluded",
                          "done /b.html", "skipped /old/c.txt: excluded"));
}

}  // namespace
}  // namespace pressmark::indexer
