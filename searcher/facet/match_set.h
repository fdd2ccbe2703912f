#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <xapian.h>

#include "common/facet_columns.h"

namespace pressmark::searcher {

/// One segment as facets need it.
struct FacetSegment {
  Xapian::Database database;
  FacetColumns columns;
};

/// The articles that match, by segment, ascending: numbers within the segment.
using MatchSet = std::vector<std::vector<Xapian::docid>>;

/// All articles that match, without ranking them: 40 ns each.
MatchSet matching(std::span<const FacetSegment> segments, const Xapian::Query& query);

std::size_t size(const MatchSet& matches);

}  // namespace pressmark::searcher
