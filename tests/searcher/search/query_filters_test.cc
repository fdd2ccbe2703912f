// What filters, headlines and patterns find, here and in archives elsewhere.
#include "common/error.h"
#include "tests/searcher/search/query_language.h"

namespace pressmark::searcher {
namespace {

TEST_F(QueryLanguage, EachFilterFindsWhatItNamesAndNothingElse) {
  constexpr const char* kAll = "kyiv leak oil tokyo vote wahl";
  const struct {
    const char *query, *want;
  } cases[] = {
      {"is:copy", ""},
      {"is:dup", ""},
      {"-is:copy", kAll},
      {"similar:0", kAll},
      {"similar:>0", ""},
      {"similar:..3", kAll},
      {"versions:1", kAll},
      {"versions:>1", ""},
      {"versions:1..2", kAll},
      {"versions:..1", kAll},
      {"words:>5", kAll},
      {"words:..3", ""},
      {"entity:marchuk", "leak oil"},
      {"entity:\"olena marchuk\"", "leak"},
      {"person:mar*", "leak oil"},
      {"person:*", "leak oil"},
      {"person:xyz", ""},
      {"person:\"Ana Xyz\"", ""},
      {"org:*", ""},
      {"-has:person", "kyiv tokyo vote wahl"},
      {"has:author", ""},
      {"country:*", kAll},
      {"country:none", ""},
      {"country:ua country:ru", "kyiv leak oil"},
      {"lang:en,de", "kyiv leak oil wahl"},
      {"source:nytimes", "oil"},
      {"source:*.co.uk", "leak"},
      {"source:\"harbour times\"", "leak"},
      {"source:=nytimes.com", "oil"},
      {"source:harb*", "leak"},
      {"url:https://www.nytimes.com/*", "oil"},
      {"url:https://www.nytimes.com/oil", "oil"},
      {"url:HTTP://NYTimes.com/oil/?utm_source=x", "oil"},
      {"url:https://www.nytimes.com/oil2", ""},
      {"kind:article", kAll},
      {"origin:x*", ""},
      {"author:*", ""},
      {"section:x", ""},
      {"date:none", "tokyo"},
      {"date:..1960", "kyiv"},
      {"-date:2022", "kyiv tokyo wahl"},
      {"date:2022-08 date:2023", "leak vote"},
      {"added:2022", ""},
      {"crawled:>2022", ""},
      {"title:g*", "error: at least 3 letters must stand before * or ?"},
      {"title:=gas", "leak"},
      {"title:leek~", "leak"},
      {"hrbour~", "leak"},
      {"xyz*", ""},
      {"\"gas * harbour\"", ""},
      {"(gas OR oil) NEAR/9 leak", "leak"},
      {"\"gas leak\" NEAR/9 pier", "leak"},
      {"leak ADJ gas", ""},
      {"atleast/2 tram", "kyiv"},
      {"atleast/9 tram", ""},
      {"atleast/2 \"tram line\"", ""},
      {"gas AND (oil OR (leak AND pier))", "leak oil"},
  };
  for (const auto& c : cases) EXPECT_EQ(find_names(c.query), c.want) << c.query;
}

TEST_F(QueryLanguage, NamesAreFoundWithAndWithoutTheirArticleAndInParts) {
  const struct {
    const char *query, *want;
  } cases[] = {
      {"person:\"The Rock\"", "oil"},
      {"person:\"Rock\"", "oil"},            // no such name: the one with "The"
      {"person:\"The Ana Lima\"", "oil"},    // and the other way round
      {"person:\"Marchuk Olena\"", "leak"},  // no such name: its words
      {"person:\"Olena Lima\"", ""},
      {"person:\"-\"", ""},
      {"entity:\"The Rock\"", "oil"},
      {"entity:*", "leak oil"},
      {"entity:none", "kyiv tokyo vote wahl"},
      {"entity:mar*", "leak oil"},
      {"person:xyz*", ""},
      {"source:\"New York Times\"", "oil"},  // the outlet's name, for an archive with its domain
      {"source:\"The Harbour Times\"", "leak"},
      {"source:\"Harbour Gazette\"", ""},
      {"source:xyz*", ""},
      {"kind:*", "kyiv leak oil tokyo vote wahl"},
      {"id:*", "kyiv leak oil tokyo vote wahl"},
      {"crawled:*", ""},
      {"crawled:none", "kyiv leak oil tokyo vote wahl"},
      {"date:*", "kyiv leak oil vote wahl"},
      {"versions:1..", "kyiv leak oil tokyo vote wahl"},
      {"words:5..5 date:2022", ""},
      {"words:1.. date:2022 is:edited", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(find_names(c.query), c.want) << c.query;
}

TEST_F(QueryLanguage, HeadlinesAreSearchedInEachForm) {
  const struct {
    const char *query, *want;
  } cases[] = {
      {"title:gas", "leak"},
      {"title:leaks", "leak"},
      {"title:(gas oil)", ""},
      {"title:(oil climbs)", "oil"},
      {"title:gas-leak", "leak"},
      {"title:\"gas leak\"", "leak"},
      {"title:\"harbour gas\"~3", "leak"},
      {"title:\"harbour gas\"~2", ""},
      {"title:(gas SAME harbour)", "leak"},
      {"title:(gas ADJ/1 leak)", "leak"},
      {"title:(=gas NEAR/3 harbour)", "leak"},
      {"title:(har* NEAR/2 leak)", "leak"},
      {"title:(har* NEAR/1 leak)", ""},
      {"title:(har* ADJ leak)", ""},
      {"title:har*", "leak"},
      {"title:clmbs~", "oil"},
      {"title:xyz*", ""},
      {"title:東京都", "tokyo"},
  };
  for (const auto& c : cases) EXPECT_EQ(find_names(c.query), c.want) << c.query;
  EXPECT_EQ(find_names("title:(gas climbs)", Match::Any), "leak oil");
  EXPECT_EQ(find_names("title:gas-leak", Match::Any), "leak");
}

TEST_F(QueryLanguage, WhatIsNowhereIsNearNothing) {
  for (const char* query : {"xyz* NEAR gas", "gas NEAR xyz*", "xyzzzz~ NEAR gas",
                            "(xyz* OR zyx*) SAME gas", "title:(xyz* NEAR gas)"})
    EXPECT_EQ(find_names(query), "") << query;
  EXPECT_EQ(find_names("(xyz* OR gas) NEAR/1 leak"), "leak");
  EXPECT_EQ(find_names("gas-leak NEAR/3 pier"), "leak");
  EXPECT_EQ(find_names("tra* NEAR/2 line"), "kyiv");
  EXPECT_EQ(find_names("100*"), "kyiv");  // numbers have no stem
  EXPECT_EQ(find_names("\"tram line\" NEAR/9 fans -gas"), "");
  EXPECT_EQ(find_names("gas (\"tram line\" NEAR/3 reopened)"), "");
  EXPECT_EQ(find_names("country:ua (\"tram line\" NEAR/3 reopened)"), "kyiv");
}

TEST(Patterns, AreCutToTheirMostFrequentWords) {
  test::SmallArchive archive;
  std::string rare;
  for (int i = 0; i < 1100; ++i) {
    rare += "zeb";
    for (int number = i; number > 0; number /= 10) rare += static_cast<char>('a' + number % 10);
    rare += i % 12 == 11 ? ".\n\n" : " ";
  }
  archive.add({"rare", "Words", rare, "en", ""});
  archive.add({"often", "Others", "Zebra crossing and zebra herd.", "en", ""});
  archive.add({"again", "More", "A zebra is no horse.", "en", ""});
  const auto& database = archive.database();
  Analyzer analyzer;
  BuildOptions options;
  options.languages = archive_languages(database);
  const auto query = parse_query("zeb*", {});
  ASSERT_TRUE(query);
  const BuiltQuery built = build_query(*query, database, options, analyzer);
  EXPECT_TRUE(built.cut);
  ASSERT_EQ(built.notes.size(), 1U);
  EXPECT_EQ(built.notes[0], "zeb* was cut to its 1000 most frequent words");
  EXPECT_EQ(count(database, built.whole()), 3U);  // "zebra" is in two articles
}

TEST(Patterns, NearWordsAreCutToTheNearestAndItIsSaid) {
  test::SmallArchive archive;
  std::string text;
  for (char a = 'a'; a < 'i'; ++a) {
    for (char b = 'a'; b < 'i'; ++b) text += std::string("harb") + a + b + "rs ";
  }
  archive.add({"near", "Words", text, "en", ""});
  const auto& database = archive.database();
  Analyzer analyzer;
  const auto built_of = [&](std::string_view words) {
    return build_query(*parse_query(words, {}), database, {}, analyzer);
  };
  const BuiltQuery built = built_of("harbours~");
  EXPECT_TRUE(built.cut);
  ASSERT_EQ(built.notes.size(), 1U);
  EXPECT_EQ(built.notes[0], "harbours~ was cut to its 50 nearest words");
  EXPECT_FALSE(built_of("kestrel~").cut);
}

TEST_F(QueryLanguage, SaysOfAValueThatItIsNoBeginningOfAnAddressWhereItFindsNothing) {
  const auto& database = archive_->database();
  const auto notes = [&](std::string_view text) {
    Analyzer analyzer;
    const auto query = parse_query(text, {});
    return build_query(*query, database, {}, analyzer).notes.size();
  };
  for (const char* query : {"url:harbour", "url:harbour*", "gas -(url:oil) url:x.org"})
    EXPECT_EQ(notes(query), 1U) << query;
  for (const char* query : {"url:http*", "url:https*", "url:https://none.org/", "gas -url:harbour",
                            "gas -url:harbour*", "NOT (url:oil OR gas)"})
    EXPECT_EQ(notes(query), 0U) << query;
}

// Of an archive that is elsewhere Xapian takes no sources of ours: most is found by other means.
TEST_F(QueryLanguage, FindsTheSameElsewhereWithWhatXapianCanSend) {
  for (const char* query : {"gas",
                            "gas leak",
                            "person:mar*",
                            "person:*",
                            "org:*",
                            "country:none",
                            "source:harb*",
                            "source:*.co.uk",
                            "url:https://www.nytimes.com/*",
                            "versions:1..2",
                            "words:>5",
                            "title:(gas OR oil)",
                            "\"gas leak\"",
                            "gas NEAR leak",
                            "gas ADJ leak",
                            "(gas OR oil) NEAR/9 leak",
                            "gas SAME leak",
                            "atleast/2 tram",
                            "atleast/9 tram",
                            "title:\"gas leak\"",
                            "title:(gas NEAR leak)",
                            "harb*",
                            "-has:person",
                            "東京都",
                            "date:none",
                            "entity:marchuk"})
    EXPECT_EQ(find_names(query, Match::All, Place::Elsewhere), find_names(query)) << query;
}

// Xapian's own backend takes no sources of ours, and does not serve the table of stories.
TEST_F(QueryLanguage, ElsewhereWhatCannotBeAskedIsRefused) {
  for (const char* query : {"is:copy", "similar:>2", "\"gas leak\" NEAR/9 pier",
                            "atleast/2 \"tram line\"", "title:(har* NEAR leak)"}) {
    EXPECT_THROW(find_names(query, Match::All, Place::Elsewhere), Error) << query;
  }
}

}  // namespace
}  // namespace pressmark::searcher
