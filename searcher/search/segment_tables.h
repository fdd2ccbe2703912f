#pragma once

#include <map>
#include <string>

#include "common/facet_columns.h"
#include "common/weight_bounds.h"

namespace pressmark::searcher {

/// What lies beside the tables of Xapian in the segments of archives here, by the segment's UUID:
/// ranking is faster with it.
struct SegmentTables {
  struct Tables {
    FacetColumns columns;
    WeightBounds bounds;
  };
  std::map<std::string, Tables> segments;
  bool complete = false;  // all segments that are searched have columns

  /// Those of a segment; empty where they are not known.
  const Tables& of(const Xapian::Database& segment) const;
};

}  // namespace pressmark::searcher
