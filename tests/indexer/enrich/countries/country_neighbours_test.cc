// What goods, money and courts beside a name say of the country that an article is about.
#include <gtest/gtest.h>

#include "tests/indexer/enrich/countries/country_cases.h"

namespace pressmark::indexer {
namespace {

TEST(CountryNeighbours, GoodsAreOfACountryThatTradesInThem) {
  constexpr CountryCase kCases[] = {
      {"Ethiopian coffee growers hope for rain.", "ET"},
      {"Peruvian coffee exports doubled.", "PE"},
      {"Italian wine sales dropped in the spring.", "IT"},
      {"A fire broke out in a Czech beer factory.", "CZ"},
      {"Danish furniture and Spanish tiles cost more.", "DK ES"},
      {"An Indian takeaway shop in Leeds has closed.", "GB"},
      {"He drank Ethiopian coffee all day.", ""},
      {"They fried Polish sausages and Swedish pancakes.", ""},
      {"A Chinese vase stood in a Boston-style diner.", ""},
  };
  expect_countries(kCases);
}

TEST(CountryNeighbours, MoneyRisesAndFalls) {
  constexpr CountryCase kCases[] = {
      {"The naira slipped again, and traders expect no help.", "NG"},
      {"The baht gained for a third day.", "TH"},
      {"The yen fell while the baht gained.", ""},
      {"Rand weakened against the euro.", "ZA"},
      {"Rand rose to leave the room.", ""},
      {"A leather rand is sewn to the sole.", ""},
  };
  expect_countries(kCases);
}

TEST(CountryNeighbours, CourtsSitInTheirTowns) {
  constexpr std::string_view kRest =
      " The sentence was the longest of the year, said the judge, and it was meant as a warning to "
      "all who steal from people who trust them. He spent the money on cars, watches and a month "
      "in Malta with his wife, who said that she knew nothing and has left him since.";
  EXPECT_EQ(countries_of("A bookkeeper was sentenced at Reading Crown Court." + std::string(kRest)),
            "GB MT");
  EXPECT_EQ(countries_of("The mayor spoke at Oslo City Hall."), "NO");
  EXPECT_EQ(countries_of("He was fined at Kampala Magistrates Court."), "UG");
  EXPECT_EQ(countries_of("A bookkeeper was sentenced at a crown court." + std::string(kRest)),
            "MT");
}

TEST(CountryNeighbours, NoCountryIsTheCapitalOfARegion) {
  constexpr CountryCase kCases[] = {
      {"Armenia, the capital of the Quindio region, has a new stadium.", "CO"},
      {"Armenia, the capital of Quindio, has a new stadium.", "CO"},
      {"Bermuda, a territory of Britain, has a new stadium.", "BM GB"},
  };
  expect_countries(kCases);
}

TEST(CountryNeighbours, PeopleAreOfTheirTownsAndRegions) {
  constexpr CountryCase kCases[] = {
      {"Glaswegians and Mancunians drink the same tea.", "GB"},
      {"Ohioans will vote in the autumn.", "US"},
      {"Yazidis returned to their temple.", "IQ"},
  };
  expect_countries(kCases);
}

TEST(CountryNeighbours, SomeNamesHoldACountryThatIsNotMeant) {
  constexpr CountryCase kCases[] = {
      {"The museum will send its Benin bronzes to Lagos.", "NG"},
      {"The instructions were double Dutch to the plumber.", ""},
      {"London Irish have a new sponsor.", "GB"},
      {"The Indian Defence Ministry ordered jets.", "IN"},
      {"Australian rules for banks are to be tightened.", "AU"},
      {"Sinn Fein will not take part.", "IE"},
      {"The British government will meet Sinn Fein.", "GB"},
  };
  expect_countries(kCases);
}

TEST(CountryNeighbours, CitiesInOtherLanguagesHaveCases) {
  constexpr CountryCase kCases[] = {
      {"V Brně včera otevřeli novou nemocnici pro děti.", "CZ"},
      {"Tampereella avattiin eilen uusi museo.", "FI"},
      {"Kaune vakar atidaryta nauja ligoninė vaikams.", "LT"},
      {"부산시는 새 박물관을 연다고 발표했다.", "KR"},
      {"上海市政府昨天公布了新的规定。", "CN"},
      {"मुंबई में एक नया अस्पताल खोला गया है।", "IN"},
  };
  expect_countries(kCases);
}

}  // namespace
}  // namespace pressmark::indexer
