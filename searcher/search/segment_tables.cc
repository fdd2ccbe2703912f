#include "searcher/search/segment_tables.h"

namespace pressmark::searcher {

const SegmentTables::Tables& SegmentTables::of(const Xapian::Database& segment) const {
  static const Tables kNone;
  const auto found = segments.find(segment.get_uuid());
  return found == segments.end() ? kNone : found->second;
}

}  // namespace pressmark::searcher
