#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/facet_columns.h"

namespace pressmark::searcher {

/// One segment as facets need it. A remote database has no columns here: its values are counted
/// there.
struct FacetSegment {
  Xapian::Database database;
  FacetColumns columns;
  bool remote = false;
};

/// The articles of one segment that match.
struct SegmentMatches {
  std::vector<Xapian::docid> articles;  // ascending, within the segment; none of a remote one
  std::size_t count = 0;
  Xapian::Query query;  // of a remote one: what they match
};

/// The articles that match, by segment.
using MatchSet = std::vector<SegmentMatches>;

/// All articles that match, without ranking them: 40 ns each.
MatchSet matching(std::span<const FacetSegment> segments, const Xapian::Query& query);

/// All articles there are.
MatchSet everything(std::span<const FacetSegment> segments);

std::size_t size(const MatchSet& matches);

/// The values of a slot among the matches of a remote segment, as they are stored, and how many
/// articles have each. Counted by Xapian's own spy, which travels.
std::vector<std::pair<std::string, std::size_t>> remote_values(const FacetSegment& segment,
                                                               const SegmentMatches& matches,
                                                               unsigned slot);

}  // namespace pressmark::searcher
