// Signs that other keyboards, typesetters and languages write.
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "searcher/query/parser.h"

namespace pressmark::searcher {
namespace {

std::string read(std::string_view text) {
  const auto query = parse_query(text, {});
  if (query) return print(*query);
  const QueryError& error = query.error();
  return "column " + std::to_string(error.column) + "+" + std::to_string(error.length) + ": " +
         error.message;
}

TEST(Signs, AreTakenOrRefusedAndNeverPassedOver) {
  const struct {
    std::string_view text, want;
  } cases[] = {
      {"gas －oil", "gas -oil"},  // as keyboards of East Asia write it
      {"gas −oil", "gas -oil"},   // a minus sign, as it is typeset
      {"gas ＋oil", "gas oil"},
      {"gas \\–oil", "gas \\–oil"},
      {"country：us，gb", "country:US,GB"},  // a wide colon and comma
      {"–gas oil", "column 0+3: \"–\" leaves nothing out"},
      {"gas —oil", "column 4+3: \"—\" leaves nothing out"},
      {"!gas", "column 0+1: \"!\" leaves nothing out"},
      {"gas || oil", "column 4+2: \"||\" joins nothing"},
      {"country:>us", "column 8+1: \">\" compares days and numbers"},
      {"gas ?oil", "column 4+4: at least 3 letters must stand before * or ?"},
      {"source:‘Le Monde’", "column 7+14: single quotation marks hold no words together"},
      {"‘Red Cross’", "column 0+15: single quotation marks hold no words together"},
  };
  for (const auto& c : cases) EXPECT_EQ(read(c.text), c.want) << c.text;
}

// A headline is pasted with the quotation in it.
TEST(Signs, AQuotationEndsAtAMarkOfItsKind) {
  const struct {
    std::string_view text, want;
  } cases[] = {
      {"\"he said “no” twice\"", "\"he said \\“no\\” twice\""},
      {"“he said \"no\" twice”", "\"he said \\\"no\\\" twice\""},
      {"\"il dit « non » hier\" gas", "\"il dit \\« non \\» hier\" gas"},
      {"\"the ''red line''\"", "\"the \\''red line\\''\""},
      {"author:\"Ann “Bo” Lee\",Cho", "author:\"Ann \\“Bo\\” Lee\",Cho"},
      {"„rote Linie“ »Gas«", "\"rote Linie\" \"Gas\""},
      {"”röda linjen”", "\"röda linjen\""},
      {"“red line\" gas", "\"red line\" gas"},  // a keyboard that helps at one end only
      {"\"red line” gas", "\"red line\" gas"},
      {"\"red line“ \"gas\"", "\"red line\" \"gas\""},
      {"\"red line“ gas\" oil", "\"red line\\“ gas\" oil"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(read(c.text), c.want) << c.text;
    const auto query = parse_query(c.text, {});
    if (query.has_value()) {
      EXPECT_EQ(*parse_query(print(*query), {}), *query) << c.text;
    }
  }
}

// Either was enough: filters of one field beside each other are alternatives.
TEST(Signs, EveryFilterWithAPlusMustHold) {
  EXPECT_EQ(read("+country:de +country:pl"), "country:DE AND country:PL");
  EXPECT_EQ(read("country:de +country:pl"), "country:DE AND country:PL");
  EXPECT_EQ(read("+country:de country:pl,fr country:it"), "country:DE AND country:PL,FR,IT");
  EXPECT_EQ(read("+country:de lang:pl"), "country:DE lang:pl");
  EXPECT_EQ(read("country:de country:pl"), "country:DE,PL");
}

// What writes curly marks at one end alone does so at each quotation.
TEST(Signs, QuotationsThatCloseWithAMarkOfAnotherKindStandBesideEachOther) {
  const struct {
    std::string_view text, want;
  } cases[] = {
      {"„a b\" „c d\"", "\"a b\" \"c d\""},
      {"“a b\" “c d\" “e f\"", "\"a b\" \"c d\" \"e f\""},
      {"«a b\" «c d\"", "\"a b\" \"c d\""},
      {"« a b\" « c d\"", "\" a b\" \" c d\""},
      {"»a b\" »c d\"", "\"a b\" \"c d\""},
      {"”a b\" ”c d\"", "\"a b\" \"c d\""},
      {"\"a b” \"c d”", "\"a b\" \"c d\""},
      {"„a b\" OR „c d\"", "\"a b\" OR \"c d\""},
      {"gas -„a b\" -(„c d\" OR „e f\")", "gas -\"a b\" -(\"c d\" OR \"e f\")"},
      {"=„a b\" =„c d\"", "=\"a b\" =\"c d\""},
      {"„a b\" title:„c d\" title：„e f\"", "\"a b\" title:\"c d\" title:\"e f\""},
      {"author:„A b\",„B c\"，„C d\"", "author:\"A b\",\"B c\",\"C d\""},
      {"date:„2019\" „two\"", "date:2019-01-01..2019-12-31 \"two\""},
      {"„er sagt \"nein\" heute“ „c d“", "\"er sagt \\\"nein\\\" heute\" \"c d\""},
      {"« il dit \"non\" hier » gas", "\" il dit \\\"non\\\" hier \" gas"},
      {"„a b „c d\"", "column 13+1: the quotation is never closed"},
  };
  for (const auto& c : cases) EXPECT_EQ(read(c.text), c.want) << c.text;
  for (const std::string_view text : {"source:„A b\", „B c\"", "source:“A b\",“B c\""}) {
    const auto filter = parse_filter(text, {});
    ASSERT_TRUE(filter) << text;
    EXPECT_EQ(print(*filter), "source:\"A b\",\"B c\"") << text;
  }
}

TEST(Signs, WithinAWordAreOfTheWord) {
  for (const std::string_view text : {"9–11", "Alsace—Lorraine", "gas!", "a‘b’"}) {
    const auto query = parse_query(text, {});
    ASSERT_TRUE(query) << text;
    EXPECT_EQ(*parse_query(print(*query), {}), *query) << text;
  }
}

// The query of a facet's row is pasted into a shell: org:"Christie\\'s" was hard to quote there.
TEST(Signs, AnApostropheStandsWithinAQuotation) {
  EXPECT_EQ(read("org:\"Christie's\""), "org:\"Christie's\"");
  for (const std::string_view text : {"\"a\\''b\"", "\"a'\"", "\"'\\'' b\"", "\"a\\'\\'\\'b\""}) {
    const auto query = parse_query(text, {});
    ASSERT_TRUE(query) << text;
    EXPECT_EQ(*parse_query(print(*query), {}), *query) << text;
  }
}

}  // namespace
}  // namespace pressmark::searcher
