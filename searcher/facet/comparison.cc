#include "searcher/facet/comparison.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "searcher/facet/related.h"

namespace pressmark::searcher {
namespace {

using Share = ComparedValue::Share;

/// Fills in how the shares of a value differ; false when they do not by enough.
bool differs(ComparedValue& value, std::size_t articles, std::size_t others) {
  if (std::max(value.count, value.other) < kLeastCount) return false;
  const std::size_t both = value.count + value.other;
  value.share = Share::More;
  value.significance = significance(value.count, articles, both, articles + others);
  if (value.significance == 0) {
    value.share = Share::Less;
    value.significance = significance(value.other, others, both, articles + others);
  }
  return value.significance >= kLeastSignificance;
}

void keep_most_significant(std::vector<ComparedValue>& values, std::size_t limit) {
  std::ranges::sort(values, [](const ComparedValue& a, const ComparedValue& b) {
    return a.significance != b.significance
               ? a.significance > b.significance
               : std::tie(a.value, a.label) < std::tie(b.value, b.label);
  });
  if (limit != 0 && values.size() > limit) values.resize(limit);
}

}  // namespace

Comparison compared(const Facet& here, const Facet& there, std::size_t limit) {
  Comparison found{here.spec, {}, here.total, there.total, {}, {}};
  // By label too: one name may be that of a person and of a place.
  std::map<std::pair<std::string_view, std::string_view>, ComparedValue> values;
  const auto entry = [&](const FacetValue& value) -> ComparedValue& {
    ComparedValue& made = values[{value.value, value.label}];
    if (made.query.empty()) {
      made.value = value.value;
      made.label = value.label;
      made.query = value.query;
    }
    return made;
  };
  for (const FacetValue& value : here.values) entry(value).count = value.count;
  for (const FacetValue& value : there.values) entry(value).other = value.count;
  for (auto& [name, value] : values) {
    if (differs(value, found.articles, found.others)) found.values.push_back(std::move(value));
  }
  keep_most_significant(found.values, limit);
  return found;
}

Comparison compared_words(const WordCounts& here, const WordCounts& there,
                          std::span<const std::string> languages,
                          std::span<const std::string> terms, std::size_t limit,
                          Analyzer& analyzer) {
  Comparison found{{FieldId::Body, {}}, {}, here.sample, there.sample, {}, {}};
  const auto take = [&](const std::string& form, std::size_t count, std::size_t other) {
    ComparedValue value{form, "", form, count, other, Share::More, 0};
    if (differs(value, found.articles, found.others) &&
        !says_nothing(form, languages, terms, analyzer))
      found.values.push_back(std::move(value));
  };
  const auto of = [](const WordCounts& words, const std::string& form) {
    const auto known = words.forms.find(form);
    return known == words.forms.end() ? 0 : known->second;
  };
  for (const auto& [form, count] : here.forms) take(form, count, of(there, form));
  for (const auto& [form, count] : there.forms) {
    if (!here.forms.contains(form)) take(form, 0, count);
  }
  keep_most_significant(found.values, limit);
  return found;
}

}  // namespace pressmark::searcher
