#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "indexer/enrich/countries/country_tagger.h"

namespace pressmark::indexer {
namespace {

struct EnglishCase {
  std::string_view text;
  std::string_view want;  // codes, most important first
};

const CountryTagger& tagger() {
  static const CountryTagger made;
  return made;
}

std::string tagged(std::string_view text, std::string_view title = {}) {
  Article article;
  article.title = title;
  article.text = text;
  std::string joined;
  for (const std::string& code : tagger().tag(article, "en", {}, "")) {
    if (!joined.empty()) joined += ' ';
    joined += code;
  }
  return joined;
}

void expect(const EnglishCase& test) { EXPECT_EQ(tagged(test.text), test.want) << test.text; }

constexpr EnglishCase kMoney[] = {
    {"The bridge in Nairobi will cost 20 million US dollars, the mayor said.", "KE"},
    {"The bridge in Nairobi will cost US$20m, the mayor said.", "KE"},
    {"The loan is in U.S. dollars, and was first in American dollars.", ""},
    {"The loan of forty million Hong Kong dollars went to a bank in Oslo.", "NO"},
    {"Britain pounds the rebels, and France won the match.", "GB FR"},
};

TEST(CountryEnglish, ACurrencyIsNoMentionOfItsCountry) {
  for (const EnglishCase& test : kMoney) expect(test);
}

constexpr EnglishCase kCapitals[] = {
    {"Choirs sang in the old hall. Contact US", ""},
    {"The sign said LET US PRAY, and nobody did.", ""},
    {"The film was made in Northumberland. THE STORY TOUCHES US ALL, says the poster.", "GB"},
    {"The US and Canada signed.", "US CA"},
};

TEST(CountryEnglish, AWordInCapitalsIsNoCountry) {
  for (const EnglishCase& test : kCapitals) expect(test);
  EXPECT_EQ(tagged("The family waited all night.", "POLICE TOLD US NOTHING, SAYS MOTHER"), "");
  EXPECT_EQ(tagged("Farmers raised fewer birds.", "TURKEY PRICES RISE BEFORE THE HOLIDAY"), "");
  EXPECT_EQ(tagged("Turkey will buy more grain.", "TURKEY BUYS MORE GRAIN"), "TR");
  EXPECT_EQ(tagged("US troops left the base.", "US TROOPS LEAVE THE BASE"), "US");
}

constexpr EnglishCase kBodies[] = {
    {"The House of Representatives in Abuja passed the bill on Tuesday.", "NG"},
    {"Gov. Umar Sani opened a clinic near Abuja, Nigeria.", "NG"},
    {"The SEC in Manila fined two brokers.", "PH"},
    {"The Environmental Protection Agency in Accra closed a mine.", "GH"},
    {"The Labour Party in Wellington chose a new leader.", "NZ"},
    {"The FDA approved a drug made in Mumbai.", "US IN"},
    {"The House of Representatives passed the farm bill on Tuesday.", "US"},
    {"Gov. Ida Stroud opened a clinic in Columbus.", "US"},
};

TEST(CountryEnglish, ABodyThatManyCountriesHaveIsOfTheOneSpokenOf) {
  for (const EnglishCase& test : kBodies) expect(test);
}

constexpr EnglishCase kNamesakes[] = {
    {"A fire broke out in a mill in Stamford, Lincolnshire, on Monday.", "GB"},
    {"A fire broke out in a mill in Rochester, Kent, on Monday.", "GB"},
    {"A fire broke out in a mill in Halifax, West Yorkshire, on Monday.", "GB"},
    {"A fire broke out in a mill in Newcastle, Co Limerick, on Monday.", "IE"},
    {"A fire broke out in a mill in Clifden, Co. Galway, on Monday.", "IE"},
    {"A fire broke out in a mill in Stratford, east London, on Monday.", "GB"},
    {"A fire broke out in a mill in Liverpool, western Sydney, on Monday.", "AU"},
    {"Georgia, Armenia sign deal on trains.", "GE AM"},
    {"Georgia voters queued in Tbilisi on Sunday.", "GE"},
    {"Georgia voters queued in Atlanta on Sunday.", "US"},
};

TEST(CountryEnglish, ATownIsOfTheRegionThatFollowsIt) {
  for (const EnglishCase& test : kNamesakes) expect(test);
}

constexpr EnglishCase kWordsAndNames[] = {
    {"Hail destroyed peaches near Veria on Sunday, growers in Greece said.", "GR"},
    {"A family in Hail planted palms. Rain fell in Hail.", "SA"},
    {"Springs and gears lay on the floor of the shop.", ""},
    {"Java developers met in Lisbon.", "PT"},
    {"The crowd in St Peter's waited. Cardinals came to the Vatican.", "VA"},
    {"Nurses in Freetown worked at Connaught Hospital all night.", "SL"},
    {"Ireland will build a bridge over Carlingford Lough.", "IE"},
};

TEST(CountryEnglish, AWordOrAHouseCalledAfterATownIsNotThere) {
  for (const EnglishCase& test : kWordsAndNames) expect(test);
}

constexpr EnglishCase kSharedDemonyms[] = {
    {"Voters in Dominica will decide in June. The Dominican opposition calls it a risk.", "DM"},
    {"The Dominican opposition calls it a risk.", "DO"},
    {"The Congolese army in Brazzaville marched.", "CG"},
    {"Papua New Guinea voted; Guinean farmers did not.", "PG"},
    {"American Samoa voted. Samoan ferries stood still.", "AS"},
};

TEST(CountryEnglish, ASharedDemonymIsOfTheCountryNamed) {
  for (const EnglishCase& test : kSharedDemonyms) expect(test);
}

}  // namespace
}  // namespace pressmark::indexer
