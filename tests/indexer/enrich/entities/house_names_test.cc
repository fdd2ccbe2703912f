#include "indexer/enrich/entities/house_names.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;

Entity body(std::string name, std::uint32_t count = 1) {
  return {EntityType::Organization, std::move(name), count, {}};
}

std::vector<std::string> names_of(std::vector<Entity> entities) {
  std::vector<std::string> names;
  for (Entity& entity : with_house_names(std::move(entities), {}, "en"))
    names.push_back(entity.name);
  return names;
}

TEST(HouseNames, WellKnownBodiesAndPersonsHaveOneName) {
  const auto found = with_house_names({{EntityType::Person, "Zelenskiy", 2, {}},
                                       {EntityType::Person, "Volodymyr Zelenskyy", 1, {}},
                                       body("I.M.F.", 3),
                                       body("International Monetary Fund")},
                                      {}, "en");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].name, "Volodymyr Zelensky");
  EXPECT_EQ(found[0].count, 3U);
  EXPECT_EQ(found[1].name, "International Monetary Fund");
  EXPECT_EQ(found[1].count, 4U);
  EXPECT_THAT(found[1].variants, Contains("I.M.F."));
}

TEST(HouseNames, ACrownWithoutANumberIsNobodysInParticular) {
  const auto person = [](std::string name) { return Entity{EntityType::Person, name, 1, {}}; };
  for (const char* crown : {"King Charles", "Prince Charles", "Queen Elizabeth", "Pope Benedict"}) {
    const auto found = with_house_names({person(crown)}, {}, "en");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].name, crown);
    EXPECT_THAT(found[0].variants, ::testing::IsEmpty());
  }
  EXPECT_THAT(names_of({person("Benedict XVI")}), ElementsAre("Pope Benedict XVI"));
  EXPECT_THAT(names_of({person("King Bhumibol")}), ElementsAre("King Bhumibol Adulyadej"));
}

TEST(HouseNames, OtherNamesAreKnownWhereTheTextHasNoneOfThem) {
  const auto found = with_house_names({body("International Monetary Fund")}, {}, "en");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_THAT(found[0].variants, Contains("imf"));
}

TEST(HouseNames, LegalEndingsGo) {
  EXPECT_THAT(names_of({body("Halden Foods Co., Ltd.")}), ElementsAre("Halden Foods"));
  EXPECT_THAT(names_of({body("Halden Inc", 2), body("Halden")}), ElementsAre("Halden"));
  EXPECT_THAT(names_of({body("Ferry Co")}), ElementsAre("Ferry Co")) << "a ferry is no name";
  EXPECT_THAT(names_of({body("Harbour Insurance Corporation")}),
              ElementsAre("Harbour Insurance Corporation"));
  EXPECT_THAT(names_of({body("News Corp")}), ElementsAre("News Corp"));
  for (const char* whole : {"Texas AG", "Deputy AG", "Bank of SA", "Johnson & Co"})
    EXPECT_THAT(names_of({body(whole)}), ElementsAre(whole));
  EXPECT_THAT(names_of({body("Harbour Lines & Co")}), ElementsAre("Harbour Lines"));
  EXPECT_THAT(names_of({body("Credit Suisse AG")}), ElementsAre("Credit Suisse"));
  EXPECT_THAT(names_of({body("Oslo Inc"), {EntityType::Place, "Oslo", 1, {}}}),
              ElementsAre("Oslo Inc", "Oslo"));
}

TEST(HouseNames, AFirmsAgIsNoAttorneys) {
  EXPECT_THAT(names_of({body("Halden Foods AG")}), ElementsAre("Halden Foods"));
  EXPECT_THAT(names_of({body("Volkswagen AG")}), ElementsAre("Volkswagen"));
  EXPECT_THAT(names_of({body("Halden Moe und Co AG")}), ElementsAre("Halden Moe"));
  for (const char* whole :
       {"Halden AG", "BBC AG", "Department of Ag", "New York AG", "North Dakota AG",
        "South Africa AG", "Acting US AG", "Kansas City AG", "Cook County AG", "Tamsel Parish AG",
        "San Diego AG", "Halden Foods SA", "Halden Foods AB"})
    EXPECT_THAT(names_of({body(whole)}), ElementsAre(whole));
}

TEST(HouseNames, APlaceHasOneNameInEnglish) {
  const auto place = [](std::string name) { return Entity{EntityType::Place, name, 1, {}}; };
  const auto found = with_house_names({place("Britain"), place("United Kingdom")}, {}, "en");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].name, "United Kingdom");
  EXPECT_EQ(found[0].count, 2U);
  EXPECT_THAT(found[0].variants, Contains("Britain"));
  EXPECT_THAT(names_of({place("Hague")}), ElementsAre("The Hague"));
  EXPECT_THAT(names_of({place("Washington D.C.")}), ElementsAre("Washington, D.C."));
  EXPECT_THAT(
      names_of({place("England"), place("Washington"), place("New Britain"), place("Lyons"),
                place("Holland"), place("Congo"), place("Korea")}),
      ElementsAre("Congo", "England", "Holland", "Korea", "Lyons", "New Britain", "Washington"));
  for (const char* other : {"Great Britain", "Federal Republic of Germany", "Sebastopol", "Madras",
                            "Calcutta", "Mangalore", "KSA"})
    EXPECT_THAT(names_of({place(other)}), ElementsAre(other));
  EXPECT_THAT(names_of({place("Czechia"), place("Falluja")}),
              ElementsAre("Czech Republic", "Fallujah"));
  EXPECT_EQ(with_house_names({place("Kiev")}, {}, "fr")[0].name, "Kiev");
}

// Senators and drivers were dropped whose surnames are given names as well.
TEST(HouseNames, ASurnameThatIsAGivenNameIsSomebody) {
  EXPECT_THAT(
      names_of({{EntityType::Person, "Kelly", 2, {}}, {EntityType::Person, "Grant", 1, {}}}),
      ElementsAre("Kelly", "Grant"));
  EXPECT_EQ(with_house_names({{EntityType::Person, "Elvis", 1, {}}}, {}, "en")[0].name,
            "Elvis Presley");
}

TEST(HouseNames, HoursAreNoPlaces) {
  EXPECT_THAT(names_of({{EntityType::Place, "EST", 1, {}}, {EntityType::Place, "Est", 1, {}}}),
              ::testing::IsEmpty());
  EXPECT_THAT(names_of({{EntityType::Person, "Est", 1, {}}}), ElementsAre("Est"));
}

TEST(HouseNames, WhatIsNoBodyGoes) {
  EXPECT_THAT(names_of({body("GDP"), body("Co Inc."), body("Sons Inc <"), body("Harbour Board")}),
              ElementsAre("Harbour Board"));
}

TEST(HouseNames, InitialsAreOfEnglishTexts) {
  const auto found = with_house_names({body("IMF"), body("GDP")}, {}, "de");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].name, "IMF");
}

TEST(HouseNames, TheUsersTableGoesBefore) {
  const EntityDesk own = EntityDesk::from_text("IMF\torg\tThe Fund\nGDP\torg\tG.D.P.\n", "own.tsv");
  const auto found = own.apply(with_house_names({body("IMF"), body("GDP")}, own, "en"));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].name, "G.D.P.");
  EXPECT_EQ(found[1].name, "The Fund");
}

}  // namespace
}  // namespace pressmark::indexer
