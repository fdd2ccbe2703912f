#pragma once

#include <map>
#include <string>

#include "common/facet_columns.h"

namespace pressmark::searcher {

/// What lies beside the tables of Xapian in the segments of archives here, by the segment's UUID:
/// ranking is faster with it.
struct SegmentTables {
  std::map<std::string, FacetColumns> columns;
  bool complete = false;  // all segments that are searched have columns

  /// Those of a segment; without articles where they are not known.
  const FacetColumns& columns_of(const Xapian::Database& segment) const;
};

}  // namespace pressmark::searcher
