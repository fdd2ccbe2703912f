#include "searcher/saved_queries.h"

#include <cstdlib>
#include <filesystem>

#include <gtest/gtest.h>

#include "common/error.h"
#include "tests/support/temp_dir.h"

namespace pressmark::searcher {
namespace {

class SavedQueries : public testing::Test {
 protected:
  SavedQueries() { setenv("XDG_CONFIG_HOME", dir_.path().c_str(), 1); }
  ~SavedQueries() override { unsetenv("XDG_CONFIG_HOME"); }

  test::TempDir dir_;
};

TEST_F(SavedQueries, AreKeptAndReadAsOneLine) {
  save_query("coast", "sailors\nOR \"gas\tprices\"");
  EXPECT_EQ(saved_query("coast"), "sailors OR \"gas prices\"");
  dir_.write("pressmark/searches/typed.query", "sailors\nOR ferry\n");
  EXPECT_EQ(saved_query("typed"), "sailors OR ferry");
  dir_.write("pressmark/searches/empty.query", "\n");
  EXPECT_FALSE(saved_query("empty").has_value());
  ASSERT_EQ(saved_queries().size(), 2U);
  EXPECT_EQ(saved_queries()[0].first, "coast");
}

TEST_F(SavedQueries, AreReplacedAsAWhole) {
  const std::filesystem::path folder = dir_.path() / "pressmark/searches";
  dir_.write("elsewhere/coast", "sailors\n");
  std::filesystem::create_directories(folder);
  std::filesystem::create_symlink(dir_.path() / "elsewhere/coast", folder / "coast.query");
  save_query("coast", "ferry");
  EXPECT_TRUE(std::filesystem::is_symlink(folder / "coast.query"));
  EXPECT_EQ(saved_query("coast"), "ferry");
  EXPECT_FALSE(std::filesystem::exists(dir_.path() / "elsewhere/coast.new"));
  // A place where nothing can be written: what was kept stays.
  std::filesystem::create_directory(dir_.path() / "elsewhere/coast.new");
  dir_.write("elsewhere/coast.new/full", "");
  EXPECT_THROW(save_query("coast", "tram"), Error);
  EXPECT_EQ(saved_query("coast"), "ferry");
}

TEST_F(SavedQueries, HaveListsOfValuesBesideThem) {
  const std::string folder = dir_.path().string() + "/pressmark/searches/";
  EXPECT_EQ(value_list("wires").error(),
            "a list is a file with a value a line: " + folder + "wires.list");
  dir_.write("pressmark/searches/wires.list", "reuters.com\nafp.com\n");
  EXPECT_EQ(value_list("wires"), "reuters.com\nafp.com\n");
  EXPECT_EQ(value_list("wirs").error(), "did you mean \"@wires\"?");
  EXPECT_FALSE(value_list("../searches/wires").has_value());
  save_query("coast", "ferry");
  EXPECT_EQ(value_list("coast").error(), "the saved query stands without a field: @coast");
  EXPECT_EQ(value_lists().size(), 1U);
  EXPECT_EQ(saved_queries().size(), 1U);
}

TEST_F(SavedQueries, StandInTheHomeDirectoryWhereNoOtherPlaceIsNamed) {
  unsetenv("XDG_CONFIG_HOME");
  setenv("HOME", dir_.path().c_str(), 1);
  save_query("coast", "ferry");
  EXPECT_TRUE(std::filesystem::exists(dir_.path() / ".config/pressmark/searches/coast.query"));
  EXPECT_EQ(saved_query("coast"), "ferry");
  EXPECT_EQ(seen_file("coast"), dir_.path() / ".config/pressmark/searches/coast.seen");
  unsetenv("HOME");
  EXPECT_FALSE(saved_query("coast"));
  EXPECT_TRUE(saved_queries().empty());
  EXPECT_EQ(value_list("wires").error(), "no place for lists: HOME is not set");
  EXPECT_THROW(save_query("coast", "ferry"), Error);
}

TEST_F(SavedQueries, ThatCannotBeWrittenOrAreNotThereAreErrors) {
  EXPECT_TRUE(saved_queries().empty());  // not even the folder is there
  EXPECT_THROW(seen_file("coast"), Error);
  EXPECT_THROW(seen_file("../x"), Error);
  dir_.write("pressmark/searches/coast.query/full", "");  // a directory of its name
  EXPECT_THROW(save_query("coast", "ferry"), Error);
  dir_.write("pressmark/searches/no name.query", "ferry");
  dir_.write("pressmark/searches/coast.txt", "ferry");
  EXPECT_TRUE(saved_queries().empty());
}

TEST_F(SavedQueries, RefuseANameThatIsNone) {
  for (const std::string& name : {std::string(), std::string("a b"), std::string("a/b"),
                                  std::string("\xc3\xa9"), std::string(65, 'a')})
    EXPECT_THROW(save_query(name, "gas"), Error) << name;
  save_query("aZ09-_", "gas");
  EXPECT_TRUE(saved_query("aZ09-_"));
  EXPECT_THROW(save_query("../x", "gas"), Error);
  EXPECT_FALSE(saved_query("../x").has_value());
}

}  // namespace
}  // namespace pressmark::searcher
