// The hooks before and behind a run, and the file that keeps what a run said.
#include <cstdlib>
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/run.h"
#include "tests/support/temp_dir.h"

namespace pressmark::test {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;

constexpr const char* kArticle =
    "{\"id\":\"a1\",\"title\":\"Bulletin; touch $(echo named)\",\"text\":\"The harbour stays "
    "closed "
    "while the dredger works, and the ferry leaves from the fish quay.\"}\n";

class Hooks : public ::testing::Test {
 protected:
  Hooks() {
    setenv("XDG_CONFIG_HOME", dir_.str("config").c_str(), 1);
    dir_.write("in/a.jsonl", kArticle);
  }
  ~Hooks() override { unsetenv("XDG_CONFIG_HOME"); }

  void write_hook(const std::string& text, fs::perms permissions = fs::perms::owner_all,
                  const std::string& name = "post-index") const {
    fs::permissions(dir_.write("config/pressmark/hooks/" + name, text), permissions);
  }
  void write_pre_index(const std::string& text,
                       fs::perms permissions = fs::perms::owner_all) const {
    write_hook(text, permissions, "pre-index");
  }
  RunResult index(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {program("pressmark-index"), "--db", dir_.str("db"), dir_.str("in")});
    return run(more);
  }

  TempDir dir_;
};

TEST_F(Hooks, RunsAfterARunThatAddedArticlesAndIsToldNumbersOnly) {
  write_hook("#!/bin/sh\nenv | grep ^PRESSMARK_ | sort >> '" + dir_.str("told") +
             "'\n\"$PRESSMARK_SEARCH\" --db \"$PRESSMARK_DB\" harbour --count >> '" +
             dir_.str("told") + "'\n");
  setenv("PRESSMARK_SEARCH", program("pressmark-search").c_str(), 1);
  EXPECT_EQ(index().exit_code, 0);
  EXPECT_EQ(read_file(dir_.str("told")),
            "PRESSMARK_ADDED=1\nPRESSMARK_DB=" + dir_.str("db") +
                "\nPRESSMARK_FAILED=0\nPRESSMARK_SEARCH=" + program("pressmark-search") +
                "\nPRESSMARK_UPDATED=0\n1\n");
  fs::remove(dir_.str("told"));
  EXPECT_EQ(index().exit_code, 0);  // nothing new
  EXPECT_FALSE(fs::exists(dir_.str("told")));
}

TEST_F(Hooks, AHookThatFailsIsToldAndChangesNothing) {
  write_hook("#!/bin/sh\nexit 7\n");
  const RunResult result = index();
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.err, HasSubstr("post-index ended with 7"));
}

TEST_F(Hooks, AHookThatIsNotExecutableIsTold) {
  write_hook("#!/bin/sh\n", fs::perms::owner_read);
  const RunResult result = index();
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.err, HasSubstr("chmod +x"));
}

TEST_F(Hooks, TheHookMayWriteTheArchive) {
  dir_.write("more/b.txt", "");
  write_hook("#!/bin/sh\n'" + program("pressmark-index") +
             "' --db \"$PRESSMARK_DB\" --lock-timeout 0 --compact\n");
  const RunResult result = index();
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.err, Not(HasSubstr("post-index")));
}

TEST_F(Hooks, PreIndexFetchesWhatIsThenRead) {
  write_pre_index("#!/bin/sh\nenv | grep ^PRESSMARK_DB > '" + dir_.str("told") + "'\ncp '" +
                  dir_.str("in/a.jsonl") + "' '" + dir_.str("late.jsonl") + "'\n");
  const RunResult result = run({program("pressmark-index"), "--db", dir_.str("db"),
                                "--lock-timeout", "0", dir_.str("late.jsonl")});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.err, HasSubstr("added 1"));
  EXPECT_EQ(read_file(dir_.str("told")), "PRESSMARK_DB=" + dir_.str("db") + "\n");
}

TEST_F(Hooks, PreIndexStopsTheRunByFailing) {
  write_pre_index("#!/bin/sh\nexit 3\n");
  const RunResult result = index();
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr("pre-index ended with 3; nothing was indexed"));
  EXPECT_FALSE(fs::exists(dir_.str("db")));
}

TEST_F(Hooks, PreIndexThatIsNotExecutableStopsTheRun) {
  write_pre_index("#!/bin/sh\n", fs::perms::owner_read);
  const RunResult result = index();
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr("chmod +x"));
  EXPECT_FALSE(fs::exists(dir_.str("db")));
}

TEST_F(Hooks, LogFileKeepsWhatWasSaidAlsoWhenQuiet) {
  EXPECT_EQ(index({"--quiet", "--log-file", dir_.str("log")}).exit_code, 0);
  const std::string first = read_file(dir_.str("log"));
  EXPECT_THAT(first, HasSubstr("Z read 1: added 1"));
  EXPECT_EQ(index({"--quiet", "--log-file", dir_.str("log")}).exit_code, 0);
  EXPECT_THAT(read_file(dir_.str("log")), ::testing::StartsWith(first));
  EXPECT_THAT(read_file(dir_.str("log")), HasSubstr("unchanged 1"));
  const RunResult nowhere = index({"--log-file", dir_.str("none/log")});
  EXPECT_EQ(nowhere.exit_code, 5);
  EXPECT_THAT(nowhere.err, HasSubstr("cannot write the log file"));
}

}  // namespace
}  // namespace pressmark::test
