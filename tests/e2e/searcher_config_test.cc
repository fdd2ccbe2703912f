// Settings: command line over environment over configuration file.
#include <cstdlib>
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample_archive.h"
#include "tests/support/temp_dir.h"

namespace pressmark::test {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Config : public testing::Test {
 protected:
  void SetUp() override { (void)sample_archive("default"); }

  /// Runs the searcher with this configuration and no archive named but in it.
  RunResult with(const std::string& text, const std::vector<std::string>& arguments) {
    home_.write("pressmark/config", text);
    setenv("XDG_CONFIG_HOME", home_.str().c_str(), 1);
    setenv("XDG_STATE_HOME", home_.str().c_str(), 1);
    unsetenv("PRESSMARK_DB");
    std::vector<std::string> command = {program("pressmark-search")};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return run(command);
  }

  const std::string db_ = "db = " + sample_archive("default") + "\n";
  TempDir home_;
};

TEST_F(Config, NamesTheArchiveAndSettings) {
  const RunResult result = with("# mine\n" + db_ + "limit = 2\nformat=ids\n", {"*"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(result.out.size(), 2 * 14U);
}

TEST_F(Config, TheCommandLineIsStronger) {
  EXPECT_EQ(with(db_ + "limit = 2\nformat = ids\n", {"*", "-n", "3"}).out.size(), 3 * 14U);
  EXPECT_EQ(with("db = /nowhere\n", {"--db", sample_archive("default"), "flood"}).exit_code, 0);
}

// --json, --html and --format are one setting in three words.
TEST_F(Config, AFormatOfTheCommandLineIsStronger) {
  EXPECT_THAT(with(db_ + "format = csv\n", {"flood", "--json", "-n", "1"}).out,
              StartsWith("{\"type\":\"hit\""));
  EXPECT_THAT(with(db_ + "json = true\n", {"flood", "--format", "csv"}).out, StartsWith("rank,"));
  const std::string page = home_.str("page.html");
  const RunResult html = with(db_ + "format = csv\n", {"flood", "--html", page});
  EXPECT_EQ(html.exit_code, 0) << html.err;
  EXPECT_THAT(read_file(page), StartsWith("<!DOCTYPE html>"));
  EXPECT_EQ(with(db_ + "json = no\nformat = ids\n", {"*", "-n", "2"}).out.size(), 2 * 14U);
}

TEST_F(Config, AFormatIsForWhatHasIt) {
  const std::string csv = db_ + "format = csv\n";
  EXPECT_THAT(with(csv, {"--stats"}).out, HasSubstr(" articles"));
  EXPECT_THAT(with(csv, {"--list-fields"}).out, HasSubstr("title:"));
  EXPECT_EQ(with(csv, {"--stats", "--format", "csv"}).exit_code, 2);
}

TEST_F(Config, TheEnvironmentIsStronger) {
  home_.write("pressmark/config", "db = /nowhere\n");
  const RunResult result =
      run({"/usr/bin/env", "XDG_CONFIG_HOME=" + home_.str(), "XDG_STATE_HOME=" + home_.str(),
           "PRESSMARK_DB=" + sample_archive("default"), program("pressmark-search"), "flood"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
}

TEST_F(Config, TheEnvironmentMayNameSeveralArchives) {
  const std::string both = sample_archive("default") + ":" + sample_archive("multilingual");
  const auto total = [&](const std::vector<std::string>& arguments) {
    std::vector<std::string> command = {"/usr/bin/env",
                                        "XDG_CONFIG_HOME=" + home_.str(),
                                        "PRESSMARK_DB=" + both,
                                        program("pressmark-search"),
                                        "--count",
                                        "*"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    const RunResult result = run(command);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return result.out.empty() ? 0 : std::stoi(result.out);
  };
  const int first = total({"--db", sample_archive("default")});
  EXPECT_EQ(total({}), first + total({"--db", sample_archive("multilingual")}));
  const RunResult index = run({"/usr/bin/env", "PRESSMARK_DB=" + both, program("pressmark-index"),
                               home_.write("a.txt", "A text.")});
  EXPECT_EQ(index.exit_code, 2);
  EXPECT_THAT(index.err, HasSubstr("--db"));
}

TEST_F(Config, TheIndexerWritesWhereTheSearcherLooks) {
  const TempDir work;
  const std::string text =
      work.write("a.txt", "Harbour closed\n\nThe harbour stays closed while the dredger works.\n");
  const auto index = [&](const std::string& config, const std::vector<std::string>& arguments) {
    home_.write("pressmark/config", config);
    std::vector<std::string> command = {"/usr/bin/env",
                                        "-u",
                                        "PRESSMARK_DB",
                                        "XDG_CONFIG_HOME=" + home_.str(),
                                        "XDG_DATA_HOME=" + work.str("data"),
                                        program("pressmark-index"),
                                        text};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return run(command);
  };
  const std::string config = "# mine\ndb = " + work.str("db") + "\nlimit = 2\n";
  EXPECT_EQ(index(config, {}).exit_code, 0);
  EXPECT_EQ(with(config, {"--count", "dredger"}).out, "1\n");
  EXPECT_EQ(index(config, {"--db", work.str("other")}).exit_code, 0);
  EXPECT_TRUE(std::filesystem::exists(work.str("other/MANIFEST")));
  EXPECT_FALSE(std::filesystem::exists(work.str("data")));
  const RunResult several = index(config + "db = " + work.str("other") + "\n", {});
  EXPECT_EQ(several.exit_code, 2);
  EXPECT_THAT(several.err, HasSubstr("pressmark/config:2 names several archives"));
}

TEST_F(Config, IsLeftUnread) {
  EXPECT_EQ(
      with("nonsense\n", {"--no-config", "--db", sample_archive("default"), "flood"}).exit_code, 0);
}

TEST_F(Config, IsPrintedWithItsPlaces) {
  const RunResult result = with(db_ + "limit = 2\nlong = yes\n", {"--print-config", "-n", "5"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("limit = 5"));
  EXPECT_THAT(result.out, Not(HasSubstr("limit = 2")));
  EXPECT_THAT(result.out, HasSubstr("command line"));
  EXPECT_THAT(result.out, HasSubstr("pressmark/config:3"));
}

TEST_F(Config, AMistakeIsSaidWithItsPlace) {
  for (const char* wrong :
       {"limt = 3\n", "limit\n", "show = 3\n", "country = de\n", "long = perhaps\n", "= 3\n"}) {
    const RunResult result = with(wrong, {"flood"});
    EXPECT_EQ(result.exit_code, 2) << wrong;
    EXPECT_THAT(result.err, HasSubstr("pressmark/config:1")) << wrong;
  }
}

}  // namespace
}  // namespace pressmark::test
