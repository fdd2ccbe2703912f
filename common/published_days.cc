#include "common/published_days.h"

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/schema.h"

namespace pressmark {
namespace {

enum class Which { First, Last };

/// The first or last of what stands behind `begin` in terms of days, so many digits of it: of the
/// years, of the months of a year, of the days of a month. Empty when nothing does.
std::string step(const Xapian::Database& database, const std::string& begin, std::size_t digits,
                 Which which) {
  std::string found;
  auto term = database.allterms_begin(begin);
  const auto end = database.allterms_end(begin);
  if (term != end) term.skip_to(begin + '0');  // behind the year or the month itself
  while (term != end) {
    found = (*term).substr(0, begin.size() + digits);
    if (which == Which::First) break;
    term.skip_to(found + ':');  // which stands behind the digits
  }
  return found;
}

std::optional<Date> day(const Xapian::Database& database, Which which) {
  const std::string_view prefix = field(FieldId::Date).prefix;
  std::string term(prefix);
  for (const std::size_t digits : {4, 2, 2}) {
    term = step(database, term, digits, which);
    if (term.empty()) return std::nullopt;
  }
  const std::string_view text = std::string_view(term).substr(prefix.size());
  std::uint32_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return make_date(static_cast<int>(number / 10000), number / 100 % 100, number % 100);
}

}  // namespace

std::optional<Date> newest_published_day(const Xapian::Database& database) {
  return day(database, Which::Last);
}

std::optional<std::pair<Date, Date>> published_days(const Xapian::Database& database) {
  const auto first = day(database, Which::First), last = day(database, Which::Last);
  if (!first || !last) return std::nullopt;
  return std::pair{*first, *last};
}

}  // namespace pressmark
