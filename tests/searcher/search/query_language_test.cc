// What each form of the query language finds, from the typed text to the articles.
#include "tests/searcher/search/query_language.h"

#include "searcher/query/explain.h"

namespace pressmark::searcher {
namespace {

using namespace std::chrono_literals;

TEST_F(QueryLanguage, FindsWhatEachFormSays) {
  const struct {
    std::string_view query, want;
  } cases[] = {
      {"gas", "leak oil"},
      {"gas pipeline", "oil"},
      {"gas OR tram", "kyiv leak oil"},
      {"gas -pipeline", "leak"},
      {"-gas", "kyiv tokyo vote wahl"},
      {"engineer", "leak"},  // another form of the word
      {"\"gas leak\"", "leak"},
      {"\"leaks\"", ""},  // quotes make it exact
      {"\"gas leaks\"", ""},
      {"\"stream\"", ""},
      {"stream", "leak"},
      {"=streams", "leak"},
      {"=stream", ""},
      {"\"harbour engineers\"", ""},  // never from the headline into the text
      {"\"pier crews\"", ""},         // nor from one paragraph into the next
      {"gas NEAR/1 leak", "leak"},
      {"gas NEAR/3 shuts", "leak"},
      {"found NEAR/2 leak", ""},
      {"found NEAR/3 leak", "leak"},  // found a gas leak: three apart
      {"leak ADJ/3 found", ""},
      {"found ADJ/3 leak", "leak"},
      {"\"leak found\"~3", "leak"},
      {"\"leak found\"~2", ""},
      {"gas SAME leak", "leak"},
      {"gas SAME streams", ""},
      {"price SAME gas", "oil"},
      {"crew NEAR/2 close", "leak"},  // neither word is spelt like its stem there
      {"crew NEAR/5 traffic", "leak"},
      // The German forms "Hafen" and "Köln" are spelt like the stems of these, in English.
      {"hafened NEAR/3 kolned", ""},
      {"\"hafened kolned\"~4", ""},
      {"atleast/1 hafened", ""},
      // Something of several places, counted from its last place to the other's first.
      {"\"gas leak\" NEAR/2 pier", ""},
      {"\"gas leak\" NEAR/3 pier", "leak"},
      {"pier NEAR/3 \"gas leak\"", "leak"},
      {"pier ADJ/3 \"gas leak\"", ""},
      {"\"gas leak\" ADJ/3 pier", "leak"},
      {"found-a NEAR/1 gas-leak", "leak"},
      {"\"a gas\" NEAR \"gas leak\"", ""},  // they overlap
      {"\"gas leak\" SAME streams", ""},
      {"\"gas leak\" SAME engineer", "leak"},
      {"(\"u.s. envoy\" OR ministers) NEAR/4 (tram OR documents)", "kyiv oil"},
      {"\"harbour engineers\" NEAR found", ""},
      {"title:(\"gas leak\" NEAR/1 shuts)", "leak"},
      {"title:(\"gas leak\" NEAR pier)", ""},
      {"title:((oil OR gas) NEAR leak)", "leak"},
      {"title:(=gas NEAR leak)", "leak"},
      {"title:(har* NEAR/3 leak)", "leak"},
      {"title:(=gas NEAR pier)", ""},
      {"東京都 NEAR/2 漁業", ""},  // from 京 of the last pair on: 都, の, 漁
      {"東京都 NEAR/3 漁業", "tokyo"},
      {"漁業 ADJ/9 東京都", ""},
      {"atleast/2 \"gas leak\"", "leak"},
      {"atleast/3 \"gas leak\"", ""},
      {"engin*", "leak"},
      {"engi?eers", "leak"},
      {"eng*eers", "leak"},
      {"pipelin~", "oil"},
      {"atleast/3 tram", "kyiv"},
      {"atleast/4 tram", "kyiv"},  // headline, twice in the text, and "Tram fans"
      {"atleast/5 tram", ""},
      {"title:gas", "leak"},
      {"title:\"gas leak\"", "leak"},
      {"title:pier", ""},
      {"body:pier", "leak"},
      {"body:shuts", ""},
      {"body:gas", "leak oil"},
      {"lead:streams", "leak"},
      {"lead:elections", "vote"},
      {"lead:election country:ua", ""},
      {"lead:\"gas leak\"", "leak"},
      {"title:(gas leak)", "leak"},
      {"title:(gas NEAR leak)", "leak"},
      {"Wahlen", "wahl"},
      {"wahlen", "wahl"},
      {"WAHLEN", "wahl"},
      {"wahl", "wahl"},
      {"élection", "leak vote"},  // and the English "Elections"
      {"elections", "leak vote"},
      {"lang:fr elections", "vote"},
      {"avion", "vote"},
      {"l'avion", "vote"},
      {"Koln", "wahl"},
      {"東京", "tokyo"},
      {"東京都", "tokyo"},
      {"漁師", "tokyo"},
      {"京漁", ""},
      {"漁", "tokyo"},
      {"kyiv", "kyiv"},
      {"Kyïv", "kyiv"},
      {"US", "kyiv"},
      {"U.S.", "kyiv"},
      {"1000", "kyiv"},
      {"country:ua", "kyiv leak"},
      {"country:ua,fr", "kyiv leak vote"},
      {"country:ua country:fr", "kyiv leak vote"},
      {"country:ua AND country:ru", "leak"},
      {"-country:ua,ru", "tokyo vote wahl"},
      {"country:ua gas", "leak"},
      {"lang:german", "wahl"},
      {"person:marchuk", "leak oil"},
      {"person:\"Olena Marchuk\"", "leak"},
      {"person:\"Marchuk Olena\"", "leak"},
      {"entity:lima", "oil"},
      {"person:\"the Ana Lima\"", "oil"},
      {"person:\"rock\"", "oil"},
      {"person:\"the Marchuk\"", "leak oil"},
      {"person:march*", "leak oil"},
      {"person:olena\\ march*", "leak"},
      {"entity:lim*", "oil"},
      {"person:nob*", ""},
      {"source:harb*", "leak"},
      {"source:\"harb*\"", ""},
      {"source:the\\ harb*", "leak"},
      {"person:none", "kyiv tokyo vote wahl"},
      {"source:\"Harbour Times\"", "leak"},
      {"source:harbour", "leak"},
      {"source:=\"The Harbour Times\"", "leak"},
      {"source:=\"Harbour Times\"", ""},
      {"source:=\"The Harbour Times\",=\"x\"", "leak"},
      {"source:www.harbour.example.co.uk", "leak"},
      {"source:https://www.harbour.example.co.uk/", "leak"},
      {"source:HARBOUR.example.co.uk/leak", "leak"},
      {"source:nytimes", "oil"},
      {"source:\"NYT\"", "oil"},
      {"source:*.co.uk", "leak"},
      {"source:harbour.example.co.uk", "leak"},
      {"date:2022-08", "leak vote"},
      {"date:2022", "leak oil vote"},
      {"date:2022-08-14..2022-08-30", "leak"},
      {"date:2022-08-31..2022-09-01", "oil vote"},
      {"date:..1960", "kyiv"},
      {"since:2022-08-31", "oil vote"},
      {"before:2022-08-31 since:2022", "leak"},
      {"-date:2022", "kyiv tokyo wahl"},
      {"until:30d", "kyiv leak wahl"},
      {"after:30d", "oil vote"},
      {"date:65000y", "kyiv leak oil vote wahl"},
      {"date:none", "tokyo"},
      {"date:any", "kyiv leak oil vote wahl"},
      {"dated:none", "tokyo"},
      {"has:person", "leak oil"},
      {"url:https://www.harbour.example.co.uk/*", "leak"},
      {"words:>14 gas", "leak oil"},
      {"words:<3", ""},
      {"is:copy", ""},
      {"*", "kyiv leak oil tokyo vote wahl"},
      {"the", "kyiv leak oil"},
      {"die", "wahl"},
  };
  for (const auto& c : cases) EXPECT_EQ(find_names(c.query), c.want) << c.query;
}

TEST_F(QueryLanguage, MatchesAnyWordWhenAsked) {
  EXPECT_EQ(find_names("gas tram", Match::Any), "kyiv leak oil");
  EXPECT_EQ(find_names("gas tram country:ua", Match::Any), "kyiv leak");
  EXPECT_EQ(find_names("gas-tram", Match::Any), "kyiv leak oil");
}

ClauseCounter counter(const Xapian::Database& database, const BuildOptions& options,
                      Analyzer& analyzer) {
  return {database, options, analyzer,
          [&database](const BuiltQuery& built) { return count(database, built.whole()); }};
}

TEST_F(QueryLanguage, ExplainsEachClause) {
  Analyzer analyzer;
  BuildOptions options;
  const auto& database = archive_->database();
  options.languages = archive_languages(database);
  const auto lines = explain(*parse_query("gas (leak OR oil) country:ua", {2022y / 9 / 15}),
                             counter(database, options, analyzer));
  std::string text;
  for (const auto& line : lines)
    text += std::string(line.depth, ' ') + line.clause + "=" + std::to_string(line.articles) + "\n";
  EXPECT_EQ(text, "AND=1\n gas=2\n OR=2\n  leak=2\n  oil=1\n country:UA=2\n");
}

TEST_F(QueryLanguage, SuggestsWordsOfTheArchiveAndFiltersToDrop) {
  Analyzer analyzer;
  BuildOptions options;
  const auto& database = archive_->database();
  options.languages = archive_languages(database);
  const auto means = did_you_mean(*parse_query("pipelnie gas", {2022y / 9 / 15}),
                                  counter(database, options, analyzer));
  ASSERT_FALSE(means.empty());
  EXPECT_EQ(means[0].query, "pipeline gas");
  EXPECT_EQ(means[0].articles, 1U);
  const auto names = did_you_mean(*parse_query("person:\"Olenna Marchuk\"", {2022y / 9 / 15}),
                                  counter(database, options, analyzer));
  ASSERT_EQ(names.size(), 1U);
  EXPECT_EQ(names[0].query, "person:\"Olena Marchuk\"");
  EXPECT_EQ(names[0].articles, 1U);
  EXPECT_EQ(did_you_mean(*parse_query("entity:limaa gas", {2022y / 9 / 15}),
                         counter(database, options, analyzer))[0]
                .query,
            "entity:lima gas");
  EXPECT_EQ(did_you_mean(*parse_query("source:nytimse.com", {2022y / 9 / 15}),
                         counter(database, options, analyzer))
                .size(),
            1U);
  const auto suggested = [&](std::string_view text, std::size_t number = 0) {
    const auto found =
        did_you_mean(*parse_query(text, {2022y / 9 / 15}), counter(database, options, analyzer));
    return number < found.size() ? found[number].query : std::string();
  };
  EXPECT_EQ(suggested("person:\"ana limma\""), "person:\"ana lima\"");
  EXPECT_EQ(suggested("person:\"Zzyzx Qqxqq\""), "");  // near nothing
  EXPECT_EQ(suggested("person:lima gsa"), "person:lima gas");
  EXPECT_EQ(suggested("\"gas leak\" harbuor"), "\"gas leak\" harbour");
  EXPECT_EQ(suggested("country:fr gas"), "");
  EXPECT_EQ(suggested("\"1,000\" gsa"), "");
  const auto without = without_each_filter(*parse_query("gas country:fr", {2022y / 9 / 15}),
                                           counter(database, options, analyzer));
  ASSERT_EQ(without.size(), 1U);
  EXPECT_EQ(without[0].query, "country:FR");
  EXPECT_EQ(without[0].articles, 2U);
}

TEST_F(QueryLanguage, SomethingOfSeveralPlacesIsNearAnother) {
  const struct {
    const char *query, *want;
  } cases[] = {
      {"\"gas leak\" NEAR/3 pier", "leak"},
      {"\"gas leak\" NEAR/1 pier", ""},
      {"pier NEAR/3 \"gas leak\"", "leak"},
      {"\"gas leak\" ADJ/3 pier", "leak"},
      {"pier ADJ/3 \"gas leak\"", ""},
      {"\"gas leak\" SAME pier", "leak"},
      {"\"gas leak\" SAME traffic", ""},
      {"\"tram line\" NEAR/3 reopened", "kyiv"},
      {"\"tram line\" NEAR/9 \"first tram\"", "kyiv"},
      {"\"tram line\" NEAR/9 \"line reopened\"", ""},  // they overlap
      {"atleast/1 \"tram line\"", "kyiv"},
      {"atleast/2 \"tram line\"", ""},
      {"\"no such\" NEAR/3 pier", ""},
      {"title:(\"gas leak\" NEAR/3 harbour)", "leak"},
      {"(\"gas leak\" OR oil) NEAR/9 engineers", "leak"},
      {"\"price of\" NEAR/2 oil", "oil"},
  };
  for (const auto& c : cases) EXPECT_EQ(find_names(c.query), c.want) << c.query;
}

}  // namespace
}  // namespace pressmark::searcher
