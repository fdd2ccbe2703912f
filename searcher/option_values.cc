#include "searcher/option_values.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include <fmt/core.h>

#include "common/error.h"
#include "common/program.h"

namespace pressmark::searcher {

void wrong(std::string_view option, std::string_view value, std::string_view allowed) {
  throw Error(ExitCode::Usage,
              fmt::format("{} cannot be \"{}\"; it can be: {}", option, value, allowed));
}

std::size_t number(std::string_view option, const std::string& value) {
  constexpr std::size_t kMost = 1000000000;
  std::size_t result = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), result);
  if (error != std::errc() || end != value.data() + value.size() || result > kMost) {
    wrong(option, value, "a number from 0 to 1000000000");
  }
  return result;
}

FacetSpec facet_spec(std::string_view option, const std::string& item) {
  const std::size_t colon = std::min(item.find(':'), item.size());
  const std::string name = item.substr(0, colon);
  const std::span<const Choice<Interval>> intervals(kIntervals);
  const auto interval = find(intervals, name);
  const Field* row = find_field(name);
  const bool days = row != nullptr && row->id == FieldId::Date;
  if ((interval || days) && colon < item.size()) {
    throw Error(ExitCode::Usage,
                fmt::format("{} {}: times are narrowed by --since and --until, not by \"{}\"",
                            option, name, item.substr(colon)));
  }
  if (interval) return {FieldId::Date, interval};
  if (days) return {FieldId::Date, Interval::Day};
  if (row != nullptr && (row->facet || row->id == FieldId::Entity))
    return {row->id, std::nullopt, colon < item.size() ? item.substr(colon + 1) : ""};
  std::vector<std::string> known = {"entity", "year", "month", "week", "day"};
  for (const Field& each : fields()) {
    if (each.facet && each.id != FieldId::Date) known.emplace_back(each.name);
  }
  std::string allowed;
  for (const std::string& each : known) allowed += (allowed.empty() ? "" : ", ") + each;
  const auto meant = nearest(name, known);
  wrong(option, name, allowed + (meant ? "; did you mean " + *meant + "?" : ""));
}

}  // namespace pressmark::searcher
