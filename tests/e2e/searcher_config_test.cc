// Settings: command line over environment over configuration file.
#include <cstdlib>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

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

/// A copy of the sample archive with settings beside it.
class ProjectConfig : public Config {
 protected:
  std::string archive(const std::string& settings) {
    std::filesystem::create_directories(work_.str("news"));
    std::filesystem::copy(sample_archive("default"), work_.str("news/db"),
                          std::filesystem::copy_options::recursive |
                              std::filesystem::copy_options::overwrite_existing);
    work_.write("news/.pressmark.conf", settings);
    return work_.str("news/db");
  }

  TempDir work_;
};

TEST_F(ProjectConfig, IsStrongerThanTheUsersAndWeakerThanTheCommandLine) {
  const std::string db = archive("limit = 2\n");
  const std::string user = "limit = 4\nformat = ids\n";
  EXPECT_EQ(with(user, {"--db", db, "*"}).out.size(), 2 * 14U);
  EXPECT_EQ(with(user, {"--db", db + "/", "*"}).out.size(), 2 * 14U);
  EXPECT_EQ(with(user, {"--db", db, "*", "-n", "3"}).out.size(), 3 * 14U);
  EXPECT_EQ(with(user + "db = " + db + "\n", {"*"}).out.size(), 2 * 14U);
  EXPECT_EQ(with(user, {"--db", db, "--no-config", "--format", "ids", "*"}).out.size(), 10 * 14U);
  const RunResult printed = with(user, {"--db", db, "--print-config"});
  EXPECT_THAT(printed.out, HasSubstr("limit = 2"));
  EXPECT_THAT(printed.out, HasSubstr("news/.pressmark.conf:1"));
  EXPECT_THAT(printed.out, Not(HasSubstr("limit = 4")));
  EXPECT_THAT(printed.out, HasSubstr("pressmark/config:2"));
}

TEST_F(ProjectConfig, CannotSayWhereToSearchNorWhatToRun) {
  for (const char* wrong : {"db = tcp://127.0.0.1:1\n", "html = out.html\n", "receipt = r\n",
                            "pager = sh\n", "hooks = .\n", "log-file = x\n", "report = x\n"}) {
    const RunResult result = with("", {"--db", archive(wrong), "flood"});
    EXPECT_EQ(result.exit_code, 2) << wrong;
    EXPECT_THAT(result.err, HasSubstr(".pressmark.conf:1")) << wrong;
  }
}

TEST_F(ProjectConfig, OfAnotherIsPassedOver) {
  const std::string db = archive("limit = 2\n");
  if (geteuid() != 0) GTEST_SKIP() << "only root can give files away";
  ASSERT_EQ(lchown(work_.str("news/.pressmark.conf").c_str(), 4711, 4711), 0);
  EXPECT_EQ(with("", {"--db", db, "*", "--format", "ids"}).out.size(), 10 * 14U);
  ASSERT_EQ(lchown(db.c_str(), 4711, 4711), 0);  // the archive's owner may say it
  EXPECT_EQ(with("", {"--db", db, "*", "--format", "ids"}).out.size(), 2 * 14U);
}

TEST_F(ProjectConfig, OfEachArchiveIsRead) {
  const std::string db = archive("limit = 2\n");
  work_.write("other/.pressmark.conf", "limit = 3\nformat = ids\n");
  std::filesystem::create_directories(work_.str("other"));
  const std::string other = work_.str("other/db");
  std::filesystem::copy(sample_archive("multilingual"), other,
                        std::filesystem::copy_options::recursive);
  EXPECT_EQ(with("format = csv\n", {"--db", db, "--db", other, "*"}).out.size(), 2 * 14U);
  EXPECT_EQ(with("format = csv\n", {"--db", other, "--db", db, "*"}).out.size(), 3 * 14U);
  EXPECT_EQ(with("db = " + db + "\ndb = " + other + "\n", {"*"}).out.size(), 2 * 14U);
  work_.write("other/.pressmark.conf", "limit = many\n");
  EXPECT_THAT(with("", {"--db", other, "--db", db, "*"}).err,
              HasSubstr("other/.pressmark.conf:1: limit cannot be \"many\""));
}

TEST_F(ProjectConfig, IsAPlainFile) {
  const std::string db = archive("");
  const std::string file = work_.str("news/.pressmark.conf");
  std::filesystem::remove(file);
  std::filesystem::create_symlink("/dev/zero", file);
  EXPECT_EQ(with("", {"--db", db, "flood"}).exit_code, 2);
  std::filesystem::remove(file);
  ASSERT_EQ(mkfifo(file.c_str(), 0600), 0);
  EXPECT_EQ(with("", {"--db", db, "flood"}).exit_code, 2);
}

TEST_F(ProjectConfig, FeedsTheIndexerToo) {
  const std::string page = work_.write("crawl/a.txt", "Harbour closed\n\nThe dredger works.\n");
  const std::string sport = work_.write("crawl/sport.txt", "Cup final\n\nThe dredger won.\n");
  work_.write("feed/.pressmark.conf",
              "exclude = *sport*\nlimit = 1\njobs = 1\nsources = outlets\n");
  work_.write("feed/outlets", "x.example\tX\tDE\n");
  const auto index = [&](const std::vector<std::string>& arguments) {
    std::vector<std::string> command = {"/usr/bin/env", "XDG_CONFIG_HOME=" + home_.str(),
                                        program("pressmark-index"), "--db", work_.str("feed/db")};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return run(command);
  };
  const RunResult printed = index({"--print-config", "--jobs", "2"});
  EXPECT_EQ(printed.exit_code, 0) << printed.err;
  EXPECT_THAT(printed.out, HasSubstr("jobs = 2"));
  EXPECT_THAT(printed.out, HasSubstr("sources = " + work_.str("feed/outlets")));
  EXPECT_THAT(printed.out, HasSubstr("feed/.pressmark.conf:1"));
  EXPECT_THAT(printed.out, Not(HasSubstr("limit")));
  EXPECT_EQ(index({"-q", page, sport}).exit_code, 0);
  EXPECT_EQ(with("", {"--db", work_.str("feed/db"), "--count", "dredger"}).out, "1\n");
  EXPECT_EQ(index({"-q", "--no-config", page, sport}).exit_code, 0);
  EXPECT_EQ(with("", {"--db", work_.str("feed/db"), "--count", "dredger"}).out, "2\n");
  work_.write("feed/.pressmark.conf", "exclud = *sport*\n");
  EXPECT_EQ(index({"-q", page}).exit_code, 2);
  EXPECT_EQ(index({"--help"}).exit_code, 0);
}

// The two zones are never on the same day.
TEST_F(Config, ATimeZoneSaysWhichDayIsToday) {
  const auto today = [&](const std::string& zone) {
    return with(db_ + "tz = " + zone + "\n", {"--explain", "date:today"}).out;
  };
  EXPECT_THAT(today("Pacific/Kiritimati"), HasSubstr("date:2"));
  EXPECT_NE(today("Pacific/Kiritimati"), today("Etc/GMT+12"));
  EXPECT_EQ(with(db_, {"--tz", "Etc/GMT+12", "--explain", "date:today"}).out, today("Etc/GMT+12"));
  const RunResult unknown = with(db_, {"--tz", "Europe/Berln", "flood"});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_EQ(unknown.err,
            "pressmark-search: --tz: there is no time zone \"Europe/Berln\"; did you mean "
            "\"Europe/Berlin\"?\n");
}

TEST_F(Config, AListStandsForItsValues) {
  home_.write("pressmark/searches/coast.list", "# of the coast\nfr\nPortugal\n");
  const RunResult listed = with(db_, {"--count", "*", "country:@coast"});
  EXPECT_EQ(listed.exit_code, 0) << listed.err;
  EXPECT_EQ(listed.out, with(db_, {"--count", "*", "country:fr,pt"}).out);
  EXPECT_EQ(listed.out, with(db_, {"--count", "*", "--country", "@coast"}).out);
  EXPECT_THAT(with(db_, {"--list-saved"}).out, HasSubstr(":@coast           fr, Portugal\n"));
  EXPECT_EQ(
      with(db_, {"--list-saved", "--json"}).out,
      "{\"type\":\"value_list\",\"v\":1,\"name\":\"coast\",\"values\":[\"fr\",\"Portugal\"]}\n");
  EXPECT_EQ(with(db_, {"--complete", "country:@c"}).out, "country:@coast\ta list\n");
  const RunResult unknown = with(db_, {"*", "country:@cost"});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_THAT(unknown.err, HasSubstr("there is no list \"cost\""));
  EXPECT_THAT(unknown.err, HasSubstr("did you mean \"@coast\"?"));
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
       {"limt = 3\n", "limit\n", "show = 3\n", "country = de\n", "long = perhaps\n", "= 3\n",
        "limit = many\n", "sort = best\n", "timeout = 0\n", "half-life = x\n", "color = red\n",
        "match = some\n", "format = cvs\n", "facet-mode = -\n", "format = {titel}\n",
        "tz = Europe/Berln\n", "color =\n"}) {
    const RunResult result = with(wrong, {"flood"});
    EXPECT_EQ(result.exit_code, 2) << wrong;
    EXPECT_THAT(result.err, HasSubstr("pressmark/config:1")) << wrong;
  }
  EXPECT_THAT(with("limit = 3\nlimit = many\n", {"flood"}).err,
              HasSubstr("pressmark/config:2: limit cannot be \"many\""));
  EXPECT_THAT(with("limit = 3\n", {"flood", "-n", "many"}).err,
              HasSubstr("pressmark-search: --limit cannot be \"many\""));
}

TEST_F(Config, AMistakeIsSaidWithItsPlaceByTheIndexerToo) {
  for (const char* wrong : {"jobs = many\n", "memory = 1\n", "lock-timeout = soon\n"}) {
    home_.write("pressmark/config", wrong);
    const RunResult result =
        run({"/usr/bin/env", "XDG_CONFIG_HOME=" + home_.str(), program("pressmark-index"), "--db",
             home_.str("db"), home_.write("a.txt", "A text.")});
    EXPECT_EQ(result.exit_code, 2) << wrong;
    EXPECT_THAT(result.err, HasSubstr("pressmark/config:1")) << wrong;
  }
}

}  // namespace
}  // namespace pressmark::test
