#include "indexer/enrich/gazetteer/gazetteer_builder.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

std::vector<Place> places_of(GazetteerBuilder& builder) {
  const std::string bytes = builder.bytes();
  gazetteer_table::Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  std::vector<Place> places(header.places);
  const std::size_t begin =
      bytes.size() - header.candidates * sizeof(PlaceCandidate) - header.places * sizeof(Place);
  std::memcpy(places.data(), bytes.data() + begin, places.size() * sizeof(Place));
  return places;
}

TEST(GazetteerBuilder, KeepsEachCountryWhileTheTableGrows) {
  GazetteerBuilder builder;
  // Without stems: from here on the second of two additions finds the table full.
  std::string table = "de\tFR\tcountry\tABC\n";
  for (char first = 'a'; first <= 'z'; ++first) {
    for (char second = 'a'; second <= 'z'; ++second)
      table.append("de\tFR\tcountry\tDorf").append({first, second}).append("ingen\n");
  }
  builder.add_country_names(table);
  const std::vector<Place> places = places_of(builder);
  ASSERT_GT(places.size(), 676U);
  for (std::size_t i = 0; i < places.size(); ++i) {
    EXPECT_NE(places[i].kind, PlaceKind::None) << i;
    EXPECT_GE(places[i].count, 1) << i;
  }
}

TEST(GazetteerBuilder, PassesOverBodiesThatHoldAPlaceOfTheirCountry) {
  GazetteerBuilder builder;
  builder.add_cities("Narvik\t\tNO20\nOrlando\t\tUS300\n", PlaceKind::City);
  builder.add_domestic("NO\tNarvik Harbour|Fjord League|Narvik\nZA\tOrlando Pirates\n");
  EXPECT_EQ(std::ranges::count(places_of(builder), PlaceKind::Domestic, &Place::kind), 2)
      << "the league and the pirates";
}

}  // namespace
}  // namespace pressmark::indexer
