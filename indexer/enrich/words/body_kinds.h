#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "common/text.h"

namespace pressmark::indexer {

/// Words that stand behind a body's own name and say what it is, so that the name goes without
/// them: "Alpin" for "Alpin Bank". Not what makes another body of it, a subsidiary or what
/// it pays for: "Alpin News", "Alpin Energy", "Alpin Insurance". Lower-case, parted by single
/// blanks, sorted.
inline constexpr std::string_view kBodyKinds =
    "aerospace airlines airways albion aluminium aluminum argyle athletic bancorp bank "
    "beverages biosciences biotech breweries brewing brothers bulk carriers cement cf "
    "chemical chemicals city club communications company construction corporation dairies "
    "engineering fc foundation freight gas group holding holdings homes hotels hotspur "
    "industries laboratories lines maritime metals minerals mining motor motors packaging "
    "paper party petroleum pharma pharmaceutical pharmaceuticals plastics railway railways "
    "resorts resources robotics rovers sc semiconductor semiconductors shipping shipyards "
    "software steel stores supermarkets systems telecom telecommunications telecoms textiles "
    "therapeutics thistle town union united university utilities wanderers water";

/// Whether a lower-case word is one of them.
inline bool is_body_kind(std::string_view word) {
  static const std::vector<std::string_view> kinds = split(kBodyKinds, ' ');
  return std::ranges::binary_search(kinds, word);
}

}  // namespace pressmark::indexer
