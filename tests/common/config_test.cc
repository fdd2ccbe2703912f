#include "common/config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/error.h"

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
  try {
    parse_config("limit = 3\nlimit\n", "/etc/x");
    FAIL() << "no complaint";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::Usage);
    EXPECT_THAT(error.what(), HasSubstr("/etc/x:2"));
  }
}

TEST(Config, AFileThatIsNotThereIsEmpty) { EXPECT_TRUE(read_config("/nowhere/config").empty()); }

}  // namespace
}  // namespace pressmark
