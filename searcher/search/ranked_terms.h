#pragma once

#include <xapian.h>

#include "searcher/search/segment_tables.h"

namespace pressmark::searcher {

/// The same query to be ranked by ranking_scheme(), with the same weights but for the last
/// bits. Its words are read so that articles are passed over that cannot come among the best, block
/// by block where the segment has bounds. Only for databases here: a source of postings cannot be
/// sent. How many match is estimated too low.
///
/// Takes the numbers of articles with each term from `database`, which must be the one that is
/// searched; `tables` must outlive the query. Lengths that they do not hold are looked up by
/// Xapian, some 30 times slower.
Xapian::Query passing_over(const Xapian::Query& query, const Xapian::Database& database,
                           const SegmentTables& tables);

/// The same query to be run without ranking, spared a fault of Xapian's OP_MAX.
Xapian::Query without_weights(const Xapian::Query& query);

/// What Xapian is to estimate the number of matches of a query by: without the words that only rank
/// a phrase, which it would multiply by as if they were independent of the phrase.
Xapian::Query for_estimate(const Xapian::Query& query);

}  // namespace pressmark::searcher
