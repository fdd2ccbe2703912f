// What pressmark-index says, and where: on standard error, in --log-file, or with a refusal.
#include <filesystem>
#include <string>
#include <sys/stat.h>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/run.h"
#include "tests/support/temp_dir.h"

namespace pressmark::test {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view kPage =
    "<html><head><title>Report on the weir</title></head><body><article><h1>Report on the "
    "weir</h1><p>The weir held through the night, and the keeper lowered the gates when the water "
    "fell.</p><p>Farmers along the lower meadows moved their cattle to the hill and waited for the "
    "morning.</p></article></body></html>";

class Messages : public ::testing::Test {
 protected:
  /// Runs the indexer in the test's directory, which is its home too.
  RunResult index(const std::vector<std::string>& arguments, std::string_view input = {}) {
    std::vector<std::string> argv = {"/usr/bin/env",
                                     "-C",
                                     dir_.str(),
                                     "-u",
                                     "PRESSMARK_DB",
                                     "HOME=" + dir_.str(),
                                     "XDG_CONFIG_HOME=" + dir_.str("config"),
                                     program("pressmark-index")};
    argv.insert(argv.end(), arguments.begin(), arguments.end());
    return run(argv, input);
  }

  TempDir dir_;
};

// "--report crawl.jsonl crawl.jsonl", or with the name of the report left out, emptied the crawl.
TEST_F(Messages, AReportIsNotWrittenOverItsInput) {
  const std::string line = R"({"title":"Weir","text":"The weir held through the night."})";
  const std::string crawl = dir_.write("crawl.jsonl", line);
  dir_.write("list", "crawl.jsonl\n");
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"--db", "db", "--report", "./crawl.jsonl", "crawl.jsonl"},
        {"--db", "db", "--report", "list", "--files-from", "list"},
        {"--dry-run", "--report", "crawl.jsonl", crawl}}) {
    const RunResult result = index(arguments);
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_THAT(result.err, HasSubstr("would write over"));
  }
  EXPECT_EQ(fs::file_size(crawl), line.size());
  EXPECT_EQ(index({"--db", "db", "--report", "report", "crawl.jsonl"}).exit_code, 0);
}

TEST_F(Messages, ALogIsNotAddedToItsInput) {
  const std::string line = R"({"title":"Weir","text":"The weir held through the night."})";
  const std::string crawl = dir_.write("crawl.jsonl", line);
  const RunResult result = index({"--db", "db", "--log-file", "crawl.jsonl", crawl});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr("--log-file would write to"));
  EXPECT_EQ(fs::file_size(crawl), line.size());
}

TEST_F(Messages, TheLogFileHasWhatEndedARun) {
  dir_.write("a.html", kPage);
  ASSERT_EQ(index({"-q", "--db", "db", "a.html"}).exit_code, 0);
  const std::vector<std::string> failing[] = {
      {"--db", "db", "none.html"},         {"--db", "db", "--report", "none/report", "a.html"},
      {"--db", "none", "--check"},         {"--db", "a.html", "a.html"},
      {"--db", "db", "--check", "a.html"}, {"--db", "db", "--jobs", "0", "a.html"}};
  for (const std::vector<std::string>& arguments : failing) {
    std::vector<std::string> logged = {"--log-file", "log", "--quiet"};
    logged.insert(logged.end(), arguments.begin(), arguments.end());
    fs::remove(dir_.path() / "log");
    const RunResult result = index(logged);
    EXPECT_GT(result.exit_code, 1);
    EXPECT_THAT(result.err, HasSubstr("pressmark-index: "));
    const std::string log = read_file(dir_.path() / "log");
    EXPECT_THAT(log, HasSubstr("Z " + result.err)) << "with its time";
  }
  dir_.write("db/MANIFEST", "rubbish");
  const RunResult damaged = index({"--db", "db", "--check", "--log-file", "log"});
  EXPECT_EQ(damaged.exit_code, 3);
  EXPECT_THAT(read_file(dir_.path() / "log"), HasSubstr("Z " + damaged.err));
}

TEST_F(Messages, TheLogFileHasTheLastWords) {
  const RunResult crashed =
      run({"/bin/sh", "-c",
           "cd \"$1\"; { sleep 1; kill -SEGV $(cat pid); sleep 1; } | "
           "sh -c 'echo $$ >pid; exec \"$0\" --db db --log-file log -' \"$0\"",
           program("pressmark-index"), dir_.str()});
  if (crashed.err.find("crashed while") == std::string::npos)
    GTEST_SKIP() << "a sanitizer has the signal";
  EXPECT_EQ(crashed.exit_code, 3);
  const std::string log = read_file(dir_.path() / "log");
  EXPECT_THAT(log,
              ContainsRegex("^20..-[01].-[0-3].T[012].:[0-5].:[0-5].Z pressmark-index: crashed "
                            "while it used the archive db.*\n$"));
}

TEST_F(Messages, CompactDoesNotForgetToPrune) {
  dir_.write("crawl/a.html", kPage);
  dir_.write("crawl/b.html", kPage);
  ASSERT_EQ(index({"-q", "--db", "db", "crawl"}).exit_code, 0);
  fs::remove(dir_.path() / "crawl/b.html");
  const RunResult both = index({"--db", "db", "--prune", "--compact"});
  EXPECT_EQ(both.exit_code, 0);
  EXPECT_THAT(both.err, HasSubstr("pruned 1 articles"));
  fs::remove(dir_.path() / "crawl/a.html");
  EXPECT_EQ(index({"--db", "db", "--prune", "--compact"}).exit_code, 1) << "a whole folder";
  EXPECT_THAT(index({"--db", "db", "--prune-all", "--compact"}).err, HasSubstr("archive: 0 art"));
  EXPECT_EQ(index({"--db", "none", "--prune", "--compact"}).exit_code, 3);
  EXPECT_FALSE(fs::exists(dir_.path() / "none"));
}

TEST_F(Messages, ADryRunSaysWhyThereIsNoArticle) {
  dir_.write("crawl/a.html", kPage);
  dir_.write("crawl/b.html", "");
  const RunResult result = index({"--dry-run", "--json", "crawl"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, AllOf(HasSubstr("a.html"), Not(HasSubstr("b.html"))));
  EXPECT_EQ(result.err,
            "crawl/b.html: empty-file\ndry run, read 2: added 1, updated 0, unchanged 0, "
            "duplicate 0, skipped 1 (empty-file 1), failed 0\n");
  EXPECT_EQ(index({"--dry-run", "-q", "crawl"}).err, "");
  EXPECT_EQ(index({"--dry-run", "crawl/a.html"}).err, "");
}

TEST_F(Messages, AFolderOnAnotherFileSystemIsNamed) {
  struct stat devices {
  }, terminals{};
  if (stat("/dev", &devices) != 0 || stat("/dev/pts", &terminals) != 0 ||
      devices.st_dev == terminals.st_dev) {
    GTEST_SKIP() << "no folder on another file system";
  }
  for (const char* quiet : {"--quiet", "--no-config"}) {
    const RunResult result = index({quiet, "--db", "db", "/dev"});
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_THAT(result.err, HasSubstr("pressmark-index: /dev/pts: other-file-system (not entered; "
                                      "name it as a path of its own to read it)\n"));
    EXPECT_THAT(result.err, Not(HasSubstr("/dev/null:")));
  }
}

TEST_F(Messages, AFolderThatIsAnArchiveIsNamed) {
  dir_.write("crawl/a.html", kPage);
  dir_.write("crawl/news/MANIFEST", "pressmark-archive 1\nschema 1\n");
  const std::string line =
      "pressmark-index: crawl/news: archive (of pressmark-index, its MANIFEST says; not entered)\n";
  for (const char* path : {"crawl", "crawl/news"}) {
    EXPECT_EQ(index({"-q", "--db", "db", path}).err, line) << path;
    EXPECT_EQ(index({"-q", "--dry-run", path}).err, line) << path;
  }
}

TEST_F(Messages, APathInASettingIsThatOfItsFile) {
  dir_.write("work/a.html", kPage);
  const auto with = [&](const std::string& settings) {
    dir_.write("config/pressmark/config", settings);
    return index({"-q", "work/a.html"});
  };
  EXPECT_EQ(with("db = ~/of-home\n").exit_code, 0);
  EXPECT_TRUE(fs::exists(dir_.path() / "of-home/MANIFEST"));
  EXPECT_FALSE(fs::exists(dir_.path() / "~"));
  EXPECT_EQ(with("db = of-file\n").exit_code, 0);
  EXPECT_TRUE(fs::exists(dir_.path() / "config/pressmark/of-file/MANIFEST"));
  EXPECT_THAT(with("db = of-file\nsources = ~/none.tsv\n").err,
              HasSubstr(dir_.str("none.tsv") + ": No such file"));
  EXPECT_THAT(with("db =\n").err, HasSubstr("config:1: db needs a value"));
  dir_.write("config/pressmark/config", "db = of-file\ndb = tcp://host:1\n");
  EXPECT_EQ(run({"/usr/bin/env", "HOME=" + dir_.str(), "XDG_CONFIG_HOME=" + dir_.str("config"),
                 program("pressmark-search"), "--print-config"})
                .out.find("/tcp:"),
            std::string::npos);
  EXPECT_EQ(run({"/usr/bin/env", "-u", "HOME", "XDG_CONFIG_HOME=" + dir_.str("config"),
                 program("pressmark-index"), "--print-config"})
                .exit_code,
            0);
  dir_.write("config/pressmark/config", "db = ~/news\n");
  EXPECT_THAT(run({"/usr/bin/env", "-u", "HOME", "XDG_CONFIG_HOME=" + dir_.str("config"),
                   program("pressmark-index"), "--print-config"})
                  .err,
              HasSubstr("config:1: ~/ needs HOME"));
}

TEST_F(Messages, ALogThatCannotBeWrittenIsSaidOnce) {
  dir_.write("a.html", kPage);
  const RunResult result = index({"--db", "db", "--log-file", "/dev/full", "--verbose", "a.html"});
  EXPECT_EQ(result.exit_code, 0);
  const std::string said = "cannot write the log file /dev/full: No space left on device";
  const std::size_t first = result.err.find(said);
  ASSERT_NE(first, std::string::npos) << result.err;
  EXPECT_EQ(result.err.find(said, first + 1), std::string::npos) << result.err;
  EXPECT_THAT(result.err, HasSubstr("archive: 1 article"));
}

TEST_F(Messages, AListMayEndItsLinesAsOnOtherSystems) {
  dir_.write("a.html", kPage);
  const RunResult result = index({"--db", "db", "--files-from", "-"}, "a.html\r\n\r\n");
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.err, HasSubstr("added 1,"));
}

TEST_F(Messages, AListThatEndsItsPathsInNulNeedsTheOption) {
  dir_.write("a.html", kPage);
  const std::string list("a.html\0b.html\0", 14);
  const RunResult result = index({"--db", "db", "--files-from", "-"}, list);
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr("on standard input end in NUL, not in a line end: give -0"));
  std::string long_list;
  while (long_list.size() < (2 << 20)) long_list += list;
  EXPECT_THAT(index({"--db", "db", "--files-from", "-"}, long_list).err, HasSubstr("give -0"));
}

}  // namespace
}  // namespace pressmark::test
