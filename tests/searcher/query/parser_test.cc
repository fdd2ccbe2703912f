#include "searcher/query/parser.h"

#include <random>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/searcher/query/parsing.h"

namespace pressmark::searcher {
namespace {

using ::testing::HasSubstr;

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
      {"title:@energy", "(OR title:gas title:oil)"},
      {"lead:(@energy price)", "(AND (OR lead:gas lead:oil) lead:price)"},
      {"title:@energy price", "(AND (OR title:gas title:oil) price)"},
      {"@lines", "(OR gas oil)"},
      {"gas\nOR\toil", "(OR gas oil)"},
      {"\"gas\nleak\"", "\"gas leak\""},
      {"title:(-gas)", "(NOT title:gas)"},
      {"-title:gas", "(NOT title:gas)"},
      {"NOT (NOT gas)", "gas"},
      {"gas NEAR \\NOT", "(NEAR/10 gas \\NOT)"},
      {"東京 NEAR 漁師", "(NEAR/10 東京 漁師)"},
      {"\"nord stream\" NEAR/5 leak", "(NEAR/5 \"nord stream\" leak)"},
      {"gas ADJ 東京都", "(ADJ/10 gas 東京都)"},
      {"title:((gas OR oil) NEAR leak)", "(NEAR/10 (OR title:gas title:oil) title:leak)"},
      {"inflat*,", "inflat*,"},
      {"10:30", "10\\:30"},
      {"gas – oil", "(AND gas oil)"},
      {"Johnson & Johnson", "(AND Johnson Johnson)"},
  };
  for (const Case& c : cases) EXPECT_EQ(parsed(c.text), c.want) << c.text;
}

TEST(Parser, AMarkWithinAHebrewAbbreviationIsNoQuotation) {
  EXPECT_EQ(parsed("צה\"ל"), "צה\\\"ל");
  EXPECT_EQ(parsed("\"דובר צה\"ל\""), "\"דובר צה\\\"ל\"");
  EXPECT_EQ(parsed("ב\"הארץ\""), "(AND ב \"הארץ\")");
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
      {"date:2021 date:2022", "date:2021-01-01..2021-12-31,2022-01-01..2022-12-31"},
      {"date:2021.. date:2022", "(AND date:2021-01-01.. date:2022-01-01..2022-12-31)"},
      {"words:100 words:200..300", "words:100,200..300"},
      {"words:>100 words:<200", "(AND words:101.. words:..199)"},
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
      {"-(url:http://x/a* url:http://x/b)", "(NOT (url:http://x/a* url:\"http://x/b\"))"},
      {"section:Politics", "section:\"politics\""},
      {"person:none", "person:none"},
      {"id:K3F9Q", "id:k3f9q"},
      {"person:put*", "person:put*"},
      {"person:vladimir\\ put*", "person:vladimir\\ put*"},
      {"entity:mac*", "entity:mac*"},
      {"source:guard*", "source:guard*"},
      {"source:bbc.co*", "source:bbc.co*"},
      {"tag:kli*", "tag:kli*"},
      {"tag:kli\\*", "tag:\"kli*\""},
      {"url:http://x.org/a\\*", "url:\"http://x.org/a*\""},
      {"url:http://x.org/a?b=c*", "url:http://x.org/a?b=c*"},
      {"url:http://x.org/~ann", "url:\"http://x.org/~ann\""},
      {"url:http://x.org/ann~", "url:\"http://x.org/ann~\""},
      {"tag:\"kli*\"", "tag:\"kli*\""},
      {"tag:\\-x", "tag:\"-x\""},
      {"person:\\-x", "person:\\-x"},
      {"person:\\NOT", "person:\\NOT"},
      {"origin:-:12", "origin:\"-:12\""},
      {"tag:*", "tag:any"},
      {"until:30d", "date:..2022-08-16"},
      {"since:30d", "date:2022-08-16.."},
      {"before:30d", "date:..2022-08-15"},
      {"after:30d", "date:2022-08-17.."},
      {"until:\"last week\"", "date:..2022-09-11"},
      {"until:P1M", "date:..2022-08-15"},
      {"date:65000y", "date:1000-01-01..2022-09-15"},
      {"date:2022/P65000Y", "date:2022-01-01..9999-12-31"},
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
      {"\"a b\"~3 NEAR c", "column 8+4: NEAR, ADJ and SAME stand between words"},
      {"(title:gas OR oil) NEAR leak",
       "column 19+4: NEAR, ADJ and SAME work in title: or without a field"},
      {"title:(gas country:ua)",
       "column 11+8: a field cannot stand inside another field's parentheses"},
      {"()", "column 0+2: there is nothing between the parentheses"},
      {"\"\"", "column 0+2: there is no word between the quotation marks"},
      {"", "column 0+0: there is nothing to look for"},
      {"@nobody", "column 0+7: there is no saved query \"nobody\""},
      {"https://example.org", "column 0+6: an address is no word"},
      {"date:\"2022\"x", "column 11+1: a blank or comma is missing before this"},
      {"title:-gas", "column 6+1: \"-\" cannot stand here"},
      {"body:+sea", "column 5+1: \"+\" cannot stand here"},
      {"title:NOT die", "column 6+3: \"NOT\" cannot stand here"},
      {"NOT NOT gas", "column 4+3: \"NOT\" cannot stand here"},
      {"NOT -gas", "column 4+1: \"-\" cannot stand here"},
      {"--gas", "column 1+1: \"-\" cannot stand here"},
      {"+-gas", "column 1+1: \"-\" cannot stand here"},
      {"gas NEAR/5 -leak", "column 11+1: \"-\" cannot stand here"},
      {"gas NEAR/5 NOT leak", "column 11+3: \"NOT\" cannot stand here"},
      {"gas ADJ OR", "column 8+2: \"OR\" cannot stand here"},
      {"atleast/2 NOT die", "column 10+3: \"NOT\" cannot stand here"},
      {"person:-putin", "column 7+1: \"-\" cannot stand behind a field"},
      {"author:+lee", "column 7+1: \"+\" cannot stand behind a field"},
      {"country:ua,-ru", "column 11+1: \"-\" cannot stand behind a field"},
      {"person:NOT putin", "column 7+3: \"NOT\" cannot stand behind a field"},
      {"atleast/3 (gas OR oil)", "column 0+9: behind atleast/n stands a word or a phrase"},
      {"since:<2022", "column 6+5: a range cannot stand here"},
      {"until:2021..2022", "column 6+10: a range cannot stand here"},
      {"until:3/4/2022", "column 6+8: day and month cannot be told apart here"},
      {"since:none", "column 6+4: cannot read the date \"none\""},
      {"person:p*tin", "column 7+5: \"*\" stands at the end of a value"},
      {"source:*guard", "column 7+6: \"*\" stands at the end of a value"},
      {"person:pu?in", "column 7+5: \"?\" leaves a letter open in words of the text only"},
      {"person:putin~", "column 12+1: \"~\" stands behind a word of the text only"},
      {"=Wahlen*", "column 0+8: \"=\" finds one form, \"*\", \"?\" and \"~\" several"},
      {"=Wahlen~", "column 0+8: \"=\" finds one form, \"*\", \"?\" and \"~\" several"},
      {"=\"rather die\"~3", "column 13+1: behind =\"…\" stands no \"~\""},
      {"\"nord strea\"*", "column 12+1: \"*\" stands behind a word, not behind a quotation"},
      {"(gas oil)*", "column 9+1: \"*\" stands behind a word, not behind parentheses"},
      {"(gas oil)~3", "column 9+1: \"~\" stands behind a word, not behind parentheses"},
      {"electon~2", "column 7+2: no number stands behind \"~\""},
      {"elec*~", "column 0+6: * and ? stand inside or behind one word"},
      {"inflat*-rate", "column 0+12: * and ? stand inside or behind one word"},
      {"title:@fields",
       "column 6+7: in the saved query \"fields\": a field cannot stand inside another field's "
       "parentheses"},
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
  // A group of filters is one: this found articles without gas.
  EXPECT_EQ(parsed("gas (country:ua OR lang:de)", any), "(AND gas (OR country:UA lang:de))");
  EXPECT_EQ(parsed("gas (country:ua -lang:de)", any), "(AND gas (AND country:UA (NOT lang:de)))");
  EXPECT_EQ(parsed("gas (country:ua OR leak)", any), "(OR gas (OR country:UA leak))");
}

// "gas AND leak oil" found articles without gas.
TEST(Parser, JoinsWhatStandsOnBothSidesOfAnAndInABestMatchToo) {
  const ParseContext any = context(Match::Any);
  EXPECT_EQ(parsed("gas AND leak oil", any), "(OR (AND gas leak) oil)");
  EXPECT_EQ(parsed("oil gas AND leak AND pipe", any), "(OR oil (AND gas leak pipe))");
  EXPECT_EQ(parsed("gas AND leak", any), "(AND gas leak)");
  EXPECT_EQ(parsed("gas AND country:ua oil", any), "(AND (OR gas oil) country:UA)");
  EXPECT_EQ(parsed("country:ua AND gas oil", any), "(AND (OR gas oil) country:UA)");
  EXPECT_EQ(parsed("gas AND country:ua AND leak oil", any),
            "(AND (OR (AND gas leak) oil) country:UA)");
  EXPECT_EQ(parsed("country:ua AND gas AND leak oil", any),
            "(AND (OR (AND gas leak) oil) country:UA)");
  EXPECT_EQ(parsed("gas country:ua AND leak", any), "(AND (OR gas leak) country:UA)");
  EXPECT_EQ(parsed("+gas AND leak oil", any), "(AND oil gas leak)");
  EXPECT_EQ(parsed("gas AND -leak oil", any), "(AND (OR gas oil) (NOT leak))");
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

TEST(Parser, ASentenceIsTakenAsWordsButNoNameThatIsNoneIs) {
  const ParseContext sentence = context(Match::Any, ParseMode::Sentence);
  for (const std::string_view line :
       {"Ukraine: what is \"this", "gas (oil", "see https://x.org/a", "a -- b", "country: ua"}) {
    const auto query = parse_query(line, sentence);
    ASSERT_TRUE(query.has_value()) << line;
    EXPECT_FALSE(query->hints.empty()) << line;
  }
  EXPECT_EQ(parsed("contry:UA sailors", sentence),
            "column 0+7: unknown field \"contry\" in the query");
  EXPECT_EQ(parsed("sailors country:atlantis", sentence),
            "column 16+8: no country is called \"atlantis\"");
  EXPECT_EQ(parsed("sailors date:2022-13", sentence), "column 18+2: month must be 01–12");
  EXPECT_EQ(parsed("sailors since:soon", sentence), "column 14+4: cannot read the date \"soon\"");
}

TEST(Parser, SaysThatATextWasCut) {
  const std::string text = std::string(2000, 'a') + " " + std::string(3000, 'b');
  for (const ParseMode mode : {ParseMode::Sentence, ParseMode::Tolerant, ParseMode::Literal}) {
    const auto query = parse_query(text, context(Match::Any, mode));
    ASSERT_TRUE(query.has_value());
    ASSERT_EQ(query->hints.size(), 1U);
    EXPECT_EQ(query->hints[0], "only the first 4096 bytes are looked at");
  }
}

TEST(Parser, HintsAtAStarWithinQuotationMarks) {
  const auto query = parse_query("\"nord strea* leak*\"", context());
  ASSERT_TRUE(query.has_value());
  ASSERT_EQ(query->hints.size(), 1U);
  EXPECT_TRUE(parse_query("\"5 * 3\"", context())->hints.empty());
}

TEST(Parser, PassesOnTheHintsOfASavedQuery) {
  EXPECT_EQ(parse_query("@and", context())->hints.size(), 1U);
  EXPECT_EQ(parse_query("C++ gas", context())->hints.size(), 1U);
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
  EXPECT_EQ(parse_filter("country:korea", context())->hints.size(), 1U);
  EXPECT_EQ(filter("person=Xi Jinping"), "person:\"Xi Jinping\"");
  EXPECT_EQ(filter("since:2022-08"), "date:2022-08-01..");
  EXPECT_EQ(filter("country:ru,xx"), "column 11: no country is called \"xx\"");
  EXPECT_EQ(filter("contry:ru"), "column 0: unknown field \"contry\"");
  EXPECT_EQ(filter("author=\"Lee, Ann\""), "author:\"Lee, Ann\"");
  EXPECT_EQ(filter("author=“Lee, Ann” , Bo"), "author:\"Lee, Ann\",Bo");
  EXPECT_EQ(filter("org:\"Foo, Inc.\",Bar"), "org:\"Foo, Inc.\",Bar");
  EXPECT_EQ(filter("tag=say \\\"no\\\", yes"), "tag:\"say \\\"no\\\"\",\"yes\"");
  EXPECT_EQ(filter("org:\"Foo"), "column 4: the quotation is never closed");
  EXPECT_EQ(filter("org:\"Foo\" Inc"), "column 10: a comma is missing before this");
  EXPECT_EQ(filter("url=https://x.org/a,b*"), "url:https://x.org/a\\,b*");
  EXPECT_EQ(filter("person=put*"), "person:put*");
  EXPECT_EQ(filter("person=-putin"), "column 7: \"-\" cannot stand behind a field");
  EXPECT_EQ(filter("until:30d"), "date:..2022-08-16");
  EXPECT_EQ(filter("since:\"14 August 2022\""), "date:2022-08-14..");
  EXPECT_EQ(filter("since=August 14, 2022"), "date:2022-08-14..");
  EXPECT_EQ(filter("since:\"2022"), "column 6: the quotation is never closed");
}

TEST(Parser, AnEqualsSignAsksForTheWholeNameOfAnOutlet) {
  const auto read = [](std::string_view text) {
    const auto query = parse_query(text, context());
    return query ? print(*query) : query.error().message;
  };
  const auto option = [](std::string_view text) {
    const auto query = parse_filter(text, context());
    return query ? print(*query) : query.error().message;
  };
  for (const std::string_view text : {"source:=\"Mill\"", "source:=Mill"})
    EXPECT_EQ(read(text), "source:=\"Mill\"") << text;
  EXPECT_EQ(read("source:=\"Le Mont\",bbc.com"), "source:=\"Le Mont\",\"bbc.com\"");
  for (const std::string_view text : {"source:=\"Le Mont\"", "source:=Le Mont", "source==Le Mont"})
    EXPECT_EQ(option(text), "source:=\"Le Mont\"") << text;
  EXPECT_EQ(read("source:=bbc.com"), "source:\"bbc.com\"");
  EXPECT_EQ(option("source:=bbc.com"), "source:\"bbc.com\"");
  EXPECT_EQ(read("source:=guard*"), "\"=\" finds one name, \"*\" several");
  EXPECT_THAT(read("person:=\"Ann Mill\""), HasSubstr("\"=\" stands before words of the text"));
  // Receipts and saved queries have these, as they are printed.
  for (const std::string_view text : {"person:=mill", "place:=Paris", "-org:=x", "entity:=mill*"})
    EXPECT_EQ(read(text), text);
  EXPECT_EQ(read("tag:=gas"), "tag:\"=gas\"");
  EXPECT_EQ(option("place:=Paris"), "place:=Paris");
  EXPECT_EQ(read("person:\\=mill"), "person:=mill");
  EXPECT_EQ(read("source:\\=mill"), "source:\\=mill");
}

TEST(Parser, JoinsAQueryAndFiltersInOneLineThatMeansTheSame) {
  const struct {
    std::string_view query;
    std::vector<std::string> filters;
    std::string_view want;
  } cases[] = {
      {"gas OR oil", {"country:ua"}, "(gas OR oil) country:UA"},
      {"gas oil", {"country:ua"}, "gas oil country:UA"},
      {"gas", {"since:7d"}, "gas since:7d"},
      {"gas OR oil", {"since:7d", "until=yesterday"}, "(gas OR oil) since:7d until:yesterday"},
      {"gas", {"date=last week"}, "gas date:\"last week\""},
      {"gas", {"crawled=30d..7d,today"}, "gas crawled:30d..7d,today"},
      {"gas country:ru", {"country:ua"}, "gas country:ru country:UA"},
      {"gas country:ru OR oil", {"country:ua"}, "(gas country:ru OR oil) country:UA"},
      {"", {"person=Xi Jinping", "since:2022-08"}, "person:\"Xi Jinping\" since:2022-08"},
      {"gas\nOR oil", {}, "gas OR oil"},
  };
  for (const auto& c : cases)
    EXPECT_EQ(joined_text(c.query, c.filters, context()).value_or("nothing"), c.want) << c.query;
  EXPECT_FALSE(joined_text("(gas", {}, context()).has_value());
}

/// Random lines of the language's own pieces: each is read or refused, and what is printed reads
/// back the same.
TEST(Parser, AFilterOptionWithoutAValueIsWrongAtItsEnd) {
  const auto filter = parse_filter("id", context());
  ASSERT_FALSE(filter.has_value());
  EXPECT_EQ(filter.error().column, 2U);
}

TEST(Parser, ReadsBackOddValues) {
  for (const std::string_view line :
       {"id:\"abcde*\"", "id:\"ab cde\"", "id:abc\\“de", "section:\\ *", "section:\u210Caus",
        "words:>999999999999", "date:P0D/2022", "date:2022/P0D", "url:a\\**", "since:60000y",
        "person:a\\\tb", "source:a\\ b.c", "country:(ua ru) country:(us AND gb)"}) {
    const auto query = parse_query(line, context());
    ASSERT_TRUE(query.has_value()) << line << ": " << query.error().message;
    const auto again = parse_query(print(*query), context());
    ASSERT_TRUE(again.has_value()) << print(*query) << ": " << again.error().message;
    EXPECT_EQ(*again, *query) << line << ": " << print(*query) << ", then " << print(*again);
  }
}

TEST(Parser, ValuesThatCouldNotBeReadAgainAreRefused) {
  const auto message = [](std::string_view line) {
    const auto query = parse_query(line, context());
    return query ? "none" : query.error().message;
  };
  EXPECT_EQ(message("words:>1000000000000"), "no number is that large");
  EXPECT_EQ(message("section:\u0301"), "there is no letter in it");
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
      "»",      "tag:",    "entity:",    "\n",       "NOT ",     "until:", "30d",        "put*",
      "\\*",    "@lines",  "origin:",    "+x",       "-x",       "=\"",    "source:x*"};
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
    EXPECT_EQ(printed.find('\n'), std::string::npos) << line;
    const auto again = parse_query(printed, context());
    ASSERT_TRUE(again.has_value()) << line << "\n" << printed << "\n" << again.error().message;
    ASSERT_EQ(*again, *query) << line << "\n" << printed << "\n" << print(*again);
  }
  EXPECT_GT(read, 3000);
}

TEST(BackwardDates, AreToldWhereNoDayIsInAllOfThem) {
  const auto told = [](std::string_view text) -> std::string {
    const auto query = parse_query(text, context());
    if (!query) return "error: " + query.error().message;
    const auto error = backward_dates(*query);
    return error ? error->text : "none";
  };
  EXPECT_EQ(told("gas date:>=2023 date:<=2022"), "date:2023-01-01..2022-12-31");
  EXPECT_EQ(told("gas date:>=2023 date:>=2021 date:<=2022 date:<=2024"),
            "date:2023-01-01..2022-12-31");
  for (const char* sound :
       {"gas", "date:>=2023", "gas date:>=2023", "gas date:<=2022", "gas date:>=2022 date:<=2022",
        "date:>=2023 OR date:<=2022", "gas date:2022,2023 date:<=2020", "gas lang:en date:none"})
    EXPECT_EQ(told(sound), "none") << sound;
  EXPECT_FALSE(joined_text("", {}, context()).has_value());
}

}  // namespace
}  // namespace pressmark::searcher
