#include "searcher/saved_queries.h"

#include <cstdlib>

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

TEST_F(SavedQueries, RefuseANameThatIsNone) {
  EXPECT_THROW(save_query("../x", "gas"), Error);
  EXPECT_FALSE(saved_query("../x").has_value());
}

}  // namespace
}  // namespace pressmark::searcher
