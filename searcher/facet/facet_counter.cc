#include "searcher/facet/facet_counter.h"

#include <algorithm>
#include <cctype>
#include <map>

#include "common/country.h"
#include "common/field_terms.h"
#include "common/language.h"
#include "common/text.h"
#include "searcher/facet/periods.h"
#include "searcher/facet/value_counts.h"
#include "searcher/model/flat_weight.h"
#include "searcher/model/query_text.h"

namespace pressmark::searcher {
namespace {

struct FieldCount {
  ValueCount value;
  FieldId field;
};

bool stands_before(const FieldCount& a, const FieldCount& b) {
  if (a.value.count != b.value.count) return a.value.count > b.value.count;
  if (a.value.value != b.value.value) return a.value.value < b.value.value;
  return a.field < b.field;
}

Facet count_time(std::span<const FacetSegment> segments, const MatchSet& matches,
                 const FacetSpec& spec, const DateRange& asked) {
  Facet facet{spec, {}, 0, 0, size(matches)};
  const auto days = count_days(segments, matches);
  const auto counts = by_period(days, *spec.interval);
  facet.distinct = counts.size();
  std::size_t dated = 0;
  for (const auto& [start, count] : counts) dated += count;
  facet.missing = facet.total - dated;
  for (const Date start : time_rows(counts, asked, *spec.interval)) {
    const auto found = counts.find(std::chrono::sys_days(start));
    facet.values.push_back({period_label(start, *spec.interval), "",
                            period_query(start, *spec.interval),
                            found == counts.end() ? 0 : found->second});
  }
  return facet;
}

bool is_ascii_break(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 && std::isalnum(byte) == 0;
}

/// Whether a word of the value begins with the pattern, which may end in *; case and accents do not
/// matter.
bool fits(std::string_view value, std::string_view pattern) {
  const bool open = pattern.ends_with('*');
  const std::string wanted = fold_accents(open ? pattern.substr(0, pattern.size() - 1) : pattern);
  const std::string folded = fold_accents(value);
  for (std::size_t at = folded.find(wanted); at != std::string::npos;
       at = folded.find(wanted, at + 1)) {
    const std::size_t behind = at + wanted.size();
    const bool begins = at == 0 || is_ascii_break(folded[at - 1]);
    const bool ends = open || behind == folded.size() || is_ascii_break(folded[behind]);
    if (begins && ends) return true;
  }
  return false;
}

/// Whether a value can stand in a query without quotes.
bool is_bare(std::string_view value) {
  return !value.empty() && value.find("..") == std::string_view::npos && value.front() != '.' &&
         std::ranges::all_of(value,
                             [](char c) {
                               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                                      (c >= '0' && c <= '9') || c == '.' || c == '-';
                             }) &&
         value.front() != '-';
}

}  // namespace

std::vector<FieldId> facet_parts(FieldId field) {
  if (field == FieldId::Entity) return {FieldId::Person, FieldId::Org, FieldId::Place};
  return {field};
}

std::string value_query(FieldId id, std::string_view value) {
  std::string query(field(id).name);
  query += ':';
  // An outlet without an address: those that have one may call themselves the same.
  const bool host = value.find('.') != std::string_view::npos && value == to_lower_ascii(value);
  if (id == FieldId::Source && !(host && is_bare(value))) return query + "=" + quote(value);
  // Without quotes a name stands for each name that holds the word: "Japan" for "Sea of Japan".
  const bool whole = field(id).kind != FieldKind::Name;
  const bool bare = whole && is_bare(value) && !equals_ascii_nocase(value, "none") &&
                    !equals_ascii_nocase(value, "any") && !is_boolean_operator(value);
  return query + (bare ? std::string(value) : quote(value));
}

std::string value_label(FieldId id, std::string_view value, std::string_view locale) {
  std::string label;
  if (field(id).kind == FieldKind::Country) label = country_name(value, locale);
  if (field(id).kind == FieldKind::Language) label = language_name(value, locale);
  return label == value ? std::string() : label;
}

std::string source_label(std::span<const FacetSegment> segments, std::string_view source) {
  constexpr Xapian::doccount kLookedAt = 5;  // a row is looked up in some 50 µs
  std::map<std::string, Xapian::doccount> names;
  Xapian::doccount looked_at = 0;
  for (const FacetSegment& segment : segments) {
    if (looked_at >= kLookedAt) break;
    Xapian::Enquire enquire(segment.database);
    enquire.set_query(Xapian::Query(value_term(FieldId::Source, source)));
    enquire.set_weighting_scheme(FlatWeight());
    const Xapian::MSet found = enquire.get_mset(0, kLookedAt - looked_at);
    for (auto it = found.begin(); it != found.end(); ++it, ++looked_at) {
      std::string name = it.get_document().get_value(slot::kSourceName);
      if (!name.empty()) ++names[std::move(name)];
    }
  }
  const auto most =
      std::ranges::max_element(names, {}, [](const auto& name) { return name.second; });
  return most == names.end() || most->first == source ? std::string() : most->first;
}

Facet count_facet(std::span<const FacetSegment> segments, const MatchSet& matches,
                  const FacetSpec& spec, std::size_t limit, std::string_view locale,
                  const DateRange& asked) {
  if (spec.interval) return count_time(segments, matches, spec, asked);
  Facet facet{spec, {}, 0, 0, size(matches)};
  std::vector<FieldCount> rows;
  std::vector<unsigned> slots;
  std::vector<ValueCounts> counted;  // rows look into them
  const bool some = !spec.pattern.empty();
  for (const FieldId id : facet_parts(spec.field)) {
    if (!field(id).slot) continue;
    slots.push_back(*field(id).slot);
    const ValueCounts& counts =
        counted.emplace_back(count_values(segments, matches, slots.back(), some ? 0 : limit));
    facet.missing = counts.missing;
    facet.distinct += counts.distinct;
    rows.reserve(rows.size() + counts.values.size());
    for (const ValueCount& value : counts.values) {
      const bool wanted = !some || fits(value.value, spec.pattern) ||
                          fits(id == FieldId::Source ? source_label(segments, value.value)
                                                     : value_label(id, value.value, locale),
                               spec.pattern);
      if (wanted) rows.push_back({value, id});
    }
  }
  if (slots.size() > 1 && !some) facet.missing = count_missing(segments, matches, slots);
  if (some) {
    facet.distinct = rows.size();
    facet.missing = 0;
  }
  const std::size_t kept = limit == 0 ? rows.size() : std::min(limit, rows.size());
  std::ranges::partial_sort(rows, rows.begin() + static_cast<std::ptrdiff_t>(kept), stands_before);
  for (std::size_t i = 0; i < kept; ++i) {
    const auto& [value, id] = rows[i];
    std::string label = value_label(id, value.value, locale);
    if (slots.size() > 1) label = std::string(field(id).name);
    facet.values.push_back(
        {std::string(value.value), std::move(label), value_query(id, value.value), value.count});
  }
  return facet;
}

}  // namespace pressmark::searcher
