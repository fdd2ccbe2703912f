#include "common/config.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/error.h"
#include "tests/support/temp_dir.h"

namespace pressmark {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(Config, ReadsLinesAndLeavesOutComments) {
  EXPECT_THAT(
      parse_config("# mine\n\n limit = 20 \r\nformat={date} = {title}\ndb =\n", "f"),
      ElementsAre(ConfigValue{"limit", "20", "f:3"},
                  ConfigValue{"format", "{date} = {title}", "f:4"}, ConfigValue{"db", "", "f:5"}));
}

TEST(Config, NamesTheLineThatIsNone) {
  EXPECT_THROW(parse_config(" = 3\n", "/etc/x"), Error);
  try {
    parse_config("limit = 3\nlimit\n", "/etc/x");
    FAIL() << "no complaint";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::Usage);
    EXPECT_THAT(error.what(), HasSubstr("/etc/x:2"));
  }
}

TEST(Config, HasNotMoreSettingsThanAnybodyWrites) {
  std::string lines;
  for (int i = 0; i < 10000; ++i) lines += "limit = 1\n";
  EXPECT_EQ(parse_config(lines, "f").size(), 10000U);
  EXPECT_THROW(parse_config(lines + "limit = 1\n", "f"), Error);
}

TEST(Config, AFileOfMegabytesIsNone) {
  const test::TempDir scratch;
  const std::filesystem::path file = scratch.path() / "config";
  std::ofstream(file) << std::string(2 << 20, '\n');
  EXPECT_THROW(read_config(file), Error);
}

TEST(Config, IsThatOfTheUserThenThatOfTheMachine) {
  const auto files_with = [](const char* config, const char* home) {
    setenv("XDG_CONFIG_HOME", config, 1);
    setenv("HOME", home, 1);
    std::vector<std::string> files;
    for (const auto& file : config_files()) files.push_back(file.string());
    return files;
  };
  const char* const old = std::getenv("HOME");
  const std::string home = old == nullptr ? "" : old;
  EXPECT_THAT(files_with("/c", "/h"), ElementsAre("/c/pressmark/config", "/etc/pressmark/config"));
  EXPECT_THAT(files_with("", "/h"),
              ElementsAre("/h/.config/pressmark/config", "/etc/pressmark/config"));
  EXPECT_THAT(files_with("", ""), ElementsAre("/etc/pressmark/config"));
  unsetenv("XDG_CONFIG_HOME");
  setenv("HOME", home.c_str(), 1);
}

TEST(Config, AFileThatIsNotThereIsEmpty) { EXPECT_TRUE(read_config("/nowhere/config").empty()); }

TEST(Config, IsReadWholeAlsoThroughALink) {
  const test::TempDir dir;
  const std::string file = dir.write("config", "# " + std::string(5000, '-') + "\nlimit = 20");
  std::filesystem::create_symlink(file, dir.path() / "link");
  EXPECT_THAT(read_config(dir.path() / "link"),
              ElementsAre(ConfigValue{"limit", "20", dir.str("link") + ":2"}));
  EXPECT_TRUE(read_config(dir.write("empty", "")).empty());
}

TEST(Config, WhatCannotBeReadIsNotTakenForEmpty) {
  const test::TempDir dir;
  try {
    read_config(dir.path());
    FAIL() << "no complaint";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::Usage);
    EXPECT_THAT(error.what(), HasSubstr(dir.str()));
  }
}

TEST(Config, BesideAnArchiveIsReadFromPlainFilesOfKnownOwnersOnly) {
  const test::TempDir dir;
  std::filesystem::create_directory(dir.path() / "news");
  EXPECT_TRUE(read_project_file(dir.path() / "news").empty());  // there is none
  const std::string file = dir.write(".pressmark.conf", "limit = 5\n");
  for (const char* name : {"news", "news/", "./news/.", "not-there"}) {
    EXPECT_THAT(read_project_file(dir.path() / name),
                ElementsAre(ConfigValue{"limit", "5", file + ":1"}))
        << name;
  }
  if (geteuid() == 0) {
    ASSERT_EQ(chown(file.c_str(), 4321, 4321), 0);  // a stranger's
    EXPECT_TRUE(read_project_file(dir.path() / "news").empty());
    ASSERT_EQ(chown(dir.str("news").c_str(), 4321, 4321), 0);  // whose archive it is
    EXPECT_EQ(read_project_file(dir.path() / "news").size(), 1U);
    ASSERT_EQ(chown(file.c_str(), 0, 0), 0);
    EXPECT_EQ(read_project_file(dir.path() / "news").size(), 1U);
  }
  std::filesystem::resize_file(file, (1 << 20) + 1);
  EXPECT_THROW(read_project_file(dir.path() / "news"), Error);
  std::filesystem::remove(file);
  std::filesystem::create_symlink("/dev/zero", file);
  EXPECT_THROW(read_project_file(dir.path() / "news"), Error);
  std::filesystem::remove(file);
  ASSERT_EQ(mkfifo(file.c_str(), 0600), 0);
  EXPECT_THROW(read_project_file(dir.path() / "news"), Error);
}

}  // namespace
}  // namespace pressmark
