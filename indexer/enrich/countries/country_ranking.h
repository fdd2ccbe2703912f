#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/enrich/countries/place_finder.h"

namespace pressmark::indexer {

/// What an article says of one country.
struct CountryEvidence {
  std::string country;       // ISO 3166-1 alpha-2
  double weight = 0;         // sum over its mentions, each by how surely the name means the country
  std::uint32_t names = 0;   // mentions of the country itself or its adjective
  std::uint32_t places = 0;  // ... of its cities, regions, seats of power, organisations
  std::uint32_t traces = 0;  // words of everyday life there
  std::uint32_t bodies = 0;  // ... of bodies that say so where nothing else does
  std::uint32_t towns = 0;   // ... of little towns and regions of it, taken for places
  std::uint32_t namesakes = 0;  // ... and of such as may be of other countries as well
  bool pays = false;            // its currency is spoken of
  bool money = false;           // ... and counted
  bool title = false;
  bool opens_title = false;  // the first country that the headline names
  bool opens_text = false;
  bool scene = false;  // a large city of it is where something happens
  bool dateline = false;
  bool lead = false;
  std::uint32_t first = 0;  // words before the first mention, title and dateline not counted
};

/// Settles which country each name means, all of them together, and sums what was found.
///
/// @param source_country  where the outlet sits: a weak hint for a city that exists twice; may be
/// empty
std::vector<CountryEvidence> weigh_countries(const Gazetteer& gazetteer,
                                             std::span<const FoundPlace> places,
                                             std::string_view source_country);

/// Where an article's dateline stands: an agency's records have a field for it, and name more
/// countries in passing.
enum class DatelineIn : std::uint8_t { Field, Text };

/// Countries the article is about, most important first.
///
/// @param words   length of the article
/// @param origin  matters only where there is a dateline
std::vector<std::string> rank_countries(std::span<const CountryEvidence> evidence,
                                        std::size_t words, DatelineIn origin);

}  // namespace pressmark::indexer
