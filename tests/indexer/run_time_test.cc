#include "indexer/run_time.h"

#include <cstdlib>

#include <gtest/gtest.h>

#include "common/error.h"

namespace pressmark::indexer {
namespace {

class RunTime : public ::testing::Test {
 protected:
  ~RunTime() override { unsetenv(kName); }
  static Instant at(const char* epoch) {
    setenv(kName, epoch, 1);
    return run_time();
  }
  static constexpr const char* kName = "SOURCE_DATE_EPOCH";
};

TEST_F(RunTime, IsWhatTheEnvironmentSays) {
  EXPECT_EQ(to_string(at("0")), "1970-01-01T00:00:00Z");
  EXPECT_EQ(to_string(at("1678786013")), "2023-03-14T09:26:53Z");
}

// The days of all articles would lie behind the first one of 1970, and be lost.
TEST_F(RunTime, OfAnEmptyVariableIsNow) { EXPECT_GT(at(""), at("1678786013")); }

TEST_F(RunTime, OfWhatIsNoNumberIsRefused) {
  for (const char* wrong : {"now", "-1", "12x", " 12", "253402300800", "99999999999999999999"}) {
    try {
      at(wrong);
      FAIL() << wrong;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::Usage) << error.what();
    }
  }
}

}  // namespace
}  // namespace pressmark::indexer
