// Names that look like a country's and are something else, and what tells a country without naming
// it.
#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/enrich/annotator.h"

namespace pressmark::indexer {
namespace {

struct Case {
  std::string_view text;
  std::string_view want;  // codes in alphabetical order
};

std::string countries_of(std::string_view text) {
  static const Annotator annotator{AnnotatorOptions{}};
  Article article;
  article.text = text;
  std::vector<std::string> codes = annotator.annotate(article).countries;
  std::ranges::sort(codes);
  std::string joined;
  for (const std::string& code : codes) joined += (joined.empty() ? "" : " ") + code;
  return joined;
}

void expect_all(std::span<const Case> cases) {
  for (const Case& item : cases) EXPECT_EQ(countries_of(item.text), item.want) << item.text;
}

TEST(CountryTraps, PersonsHaveAgesAndTrades) {
  constexpr Case kCases[] = {
      {"Wales, 41, had parked a tractor across the lane in Exmouth. Wales told police he was "
       "tired.",
       "GB"},
      {"Brazil, a retired plumber from Leicester, has grown a marrow of 90 kilos.", "GB"},
      {"Brazil, a supplier of soya, has raised its price.", "BR"},
      {"Kenya and her mother drove all night from Little Rock.", "US"},
      {"In Kenya, a teacher earns less than a driver.", "KE"},
      {"Spain, 21, and Portugal with 19 lead the table of medals.", "ES PT"},
  };
  expect_all(kCases);
}

TEST(CountryTraps, FirmsPlaysAndTreatiesAreNoPlaces) {
  constexpr Case kCases[] = {
      {"Lucerne, the watch company, has closed its shop in Leeds.", "GB"},
      {"A stage version of Chicago opens in Swansea in May.", "GB"},
      {"The Dayton accords are taught in Bosnia's schools.", "BA"},
      {"Hurricane Florence drenched the Carolinas.", "US"},
      {"A silver Toyota with Mayo plates was seen near Ballina.", "IE"},
      {"A Philadelphia-based bank has closed.", "US"},
      {"Oaks grow in ex-Soviet Latvia.", "LV"},
      {"A stolen Seat Toledo was found in a pond near Wrexham.", "GB"},
      {"The American University of Beirut has a new library.", "LB"},
  };
  expect_all(kCases);
}

TEST(CountryTraps, LanguagesComeInLists) {
  constexpr Case kCases[] = {
      {"The songs have been translated into Hungarian, Thai and Swahili.", ""},
      {"She speaks fluent Spanish, passable Mandarin and a little Finnish.", ""},
      {"The mayor of Riga was fined for speaking only Russian.", "LV"},
      {"Learn a language with an app that offers Spanish, Korean and Welsh.", ""},
      {"He speaks Spanish, and Finnish officials were charmed.", "FI"},
  };
  expect_all(kCases);
}

TEST(CountryTraps, CountiesOfTheUnitedStatesAreCalledAsEnglishOnes) {
  constexpr Case kCases[] = {
      {"The Middlesex County prosecutor charged a woman from Piscataway.", "US"},
      {"The Lyon County School Board voted to close the elementary school.", "US"},
      {"The staff of Surrey County Library have mended the roof.", "GB"},
      {"Suffolk County Council will mend the road to Lowestoft.", "GB"},
  };
  expect_all(kCases);
}

TEST(CountryTraps, BothHalvesOfAnAdjectiveAreNamed) {
  constexpr Case kCases[] = {
      {"An Anglo-French firm will build the barrier.", "FR GB"},
      {"Anglo-Americans came in droves to Texas.", "US"},
      {"Sino-Indian talks ended without a map.", "CN IN"},
      {"The Russo-Japanese quarrel is older than the ministers.", "JP RU"},
      {"Anglo-Saxon coins were found by a walker.", ""},
  };
  expect_all(kCases);
}

TEST(CountryTraps, MoneyCountsWhereNothingElseDoes) {
  constexpr Case kCases[] = {
      {"The zloty was steady before the decision on rates.", "PL"},
      {"The naira fell 4 percent on the parallel market.", "NG"},
      {"Gilts fell after the budget.", "GB"},
      {"Sterling rose before noon.", "GB"},
      {"Work done at the Rand Corporation is cited often.", ""},
      {"A plot of the mate- rial is shown below.", ""},
      {"Traders in Vienna sold forints.", "AT"},
  };
  expect_all(kCases);
}

TEST(CountryTraps, LittleTownsCountWhereNothingElseDoes) {
  constexpr Case kCases[] = {
      {"A Moose Jaw bakery that burned down in March will open again next week.", "CA"},
      {"Benfica sold their striker for 40 million euros.", "PT"},
      {"The DAX closed 1.2 percent higher, led by carmakers.", "DE"},
      {"Thane police have booked a builder for cheating buyers.", "IN"},
      {"The Labrador slept under the stove.", ""},
      {"The Greenville school board will ask parents of the middle school.", "US"},
      {"The Ibex 35 rose.", "ES"},
      {"Officials at the Rue de la Loi were late.", "BE"},
      {"Miss Vermont said she wanted to be an astronaut.", "US"},
  };
  expect_all(kCases);
}

TEST(CountryTraps, TeamsShareThePoints) {
  constexpr Case kCases[] = {
      {"Olympiacos drew 1-1 with Galatasaray.", "GR TR"},
      {"Putin and Xi toasted each other.", "CN RU"},
      {"The bust of Pius XI was cleaned by a Polish mason.", "PL"},
  };
  expect_all(kCases);
}

TEST(CountryTraps, TownsAreWhereTheirSentenceSaysTheyLie) {
  constexpr Case kCases[] = {
      {"Boston, in Lincolnshire, will lose its last cinema.", "GB"},
      {"Los Angeles, in Chile's Biobio region, was shaken by a quake.", "CL"},
      {"Barcelona, capital of Anzoategui state, has had no water for a week.", "VE"},
      {"Christchurch, the Dorset town, will lose its court.", "GB"},
      {"Mexico, a town of 2,700 people in western Maine, has sold its school.", "US"},
      {"Trinidad, a town in central Cuba, has been cut off by floods.", "CU"},
      {"Ipswich, west of Brisbane, was cut off by the flood.", "AU"},
      {"Texas, a village in Queensland, has a new pump.", "AU"},
      {"Moscow, in Ayrshire, has a new hall.", "GB"},
      {"Armenia, the Colombian coffee town, shook.", "CO"},
      {"Cartagena's shipyard, in Murcia, has launched a ferry.", "ES"},
      {"Farmers in Greece's Macedonia region sold their cotton.", "GR"},
      {"A bus was burned in Niger state.", "NG"},
      {"Parents in Berwick-upon-Tweed have signed a petition.", "GB"},
      {"A barn burned down in Nebraska.", "US"},
      {"Mexico, in talks with Texas, offered water.", "MX US"},
      {"Georgia and Armenia have opened a bridge.", "AM GE"},
  };
  expect_all(kCases);
}

}  // namespace
}  // namespace pressmark::indexer
