#include "searcher/search/segment_tables.h"

namespace pressmark::searcher {

const FacetColumns& SegmentTables::columns_of(const Xapian::Database& segment) const {
  static const FacetColumns kNone;
  const auto found = columns.find(segment.get_uuid());
  return found == columns.end() ? kNone : found->second;
}

}  // namespace pressmark::searcher
