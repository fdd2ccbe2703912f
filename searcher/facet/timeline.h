#pragma once

#include <optional>
#include <span>

#include "searcher/facet/match_set.h"
#include "searcher/model/search_result.h"

namespace pressmark::searcher {

/// Matching articles by period of publication, from the first to the last period that has any.
///
/// @param base   for Measure::Share: the articles that match the filters without the words; each
///               bucket then knows how many of them fall into it, and the rows span them
/// @param asked  days that the rows cover beside those with articles, see time_rows()
/// Periods in which the archive itself has no article are marked by archived == 0.
Timeline count_timeline(std::span<const FacetSegment> segments, const MatchSet& matches,
                        const TimelineSpec& spec, const MatchSet* base,
                        const DateRange& asked = {});

}  // namespace pressmark::searcher
