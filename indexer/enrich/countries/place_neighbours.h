#pragma once

#include "indexer/enrich/countries/place_finder.h"

namespace pressmark::indexer {

/// Whether dishes or goods behind an adjective of nationality are traded: "Colombian coffee
/// exports", but not "French pastries".
bool is_of_traded_goods(const PlaceReading& reading, const FoundPlace& found);

/// Whether a currency is said to rise or fall: "the rand weakened".
bool is_traded_money(const PlaceReading& reading);

/// The name of the court behind that of a town, which sits there: "Leicester Crown Court"; null for
/// others.
const Place* court_behind(const Gazetteer& gazetteer, const PlaceReading& reading,
                          const FoundPlace& found);

}  // namespace pressmark::indexer
