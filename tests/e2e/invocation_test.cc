// pressmark-index as it is called: its streams, and no arguments at all.
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/run.h"
#include "tests/support/temp_dir.h"

namespace pressmark::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view kOnePage =
    "<html><head><title>Report on the weir</title></head><body><article><h1>Report on the "
    "weir</h1><p>The weir held through the night, and the keeper lowered the gates when the water "
    "fell.</p><p>Farmers along the lower meadows moved their cattle to the hill and waited for the "
    "morning.</p></article></body></html>";

/// Else the next file that is opened is the stream.
TEST(Invocation, AClosedStandardStreamIsNoFileOfOurs) {
  const TempDir dir;
  dir.write("crawl/a.html", kOnePage);
  dir.write("crawl/bad.jsonl", "{\"text\"\n");
  const auto with = [&](const std::string& redirection, const std::string& arguments) {
    const std::string command = "cd \"$1\" && exec \"$0\" --db db " + arguments + redirection;
    return run({"/bin/sh", "-c", command, program("pressmark-index"), dir.str()});
  };
  const RunResult list = with("<&-", "--files-from - ");
  EXPECT_EQ(list.exit_code, 2);
  EXPECT_THAT(list.err, HasSubstr("standard input"));
  EXPECT_EQ(with("<&-", "- ").exit_code, 1) << "unreadable";
  EXPECT_EQ(with("2>&-", "--report report crawl ").exit_code, 1);
  EXPECT_THAT(read_file(dir.path() / "report"), Not(HasSubstr("pressmark-index:")));
  EXPECT_EQ(run({program("pressmark-search"), "--db", dir.str("db"), "--count", "*"}).out, "1\n");
}

TEST(Invocation, WithoutArgumentsItSaysHowItIsUsed) {
  const RunResult result = run({program("pressmark-index")});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err,
              HasSubstr("PATH...            index files and directories\n       press"));
}

TEST(Invocation, AReportMayGoToStandardOutput) {
  const TempDir dir;
  const std::string file = dir.write("a.html", kOnePage);
  const RunResult result =
      run({program("pressmark-index"), "--db", dir.str("db"), "--report", "-", file});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, HasSubstr("\"status\":\"added\""));
}

TEST(Invocation, QueriesThatCannotBeReadAreRefused) {
  const TempDir dir;
  const std::string file = dir.write("a.html", kOnePage);
  run({program("pressmark-index"), "--db", dir.str("db"), file});
  const RunResult folder =
      run({program("pressmark-search"), "--db", dir.str("db"), "--batch", dir.str()});
  EXPECT_EQ(folder.exit_code, 2);
  EXPECT_THAT(folder.err, HasSubstr("cannot read the queries in " + dir.str()));
  const RunResult closed = run({"/bin/sh", "-c", "exec \"$0\" --db \"$1\" --batch - <&-",
                                program("pressmark-search"), dir.str("db")});
  EXPECT_EQ(closed.exit_code, 2);
  EXPECT_THAT(closed.err, HasSubstr("cannot read the queries in standard input"));
}

}  // namespace
}  // namespace pressmark::test
