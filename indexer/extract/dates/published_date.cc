#include "indexer/extract/dates/published_date.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/extract/dates/month_names.h"
#include "indexer/extract/dates/written_date.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxCandidates = 64;
constexpr int kGraceDays = 2;  // clocks and zones; FEATURES MD4

/// Order of trust among dates that say they are of publication.
constexpr std::array kOrder = {DateOrigin::Given, DateOrigin::JsonLd, DateOrigin::Microdata,
                               DateOrigin::Meta,  DateOrigin::Time,   DateOrigin::Text,
                               DateOrigin::Url};

std::optional<unsigned> digits_at(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return std::nullopt;
  unsigned value = 0;
  for (const char c : text.substr(at, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

bool is_digit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

/// A month's English name or its first three letters at `at`: how many letters, and which month.
struct NamedMonth {
  std::size_t letters = 0;
  unsigned month = 0;
};
std::optional<NamedMonth> month_in_path(std::string_view path, std::size_t at) {
  std::size_t end = at;
  while (end < path.size() &&
         ((path[end] >= 'a' && path[end] <= 'z') || (path[end] >= 'A' && path[end] <= 'Z')))
    ++end;
  if (end - at < 3 || end - at > 9) return std::nullopt;
  const auto month = MonthNames::all().find(path.substr(at, end - at), "en");
  if (!month) return std::nullopt;
  return NamedMonth{end - at, *month};
}

/// A date of a plausible year that begins at `at`: 2024/05/03, 2024-5-3, 20240503, 2024/may/03.
std::optional<Date> date_in_path(std::string_view path, std::size_t at) {
  if (at > 0 && is_digit(path, at - 1)) return std::nullopt;
  const auto year = digits_at(path, at, 4);
  if (!year || *year < 1990 || *year > 2100) return std::nullopt;
  at += 4;
  const char separator = at < path.size() ? path[at] : '\0';
  const bool separated = separator == '/' || separator == '-' || separator == '_';
  if (!separated) {
    const auto month = digits_at(path, at, 2);
    const auto day = digits_at(path, at + 2, 2);
    if (!month || !day || is_digit(path, at + 4)) return std::nullopt;
    return make_date(static_cast<int>(*year), *month, *day);
  }
  ++at;
  std::size_t month_letters = is_digit(path, at + 1) ? 2 : 1;
  std::optional<unsigned> month = digits_at(path, at, month_letters);
  if (const auto named = month ? std::nullopt : month_in_path(path, at)) {
    month_letters = named->letters;
    month = named->month;
  }
  at += month_letters;
  if (!month || at >= path.size() || path[at] != separator) return std::nullopt;
  ++at;
  const std::size_t day_digits = is_digit(path, at + 1) ? 2 : 1;
  const auto day = digits_at(path, at, day_digits);
  if (!day || is_digit(path, at + day_digits)) return std::nullopt;
  return make_date(static_cast<int>(*year), *month, *day);
}

}  // namespace

std::optional<Date> latest_day(const std::optional<Instant>& crawled,
                               const std::optional<Date>& today) {
  std::optional<Date> day = today;
  if (crawled) day = utc_day(*crawled);
  if (!day) return std::nullopt;
  return date_from_days(days_since_epoch(*day) + kGraceDays);
}

DateCandidates::DateCandidates(std::string language, std::optional<Date> latest)
    : language_(std::move(language)), latest_(latest) {}

bool DateCandidates::add(std::string_view value, DateOrigin origin, DateRole role) {
  if (candidates_.size() >= kMaxCandidates) return false;
  const std::optional<WrittenDate> date = read_date_value(value, language_);
  if (!date) return false;
  std::optional<Date> day = date->day;
  std::optional<Date> other;
  if (date->ambiguous) {
    const Date& read = date->day;
    other = make_date(static_cast<int>(read.year()), static_cast<unsigned>(read.day()),
                      static_cast<unsigned>(read.month()));
  }
  if (other && !allows(*other)) other.reset();
  if (!allows(*day)) day = std::exchange(other, std::nullopt);
  if (!day) {
    if (!too_late_) too_late_ = date->day;
    return false;
  }
  candidates_.push_back({*day, origin, role, date->utc, date->hour, other});
  return true;
}

void DateCandidates::add_url(std::string_view url) {
  const std::size_t host = url.find("://");
  const std::size_t path = url.find('/', host == std::string_view::npos ? 0 : host + 3);
  if (path == std::string_view::npos || candidates_.size() >= kMaxCandidates) return;
  for (std::size_t at = path; at < url.size(); ++at) {
    if (const auto day = date_in_path(url, at); day && allows(*day)) {
      candidates_.push_back({*day, DateOrigin::Url, DateRole::Published, false, -1, {}});
      return;
    }
  }
}

const DateCandidates::Candidate* DateCandidates::best() const {
  for (const DateRole role : {DateRole::Published, DateRole::Unclear}) {
    for (const DateOrigin origin : kOrder) {
      for (const Candidate& candidate : candidates_) {
        if (candidate.role == role && candidate.origin == origin) return &candidate;
      }
    }
  }
  return nullptr;
}

/// Another origin, in the publisher's own zone, gives the same day.
bool DateCandidates::agrees(const Candidate& candidate, const Date& day) const {
  return std::ranges::any_of(candidates_, [&](const Candidate& other) {
    return other.origin != candidate.origin && other.day == day && !other.other &&
           other.role != DateRole::Modified;
  });
}

/// The day before or after one in UTC, as another place of the page gives it in its own zone; the
/// hour must allow it: zones lie between 12 hours behind and 14 hours before UTC.
const DateCandidates::Candidate* DateCandidates::printed_neighbour(
    const Candidate& candidate) const {
  const Candidate* neighbour = nullptr;
  for (const Candidate& other : candidates_) {
    if (other.utc || other.other || other.role == DateRole::Modified ||
        other.origin == DateOrigin::Url) {
      continue;
    }
    const int days = days_since_epoch(other.day) - days_since_epoch(candidate.day);
    if (days == 0) return nullptr;
    // The day of the last change may stand beside a time of publication of the day before: then
    // only the zones of most readers count, up to 9 hours before UTC.
    const int first_hour = is_modified(other.day) ? 15 : 10;
    const bool possible =
        (days == -1 && candidate.hour < 12) || (days == 1 && candidate.hour >= first_hour);
    if (possible && neighbour == nullptr) neighbour = &other;
  }
  return neighbour;
}

/// A day beside the one in the address, as the page prints it: servers file articles by the clock
/// of another zone.
const DateCandidates::Candidate* DateCandidates::beside_address(const Candidate& candidate) const {
  const auto found = std::ranges::find_if(candidates_, [&](const Candidate& other) {
    const int days = days_since_epoch(other.day) - days_since_epoch(candidate.day);
    return other.origin != DateOrigin::Url && !other.other && other.role != DateRole::Modified &&
           (days == 1 || days == -1);
  });
  return found == candidates_.end() || agrees(candidate, candidate.day) ? nullptr : &*found;
}

bool DateCandidates::is_modified(const Date& day) const {
  return std::ranges::any_of(candidates_, [&](const Candidate& other) {
    return other.role == DateRole::Modified && other.day == day;
  });
}

DateCandidates::Choice DateCandidates::choose() const {
  const Candidate* chosen = best();
  if (chosen == nullptr) return {};
  if (chosen->utc) {
    if (const Candidate* printed = printed_neighbour(*chosen))
      return {printed, "printed beside a time in UTC", printed->day};
  }
  if (chosen->origin == DateOrigin::Url) {
    if (const Candidate* printed = beside_address(*chosen))
      return {printed, "printed beside the day in the address", printed->day};
  }
  if (chosen->other && !agrees(*chosen, chosen->day) && agrees(*chosen, *chosen->other))
    return {chosen, "in the order that another place confirms", *chosen->other};
  return {chosen,
          chosen->role == DateRole::Published ? "date of publication"
                                              : "date that does not say of what",
          chosen->day};
}

std::optional<PublishedDate> DateCandidates::published() const {
  const Choice choice = choose();
  const Candidate* const chosen = choice.candidate;
  if (chosen == nullptr) return std::nullopt;
  const bool by_format = chosen->role == DateRole::Published && !chosen->other &&
                         chosen->origin != DateOrigin::Text && chosen->origin != DateOrigin::Url &&
                         chosen->origin != DateOrigin::Time;
  const bool sure = by_format || agrees(*chosen, choice.day);
  PublishedDate published{choice.day, chosen->origin, sure};
  if (language_.empty() && !sure) published.month_first = chosen->other;
  return published;
}

std::optional<Date> DateCandidates::modified() const {
  std::optional<Date> last;
  for (const Candidate& candidate : candidates_) {
    if (candidate.role == DateRole::Modified && (!last || candidate.day > *last))
      last = candidate.day;
  }
  return last;
}

}  // namespace pressmark::indexer
