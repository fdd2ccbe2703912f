#include "searcher/query/date_point.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "common/text.h"

namespace pressmark::searcher::calendar {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::years;

constexpr unsigned kMaxUnits = 100000;  // of a relative period
constexpr int kMaxMonths = 12 * 10000;  // more than the calendar has; a year has 16 bits

}  // namespace

Failure fail(Piece at, std::string message, std::string suggestion) {
  return Failure(ValueError{at.offset, at.text.size(), std::move(message), std::move(suggestion)});
}

Failure unreadable(Piece at) {
  return fail(at, fmt::format("cannot read the date \"{}\"", at.typed));
}

std::optional<unsigned> number(std::string_view text) {
  if (text.empty() || text.size() > 8 ||
      !std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }))
    return {};
  unsigned value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Date day_before(Date day, int count) { return Date{sys_days(day) - days(count)}; }

namespace {

/// The day so many months earlier, beyond the calendar's ends if need be; the last of the month
/// where that has no such day.
Date months_before(Date day, int count) {
  count = std::clamp(count, -kMaxMonths, kMaxMonths);
  const auto month = std::chrono::year_month(day.year(), day.month()) - months(count);
  const Date same = month / day.day();
  return same.ok() ? same : Date{month / std::chrono::last};
}

std::optional<unsigned> month_named(std::string_view name) {
  static constexpr std::array<std::string_view, 12> kNames = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  if (name.size() < 3) return {};
  for (unsigned i = 0; i < kNames.size(); ++i) {
    if (name == kNames[i] || name == kNames[i].substr(0, 3) || (i == 8 && name == "sept"))
      return i + 1;
  }
  return {};
}

std::optional<std::chrono::weekday> weekday_named(std::string_view name) {
  static constexpr std::array<std::string_view, 7> kNames = {
      "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};
  for (unsigned i = 0; i < kNames.size(); ++i) {
    if (name == kNames[i] || name == kNames[i].substr(0, 3)) return std::chrono::weekday(i);
  }
  return {};
}

Date monday_of(Date day) {
  const auto weekday = std::chrono::weekday(sys_days(day));
  return Date{sys_days(day) - (weekday - std::chrono::Monday)};
}

Result<DateRange> whole_year(Piece at, unsigned year) {
  if (year < 1000 || year > 9999) return fail(at, "a year has four digits, 1000 to 9999");
  const std::chrono::year y(static_cast<int>(year));
  return DateRange{y / 1 / 1, y / 12 / 31};
}

Result<DateRange> whole_month(Piece year, Piece month, unsigned y, unsigned m) {
  const auto in_year = whole_year(year, y);
  if (!in_year) return in_year;
  if (m < 1 || m > 12) return fail(month, "month must be 01–12");
  const auto ym = std::chrono::year(static_cast<int>(y)) / std::chrono::month(m);
  return DateRange{ym / 1, Date{ym / std::chrono::last}};
}

Result<DateRange> one_day(Piece year, Piece month, Piece day, unsigned y, unsigned m, unsigned d) {
  const auto in_month = whole_month(year, month, y, m);
  if (!in_month) return in_month;
  const unsigned last = unsigned(in_month->last->day());
  if (d < 1 || d > last) return fail(day, fmt::format("day must be 01–{:02} in that month", last));
  const Date date = std::chrono::year(static_cast<int>(y)) / m / d;
  return DateRange{date, date};
}

/// The quarter that a month is in.
DateRange quarter_of(std::chrono::year_month month) {
  const auto first = month.year() / std::chrono::month((unsigned(month.month()) - 1) / 3 * 3 + 1);
  return DateRange{first / 1, Date{(first + months(2)) / std::chrono::last}};
}

/// "2018-W11", the week that begins on a Monday and whose Thursday lies in that year.
Result<DateRange> week(Piece at) {
  const Piece year = at.sub(0, 4), which = at.sub(6);
  const auto y = number(year.text), w = number(which.text);
  if (!y || !w || which.text.size() != 2) return unreadable(at);
  if (const auto in_year = whole_year(year, *y); !in_year) return in_year;
  const std::chrono::year in(static_cast<int>(*y));
  const Date monday = monday_of(in / 1 / 4);
  const unsigned last = monday_of((in + years(1)) / 1 / 4) == day_before(monday, -7 * 53) ? 53 : 52;
  if (*w < 1 || *w > last) return fail(which, fmt::format("the weeks of {} are W01–W{}", *y, last));
  const Date start = day_before(monday, -7 * (static_cast<int>(*w) - 1));
  return DateRange{start, day_before(start, -6)};
}

bool is_week(std::string_view text) { return text.size() > 6 && text.substr(4, 2) == "-w"; }

/// "2022-Q3", "Q3 2022", "q3-2022", "2022q3": three months from January, April, July or October.
std::optional<Result<DateRange>> quarter(Piece at) {
  const bool year_first = at.text[0] != 'q';
  const std::size_t q = year_first ? at.text.find('q') : 0;
  if (q == std::string_view::npos || at.text.size() < 6 || at.text.size() > 7) return {};
  const Piece year = year_first ? at.sub(0, 4) : at.sub(at.text.size() - 4, 4);
  const std::string_view between = at.text.substr(year_first ? 4 : 2, at.text.size() - 6);
  const bool parted = between.empty() || between == "-" || between == " ";
  const auto y = number(year.text), which = number(at.text.substr(q + 1, 1));
  if (!y || !which || !parted || (year_first && q + 2 != at.text.size())) return {};
  if (const auto in_year = whole_year(year, *y); !in_year) return in_year;
  if (*which < 1 || *which > 4) return fail(at.sub(q, 2), "the quarters of a year are Q1–Q4");
  return quarter_of(std::chrono::year(static_cast<int>(*y)) / std::chrono::month(*which * 3));
}

/// "14/8/2022", "8/14/2022": where one of the two can be no month, there is one reading.
Result<DateRange> day_and_month(Piece at, const std::vector<Piece>& parts) {
  const Piece year = parts.back();
  const auto y = number(year.text), a = number(parts[0].text), b = number(parts[1].text);
  if (!y || !a || !b) return unreadable(at);
  if (year.text.size() != 4) return fail(year, "a year has four digits, 1000 to 9999");
  if (*a <= 12 && *b <= 12 && *a != *b) {
    return fail(
        at, "day and month cannot be told apart here",
        fmt::format("write year-month-day: {0}-{1:02}-{2:02} or {0}-{2:02}-{1:02}", *y, *a, *b));
  }
  const bool day_first = *b <= 12;
  return day_first ? one_day(year, parts[1], parts[0], *y, *b, *a)
                   : one_day(year, parts[0], parts[1], *y, *a, *b);
}

std::vector<Piece> parts_of(Piece at, char separator) {
  std::vector<Piece> parts;
  std::size_t begin = 0;
  for (const std::string_view part : split(at.text, separator)) {
    parts.push_back(at.sub(begin, part.size()));
    begin += part.size() + 1;
  }
  return parts;
}

/// "2022/08/14", "2022/08", "14/8/2022", "8/2022".
Result<DateRange> with_slashes(Piece at) {
  const std::vector<Piece> parts = parts_of(at, '/');
  if (parts.size() == 3 && parts[0].text.size() != 4) return day_and_month(at, parts);
  const bool year_first = parts[0].text.size() == 4;
  const Piece year = year_first ? parts[0] : parts[1], month = year_first ? parts[1] : parts[0];
  if (year.text.size() != 4) return fail(at, "a year of four digits is missing here");
  if (parts.size() == 2) return whole_month(year, month, *number(year.text), *number(month.text));
  return one_day(year, month, parts[2], *number(year.text), *number(month.text),
                 *number(parts[2].text));
}

/// A year, and perhaps a month and a day of it.
Result<DateRange> year_first(Piece at, const std::vector<Piece>& parts) {
  if (parts.size() > 3 || parts[0].text.size() != 4) return unreadable(at);
  std::array<unsigned, 3> values{};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto value = number(parts[i].text);
    if (!value || (i > 0 && parts[i].text.size() > 2)) return unreadable(at);
    values[i] = *value;
  }
  if (parts.size() == 1) return whole_year(parts[0], values[0]);
  if (parts.size() == 2) return whole_month(parts[0], parts[1], values[0], values[1]);
  return one_day(parts[0], parts[1], parts[2], values[0], values[1], values[2]);
}

/// "2022", "2022-08", "2022-08-14", "20220814", "14-8-2022".
Result<DateRange> iso(Piece at) {
  if (at.text.size() == 8 && number(at.text)) {
    return one_day(at.sub(0, 4), at.sub(4, 2), at.sub(6, 2), *number(at.text.substr(0, 4)),
                   *number(at.text.substr(4, 2)), *number(at.text.substr(6, 2)));
  }
  const std::vector<Piece> parts = parts_of(at, '-');
  if (parts.size() == 3 && parts[0].text.size() < 3) return day_and_month(at, parts);
  return year_first(at, parts);
}

/// "2022.08.14", "2022.8.": as East Asia and Hungary write it.
bool is_dotted(std::string_view text) {
  return text.size() > 5 && text[4] == '.' && number(text.substr(0, 4)) &&
         text.find_first_not_of("0123456789.") == std::string_view::npos;
}

Result<DateRange> dotted(Piece at) {
  std::vector<Piece> parts = parts_of(at, '.');
  if (parts.back().text.empty()) parts.pop_back();
  return year_first(at, parts);
}

/// "aug-2022", "14 August 2022", "August 14, 2022", "14.8.2022".
Result<DateRange> written(Piece at) {
  std::vector<Piece> parts;
  for (std::size_t begin = 0; begin < at.text.size();) {
    const std::size_t end = std::min(at.text.find_first_of(" -.,", begin), at.text.size());
    if (end > begin) parts.push_back(at.sub(begin, end - begin));
    begin = end + 1;
  }
  if (parts.size() < 2 || parts.size() > 3) return unreadable(at);
  const Piece year = parts.back();
  const auto y = number(year.text);
  if (!y || year.text.size() != 4) return unreadable(at);
  Piece month = parts[parts.size() - 2];
  if (parts.size() == 2) {
    const auto m = month_named(month.text);
    if (!m) return unreadable(at);
    return whole_month(year, month, *y, *m);
  }
  Piece day = parts[0];
  auto m = month_named(month.text);
  if (!m && month_named(day.text)) {
    std::swap(day, month);
    m = month_named(month.text);
  }
  if (!m && at.text.find('.') != std::string_view::npos) m = number(month.text);
  const auto d = number(day.text);
  if (!m || !d) return unreadable(at);
  return one_day(year, month, day, *y, *m, *d);
}

/// So many days, weeks, months or years before a day.
std::optional<Date> units_before(Date day, unsigned count, std::string_view unit) {
  if (count > kMaxUnits) return {};
  const int n = static_cast<int>(count);
  std::optional<Date> found;
  if (unit == "d" || unit == "day" || unit == "days") found = day_before(day, n);
  if (unit == "w" || unit == "week" || unit == "weeks") found = day_before(day, 7 * n);
  if (unit == "m" || unit == "month" || unit == "months") found = months_before(day, n);
  if (unit == "y" || unit == "year" || unit == "years") found = months_before(day, 12 * n);
  if (found && (*found < kFirstDate || *found > kLastDate)) found = kFirstDate;
  return found;
}

/// "today", "last week", "this month", "last 2 weeks", "last quarter"; "monday" is the last one, or
/// today, "last monday" is never today.
std::optional<DateRange> words(std::string_view text, Date today) {
  if (text == "today") return DateRange{today, today};
  if (text == "yesterday") return DateRange{day_before(today, 1), day_before(today, 1)};
  if (const auto weekday = weekday_named(text)) {
    const Date day{sys_days(today) - (std::chrono::weekday(sys_days(today)) - *weekday)};
    return DateRange{day, day};
  }
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos) return {};
  const std::string_view which = text.substr(0, blank);
  const std::string_view rest = trim(text.substr(blank));
  const bool last = which == "last" || which == "past" || which == "previous";
  if (!last && which != "this") return {};
  if (const std::size_t second = rest.find(' '); last && second != std::string_view::npos) {
    const auto count = number(rest.substr(0, second));
    if (!count) return {};
    return up_to(today, *count, trim(rest.substr(second)));
  }
  if (const auto weekday = weekday_named(rest); weekday && last) {
    const Date before = day_before(today, 1);
    const Date day{sys_days(before) - (std::chrono::weekday(sys_days(before)) - *weekday)};
    return DateRange{day, day};
  }
  if (rest == "quarter") {
    const std::chrono::year_month in(today.year(), today.month());
    return quarter_of(in - months(last ? 3 : 0));
  }
  if (rest == "week") {
    const Date monday = day_before(monday_of(today), last ? 7 : 0);
    return DateRange{monday, day_before(monday, -6)};
  }
  const auto month = std::chrono::year_month(today.year(), today.month()) - months(last ? 1 : 0);
  if (rest == "month") return DateRange{month / 1, Date{month / std::chrono::last}};
  const auto year = today.year() - years(last ? 1 : 0);
  if (rest == "year") return DateRange{year / 1 / 1, year / 12 / 31};
  return {};
}

}  // namespace

bool has_slashes(std::string_view text) {
  const std::vector<std::string_view> parts = split(text, '/');
  if (parts.size() < 2 || parts.size() > 3) return false;
  const bool numbers = std::ranges::all_of(
      parts, [](std::string_view part) { return number(part) && part.size() <= 4; });
  return numbers && std::ranges::any_of(parts, [](auto part) { return part.size() <= 2; });
}

std::optional<Relative> relative(std::string_view text) {
  if (text.size() < 2 || std::string_view("dwmy").find(text.back()) == std::string_view::npos)
    return {};
  const auto count = number(text.substr(0, text.size() - 1));
  if (!count) return {};
  return Relative{*count, text.substr(text.size() - 1)};
}

std::optional<DateRange> up_to(Date end, unsigned count, std::string_view unit) {
  const auto before = units_before(end, count, unit);
  if (!before || count == 0) return {};
  return DateRange{*before == kFirstDate ? *before : Date{sys_days(*before) + days(1)}, end};
}

bool is_period(std::string_view text) {
  return text.size() > 2 && text[0] == 'p' && text[1] >= '0' && text[1] <= '9';
}

std::optional<Date> shifted(Date day, std::string_view period, int direction) {
  if (period.size() < 3 || period[0] != 'p') return {};
  for (std::size_t at = 1; at < period.size();) {
    const std::size_t unit = period.find_first_of("ymwd", at);
    if (unit == std::string_view::npos) return {};
    const auto count = number(period.substr(at, unit - at));
    if (!count || *count > kMaxUnits) return {};
    const int n = static_cast<int>(*count) * direction;
    switch (period[unit]) {
      case 'y':
        day = months_before(day, -12 * n);
        break;
      case 'm':
        day = months_before(day, -n);
        break;
      case 'w':
        day = day_before(day, -7 * n);
        break;
      default:
        day = day_before(day, -n);
        break;
    }
    if (day < kFirstDate || day > kLastDate) day = direction < 0 ? kFirstDate : kLastDate;
    at = unit + 1;
  }
  return day;
}

Result<DateRange> point(Piece at, Date today) {
  if (at.text.empty()) return fail(at, "a date is missing here");
  if (const auto span = relative(at.text)) {
    const auto day = units_before(today, span->count, span->unit);
    if (!day) return unreadable(at);
    return DateRange{*day, *day};
  }
  if (const auto known = words(at.text, today)) return *known;
  if (has_slashes(at.text)) return with_slashes(at);
  const char first = at.text[0];
  if (is_week(at.text)) return week(at);
  if (const auto three_months = quarter(at)) return *three_months;
  if (is_dotted(at.text)) return dotted(at);
  if (first >= '0' && first <= '9' && at.text.find_first_of(" .") == std::string_view::npos &&
      at.text.find_first_not_of("0123456789-") == std::string_view::npos)
    return iso(at);
  return written(at);
}

}  // namespace pressmark::searcher::calendar
