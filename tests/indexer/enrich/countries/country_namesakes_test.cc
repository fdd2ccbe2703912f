// Which of several places a name means, by whose it is said to be and by what stands beside it.
#include <gtest/gtest.h>

#include "tests/indexer/enrich/countries/country_cases.h"

namespace pressmark::indexer {
namespace {

TEST(CountryNamesakes, AreOfTheCountryWhoseTownTheyAreCalled) {
  constexpr CountryCase kCases[] = {
      {"Shots were fired at a wedding in the northern Lebanese city of Tripoli.", "LB"},
      {"Dockers in the Spanish port of Cartagena went home at noon.", "ES"},
      {"A market burned down in Valencia, the Venezuelan industrial city, on Monday.", "VE"},
      {"Bailiffs in Boston, a market town in Lincolnshire, took away a lorry of cheese.", "GB"},
      {"Russian troops were seen in the city of Kherson.", "RU UA"},
      {"A road was closed in Perth on Monday.", "AU"},
  };
  expect_countries(kCases);
}

TEST(CountryNamesakes, AreOfTheCountryWhoseRiverOrRegionIsNamed) {
  constexpr CountryCase kCases[] = {
      {"A cobbler in Perth whose bench looks out on the River Tay mends boots for nothing.", "GB"},
      {"A cobbler in Perth mends boots for nothing.", "AU"},
  };
  expect_countries(kCases);
}

TEST(CountryNamesakes, ArePartsOfACountryWhereTheyAreCalledSo) {
  constexpr CountryCase kCases[] = {
      {"Tractors from the region of Macedonia stood before the town hall of Thessaloniki.", "GR"},
      {"Macedonia will vote in May, the speaker said in Skopje.", "MK"},
  };
  expect_countries(kCases);
}

TEST(CountryNamesakes, AreTeamsWhereTheyPlay) {
  constexpr CountryCase kCases[] = {
      {"Chelsea beat Paris Saint-Germain 3-2 after a penalty.", "FR GB"},
      {"Aston Villa held Marseille to a draw with a late goal.", "FR GB"},
  };
  expect_countries(kCases);
}

TEST(CountryNamesakes, AreLanguagesBuildingsAndThings) {
  constexpr CountryCase kCases[] = {
      {"Spanish is now spoken in every third home of Dallas.", "US"},
      {"The Spanish were told to leave.", "ES"},
      {"Guides at the Alhambra in Granada will be paid by the hour.", "ES"},
      {"Paris, Texas, painted the small copy of the Eiffel Tower on its green.", "US"},
      {"The two old friends met in the bar of the Hotel Bristol and then went to sleep.", ""},
      {"She boiled two dozen Seville oranges for the fair, and stirred them until it was dark.",
       ""},
  };
  expect_countries(kCases);
}

TEST(CountryNamesakes, AreNotMovedByWhatStandsBesideThem) {
  constexpr CountryCase kCases[] = {
      {"A California tech firm has moved its offices to Dublin. Dublin officials welcomed it.",
       "IE US"},
      {"A tourist from California died in Athens on Monday. Police in Athens are asking who saw "
       "her.",
       "GR US"},
      {"Shells fell on Kharkiv, according to Russian state media.", "RU UA"},
      {"The blast was heard in Beirut, according to the Iranian state news agency.", "IR LB"},
      {"Talks went on in Geneva, as the British capital prepared for the visit.", "CH GB"},
  };
  expect_countries(kCases);
}

TEST(CountryNamesakes, HomeTownIsNamedInHeadlineAndText) {
  Article article;
  article.title = "Dubbo baths to shut for the winter";
  article.text =
      "Dubbo council will drain its baths in May. The swimmers will have to train at Wellington, "
      "an hour away, and some said that they would rather take up darts until the spring comes. "
      "The tiles have leaked for nine years, and the last tiler moved away and could not be found.";
  EXPECT_EQ(countries_of(article), "AU");
}

TEST(CountryNamesakes, DatelineInTheTextIsADateline) {
  Article article;
  article.title = "Growers in Colombia count cost of rain";
  article.text =
      "BOGOTA, May 6 - Rain knocked the flowers off the coffee trees for the third month in a row, "
      "the growers said on Monday.\n\n"
      "In the hills the leaves are brown, and the roads to many of the farms have slid into the "
      "rivers below. Roasters have begun to put Honduran beans into their blends, a trader said, "
      "and nobody who drinks them has yet written to complain about it. The bank of the growers "
      "has "
      "put off what they owe it until the next harvest.";
  EXPECT_EQ(countries_of(article), "CO");
  article.text.replace(0, article.text.find('R'), "");  // without it, all that is named counts
  EXPECT_EQ(countries_of(article), "CO HN");
}

TEST(CountryNamesakes, WhatTheLeadBehindADatelineNamesCounts) {
  Article article;
  article.title = "Court gives the bell back after ninety years";
  article.text =
      "BOGOTA, May 6 - The bell of a school in Honduras, which a collector took down in 1931, must "
      "be returned to it by the end of the year, a judge said on Monday.\n\n"
      "It hangs in the hall of a bank now and is rung when a branch has met its aims. The bank "
      "said "
      "that it would obey, and asked who would pay for the crate. Experts from Peru had looked at "
      "the casting and the clapper, and heard it struck with a mallet of pear wood.";
  EXPECT_EQ(countries_of(article), "CO HN");
  article.dateline = "BOGOTA, May 6";  // of a record: such countries are named in passing
  article.text.replace(0, article.text.find("The bell"), "");
  EXPECT_EQ(countries_of(article), "CO");
}

}  // namespace
}  // namespace pressmark::indexer
