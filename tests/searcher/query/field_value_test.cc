#include "searcher/query/field_value.h"

#include <gtest/gtest.h>

#include "searcher/query/parser.h"

namespace pressmark::searcher {
namespace {

std::vector<std::string> hints(std::string_view line) {
  const auto query = parse_query(line, {});
  return query ? query->hints : std::vector<std::string>{query.error().message};
}

TEST(FieldValue, SaysWhatANameThatIsNoCountrysWasTakenAs) {
  ASSERT_EQ(hints("country:Korea").size(), 1U);
  EXPECT_EQ(hints("country:Korea")[0],
            "\"Korea\" is a name of several countries: taken as South Korea (country:kr); others: "
            "country:kp");
  EXPECT_EQ(hints("-from:\"USSR\",Scotland").size(), 2U);
  EXPECT_TRUE(hints("country:kr,\"South Korea\",ukrainian").empty());
}

}  // namespace
}  // namespace pressmark::searcher
