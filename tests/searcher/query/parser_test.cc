#include "searcher/query/parser.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace pressmark::searcher {
namespace {

using namespace std::chrono_literals;

ParseContext context(Match match = Match::All, ParseMode mode = ParseMode::Strict) {
  ParseContext made;
  made.today = 2022y / 9 / 15;
  made.match = match;
  made.mode = mode;
  made.saved = [](std::string_view name) -> std::optional<std::string> {
    if (name == "energy") return "gas OR oil";
    if (name == "loop") return "@loop";
    return std::nullopt;
  };
  return made;
}

/// The tree: (AND a b), country:UA ...
std::string tree(const QueryNode& n) {
  static const char* const kNames[] = {"*",      "AND",    "OR",      "NOT",   "NEAR",
                                       "ADJ",    "SAME",   "ATLEAST", "",      "=",
                                       "PHRASE", "WITHIN", "PATTERN", "FUZZY", "FILTER"};
  if (n.children.empty()) return print(ParsedQuery{n, {}});
  std::string out = std::string("(") + kNames[static_cast<int>(n.kind)];
  if (n.number > 0) out += "/" + std::to_string(n.number);
  for (const QueryNode& child : n.children) out += " " + tree(child);
  return out + ")";
}

std::string parsed(std::string_view text, const ParseContext& in = context()) {
  const auto query = parse_query(text, in);
  if (!query)
    return "column " + std::to_string(query.error().column) + "+" +
           std::to_string(query.error().length) + ": " + query.error().message;
  return tree(query->root);
}

struct Case {
  std::string_view text, want;
};

TEST(Parser, ReadsWordsAndOperators) {
  const Case cases[] = {
      {"gas", "gas"},
      {"gas pipeline", "(AND gas pipeline)"},
      {"gas AND pipeline", "(AND gas pipeline)"},
      {"gas OR oil", "(OR gas oil)"},
      {"gas OR oil price", "(OR gas (AND oil price))"},
      {"(gas OR oil) price", "(AND (OR gas oil) price)"},
      {"-russia", "(NOT russia)"},
      {"gas -russia", "(AND gas (NOT russia))"},
      {"gas NOT russia", "(AND gas (NOT russia))"},
      {"gas NOT (russia OR iran)", "(AND gas (NOT (OR russia iran)))"},
      {"+gas", "gas"},
      {"gas and oil", "(AND gas and oil)"},
      {"\"nord stream\"", "\"nord stream\""},
      {"“nord stream”", "\"nord stream\""},
      {"''nord stream''", "\"nord stream\""},
      {"\"nord stream\"~3", "\"nord stream\"~3"},
      {"gas NEAR/5 leak", "(NEAR/5 gas leak)"},
      {"gas NEAR leak", "(NEAR/10 gas leak)"},
      {"gas ADJ/2 leak", "(ADJ/2 gas leak)"},
      {"gas SAME leak", "(SAME gas leak)"},
      {"NOT gas NEAR/5 leak", "(NOT (NEAR/5 gas leak))"},
      {"(gas OR oil) NEAR leak", "(NEAR/10 (OR gas oil) leak)"},
      {"inflat*", "inflat*"},
      {"wom?n", "wom?n"},
      {"kri*g", "kri*g"},
      {"what?", "what\\?"},
      {"electon~", "electon~"},
      {"=\"Wahlen\"", "=\"Wahlen\""},
      {"=Wahlen", "=\"Wahlen\""},
      {"atleast/3 gazprom", "(ATLEAST/3 gazprom)"},
      {"*", "*"},
      {"\\AND", "\\AND"},
      {"\\-gas", "\\-gas"},
      {"title:(gas leak)", "(AND title:gas title:leak)"},
      {"hd:gas lead:\"gas leak\"", "(AND title:gas lead:\"gas leak\")"},
      {"@energy price", "(AND (OR gas oil) price)"},
      {"10:30", "10\\:30"},
      {"gas – oil", "(AND gas oil)"},
  };
  for (const Case& c : cases) EXPECT_EQ(parsed(c.text), c.want) << c.text;
}

TEST(Parser, ReadsFilters) {
  const Case cases[] = {
      {"country:ua", "country:UA"},
      {"country:UKR", "country:UA"},
      {"country:Ukraine", "country:UA"},
      {"about:ukrainian", "country:UA"},
      {"country:ua,ru", "country:UA,RU"},
      {"country:ua country:ru", "country:UA,RU"},
      {"country:ua AND country:ru", "(AND country:UA country:RU)"},
      {"country:(ua OR ru)", "(OR country:UA country:RU)"},
      {"-country:us,gb", "(NOT country:US,GB)"},
      {"country:\"United States\"", "country:US"},
      {"from:ua gas", "(AND from:UA gas)"},
      {"lang:french", "lang:fr"},
      {"source:bbc.co.uk", "source:\"bbc.co.uk\""},
      {"source:\"Le Monde\"", "source:\"Le Monde\""},
      {"source:*.gov.uk", "source:*.gov.uk"},
      {"person:\"Emmanuel Macron\"", "person:\"Emmanuel Macron\""},
      {"person:macron", "person:macron"},
      {"date:2022-08..2022-09", "date:2022-08-01..2022-09-30"},
      {"date:\"last week\"", "date:2022-09-05..2022-09-11"},
      {"since:2022-08", "date:2022-08-01.."},
      {"until:2022-09", "date:..2022-09-30"},
      {"before:2022-08-14", "date:..2022-08-13"},
      {"after:2022-08-14", "date:2022-08-15.."},
      {"since:2022-08 until:2022-09", "(AND date:2022-08-01.. date:..2022-09-30)"},
      {"-date:2022-08", "(NOT date:2022-08-01..2022-08-31)"},
      {"date:none", "date:none"},
      {"words:>500", "words:501.."},
      {"wc:200..800", "words:200..800"},
      {"is:dup", "is:copy"},
      {"has:author dated:sure", "(AND has:author dated:sure)"},
      {"url:https://x.org/2022/*", "url:https://x.org/2022/*"},
      {"section:Politics", "section:\"politics\""},
      {"person:none", "person:none"},
      {"id:K3F9Q", "id:k3f9q"},
  };
  for (const Case& c : cases) EXPECT_EQ(parsed(c.text), c.want) << c.text;
}

TEST(Parser, SaysWhatIsWrongAndWhere) {
  const Case cases[] = {
      {"contry:UA energy", "column 0+7: unknown field \"contry\" in the query"},
      {"date:2022-13..", "column 10+2: month must be 01–12"},
      {"gas (oil", "column 4+1: \"(\" is never closed"},
      {"gas) oil", "column 3+1: \")\" closes nothing"},
      {"\"unclosed phrase", "column 0+1: the quotation is never closed"},
      {"(ukraine AND", "column 9+3: nothing stands behind \"AND\""},
      {"AND gas", "column 0+3: nothing stands before \"AND\""},
      {"gas OR", "column 4+2: nothing stands behind \"OR\""},
      {"OR gas", "column 0+2: nothing stands before \"OR\""},
      {"gas NOT", "column 4+3: nothing stands behind \"NOT\""},
      {"gas -", "column 4+1: \"-\" stands alone"},
      {"in*", "column 0+3: at least 3 letters must stand before * or ?"},
      {"*flation", "column 0+8: at least 3 letters must stand before * or ?"},
      {"country:atlantis", "column 8+8: no country is called \"atlantis\""},
      {"country:", "column 0+8: nothing stands behind \"country:\""},
      {"country: ua", "column 0+8: nothing stands behind \"country:\""},
      {"country:ua,", "column 10+1: nothing stands behind \"country:\""},
      {"lang:klingonese", "column 5+10: no language is called \"klingonese\""},
      {"is:funny", "column 3+5: is: knows no \"funny\""},
      {"words:many", "column 6+4: cannot read the number \"many\""},
      {"date:3/4/2022", "column 5+8: day and month cannot be told apart here"},
      {"gas NEAR", "column 4+4: nothing stands behind \"NEAR\""},
      {"NEAR gas", "column 0+4: nothing stands before \"NEAR\""},
      {"gas NEAR/0 leak", "column 4+6: the distance must be 1 to 200 words"},
      {"\"a b\" NEAR c", "column 6+4: NEAR, ADJ and SAME stand between words"},
      {"title:(gas country:ua)",
       "column 11+8: a field cannot stand inside another field's parentheses"},
      {"()", "column 0+2: there is nothing between the parentheses"},
      {"\"\"", "column 0+2: there is no word between the quotation marks"},
      {"", "column 0+0: there is nothing to look for"},
      {"@nobody", "column 0+7: there is no saved query \"nobody\""},
      {"https://example.org", "column 0+6: an address is no word"},
      {"date:\"2022\"x", "column 11+1: a blank or comma is missing before this"},
  };
  for (const Case& c : cases) EXPECT_EQ(parsed(c.text), c.want) << c.text;
}

TEST(Parser, SuggestsTheNearestField) {
  const auto query = parse_query("contry:UA", context());
  ASSERT_FALSE(query.has_value());
  EXPECT_NE(query.error().suggestion.find("did you mean \"country\"?"), std::string::npos);
}

TEST(Parser, KeepsLimits) {
  EXPECT_EQ(parsed(std::string(5000, 'a')).substr(0, 9), "column 0+");
  EXPECT_NE(parsed(std::string(40, '(') + "a" + std::string(40, ')')).find("nested"),
            std::string::npos);
  std::string many, phrase = "\"";
  for (int i = 0; i < 300; ++i) many += "a ";
  for (int i = 0; i < 60; ++i) phrase += "a ";
  EXPECT_NE(parsed(many).find("more than 256 words"), std::string::npos);
  EXPECT_NE(parsed(phrase + "\"").find("at most 50 words"), std::string::npos);
  EXPECT_NE(parsed("@loop").find("saved queries stand too deep"), std::string::npos);
}

TEST(Parser, JoinsWordsOfABestMatchByOr) {
  const ParseContext any = context(Match::Any);
  EXPECT_EQ(parsed("gas leak country:ua", any), "(AND (OR gas leak) country:UA)");
  EXPECT_EQ(parsed("gas +leak oil", any), "(AND (OR gas oil) leak)");
  EXPECT_EQ(parsed("gas -leak", any), "(AND gas (NOT leak))");
}

TEST(Parser, TakesLinesItDoesNotUnderstandAsWords) {
  const ParseContext tolerant = context(Match::Any, ParseMode::Tolerant);
  for (const std::string_view line :
       {"AND CO. S/A", "what is \"this", "foo: bar (", "-", "a - b", "date:never", "' - '' x"}) {
    const auto query = parse_query(line, tolerant);
    if (line == "-") {
      EXPECT_FALSE(query.has_value());
      continue;
    }
    ASSERT_TRUE(query.has_value()) << line;
    EXPECT_FALSE(query->hints.empty()) << line;
  }
  EXPECT_EQ(parsed("gas country:ua", context(Match::All, ParseMode::Literal)),
            "(AND gas country ua)");
}

TEST(Parser, HintsAtOperatorsInLowerCase) {
  const auto query = parse_query("gas or oil", context());
  ASSERT_TRUE(query.has_value());
  ASSERT_EQ(query->hints.size(), 1U);
}

TEST(Parser, ReadsFilterOptions) {
  const auto filter = [](std::string_view text) {
    const auto query = parse_filter(text, context());
    return query ? tree(query->root)
                 : "column " + std::to_string(query.error().column) + ": " + query.error().message;
  };
  EXPECT_EQ(filter("country:ru,cn"), "country:RU,CN");
  EXPECT_EQ(filter("person=Xi Jinping"), "person:\"Xi Jinping\"");
  EXPECT_EQ(filter("since:2022-08"), "date:2022-08-01..");
  EXPECT_EQ(filter("country:ru,xx"), "column 11: no country is called \"xx\"");
  EXPECT_EQ(filter("contry:ru"), "column 0: unknown field \"contry\"");
}

/// Random lines of the language's own pieces: each is read or refused, and what is printed reads
/// back the same.
TEST(Parser, AFilterOptionWithoutAValueIsWrongAtItsEnd) {
  const auto filter = parse_filter("id", context());
  ASSERT_FALSE(filter.has_value());
  EXPECT_EQ(filter.error().column, 2U);
}

TEST(Parser, ReadsBackWhatItPrints) {
  static const std::string kPieces[] = {
      "gas",    "leak",    " ",          " ",        " ",        " ",      "(",          ")",
      "\"",     "\"",      "“",          "”",        "''",       "AND",    "OR",         "NOT",
      "NEAR/3", "ADJ",     "SAME",       "-",        "+",        "~",      "~2",         "*",
      "?",      "infl",    ":",          "country:", "ua",       ",",      "date:",      "2022",
      "..",     "2022-08", "title:",     "body:",    "person:",  "@",      "@energy",    "\\",
      "'",      "l'eau",   "atleast/2 ", "=",        "is:copy",  "words:", ">3",         "東京",
      "é",      "\xFF",    "U.S.",       "source:",  "*.gov.uk", "url:",   "http://x/*", "none",
      "lang:",  "de",      "and",        "co-op",    "/",        "id:",    "abcde",      "«",
      "»"};
  std::mt19937 random(20240229);
  int read = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string line;
    for (unsigned length = 1 + random() % 9; length > 0; --length)
      line += kPieces[random() % std::size(kPieces)];
    const Match match = round % 4 == 0 ? Match::Any : Match::All;
    const auto query = parse_query(line, context(match));
    if (!query) {
      EXPECT_LE(query.error().column, query.error().text.size()) << line;
      EXPECT_LE(query.error().column + query.error().length, query.error().text.size() + 1) << line;
      EXPECT_FALSE(query.error().message.empty());
      continue;
    }
    ++read;
    const std::string printed = print(*query);
    const auto again = parse_query(printed, context());
    ASSERT_TRUE(again.has_value()) << line << "\n" << printed << "\n" << again.error().message;
    ASSERT_EQ(*again, *query) << line << "\n" << printed << "\n" << print(*again);
  }
  EXPECT_GT(read, 3000);
}

}  // namespace
}  // namespace pressmark::searcher
