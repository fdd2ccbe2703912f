#include "common/country.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/name_table.h"
#include "common/text.h"

namespace pressmark {

namespace embedded {
std::string_view country_names();
std::string_view country_stand_ins();
std::string_view language_names();
}  // namespace embedded

namespace {

using ::testing::Contains;
using ::testing::SizeIs;

struct Case {
  std::string_view name;
  std::string_view code;  // empty: unknown
};

constexpr Case kCases[] = {
    {"ua", "UA"},
    {"UKR", "UA"},
    {"Ukraine", "UA"},
    {"Украина", "UA"},
    {"Україна", "UA"},
    {"russian", "RU"},
    {"Russland", "RU"},
    {"USSR", "RU"},
    {"U.S.", "US"},
    {"the United States", "US"},
    {"états-unis", "US"},
    {"etats unis", "US"},
    {"美国", "US"},
    {"美國", "US"},
    {"アメリカ合衆国", "US"},
    {"الولايات المتحدة", "US"},
    {"uk", "GB"},
    {"Scotland", "GB"},
    {"côte d’ivoire", "CI"},
    {"Cote d'Ivoire", "CI"},
    {"Burma", "MM"},
    {"Kosovo", "XK"},
    {"korea", "KR"},
    {"Congo", "CD"},
    {"Republic of the Congo", "CG"},
    {"niger", "NE"},
    {"Nigerian", "NG"},
    {"Niederlande", "NL"},
    {"holland", "NL"},
    {"Türkiye", "TR"},
    {"한국", "KR"},
    {"대한민국", "KR"},
    {"Ελλάδα", "GR"},
    {"भारत", "IN"},
    {"", ""},
    {"the", ""},
    {"atlantis", ""},
};

TEST(Country, FindsCodesNamesAndDemonymsInAnyLanguage) {
  for (const Case& test : kCases)
    EXPECT_EQ(find_country(test.name).value_or(""), test.code) << test.name;
}

TEST(Country, TakesTheNamesThatTextsTake) {
  const Case cases[] = {
      {"США", "US"},
      {"Соединённые Штаты", "US"},
      {"アメリカ", "US"},
      {"EE. UU.", "US"},
      {"EE.UU.", "US"},
      {"ABD", "US"},
      {"САЩ", "US"},
      {"ארה״ב", "US"},
      {"Großbritannien", "GB"},
      {"Angleterre", "GB"},
      {"Gran Bretaña", "GB"},
      {"Великобритания", "GB"},
      {"Groot-Brittannië", "GB"},
      {"İngiltere", "GB"},
      {"فلسطين", "PS"},
      {"Palästina", "PS"},
      {"Гонконг", "HK"},
      {"香港", "HK"},
      {"홍콩", "HK"},
      {"Мьянма", "MM"},
      {"ミャンマー", "MM"},
      {"Birmanie", "MM"},
      {"Белоруссия", "BY"},
      {"КНР", "CN"},
      {"Mỹ", "US"},
      {"Áo", "AT"},  // their letters without accents are other countries' codes
      {"my", "MY"},
      {"AO", "AO"},
      {"諸島", ""},
      {"szigetek", ""},  // "islands", of a name in brackets
  };
  for (const Case& test : cases)
    EXPECT_EQ(find_country(test.name).value_or(""), test.code) << test.name;
}

TEST(Country, TellsNamesThatStandForAnother) {
  using Kind = CountryStandIn::Kind;
  EXPECT_EQ(country_stand_in("the USSR").value().kind, Kind::Former);
  EXPECT_EQ(country_stand_in("Scotland").value().kind, Kind::Part);
  EXPECT_EQ(country_stand_in("Angleterre").value().kind, Kind::Part);
  EXPECT_EQ(country_stand_in("СССР").value().kind, Kind::Former);
  EXPECT_EQ(country_stand_in("Korea").value().kind, Kind::Several);
  EXPECT_EQ(country_stand_in("Korea").value().others, std::vector<std::string_view>{"KP"});
  for (const char* plain :
       {"uk", "GBR", "Britain", "South Korea", "Korean", "Burma", "Ivory Coast"})
    EXPECT_FALSE(country_stand_in(plain).has_value()) << plain;
}

TEST(Country, StandInsAreNamesOfTheCountryThatIsFound) {
  for (const std::string_view line : split(embedded::country_stand_ins(), '\n')) {
    if (line.empty() || line.front() == '#') continue;
    const auto cells = split(line, '\t');
    ASSERT_EQ(cells.size(), 2U) << line;
    const auto words = split(cells[1], ' ');
    EXPECT_EQ(name_key(cells[0]), cells[0]);
    EXPECT_EQ(find_country(cells[0]), words.at(1)) << line;
    EXPECT_TRUE(country_stand_in(cells[0]).has_value()) << line;
    for (std::size_t i = 2; i < words.size(); ++i) EXPECT_EQ(find_country(words[i]), words[i]);
  }
}

TEST(Country, NamesItInTheLanguageOfTheReader) {
  EXPECT_EQ(country_name("DE"), "Germany");
  EXPECT_EQ(country_name("DE", "fr"), "Allemagne");
  EXPECT_EQ(country_name("CD", "ru"), "Конго - Киншаса");
  EXPECT_EQ(country_name("QX"), "QX");
  EXPECT_EQ(country_name("DE", "xx"), "Germany");  // a language without names of countries
}

TEST(Country, SuggestsTheNearestSpelling) {
  EXPECT_THAT(suggest_countries("Ukrane"), Contains("Ukraine"));
  EXPECT_THAT(suggest_countries("germny"), Contains("Germany"));
  EXPECT_THAT(suggest_countries("Phillipines"), Contains("Philippines"));
  EXPECT_THAT(suggest_countries("xyzzyxyzzy"), SizeIs(0));
}

TEST(NameTable, EveryKeyIsInTheFormThatLookingUpMakesAndInOrder) {
  for (const std::string_view table : {embedded::country_names(), embedded::language_names()}) {
    std::string_view previous;
    std::size_t keys = 0;
    for (const std::string_view line : split(table, '\n')) {
      if (line.empty() || line.front() == '#') continue;
      const std::string_view key = line.substr(0, line.find('\t'));
      EXPECT_EQ(name_key(key), key);
      EXPECT_LT(previous, key);
      previous = key;
      ++keys;
    }
    EXPECT_GT(keys, 5000U);
  }
}

}  // namespace
}  // namespace pressmark
