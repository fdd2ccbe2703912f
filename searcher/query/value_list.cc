#include "searcher/query/value_list.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/core.h>

#include "common/text.h"

namespace pressmark::searcher {

bool names_list(const Field& field, const Lexeme& typed, Quoting quoting) {
  const bool names = (field.kind == FieldKind::Exact && field.id != FieldId::Id) ||
                     field.kind == FieldKind::Name || field.kind == FieldKind::Country ||
                     field.kind == FieldKind::Language;
  return names && takes_list(field) && quoting == Quoting::Bare && !typed.escaped &&
         typed.text.starts_with('@');
}

Expected<std::vector<FilterValue>, ValueError> values_of_list(const Field& field,
                                                              const Lexeme& typed,
                                                              const ParseContext& context) {
  const std::string_view name = std::string_view(typed.text).substr(1);
  const auto fail = [&](std::string message, std::string suggestion = {}) {
    return Unexpected<ValueError>(
        ValueError{0, typed.text.size(), std::move(message), std::move(suggestion)});
  };
  if (!context.list) return fail("a list cannot stand here");
  const auto text = context.list(name);
  if (!text) return fail(fmt::format("there is no list \"{}\"", name), text.error());
  ParseContext in_list = context;
  in_list.list = {};
  std::vector<FilterValue> values;
  for (const std::string_view whole : split(*text, '\n')) {
    const std::string_view line = trim(whole);
    if (line.empty() || line.front() == '#') continue;
    const auto read = parse_filter(fmt::format("{}:{}", field.name, line), in_list);
    if (!read) {
      return fail(fmt::format("in the list \"{}\": {}", name, read.error().message),
                  read.error().suggestion);
    }
    for (const FilterValue& value : read->root.values) {
      if (std::ranges::find(values, value) == values.end()) values.push_back(value);
    }
    if (values.size() > kMaxQueryTerms)
      return fail(fmt::format("the list \"{}\" has more than {} values", name, kMaxQueryTerms));
  }
  if (values.empty()) return fail(fmt::format("the list \"{}\" has no values", name));
  return values;
}

}  // namespace pressmark::searcher
