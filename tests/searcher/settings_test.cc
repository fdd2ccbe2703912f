// Settings of files, from their lines to the options of a search.
#include "common/settings.h"

#include <cstdlib>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/error.h"
#include "searcher/options.h"
#include "tests/support/temp_dir.h"

namespace pressmark::searcher {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class SettingsTest : public ::testing::Test {
 protected:
  SettingsTest() { setenv("XDG_CONFIG_HOME", dir_.str().c_str(), 1); }
  ~SettingsTest() override {
    unsetenv("XDG_CONFIG_HOME");
    unsetenv("PRESSMARK_DB");
  }

  void user(std::string_view lines) const { dir_.write("pressmark/config", lines); }
  void beside(std::string_view lines) const { dir_.write("here/.pressmark.conf", lines); }

  Options options(std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments = {"boat", "--db", dir_.str("here/news")};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return parse_options(arguments);
  }
  std::string complaint() const {
    try {
      options();
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::Usage);
      return error.what();
    }
    return "none";
  }

  test::TempDir dir_;
};

TEST_F(SettingsTest, OfTheCommandLineOutrankThoseBesideTheArchiveAndTheUsers) {
  user("limit = 3\nlong = yes\nsort = newest\n");
  beside("limit = 4\nsort = oldest\n");
  EXPECT_EQ(options().request.limit, 4U);
  EXPECT_EQ(options({"--limit", "5"}).request.limit, 5U);
  EXPECT_TRUE(options().output.long_hits);
  EXPECT_EQ(options({"--no-config"}).request.limit,
            parse_options({"boat", "--db", "x", "--no-config"}).request.limit);
}

TEST_F(SettingsTest, ASwitchIsOnOrOff) {
  for (const char* yes : {"true", "yes", "on", "1", "YES"}) {
    user("quiet = " + std::string(yes));
    EXPECT_TRUE(options().output.quiet) << yes;
  }
  for (const char* no : {"false", "no", "off", "0", "Off"}) {
    user("quiet = " + std::string(no));
    EXPECT_FALSE(options().output.quiet) << no;
  }
  user("quiet = perhaps");
  EXPECT_THAT(complaint(), HasSubstr("config:1: quiet is true or false"));
}

TEST_F(SettingsTest, AFormatBesideTheArchiveTakesTheUsersPlace) {
  user("format = csv\n");
  EXPECT_EQ(options().output.format, Format::Csv);
  beside("json = yes\n");
  EXPECT_EQ(options().output.format, Format::Jsonl);
  beside("json = no\n");  // names no format
  EXPECT_EQ(options().output.format, Format::Csv);
  EXPECT_EQ(options({"--format", "tsv"}).output.format, Format::Tsv);
}

TEST_F(SettingsTest, BesideTheArchiveNameNoArchive) {
  beside("db = /elsewhere\n");
  EXPECT_THAT(complaint(), HasSubstr("\"db\" cannot be set beside an archive"));
  beside("receipt = /tmp/x\n");
  EXPECT_THAT(complaint(), HasSubstr("\"receipt\" is no setting"));
  beside("limit =\n");
  EXPECT_THAT(complaint(), HasSubstr("limit needs a value"));
  beside("memory = 100\nsources = outlets.tsv\n");  // the indexer's
  EXPECT_EQ(complaint(), "none");
}

TEST_F(SettingsTest, ArchivesComeFromTheCommandLineTheEnvironmentOrTheUser) {
  user("db = " + dir_.str("here/news") + "\ndb = tcp://host:7010\n");
  beside("limit = 6\n");
  const Options from_user = parse_options({"boat"});
  EXPECT_THAT(from_user.archives, ElementsAre(dir_.str("here/news"), "tcp://host:7010"));
  EXPECT_EQ(from_user.request.limit, 6U);
  setenv("PRESSMARK_DB", "/b:tcp://host:7011", 1);
  EXPECT_THAT(parse_options({"boat"}).archives, ElementsAre("/b", "tcp://host:7011"));
  EXPECT_THAT(parse_options({"boat", "--db", "/c"}).archives, ElementsAre("/c"));
  setenv("PRESSMARK_DB", "", 1);
  EXPECT_EQ(parse_options({"boat"}).archives.size(), 2U);
}

TEST_F(SettingsTest, AreShownWithTheirPlaceAndWithoutControlCharacters) {
  const std::string text =
      settings_text({{"db", "a\x1b[2Jb", "PRESSMARK_DB"}, {"limit", std::string(60, '5'), "f:1"}});
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_THAT(text, HasSubstr("# PRESSMARK_DB\n"));
  EXPECT_THAT(text, HasSubstr("# f:1\n"));
  const std::vector<ConfigValue> given = {{"limit", "1", "f:1"},
                                          {"limit", "x", "f:2"},
                                          {"db", "x", "PRESSMARK_DB"},
                                          {"sort", "x", "command line"}};
  EXPECT_EQ(option_as_given(given, "limit"), "f:2: limit");
  for (const char* option : {"db", "sort", "tz"})
    EXPECT_EQ(option_as_given(given, option), "--" + std::string(option));
}

}  // namespace
}  // namespace pressmark::searcher
