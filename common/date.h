#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pressmark {

/// A civil day of the proleptic Gregorian calendar, without a time or a zone.
using Date = std::chrono::year_month_day;

/// A point in time, UTC, to the second: when something was fetched or indexed.
using Instant = std::chrono::sys_seconds;

/// First and last day that a Date of ours may have; RFC-like four-digit years.
inline constexpr Date kFirstDate{std::chrono::year{1000}, std::chrono::January,
                                 std::chrono::day{1}};
inline constexpr Date kLastDate{std::chrono::year{9999}, std::chrono::December,
                                std::chrono::day{31}};

/// Both ends included; an absent end is open.
struct DateRange {
  std::optional<Date> first;
  std::optional<Date> last;
  friend bool operator==(const DateRange&, const DateRange&) = default;
};

/// The day, if it exists in the calendar and lies between kFirstDate and kLastDate.
std::optional<Date> make_date(int year, unsigned month, unsigned day);

/// Exactly "YYYY-MM-DD"; anything else, or a day that does not exist, is nothing.
std::optional<Date> parse_iso_date(std::string_view text);

/// "YYYY-MM-DD".
std::string to_string(Date date);

/// "YYYY-MM-DDTHH:MM:SSZ".
std::string to_string(Instant instant);

/// Reads what to_string(Instant) writes, as in WARC-Date (fractions of a second are dropped).
std::optional<Instant> parse_instant(std::string_view text);

/// The day of an instant in UTC.
Date utc_day(Instant instant);

/// Days since 1970-01-01; negative before.
std::int32_t days_since_epoch(Date date);
Date date_from_days(std::int32_t days);

/// Eight digits "YYYYMMDD": sorts as text the way the days sort in time.
std::string sortable(Date date);

}  // namespace pressmark
