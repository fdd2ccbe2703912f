#include "indexer/enrich/entities/whole_places.h"

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

using testing::ElementsAre;

constexpr std::string_view kLetters = "POL";  // as EntityType counts

/// The mentions of the given names in the text, completed: "L New York".
std::vector<std::string> completed(std::string_view language, std::string_view text,
                                   const std::vector<std::string_view>& names) {
  static const Gazetteer kGazetteer;
  std::vector<Mention> mentions;
  std::size_t from = 0;
  for (const std::string_view name : names) {
    const std::size_t at = text.find(name.substr(2), from);
    from = at + name.size() - 2;
    mentions.push_back({at, from, static_cast<EntityType>(kLetters.find(name[0]))});
  }
  complete_places(text, language, kGazetteer, mentions);
  std::vector<std::string> all;
  for (const Mention& mention : mentions) {
    all.push_back(std::string(1, kLetters[static_cast<std::size_t>(mention.type)]) + " " +
                  std::string(text.substr(mention.begin, mention.end - mention.begin)));
  }
  return all;
}

TEST(WholePlaces, TheEndOfATownIsTheTown) {
  EXPECT_THAT(completed("de", "Er fuhr nach New York.", {"L York"}), ElementsAre("L New York"));
  EXPECT_THAT(completed("es", "Vive en Nueva York.", {"L York"}), ElementsAre("L Nueva York"));
  EXPECT_THAT(completed("sv", "Hon reste till Rhode Island.", {"L Island"}),
              ElementsAre("L Rhode Island"));
  EXPECT_THAT(completed("it", "Andrà in New Jersey.", {"P Jersey"}), ElementsAre("L New Jersey"));
}

TEST(WholePlaces, TheBeginningOfAPlaceIsThePlace) {
  EXPECT_THAT(completed("es", "Llegó a Carolina del Norte ayer.", {"L Carolina"}),
              ElementsAre("L Carolina del Norte"));
  EXPECT_THAT(completed("es", "Llegó a Nueva Inglaterra ayer.", {"L Inglaterra"}),
              ElementsAre("L Nueva Inglaterra"));
  EXPECT_THAT(completed("es", "La tela de Carolina llegó ayer.", {"L Carolina"}),
              ElementsAre("L Carolina"));
  EXPECT_THAT(completed("tr", "Samsun'un valisi konuştu.", {"L Samsun"}), ElementsAre("L Samsun"));
  EXPECT_THAT(completed("tr", "Gemi New York'a vardı.", {"L York"}), ElementsAre("L New York"));
}

TEST(WholePlaces, ABodyBehindATownIsNoPerson) {
  EXPECT_THAT(completed("fr", "Il a lu le New York Times.", {"P York Times"}),
              ElementsAre("O New York Times"));
  EXPECT_THAT(completed("nl", "Hij las de New York Herald.", {"P York Herald"}),
              ElementsAre("O New York Herald"));
}

TEST(WholePlaces, ABodyInAHeadlineIsNoPerson) {
  static const Gazetteer kGazetteer;
  const auto persons = [](std::string_view language, std::string_view title) {
    return whole_persons(title, language, kGazetteer, {"York Times", "Ines Aalto", "Olga Moe"});
  };
  EXPECT_THAT(persons("fr", "Ines Aalto et le New York Times publient une enquête"),
              ElementsAre("Ines Aalto", "Olga Moe"));
  EXPECT_THAT(persons("fr", "York Times et Ines Aalto"),
              ElementsAre("York Times", "Ines Aalto", "Olga Moe"));
}

TEST(WholePlaces, PersonsStayPersons) {
  EXPECT_THAT(completed("es", "El Salvador Vidal de ayer.", {"P Salvador Vidal"}),
              ElementsAre("P Salvador Vidal"));
  EXPECT_THAT(completed("es", "En San Carlos Mora se quedó.", {"P Carlos Mora"}),
              ElementsAre("P Carlos Mora"));
  EXPECT_THAT(completed("de", "Darüber hat in New York Peter Lang geredet.", {"P York Peter Lang"}),
              ElementsAre("P York Peter Lang"));
}

TEST(WholePlaces, WhatStandsAloneIsLeft) {
  EXPECT_THAT(completed("de", "Er fuhr nach York.", {"L York"}), ElementsAre("L York"));
  EXPECT_THAT(completed("de", "Alles ist New. York liegt weit.", {"L York"}),
              ElementsAre("L York"));
  EXPECT_THAT(completed("nl", "Hij woont in New, York is ver.", {"L York"}), ElementsAre("L York"));
}

TEST(WholePlaces, NoNameGrowsIntoAnother) {
  EXPECT_THAT(completed("de", "Nach New York.", {"O New", "L York"}),
              ElementsAre("O New", "L York"));
}

TEST(WholePlaces, EnglishTextsAreLeft) {
  EXPECT_THAT(completed("en", "He went to New York.", {"L York"}), ElementsAre("L York"));
}

}  // namespace
}  // namespace pressmark::indexer
