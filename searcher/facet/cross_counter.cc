#include "searcher/facet/cross_counter.h"

#include <algorithm>
#include <unordered_map>

#include "searcher/facet/facet_counter.h"
#include "searcher/facet/pair_counter.h"

namespace pressmark::searcher {
namespace {

using Pair = CrossTable::Pair;

class Crossing {
 public:
  Crossing(std::span<const FacetSegment> segments, const Xapian::Query& query,
           std::string_view locale, const ValueFilter& filter, const DateRange& asked)
      : segments_(segments), query_(query), locale_(locale), filter_(filter), asked_(asked) {}

  Facet facet(const MatchSet& matches, const FacetSpec& spec, std::size_t limit) const {
    return count_facet(segments_, matches, spec, limit, locale_, asked_);
  }

  MatchSet all() const { return matching(segments_, query_); }

  /// The articles that have a value too.
  MatchSet with(const FacetValue& value) const {
    return matching(segments_, Xapian::Query(Xapian::Query::OP_FILTER, query_, filter_(value)));
  }

 private:
  std::span<const FacetSegment> segments_;
  const Xapian::Query& query_;
  std::string_view locale_;
  const ValueFilter& filter_;
  const DateRange& asked_;
};

/// The articles without a value, behind the values.
void add_none(const FacetSpec& spec, std::size_t missing, std::vector<FacetValue>& values) {
  if (missing == 0) return;
  values.push_back({"", "(none)", std::string(field(spec.field).name) + ":none", missing});
}

/// Rows of a table with these columns.
class RowMaker {
 public:
  RowMaker(std::span<const FacetSegment> segments, CrossTable& table, std::string_view locale)
      : segments_(segments), table_(table), locale_(locale) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) column_of_[table.columns[i].value] = i;
  }

  void add(FacetValue value, const MatchSet& articles) {
    CrossTable::Row row{std::move(value), std::vector<std::size_t>(table_.columns.size(), 0)};
    if (!articles.empty()) {
      const Facet counts = count_facet(segments_, articles, table_.spec.columns, 0, locale_);
      for (const FacetValue& cell : counts.values) {
        const auto column = column_of_.find(cell.value);
        if (column != column_of_.end()) row.counts[column->second] = cell.count;
      }
      if (const auto none = column_of_.find(""); none != column_of_.end())
        row.counts[none->second] = counts.missing;
    }
    table_.rows.push_back(std::move(row));
  }

 private:
  std::span<const FacetSegment> segments_;
  CrossTable& table_;
  std::string_view locale_;
  std::unordered_map<std::string_view, std::size_t> column_of_;
};

void fill_table(const Crossing& crossing, std::span<const FacetSegment> segments, std::size_t limit,
                std::string_view locale, CrossTable& table) {
  const MatchSet all = crossing.all();
  table.total = size(all);
  Facet columns = crossing.facet(all, table.spec.columns, limit);
  name_outlets(segments, table.spec.columns.field, columns.values);
  add_none(table.spec.columns, columns.missing, columns.values);
  table.columns = std::move(columns.values);
  RowMaker rows(segments, table, locale);
  Facet values = crossing.facet(all, table.spec.rows, limit);
  name_outlets(segments, table.spec.rows.field, values.values);
  add_none(table.spec.rows, values.missing, values.values);
  for (FacetValue& value : values.values) {
    const MatchSet some = value.count == 0 ? MatchSet() : crossing.with(value);
    rows.add(std::move(value), some);
  }
}

bool before(const Pair& a, const Pair& b) {
  if (a.count != b.count) return a.count > b.count;
  if (a.first.value != b.first.value) return a.first.value < b.first.value;
  return a.second.value < b.second.value;
}

/// Where segments are elsewhere: the values of the one are asked for, one after the other. A pair
/// has no more articles than either of its values: once the best pairs are more frequent than the
/// next value alone, no other can be among them.
void ask_for_pairs(const Crossing& crossing, std::size_t limit, CrossTable& table) {
  const MatchSet all = crossing.all();
  table.total = size(all);
  std::vector<FacetValue> firsts = crossing.facet(all, table.spec.rows, 0).values;
  std::ranges::stable_sort(firsts, std::greater<>(), &FacetValue::count);
  std::unordered_map<std::string, std::size_t> alone;
  for (const FacetValue& value : crossing.facet(all, table.spec.columns, 0).values) {
    alone[value.value] = value.count;
  }
  const bool same = table.spec.rows == table.spec.columns;
  std::vector<Pair>& best = table.pairs;
  for (const FacetValue& first : firsts) {
    if (first.count == 0) break;
    if (limit != 0 && best.size() == limit) {
      if (first.count < best.back().count) break;
      // No pair of it comes before those of its count that are there already.
      if (first.count == best.back().count && first.value > best.back().first.value) continue;
    }
    for (FacetValue& second : crossing.facet(crossing.with(first), table.spec.columns, 0).values) {
      if (second.count == 0) continue;
      const std::size_t count = second.count;
      second.count = alone[second.value];
      // Of one facet with itself each pair is met twice: the more frequent value stands first.
      if (same && (second.count > first.count ||
                   (second.count == first.count && second.value <= first.value)))
        continue;
      best.push_back({first, std::move(second), count});
    }
    std::ranges::sort(best, before);
    if (limit != 0 && best.size() > limit) best.resize(limit);
  }
}

}  // namespace

CrossTable count_cross(std::span<const FacetSegment> segments, const Xapian::Query& query,
                       const CrossSpec& spec, std::size_t limit, std::string_view locale,
                       const ValueFilter& filter, const DateRange& asked) {
  CrossTable table;
  table.spec = spec;
  const Crossing crossing(segments, query, locale, filter, asked);
  if (spec.kind == CrossSpec::Kind::Table) {
    fill_table(crossing, segments, limit, locale, table);
  } else if (std::ranges::any_of(segments, &FacetSegment::remote)) {
    ask_for_pairs(crossing, limit, table);
  } else {
    const MatchSet all = crossing.all();
    table.total = size(all);
    table.pairs = count_pairs(segments, all, spec, limit, locale);
  }
  for (Pair& pair : table.pairs) {
    name_outlets(segments, spec.rows.field, std::span(&pair.first, 1));
    name_outlets(segments, spec.columns.field, std::span(&pair.second, 1));
  }
  return table;
}

CrossTable count_rows(std::span<const FacetSegment> segments, std::vector<QueryRow> rows,
                      const FacetSpec& columns, std::size_t limit, std::string_view locale,
                      const DateRange& asked) {
  CrossTable table;
  table.spec.columns = columns;
  table.spec.kind = CrossSpec::Kind::Queries;
  std::vector<Xapian::Query> queries;
  for (const QueryRow& row : rows) queries.push_back(row.query);
  const MatchSet any =
      matching(segments, Xapian::Query(Xapian::Query::OP_OR, queries.begin(), queries.end()));
  table.total = size(any);
  Facet values = count_facet(segments, any, columns, limit, locale, asked);
  name_outlets(segments, columns.field, values.values);
  add_none(columns, values.missing, values.values);
  table.columns = std::move(values.values);
  RowMaker maker(segments, table, locale);
  for (QueryRow& row : rows) {
    const MatchSet articles = matching(segments, row.query);
    row.value.count = size(articles);
    maker.add(std::move(row.value), articles);
  }
  return table;
}

}  // namespace pressmark::searcher
