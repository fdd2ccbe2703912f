#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "common/date.h"
#include "searcher/model/search_request.h"

namespace pressmark::searcher {

/// First day of the day, week (from Monday), month or year that a day lies in.
Date period_start(Date day, Interval interval);
/// First day of the next one.
Date next_period(Date start, Interval interval);
/// "2022-08-14", "2022-W33" (ISO 8601), "2022-08", "2022".
std::string period_label(Date start, Interval interval);
/// What selects it: date:2022-08, for a week date:2022-08-15..2022-08-21.
std::string period_query(Date start, Interval interval);

using PeriodCounts = std::map<std::chrono::sys_days, std::size_t>;

/// Counts by day (YYYYMMDD; others, such as 0, are left out) added up by period.
PeriodCounts by_period(const std::map<std::uint32_t, std::size_t>& days, Interval interval);

/// Starts of all periods from the one of `first` to the one of `last`; at most `limit`.
std::vector<Date> periods_between(Date first, Date last, Interval interval, std::size_t limit);

/// Rows of a time facet or a timeline; beyond it periods without articles are left out.
inline constexpr std::size_t kMaxTimeRows = 100000;

/// Starts of the rows of a table of time: from the first period that has a count to the last with
/// none left out, and on to the ends of `asked` where it has any, as long as they are no more than
/// kMaxTimeRows. None where nothing was counted.
std::vector<Date> time_rows(const PeriodCounts& counts, const DateRange& asked, Interval interval);

}  // namespace pressmark::searcher
