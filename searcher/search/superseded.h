#pragma once

#include "common/segment_set.h"
#include "searcher/model/built_query.h"

namespace pressmark::searcher {

/// The same query without the articles that have a successor in another segment and are not yet
/// deleted: between the two steps of a publication, or after a kill between them, both are there.
BuiltQuery without_superseded(BuiltQuery query, const SegmentSet& archive);

}  // namespace pressmark::searcher
