#include "indexer/enrich/entities/known_places.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

/// The types of all mentions of `name`, taken for a person before: P or L for each.
std::string types_of(std::string_view text, std::string_view name,
                     std::string_view language = "en") {
  std::vector<Mention> mentions;
  for (std::size_t at = text.find(name); at != std::string_view::npos;
       at = text.find(name, at + 1)) {
    Mention mention;
    mention.begin = at;
    mention.end = at + name.size();
    mentions.push_back(mention);
  }
  name_known_places(text, language, Gazetteer(), mentions);
  std::string types;
  for (const Mention& mention : mentions) types += mention.type == EntityType::Place ? 'L' : 'P';
  return types;
}

TEST(KnownPlaces, ArePlacesEverywhereWhereOneStandsInside) {
  EXPECT_EQ(types_of("Khan Younis was hit. Two died in Khan Younis.", "Khan Younis"), "LL");
  EXPECT_EQ(types_of("Tents stand near Khan Younis", "Khan Younis"), "L");
}

TEST(KnownPlaces, AreToldByTheInOfTheirLanguage) {
  EXPECT_EQ(types_of("Um mercado ardeu em Nova Iorque.", "Nova Iorque", "pt"), "L");
  EXPECT_EQ(types_of("Un marché a brûlé à La Havane.", "La Havane", "fr"), "L");
  EXPECT_EQ(types_of("Un marché a brûlé à La Havane.", "La Havane", "es"), "P");
}

TEST(KnownPlaces, StayPersonsWithoutThatSign) {
  EXPECT_EQ(types_of("Khan Younis was hit. He met Khan Younis.", "Khan Younis"), "PP");
  EXPECT_EQ(types_of("Khan Younis", "Khan Younis"), "P");
  EXPECT_EQ(types_of("in\nKhan Younis", "Khan Younis"), "P");
}

TEST(KnownPlaces, AreKnownAsAWholeAndHaveSeveralWords) {
  EXPECT_EQ(types_of("They believe in Jordan Ashby.", "Jordan Ashby"), "P");
  EXPECT_EQ(types_of("They believe in Jordan.", "Jordan"), "P");
  EXPECT_EQ(types_of("Los votantes confían en Benito Juárez.", "Benito Juárez", "es"), "P");
  EXPECT_EQ(types_of("Voters believe in Santiago Rodriguez.", "Santiago Rodriguez"), "P");
}

TEST(KnownPlaces, HaveNoPersonsWithinThem) {
  EXPECT_EQ(types_of("欧洲议会在斯特拉斯堡举行会议。", "特拉斯", "zh"), "");
  EXPECT_EQ(types_of("特拉斯在伦敦说。", "特拉斯", "zh"), "P");
  EXPECT_EQ(types_of("斯特拉斯", "特拉斯", "zh"), "P");
  EXPECT_EQ(types_of("", "特拉斯", "zh"), "");
}

}  // namespace
}  // namespace pressmark::indexer
