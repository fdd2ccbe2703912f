#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/date.h"
#include "common/expected.h"
#include "searcher/query/date_expression.h"

namespace pressmark::searcher::calendar {

/// What the forms of dates are made of. All text is folded and trimmed.

using Failure = Unexpected<ValueError>;
template <typename T>
using Result = Expected<T, ValueError>;

/// A piece of the text with its place in it, and as it was typed.
struct Piece {
  std::string_view text;
  std::size_t offset = 0;
  std::string_view typed;  // as long as `text`

  Piece sub(std::size_t from, std::size_t count = std::string_view::npos) const {
    const std::size_t begin = std::min(from, text.size());
    return {text.substr(begin, count), offset + begin, typed.substr(begin, count)};
  }
};

Failure fail(Piece at, std::string message,
             std::string suggestion =
                 "forms: 2022, 2022-08, 2022-08-14, 2022-08..2022-09, 7d, \"last week\"");
Failure unreadable(Piece at);

/// Digits only, at most eight.
std::optional<unsigned> number(std::string_view text);

Date day_before(Date day, int count);

/// "7d", "6m".
struct Relative {
  unsigned count = 0;
  std::string_view unit;
};
std::optional<Relative> relative(std::string_view text);

/// The last so many units, the end included: as many days as the units have.
std::optional<DateRange> up_to(Date end, unsigned count, std::string_view unit);

/// Whether the text begins as a period of ISO 8601 does: "p1m".
bool is_period(std::string_view text);
/// "p1y2m10d", "p6w": moves a day by the period, forward or back.
std::optional<Date> shifted(Date day, std::string_view period, int direction);

/// Whether numbers stand between slashes as in a day or month, "14/8/2022": no interval of ISO
/// 8601, whose ends are years at least.
bool has_slashes(std::string_view text);

/// One point or span of the calendar: an end of a range stands for all of it. "30d" is the day 30
/// days ago.
Result<DateRange> point(Piece at, Date today);

}  // namespace pressmark::searcher::calendar
