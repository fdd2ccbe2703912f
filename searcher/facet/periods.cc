#include "searcher/facet/periods.h"

#include <algorithm>

#include <fmt/core.h>

namespace pressmark::searcher {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::weekday;

/// Year and number of an ISO 8601 week, by its Monday: the year its Thursday lies in.
std::pair<int, int> iso_week(Date monday) {
  const sys_days thursday = sys_days(monday) + days(3);
  const int year = static_cast<int>(Date(thursday).year());
  const sys_days new_year = sys_days(std::chrono::year(year) / 1 / 1);
  return {year, static_cast<int>((thursday - new_year).count() / 7) + 1};
}

}  // namespace

Date period_start(Date day, Interval interval) {
  switch (interval) {
    case Interval::Day:
      return day;
    case Interval::Week: {
      const sys_days at(day);
      return Date(at - (weekday(at) - std::chrono::Monday));
    }
    case Interval::Month:
      return day.year() / day.month() / 1;
    case Interval::Year:
      return day.year() / 1 / 1;
  }
  return day;
}

Date next_period(Date start, Interval interval) {
  switch (interval) {
    case Interval::Day:
      return Date(sys_days(start) + days(1));
    case Interval::Week:
      return Date(sys_days(start) + days(7));
    case Interval::Month:
      return start + std::chrono::months(1);
    case Interval::Year:
      return start + std::chrono::years(1);
  }
  return start;
}

std::string period_label(Date start, Interval interval) {
  const std::string day = to_string(start);
  switch (interval) {
    case Interval::Day:
      return day;
    case Interval::Week: {
      const auto [year, week] = iso_week(start);
      return fmt::format("{:04}-W{:02}", year, week);
    }
    case Interval::Month:
      return day.substr(0, 7);
    case Interval::Year:
      return day.substr(0, 4);
  }
  return day;
}

std::string period_query(Date start, Interval interval) {
  if (interval != Interval::Week) return "date:" + period_label(start, interval);
  return "date:" + to_string(start) + ".." + to_string(Date(sys_days(start) + days(6)));
}

PeriodCounts by_period(const std::map<std::uint32_t, std::size_t>& day_counts, Interval interval) {
  PeriodCounts counts;
  for (const auto& [number, count] : day_counts) {
    const auto day = make_date(static_cast<int>(number / 10000), number / 100 % 100, number % 100);
    if (day) counts[sys_days(period_start(*day, interval))] += count;
  }
  return counts;
}

std::vector<Date> periods_between(Date first, Date last, Interval interval, std::size_t limit) {
  std::vector<Date> starts;
  for (Date at = period_start(first, interval); at <= last && starts.size() < limit;
       at = next_period(at, interval)) {
    starts.push_back(at);
  }
  return starts;
}

std::vector<Date> time_rows(const PeriodCounts& counts, const DateRange& asked, Interval interval) {
  if (counts.empty()) return {};
  const Date first(counts.begin()->first), last(counts.rbegin()->first);
  std::vector<Date> starts =
      periods_between(std::min(first, asked.first.value_or(first)),
                      std::max(last, asked.last.value_or(last)), interval, kMaxTimeRows + 1);
  if (starts.size() > kMaxTimeRows)
    starts = periods_between(first, last, interval, kMaxTimeRows + 1);
  if (starts.size() > kMaxTimeRows) {
    starts.clear();
    for (const auto& [start, count] : counts) starts.emplace_back(start);
  }
  return starts;
}

}  // namespace pressmark::searcher
