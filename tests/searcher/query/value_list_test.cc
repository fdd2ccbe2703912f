#include "searcher/query/value_list.h"

#include <gtest/gtest.h>

#include "tests/searcher/query/parsing.h"

namespace pressmark::searcher {
namespace {

TEST(Parser, AListStandsForItsValues) {
  const Case cases[] = {
      {"source:@wires", "source:\"reuters.com\",The\\ Wire,\"afp.com\""},
      {"-source:@wires", "(NOT source:\"reuters.com\",The\\ Wire,\"afp.com\")"},
      {"source:afp.com,@wires", "source:\"afp.com\",\"reuters.com\",The\\ Wire"},
      {"source:(@wires OR x.org)",
       "(OR source:\"reuters.com\",The\\ Wire,\"afp.com\" source:\"x.org\")"},
      {"country:@east", "country:UA,RO"},
      {"id:@wires", "id:\\@wires"},
      {"author:\"@wires\"", "author:\"@wires\""},
      {"author:\\@wires", "author:\\@wires"},
      {"source:@wirs", "column 7+5: there is no list \"wirs\""},
      {"country:@wrong", "column 8+6: in the list \"wrong\": no country is called \"atlantis\""},
      {"source:@nested", "column 7+7: in the list \"nested\": a list cannot stand here"},
      {"source:@empty", "column 7+6: the list \"empty\" has no values"},
      {"@wires", "column 0+6: there is no saved query \"wires\""},
  };
  for (const Case& c : cases) EXPECT_EQ(parsed(c.text), c.want) << c.text;
  EXPECT_EQ(parse_query("source:@wirs", context()).error().suggestion, "did you mean \"@wires\"?");
  EXPECT_EQ(parse_query("@wires", context()).error().suggestion,
            "it is a list of values, as in source:@wires");
  const auto filter = parse_filter("source:bbc.com,@wires", context());
  ASSERT_TRUE(filter.has_value());
  EXPECT_EQ(print(*filter), "source:\"bbc.com\",\"reuters.com\",The\\ Wire,\"afp.com\"");
  EXPECT_EQ(parse_filter("source=@wirs", context()).error().column, 7U);
  const std::vector<std::string> typed = {"source:@wires"};
  EXPECT_EQ(joined_text("gas", typed, context()), "gas source:@wires");
}

}  // namespace
}  // namespace pressmark::searcher
