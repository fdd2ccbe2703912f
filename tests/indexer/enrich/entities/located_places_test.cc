#include "indexer/enrich/entities/located_places.h"

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> located(std::string_view language, std::string_view text,
                                 std::vector<Mention> mentions = {}) {
  static const Gazetteer kGazetteer;
  const std::size_t before = mentions.size();
  add_located_places(text, language, kGazetteer, mentions);
  std::vector<std::string> names;
  if (mentions.size() == before) return names;
  for (const Mention& mention : mentions)
    names.emplace_back(text.substr(mention.begin, mention.end - mention.begin));
  return names;
}

TEST(LocatedPlaces, ATownBehindInIsAPlace) {
  EXPECT_THAT(located("es", "Se reunió en Vigo con ellos."), ElementsAre("Vigo"));
  EXPECT_THAT(located("sv", "Hon bor i Östersund sedan dess."), ElementsAre("Östersund"));
  EXPECT_THAT(located("vi", "Bà bán ở Nam Định từ lâu."), ElementsAre("Nam Định"));
}

TEST(LocatedPlaces, PartsOfOtherNamesAreNone) {
  EXPECT_THAT(located("es", "Creyó en Vigo Mortensen."), IsEmpty());
  EXPECT_THAT(located("es", "Se reunió en Vigo.", {{13, 17, EntityType::Organization}}), IsEmpty());
}

TEST(LocatedPlaces, APlaceIsReadOnce) {
  EXPECT_THAT(located("fr", "Il habite à Aix en Provence."), ElementsAre("Aix en Provence"));
}

TEST(LocatedPlaces, LanguagesWithCasesHaveNone) {
  EXPECT_THAT(located("pl", "Mieszka w Krakowie od lat."), IsEmpty());
  EXPECT_THAT(located("en", "He lives in Leeds."), IsEmpty());
}

}  // namespace
}  // namespace pressmark::indexer
