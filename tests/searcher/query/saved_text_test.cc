#include <gtest/gtest.h>

#include "tests/searcher/query/parsing.h"

namespace pressmark::searcher {
namespace {

TEST(SavedText, AQueryIsPutInThePlaceOfItsName) {
  const Case cases[] = {
      {"@energy leak", "(gas OR oil) leak"},
      {"leak -@energy", "leak -(gas OR oil)"},
      {"(@energy OR @lines) leak", "((gas OR oil) OR @lines) leak"},
      {"\"at @energy\" leak", "\"at @energy\" leak"},
      {"ann@energy source:@wires", "ann@energy source:@wires"},
      {"ferry", "ferry"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(without_name(c.text, "energy", context()).value_or("nothing"), c.want) << c.text;
}

TEST(SavedText, AQueryThatBringsItsNameBackIsNone) {
  ParseContext in = context();
  in.saved = [](std::string_view name) -> std::optional<std::string> {
    if (name == "coast") return "ferry OR harbour";
    if (name == "news") return "@coast leak";
    return std::nullopt;
  };
  EXPECT_EQ(without_name("@coast gas", "coast", in), "(ferry OR harbour) gas");
  EXPECT_FALSE(without_name("@news gas", "coast", in));
  EXPECT_FALSE(without_name("title:@coast", "coast", in));
  EXPECT_FALSE(without_name("(gas", "coast", in));
}

// Crawls are dated in UTC: at two in the morning in Kyiv it is still yesterday there.
TEST(Query, DaysOfFetchingAndIndexingCountInUtc) {
  ParseContext in = context();
  in.utc_today = 2022y / 9 / 14;
  EXPECT_EQ(parsed("added:today", in), "added:2022-09-14");
  EXPECT_EQ(parsed("crawled:2d", in), parsed("crawled:2022-09-13..2022-09-14", in));
  EXPECT_EQ(parsed("date:today", in), "date:2022-09-15");
  EXPECT_EQ(print(*parse_filter("added=yesterday", in)), "added:2022-09-13");
}

TEST(Query, AnApostropheIsNoLetterBeforeAStar) {
  EXPECT_EQ(parsed("O'N*"), "column 0+4: at least 3 letters must stand before * or ?");
  EXPECT_EQ(parsed("O'Ne*"), "O\\'Ne*");
}

}  // namespace
}  // namespace pressmark::searcher
