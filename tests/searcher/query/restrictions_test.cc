#include "searcher/query/restrictions.h"

#include <gtest/gtest.h>

#include "tests/searcher/query/parsing.h"

namespace pressmark::searcher {
namespace {

TEST(Restrictions, AreWhatIsNoWord) {
  const Case cases[] = {
      {"gas country:ua", "country:UA"},
      {"gas -river", "*"},
      {"gas -country:ua date:2022", "-country:UA date:2022-01-01..2022-12-31"},
      {"gas -(country:ua OR lang:de) lang:fr", "-(country:UA OR lang:de) lang:fr"},
      {"gas -(country:ua river) lang:fr", "lang:fr"},
      {"-river", "*"},
      {"*", "*"},
      {"lang:fr", "lang:fr"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(print(filters_of(*parse_query(c.text, context()))), c.want) << c.text;
}

TEST(Restrictions, KnowTheEndsOfTheDaysAskedFor) {
  const Case cases[] = {
      {"gas since:2020 until:2020-06", "2020-01-01..2020-06-30"},
      {"gas since:2020", "2020-01-01.."},
      {"date:2020 date:2022", "2020-01-01..2022-12-31"},
      {"gas date:2020,none", ".."},
      {"gas -date:2020", ".."},
      {"gas OR date:2020", ".."},
      {"gas added:2020", ".."},
  };
  for (const Case& c : cases) {
    const DateRange days = asked_days(*parse_query(c.text, context()));
    EXPECT_EQ((days.first ? to_string(*days.first) : "") + ".." +
                  (days.last ? to_string(*days.last) : ""),
              c.want)
        << c.text;
  }
}

TEST(Restrictions, OfSeveralQueriesAnOpenEndIsOpen) {
  const DateRange year{2020y / 1 / 1, 2020y / 12 / 31}, since{2019y / 1 / 1, std::nullopt};
  EXPECT_EQ(hull(std::vector{year, since}), since);
  EXPECT_EQ(hull({}), DateRange{});
}

}  // namespace
}  // namespace pressmark::searcher
