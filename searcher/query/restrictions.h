#pragma once

#include <span>

#include "common/date.h"
#include "searcher/model/parsed_query.h"

namespace pressmark::searcher {

/// The query without its words: fields, days and flags, and what is excluded by such. A word that
/// is excluded is as much a word as one that is wanted.
ParsedQuery filters_of(const ParsedQuery& query);

/// The days that the query's own dates leave, as far as they have ends: of "since:2020
/// until:2020-06" the first half of that year.
DateRange asked_days(const ParsedQuery& query);

/// From the first to the last day of several; an end that one of them leaves open is open.
DateRange hull(std::span<const DateRange> ranges);

}  // namespace pressmark::searcher
