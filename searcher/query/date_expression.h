#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/date.h"
#include "common/expected.h"
#include "searcher/model/parsed_query.h"

namespace pressmark::searcher {

/// What is wrong with the text of a value; offsets in bytes into it.
struct ValueError {
  std::size_t offset = 0;
  std::size_t length = 0;
  std::string message;
  std::string suggestion;
};

/// A day, a part of the calendar, a range, a period or words for one. Both
/// ends are included.
///
/// @param today  what relative words count from
/// @return       form Dates, None or Any
Expected<FilterValue, ValueError> parse_date_expression(std::string_view text, Date today);

/// One point of the calendar, both ends set: a day, a month, a year or words for one. "30d" is the
/// day 30 days ago, "P1M" that a month ago. Ranges and comparisons are errors.
Expected<DateRange, ValueError> parse_date_point(std::string_view text, Date today);

}  // namespace pressmark::searcher
