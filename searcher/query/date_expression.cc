#include "searcher/query/date_expression.h"

#include <algorithm>
#include <optional>

#include <fmt/core.h>

#include "common/text.h"
#include "searcher/query/date_point.h"

namespace pressmark::searcher {
namespace {

using calendar::day_before;
using calendar::fail;
using calendar::Failure;
using calendar::has_slashes;
using calendar::is_period;
using calendar::Piece;
using calendar::point;
using calendar::relative;
using calendar::Result;
using calendar::shifted;
using calendar::unreadable;
using calendar::up_to;

Result<DateRange> range(Piece left, Piece right, Date today) {
  DateRange out;
  if (!left.text.empty()) {
    const auto from = point(left, today);
    if (!from) return from;
    out.first = from->first;
  }
  if (!right.text.empty()) {
    const auto to = point(right, today);
    if (!to) return to;
    out.last = to->last;
  }
  if (!out.first && !out.last) return fail(left, "a range needs a date at one end");
  if (out.first && out.last && *out.first > *out.last) {
    return fail(left, "the range ends before it begins", "write the earlier date first");
  }
  return out;
}

/// ISO 8601: two dates, or a date and a period at either end; a period of no length is the day.
Result<DateRange> interval(Piece left, Piece right, Date today) {
  if (right.text.starts_with('p')) {
    const auto from = point(left, today);
    if (!from) return from;
    const auto end = shifted(*from->first, right.text, 1);
    if (!end) return unreadable(right);
    const Date last = *end == kLastDate ? *end : day_before(*end, 1);
    return DateRange{from->first, std::max(last, *from->first)};
  }
  if (left.text.starts_with('p')) {
    const auto to = point(right, today);
    if (!to) return to;
    const auto begin = shifted(*to->last, left.text, -1);
    if (!begin) return unreadable(left);
    const Date first = *begin == kFirstDate ? *begin : day_before(*begin, -1);
    return DateRange{std::min(first, *to->last), to->last};
  }
  if (left.text.empty() || right.text.empty()) return unreadable(left.text.empty() ? right : left);
  return range(left, right, today);
}

Result<DateRange> compared(Piece at, Date today) {
  const bool less = at.text[0] == '<';
  const bool equal = at.text.size() > 1 && at.text[1] == '=';
  const auto span = point(at.sub(equal ? 2 : 1), today);
  if (!span) return span;
  if (less) return DateRange{std::nullopt, equal ? *span->last : day_before(*span->first, 1)};
  return DateRange{equal ? *span->first : day_before(*span->last, -1), std::nullopt};
}

Result<DateRange> whole(Piece at, Date today) {
  if (at.text[0] == '<' || at.text[0] == '>') return compared(at, today);
  if (const std::size_t dots = at.text.find(".."); dots != std::string_view::npos) {
    return range(at.sub(0, dots), at.sub(dots + 2), today);
  }
  if (const std::size_t slash = at.text.find('/');
      slash != std::string_view::npos && !has_slashes(at.text)) {
    return interval(at.sub(0, slash), at.sub(slash + 1), today);
  }
  if (const auto span = relative(at.text)) {
    const auto span_days = up_to(today, span->count, span->unit);
    if (!span_days) return unreadable(at);
    return *span_days;
  }
  if (is_period(at.text)) {
    const auto begin = shifted(today, at.text, -1);
    if (!begin) return unreadable(at);
    return DateRange{*begin == kFirstDate || *begin == today ? *begin : day_before(*begin, -1),
                     today};
  }
  return point(at, today);
}

Result<DateRange> one_point(Piece at, Date today) {
  const char first = at.text[0];
  const bool range = first == '<' || first == '>' || at.text.find("..") != std::string_view::npos;
  const bool interval = at.text.find('/') != std::string_view::npos && !has_slashes(at.text);
  if (range || interval) {
    return fail(at, "a range cannot stand here", "one day, month or year: 2022-08, 7d, yesterday");
  }
  if (is_period(at.text)) {
    const auto day = shifted(today, at.text, -1);
    if (!day) return unreadable(at);
    return DateRange{*day, *day};
  }
  return point(at, today);
}

/// The text folded, and where in it something stands.
struct Folded {
  explicit Folded(std::string_view typed) : typed_(typed), text_(to_lower_ascii(typed)) {
    std::ranges::replace(text_, '_', ' ');
  }
  std::string_view trimmed() const { return trim(text_); }
  Piece piece() const {
    if (trimmed().empty()) return {};
    const auto begin = static_cast<std::size_t>(trimmed().data() - text_.data());
    return {trimmed(), begin, typed_.substr(begin, trimmed().size())};
  }

 private:
  std::string_view typed_;
  std::string text_;
};

}  // namespace

Expected<FilterValue, ValueError> parse_date_expression(std::string_view text, Date today) {
  const Folded folded(text);
  FilterValue value;
  if (const auto all = folded.trimmed();
      all == "none" || all == "undated" || all == "any" || all == "*") {
    const bool dated = all == "any" || all == "*";
    value.form = dated ? FilterValue::Form::Any : FilterValue::Form::None;
    return value;
  }
  const Piece at = folded.piece();
  if (at.text.empty()) return fail({text, 0, text}, "a date is missing here");
  const auto dates = whole(at, today);
  if (!dates) return Failure(dates.error());
  if ((dates->first && *dates->first > kLastDate) || (dates->last && *dates->last < kFirstDate)) {
    return fail(at, "no day lies beyond that one");
  }
  value.form = FilterValue::Form::Dates;
  value.dates = *dates;
  return value;
}

Expected<DateRange, ValueError> parse_date_point(std::string_view text, Date today) {
  const Folded folded(text);
  if (folded.trimmed().empty()) return fail({text, 0, text}, "a date is missing here");
  return one_point(folded.piece(), today);
}

}  // namespace pressmark::searcher
