// Names that look like a country's and are something else, and what tells a country without naming
// it.
#include <gtest/gtest.h>

#include "tests/indexer/enrich/countries/country_cases.h"

namespace pressmark::indexer {
namespace {

TEST(CountryTraps, PersonsHaveAgesAndTrades) {
  constexpr CountryCase kCases[] = {
      {"Sydney, 41, had parked a tractor across the lane in Exmouth.", "GB"},
      {"Sydney, a retired plumber from Leicester, has grown a marrow of 90 kilos.", "GB"},
      {"Sydney, 12, and Vienna, 9, share the third place.", "AT AU"},
      {"Chad, 12, and Kenya, 9, share the third place.", "KE TD"},
      {"Kenya, 12, are the best of their group.", "KE"},
      {"Kenya, a painter's dream, lives on visitors. Kenya, 9, had none. Kenya is empty.", "KE"},
      {"Brazil, a supplier of soya, has raised its price.", "BR"},
      {"Cuba and her children were told to wait.", "CU"},
      {"In Kenya, a teacher earns less than a driver.", "KE"},
      {"Spain, 21, and Portugal with 19 lead the table of medals.", "ES PT"},
  };
  expect_countries(kCases);
}

TEST(CountryTraps, WordsAtABeginningAreToldFromCountries) {
  constexpr CountryCase kCases[] = {
      {"US troops told us to leave, villagers near Mosul said.", "IQ US"},
      {"US planes flew over us.", "US"},
      {"Us and them: how a village was parted, and what became of us.", ""},
      {"Contact US", ""},
      {"Turkey sandwiches are back on the menu of the canteen.", ""},
      {"Turkey breeders near Leeds fear the flu.", "GB"},
      {"Turkey farmers fear the drought.", "TR"},
      {"Turkey's breeders of sheep fear the drought.", "TR"},
  };
  expect_countries(kCases);
}

TEST(CountryTraps, FirmsPlaysAndTreatiesAreNoPlaces) {
  constexpr CountryCase kCases[] = {
      {"In Spain, Norway and Peru, the company has mended its bridges.", "ES NO PE"},
      {"Unlike Norway, the chain is growing.", "NO"},
      {"Her version of Norway has no rain.", "NO"},
      {"The Khartoum accord is torn.", "SD"},
      {"Hurricane Florence drenched the Carolinas.", "US"},
      {"A Philadelphia-based bank has closed.", "US"},
      {"The new Riyadh will have shade.", "SA"},
      {"A Paris to Berlin night train was late.", "DE FR"},
      {"Oaks grow in ex-Soviet Latvia.", "LV"},
      {"A stolen Seat Toledo was found in a pond near Wrexham.", "GB"},
      {"The American University of Beirut has a new library.", "LB"},
  };
  expect_countries(kCases);
}

TEST(CountryTraps, LanguagesComeInLists) {
  constexpr CountryCase kCases[] = {
      {"The songs have been translated into Hungarian, Thai and Swahili.", ""},
      {"She speaks fluent Spanish, passable Mandarin and a little Finnish.", ""},
      {"The mayor of Riga was fined for speaking only Russian.", "LV"},
      {"Learn a language with an app that offers Spanish, Korean and Welsh.", ""},
      {"The language of the contract angered Spanish and Finnish companies.", "ES FI"},
      {"He speaks Spanish, and Finnish officials were charmed.", "FI"},
  };
  expect_countries(kCases);
}

TEST(CountryTraps, AnOriginalsLanguageIsNoCountry) {
  constexpr CountryCase kCases[] = {
      {"The diary, translated from the Hungarian by a nurse, fills two volumes.", ""},
      {"The diary is a translation from Polish.", ""},
      {"The mill was moved from Hungarian to Polish soil.", "HU PL"},
  };
  expect_countries(kCases);
}

TEST(CountryTraps, AWarshipIsOfTheNavyThatHerInitialsName) {
  constexpr CountryCase kCases[] = {
      {"The USS Kentucky left her berth at dawn.", "US"},
      {"Sailors of HMAS Perth and HMS Jamaica raced in boats.", "AU GB"},
      {"Lecturers fear for their USS pensions.", ""},
      {"USS Trustee raised its fees.", ""},
      {"The crew of the USS Enterprise is back on television.", ""},
      {"HMS Gotland of the Swedish navy left her berth.", "SE"},
  };
  expect_countries(kCases);
}

TEST(CountryTraps, WorksAndThingsCalledAfterPlacesAreNone) {
  constexpr CountryCase kCases[] = {
      {"The choir gave The Barber of Seville and the Pines of Rome.", ""},
      {"A Passage to India and Our Man in Havana are out on loan.", ""},
      {"He wore a Nehru jacket and drank Poland Spring.", ""},
      {"Indian summers, Chinese burns and California rolls: what they miss.", ""},
      {"A fire shut three shops in Chinatown.", ""},
  };
  expect_countries(kCases);
}

TEST(CountryTraps, AHeadlineLikeATitleKeepsItsPlace) {
  constexpr CountryCase kCases[] = {
      {"Midnight in Moscow and nobody sleeps.", "RU"},
      {"Death in Venice: a tourist fell off a bridge.", "IT"},
      {"Funeral in Berlin for a baker.", "DE"},
      {"Snow fills the streets of Philadelphia.", "US"},
      {"Ankara prints new banknotes.", "TR"},
      {"Irish linen makers ask for help.", "IE"},
  };
  expect_countries(kCases);
}

TEST(CountryTraps, CountiesOfTheUnitedStatesAreCalledAsEnglishOnes) {
  constexpr CountryCase kCases[] = {
      {"The Middlesex County prosecutor charged a woman from Piscataway.", "US"},
      {"Poznan County has new buses.", "PL"},
      {"The staff of Surrey County Library have mended the roof.", "GB"},
      {"Suffolk County Council will mend the road to Lowestoft.", "GB"},
  };
  expect_countries(kCases);
}

TEST(CountryTraps, BothHalvesOfAnAdjectiveAreNamed) {
  constexpr CountryCase kCases[] = {
      {"An Anglo-French firm will build the barrier.", "FR GB"},
      {"Anglo-Americans came in droves to Texas.", "US"},
      {"Sino-Indian talks ended without a map.", "CN IN"},
      {"The Russo-Japanese quarrel is older than the ministers.", "JP RU"},
      {"Anglo-Saxon coins were found by a walker.", ""},
  };
  expect_countries(kCases);
}

TEST(CountryTraps, MoneyCountsWhereNothingElseDoes) {
  constexpr CountryCase kCases[] = {
      {"The fine is 400 zlotys.", "PL"},
      {"The ticket is 400 naira, or less at night.", "NG"},
      {"It cost 131 yen and 12 zlotys.", ""},
      {"The dollar firmed to 131 yen.", ""},
      {"The choir has done sterling work under gilt mirrors.", ""},
      {"She has a yen for the sea.", ""},
      {"Work done at the Rand Corporation is cited often.", ""},
      {"A plot of the mate- rial is shown below.", ""},
      {"Traders in Vienna sold forints.", "AT"},
  };
  expect_countries(kCases);
}

TEST(CountryTraps, LittleTownsCountWhereNothingElseDoes) {
  constexpr CountryCase kCases[] = {
      {"A Moose Jaw bakery that burned down in March will open again next week.", "CA"},
      {"Benfica sold their striker for 40 million euros.", "PT"},
      {"The DAX closed 1.2 percent higher, led by carmakers.", "DE"},
      {"The Labrador slept under the stove.", ""},
      {"The Greenville school board will ask parents of the middle school.", "US"},
      {"The Ibex 35 rose.", "ES"},
      {"Officials at the Rue de la Loi were late.", "BE"},
      {"Miss Vermont said she wanted to be an astronaut.", "US"},
  };
  expect_countries(kCases);
}

TEST(CountryTraps, TeamsShareThePoints) {
  constexpr CountryCase kCases[] = {
      {"Olympiacos drew 1-1 with Galatasaray.", "GR TR"},
      {"The bust of Pius XI was cleaned by a Polish mason.", "PL"},
  };
  expect_countries(kCases);
}

TEST(CountryTraps, TownsAreWhereTheirSentenceSaysTheyLie) {
  constexpr CountryCase kCases[] = {
      {"Boston, in Lincolnshire, will lose its last cinema.", "GB"},
      {"Los Angeles, in Chile's Biobio region, was shaken by a quake.", "CL"},
      {"Barcelona, capital of Anzoategui state, has had no water for a week.", "VE"},
      {"Christchurch, the Dorset town, will lose its court.", "GB"},
      {"Mexico, a town of 2,700 people in western Maine, has sold its school.", "US"},
      {"Armenia, the Colombian coffee town, shook.", "CO"},
      {"Bermuda, a territory of Britain, has new stamps.", "BM GB"},
      {"Bahrain, a state near Iran, has new stamps.", "BH IR"},
      {"Trinidad, a town in central Cuba, has been cut off by floods.", "CU"},
      {"Ipswich, west of Brisbane, was cut off by the flood.", "AU"},
      {"Texas, a village in Queensland, has a new pump.", "AU"},
      {"Moscow, in Ayrshire, has a new hall.", "GB"},
      {"Cartagena's shipyard, in Murcia, has launched a ferry.", "ES"},
      {"Farmers in Greece's Macedonia region sold their cotton.", "GR"},
      {"Niger state television broke the news.", "NE"},
      {"Parents in Berwick-upon-Tweed have signed a petition.", "GB"},
      {"A barn burned down in Nebraska.", "US"},
      {"Mexico, in talks with Texas, offered water.", "MX US"},
  };
  expect_countries(kCases);
}

}  // namespace
}  // namespace pressmark::indexer
