#include "searcher/query/restrictions.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace pressmark::searcher {
namespace {

/// Whether no word stands in it. Bounded by kMaxQueryDepth.
bool is_wordless(const QueryNode& node) {
  switch (node.kind) {
    case NodeKind::Filter:
      return true;
    case NodeKind::And:
    case NodeKind::Or:
    case NodeKind::Not:
      return std::ranges::all_of(node.children, is_wordless);
    default:
      return false;
  }
}

bool restricts(const QueryNode& node) {
  return node.kind == NodeKind::Filter || (node.kind == NodeKind::Not && is_wordless(node));
}

bool is_dates(const QueryNode& node) {
  return node.kind == NodeKind::Filter && node.field == FieldId::Date && !node.values.empty() &&
         std::ranges::all_of(node.values, [](const FilterValue& value) {
           return value.form == FilterValue::Form::Dates;
         });
}

}  // namespace

ParsedQuery filters_of(const ParsedQuery& query) {
  ParsedQuery filters;
  if (restricts(query.root)) {
    filters.root = query.root;
  } else if (query.root.kind == NodeKind::And) {
    filters.root.kind = NodeKind::And;
    std::ranges::copy_if(query.root.children, std::back_inserter(filters.root.children), restricts);
    if (filters.root.children.empty()) filters.root = {};
    if (filters.root.children.size() == 1) {
      QueryNode only = filters.root.children.front();
      filters.root = std::move(only);
    }
  }
  return filters;
}

DateRange hull(std::span<const DateRange> ranges) {
  if (ranges.empty()) return {};
  DateRange all = ranges.front();
  for (const DateRange& range : ranges) {
    all.first = all.first && range.first ? std::min(all.first, range.first) : std::nullopt;
    all.last = all.last && range.last ? std::max(all.last, range.last) : std::nullopt;
  }
  return all;
}

DateRange asked_days(const ParsedQuery& query) {
  DateRange all;
  const auto narrow = [&](const QueryNode& part) {
    if (!is_dates(part)) return;
    std::vector<DateRange> alternatives;
    for (const FilterValue& value : part.values) alternatives.push_back(value.dates);
    const DateRange span = hull(alternatives);
    if (span.first && (!all.first || *all.first < *span.first)) all.first = span.first;
    if (span.last && (!all.last || *span.last < *all.last)) all.last = span.last;
  };
  narrow(query.root);
  if (query.root.kind == NodeKind::And) std::ranges::for_each(query.root.children, narrow);
  return all;
}

}  // namespace pressmark::searcher
