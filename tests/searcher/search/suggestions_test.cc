// What is said of a query by the words and values that an archive holds: beside the tests of the
// search, for it takes an archive.
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/query/explain.h"
#include "searcher/query/parser.h"
#include "searcher/query/term_expansion.h"
#include "searcher/query/value_terms.h"
#include "searcher/search/searcher.h"
#include "tests/searcher/search/small_archive.h"

namespace pressmark::searcher {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ArchiveWords : public testing::Test {
 protected:
  ArchiveWords() {
    archive_.add({.name = "leak",
                  .title = "Gas leak shuts harbour",
                  .text = "Engineers found a gas leak near the pier.",
                  .date = "2022-08-14",
                  .countries = {"UA", "RU"},
                  .persons = {"Olena Marchuk"},
                  .url = "https://www.harbour.example/leak",
                  .source_name = "The Harbour Times"});
    archive_.add({.name = "oil",
                  .title = "Oil price climbs",
                  .text = "The price of oil rose, said the harbour master.",
                  .date = "2022-09-01",
                  .countries = {"RU"},
                  .persons = {"Viktor Marchuk", "Olena Marchuk"},
                  .url = "https://www.nytimes.com/oil"});
  }

  ClauseCounter counter() {
    return {archive_.database(), options_, analyzer_, [this](const BuiltQuery& query) {
              SearchOptions all;
              all.limit = 0;
              return find(archive_.database(), query, all).total;
            }};
  }

  static ParsedQuery parsed(std::string_view text) {
    auto query = parse_query(text, {});
    EXPECT_TRUE(query) << text;
    return *query;
  }

  /// "query (articles)" of each suggestion.
  std::vector<std::string> meant(std::string_view text) {
    return lines(did_you_mean(parsed(text), counter()));
  }
  std::vector<std::string> without_filters(std::string_view text) {
    return lines(without_each_filter(parsed(text), counter()));
  }
  static std::vector<std::string> lines(const std::vector<Suggestion>& suggestions) {
    std::vector<std::string> all;
    for (const Suggestion& each : suggestions)
      all.push_back(each.query + " (" + std::to_string(each.articles) + ")");
    return all;
  }

  /// "value (articles)".
  std::vector<std::string> values(FieldId field, std::string_view typed, std::size_t limit = 9) {
    std::vector<std::string> all;
    for (const ValueTerm& each : value_terms(archive_.database(), field, typed, limit))
      all.push_back(each.value + " (" + std::to_string(each.articles) + ")");
    return all;
  }

  std::vector<std::string> forms(std::string_view pattern, std::size_t limit = 9) {
    std::vector<std::string> all;
    for (const Expansion::Word& each : expand_pattern(archive_.database(), pattern, limit).words)
      all.push_back(each.form);
    return all;
  }

  test::SmallArchive archive_;
  Analyzer analyzer_;
  BuildOptions options_{Match::All, {"en"}};
};

TEST_F(ArchiveWords, ValuesAreThoseThatBeginAsTypedMostFrequentFirst) {
  EXPECT_THAT(values(FieldId::Country, ""), ElementsAre("ru (2)", "ua (1)"));
  EXPECT_THAT(values(FieldId::Country, "u"), ElementsAre("ua (1)"));
  EXPECT_THAT(values(FieldId::Country, "", 1), ElementsAre("ru (2)"));
  EXPECT_THAT(values(FieldId::Country, "x"), IsEmpty());
  EXPECT_THAT(values(FieldId::Person, "o"), ElementsAre("olena marchuk (2)"));
  EXPECT_THAT(values(FieldId::Entity, ""), ElementsAre("olena marchuk (2)", "viktor marchuk (1)"));
  EXPECT_THAT(values(FieldId::Source, "ny"), Contains("nytimes.com (1)"));
  for (const FieldId none : {FieldId::Title, FieldId::Words, FieldId::Date})
    EXPECT_THAT(values(none, ""), IsEmpty());
}

TEST_F(ArchiveWords, HundredsOfUnknownWordsAreNotAllLookedUp) {
  const auto query_of = [](int words) {
    std::string query;
    for (int i = 0; i < words; ++i) query += "zyxwvutsrq" + std::to_string(i) + " OR ";
    return query + "harbuor";
  };
  EXPECT_THAT(meant(query_of(31)), testing::SizeIs(1));
  EXPECT_THAT(meant(query_of(32)), IsEmpty());
}

TEST_F(ArchiveWords, APatternFindsTheFormsThatFitIt) {
  EXPECT_THAT(forms("ha*r"), ElementsAre("harbour"));
  EXPECT_THAT(forms("h?rb*"), ElementsAre("harbour"));
  EXPECT_THAT(forms("*"), testing::SizeIs(9));
  EXPECT_THAT(forms("pri?"), IsEmpty());
  EXPECT_THAT(forms("pri?e"), ElementsAre("price"));
  EXPECT_THAT(forms("p*r"), ElementsAre("pier"));
  EXPECT_THAT(forms("p*i*e*"), ElementsAre("pier", "price"));
  EXPECT_THAT(forms("gas"), ElementsAre("gas"));
  EXPECT_THAT(forms("gas?"), IsEmpty());
  EXPECT_TRUE(expand_pattern(archive_.database(), "*", 1).cut);
}

TEST_F(ArchiveWords, AMistypedWordIsSuggestedAsTheArchiveHasIt) {
  EXPECT_THAT(meant("harbuor"), ElementsAre("harbour (2)"));
  EXPECT_THAT(meant("gas harbuor"), ElementsAre("gas harbour (1)"));
  EXPECT_THAT(meant("\"lekk\""), Contains("\"leak\" (1)"));
  EXPECT_THAT(meant("gas"), IsEmpty());           // it is there
  EXPECT_THAT(meant("zzzzzzzz"), IsEmpty());      // nothing is near
  EXPECT_THAT(meant("\"gas lekk\""), IsEmpty());  // of a phrase no word is changed
  EXPECT_THAT(meant("oil lekk"), IsEmpty());      // no article has both
  EXPECT_THAT(meant("agrbour OR (harbuor AND NOT gas)"),
              ElementsAre("agrbour OR harbour -gas (1)"));
}

TEST_F(ArchiveWords, AMistypedNameIsSuggestedAsTheArchiveHasIt) {
  EXPECT_THAT(meant("person:\"Olena Marchuc\""), ElementsAre("person:\"Olena Marchuk\" (2)"));
  EXPECT_THAT(meant("person:marchuc"), ElementsAre("person:marchuk (2)"));
  EXPECT_THAT(meant("person:\"Zzzzzz Marchuc\""), IsEmpty());  // one word is near nothing
  EXPECT_THAT(meant("person:marchuk"), IsEmpty());
  EXPECT_THAT(meant("source:nytmes.com"), ElementsAre("source:\"nytimes.com\" (1)"));
  EXPECT_THAT(meant("lang:fr"), IsEmpty());
}

TEST_F(ArchiveWords, EachFilterThatLeavesNothingIsNamed) {
  EXPECT_THAT(without_filters("gas country:de"), ElementsAre("country:DE (1)"));
  EXPECT_THAT(without_filters("harbour country:de -gas"), ElementsAre("country:DE (1)"));
  EXPECT_THAT(without_filters("oil -price country:ru"), ElementsAre("-price (1)"));
  EXPECT_THAT(without_filters("country:de"), IsEmpty());
  EXPECT_THAT(without_filters("gas OR oil"), IsEmpty());
}

TEST_F(ArchiveWords, EachClauseIsToldWithWhatItFindsAlone) {
  const auto lines =
      explain(parsed("harbour (gas OR oil) -price"), counter(), Xapian::Query("climbs"));
  std::vector<std::string> told;
  for (const Explanation& line : lines) {
    told.push_back(std::string(line.depth, ' ') + line.clause + " " +
                   std::to_string(line.articles) + (line.found.value_or(false) ? " found" : ""));
  }
  EXPECT_THAT(told, ElementsAre("AND 1", " harbour 2 found", " OR 2 found", "  gas 1",
                                "  oil 1 found", " NOT 1", "  price 1 found"));
  EXPECT_FALSE(explain(parsed("gas"), counter()).front().found.has_value());
}

}  // namespace
}  // namespace pressmark::searcher
