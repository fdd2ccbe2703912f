#include "searcher/last_list.h"

#include <cstdlib>
#include <filesystem>

#include <gtest/gtest.h>

#include "tests/support/temp_dir.h"

namespace pressmark::searcher {
namespace {

/// Has the state of the user below a directory of its own.
class LastListTest : public ::testing::Test {
 protected:
  LastListTest() {
    setenv("XDG_STATE_HOME", dir_.str("state").c_str(), 1);
    setenv("HOME", dir_.str("home").c_str(), 1);
  }

  std::string file() const { return dir_.str("state/pressmark/last-list"); }

  test::TempDir dir_;
};

TEST_F(LastListTest, IsRecalledForTheArchivesItCameFrom) {
  EXPECT_FALSE(recall_list({"/a"}));
  remember_list({"/a", "tcp://host:7010"}, {"gas leak", 11, {"goc3a", "anzz7"}});
  const auto list = recall_list({"/a/.", "tcp://host:7010"});  // another spelling, the same archive
  ASSERT_TRUE(list);
  EXPECT_EQ(list->query, "gas leak");
  EXPECT_EQ(list->first_rank, 11U);
  EXPECT_EQ(list->ids, (std::vector<std::string>{"goc3a", "anzz7"}));
  EXPECT_FALSE(recall_list({"/a"}));
  EXPECT_FALSE(recall_list({"tcp://host:7010", "/a"}));
}

TEST_F(LastListTest, StandsInTheHomeDirectoryWhereNoOtherPlaceIsNamed) {
  unsetenv("XDG_STATE_HOME");
  remember_list({"/a"}, {"gas", 1, {"goc3a"}});
  EXPECT_TRUE(std::filesystem::exists(dir_.str("home/.local/state/pressmark/last-list")));
  EXPECT_TRUE(recall_list({"/a"}));
  unsetenv("HOME");
  remember_list({"/a"}, {"gas", 1, {"goc3a"}});  // nowhere, and nothing is said of it
  EXPECT_FALSE(recall_list({"/a"}));
}

TEST_F(LastListTest, OfNothingOrOfSeveralLinesIsNotKept) {
  remember_list({"/a"}, {"gas", 1, {"goc3a"}});
  remember_list({"/a"}, {"nothing found", 1, {}});
  remember_list({"/a"}, {"a line\nand another", 1, {"anzz7"}});
  ASSERT_TRUE(recall_list({"/a"}));
  EXPECT_EQ(recall_list({"/a"})->query, "gas");
}

TEST_F(LastListTest, ThatIsCutOrOfSomethingElseIsNone) {
  for (const char* bytes : {"", "/a", "/a\n", "/a\ngas\n", "/a\ngas\nmany\ngoc3a\n", "\n\n\n"}) {
    dir_.write("state/pressmark/last-list", bytes);
    EXPECT_FALSE(recall_list({"/a"})) << bytes;
  }
  dir_.write("state/pressmark/last-list", "/a\ngas\n3");
  ASSERT_TRUE(recall_list({"/a"}));
  EXPECT_TRUE(recall_list({"/a"})->ids.empty());
}

TEST_F(LastListTest, ThatCannotBeWrittenLeavesNothingHalf) {
  std::filesystem::create_directories(file());  // a directory where the file would be
  dir_.write("state/pressmark/last-list/full", "x");
  remember_list({"/a"}, {"gas", 1, {"goc3a"}});
  EXPECT_FALSE(recall_list({"/a"}));
  for (const auto& entry : std::filesystem::directory_iterator(dir_.str("state/pressmark")))
    EXPECT_EQ(entry.path().filename(), "last-list");
  dir_.write("home/taken", "");
  setenv("XDG_STATE_HOME", dir_.str("home/taken").c_str(), 1);
  remember_list({"/a"}, {"gas", 1, {"goc3a"}});
  EXPECT_FALSE(recall_list({"/a"}));
}

}  // namespace
}  // namespace pressmark::searcher
