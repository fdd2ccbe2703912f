#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "searcher/facet/match_set.h"
#include "searcher/model/search_result.h"

namespace pressmark::searcher {

/// The values of two facets that stand in the same articles, most frequent first, exact: read from
/// the columns, so of segments here only. Of one facet with itself each pair is met once, the more
/// frequent value first.
///
/// @param limit  pairs kept; 0: all
std::vector<CrossTable::Pair> count_pairs(std::span<const FacetSegment> segments,
                                          const MatchSet& matches, const CrossSpec& spec,
                                          std::size_t limit, std::string_view locale);

}  // namespace pressmark::searcher
