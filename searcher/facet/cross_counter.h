#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "searcher/facet/match_set.h"
#include "searcher/model/search_result.h"

namespace pressmark::searcher {

/// The restriction to articles that have a value.
using ValueFilter = std::function<Xapian::Query(const FacetValue& value)>;

/// Two facets against each other, exact: for a table each of the values of the one that are most
/// frequent is asked for anew and the other counted among its articles, so that segments here and
/// elsewhere are the same to it. So are pairs where a segment is elsewhere; else count_pairs()
/// reads them from the columns.
///
/// @param query   what the articles match
/// @param limit   rows, and columns unless these are periods; pairs; 0: all
/// @param asked   days that periods cover beside those with articles, see time_rows()
CrossTable count_cross(std::span<const FacetSegment> segments, const Xapian::Query& query,
                       const CrossSpec& spec, std::size_t limit, std::string_view locale,
                       const ValueFilter& filter, const DateRange& asked = {});

/// A row of a table that is no value of a facet: its name, and what its articles match.
struct QueryRow {
  FacetValue value;
  Xapian::Query query;
};

/// Queries against a facet, exact. The columns are those of all articles that match any of them.
///
/// @param limit  columns, unless these are periods; 0: all
CrossTable count_rows(std::span<const FacetSegment> segments, std::vector<QueryRow> rows,
                      const FacetSpec& columns, std::size_t limit, std::string_view locale,
                      const DateRange& asked = {});

}  // namespace pressmark::searcher
