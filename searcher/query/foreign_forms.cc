#include "searcher/query/foreign_forms.h"

#include <algorithm>

#include <fmt/core.h>

#include "common/text.h"

namespace pressmark::searcher {

std::optional<std::size_t> numbered_tilde(std::string_view typed) {
  const std::size_t tilde = typed.find_last_not_of("0123456789");
  if (tilde == std::string_view::npos || tilde == 0 || tilde + 1 == typed.size()) return {};
  if (typed[tilde] != '~' || typed[tilde - 1] == '\\') return {};
  return tilde;
}

bool is_like_operator(std::string_view typed) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const std::string_view name = typed.substr(0, typed.find_first_of("/0123456789"));
  std::string_view number = typed.substr(name.size());
  const bool slash = number.starts_with('/');
  if (slash) number.remove_prefix(1);
  const bool counted = !number.empty() && std::ranges::all_of(number, is_digit);
  const auto is = [&](std::string_view operation) { return equals_ascii_nocase(name, operation); };
  if (is("atleast")) return counted || slash;
  if (is("near") || is("adj")) return counted || (slash && name[0] < 'a');  // "near/far"
  return slash && counted && (is("w") || is("within") || is("pre") || is("same"));
}

std::size_t filter_with_equals(std::string_view typed) {
  const std::size_t equals = typed.find('=');
  if (equals == typed.npos || equals + 1 == typed.size()) return 0;
  return find_field(typed.substr(0, equals)) != nullptr ? equals : 0;
}

std::size_t grouped_number(std::string_view line) {
  const auto digits_at = [&](std::size_t at) {
    std::size_t end = at;
    while (end < line.size() && line[end] >= '0' && line[end] <= '9') ++end;
    return end - at;
  };
  std::size_t end = std::min(line.find_first_not_of("<>="), line.size());
  const std::size_t first = digits_at(end);
  if (first == 0 || first > 3) return 0;
  end += first;
  std::size_t groups = 0;
  for (; end < line.size() && line[end] == ',' && digits_at(end + 1) == 3; end += 4) ++groups;
  return groups > 0 ? end : 0;
}

std::string thousands_hint(const Field& row) {
  return fmt::format("thousands have none, as in {0}:1000; two values are {0}:100 OR {0}:200",
                     row.name);
}

}  // namespace pressmark::searcher
