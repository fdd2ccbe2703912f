#pragma once

#include <span>
#include <string>

#include <xapian.h>

#include "searcher/model/built_query.h"

namespace pressmark::searcher {

/// The articles with a term, as Xapian::Query(term) without a weight means them, by the term's own
/// list: safe where that would be "optimised" into a search that fails (see FlatWeight).
Xapian::Query unweighted_term(const std::string& term);

/// The same query, its parts without a weight made safe: terms there that all articles of one of
/// the segments have, where articles have been deleted from that segment. Elsewhere Xapian's own
/// way is right and faster.
BuiltQuery reliable(BuiltQuery query, std::span<const Xapian::Database> segments);

}  // namespace pressmark::searcher
