#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "common/text.h"

namespace pressmark::indexer {

/// Words that stand behind a body's own name and say what it is, so that the name goes without
/// them: "Alpin" for "Alpin Bank". Not what makes another body of it: "Alpin News", "Alpin
/// Records". Lower-case, parted by single blanks, sorted.
inline constexpr std::string_view kBodyKinds =
    "aerospace airlines airways albion aluminium aluminum argyle assurance athletic bancorp bank "
    "beverages biosciences biotech breweries brewing brothers bulk capital carriers cement cf "
    "chemical chemicals city club communications company construction corporation dairies "
    "electronics energy engineering equity fc foods foundation freight gas group holding holdings "
    "homes hotels hotspur industries insurance investment investments laboratories lines logistics "
    "maritime metals minerals mining motor motors networks oil packaging paper partners party "
    "petroleum pharma pharmaceutical pharmaceuticals plastics power properties property railway "
    "railways realty resorts resources retail robotics rovers sc securities semiconductor "
    "semiconductors shipping shipyards software solutions steel stores supermarkets systems "
    "technologies technology telecom telecommunications telecoms textiles therapeutics thistle "
    "town trust union united university utilities ventures wanderers water";

/// Whether a lower-case word is one of them.
inline bool is_body_kind(std::string_view word) {
  static const std::vector<std::string_view> kinds = split(kBodyKinds, ' ');
  return std::ranges::binary_search(kinds, word);
}

}  // namespace pressmark::indexer
