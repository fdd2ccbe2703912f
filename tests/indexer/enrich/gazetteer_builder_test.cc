#include "indexer/enrich/gazetteer_builder.h"

#include <cstring>
#include <string>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

TEST(GazetteerBuilder, KeepsEachCountryWhileTheTableGrows) {
  GazetteerBuilder builder;
  // Without stems: from here on the second of two additions finds the table full.
  std::string table = "de\tFR\tcountry\tABC\n";
  for (char first = 'a'; first <= 'z'; ++first) {
    for (char second = 'a'; second <= 'z'; ++second)
      table.append("de\tFR\tcountry\tDorf").append({first, second}).append("ingen\n");
  }
  builder.add_country_names(table);
  const std::string bytes = builder.bytes();
  gazetteer_table::Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  ASSERT_GT(header.places, 676U);
  const std::size_t places =
      bytes.size() - header.candidates * sizeof(PlaceCandidate) - header.places * sizeof(Place);
  for (std::uint32_t i = 0; i < header.places; ++i) {
    Place place;
    std::memcpy(&place, bytes.data() + places + i * sizeof place, sizeof place);
    EXPECT_NE(place.kind, PlaceKind::None) << i;
    EXPECT_GE(place.count, 1) << i;
  }
}

}  // namespace
}  // namespace pressmark::indexer
