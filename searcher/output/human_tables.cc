// Facets, timelines, tables and related values for people.
#include <algorithm>
#include <optional>

#include <fmt/core.h>

#include "common/display_width.h"
#include "common/terminal_text.h"
#include "searcher/output/human_printer.h"

namespace pressmark::searcher {
namespace {

std::string counted(std::size_t number, std::string_view thing) {
  return fmt::format("{} {}{}", grouped(number), thing, number == 1 ? "" : "s");
}

/// The value and its label in one cell: "DE  Germany".
std::string cell(const FacetSpec& spec, const FacetValue& value) {
  if (spec.field == FieldId::Entity) return terminal_safe(value.value + " (" + value.label + ")");
  if (value.value.empty()) return value.label;
  std::string text = terminal_safe(value.value);
  if (!value.label.empty()) text = pad_right(text, 2) + "  " + terminal_safe(value.label);
  return text;
}

std::string heading(const FacetValue& column) {
  return column.value.empty() ? column.label : terminal_safe(column.value);
}

/// Longer runs of rows of time without an article are one line to people.
constexpr std::size_t kMostEmpty = 24;

/// Rows without an article from the i-th on.
std::size_t empty_run(const std::vector<FacetValue>& values, std::size_t i) {
  const auto begin = values.begin() + static_cast<std::ptrdiff_t>(i);
  const auto end =
      std::find_if(begin, values.end(), [](const FacetValue& value) { return value.count > 0; });
  return static_cast<std::size_t>(end - begin);
}

/// Values shown that count as distinct ones: rows of time without an article are none.
std::size_t with_articles(const Facet& facet) {
  if (!facet.spec.interval) return facet.values.size();
  return static_cast<std::size_t>(
      std::ranges::count_if(facet.values, [](const FacetValue& value) { return value.count > 0; }));
}

struct TableRow {
  std::string name;
  std::optional<std::size_t> count;  // nothing: a line of its own
};

}  // namespace

void HumanPrinter::headed(const std::string& left, const std::string& right) {
  const std::size_t used = display_width(left);
  line(inked(style_, Ink::Title, left) +
       inked(style_, Ink::Faint, pad_left(right, style_.width > used ? style_.width - used : 0)));
}

void HumanPrinter::facet(const Facet& facet) {
  const std::string values =
      counted(facet.distinct, "value") + ", " + counted(facet.total, "article");
  const std::string title =
      name(facet.spec) +
      (facet.spec.pattern.empty() ? "" : ":" + terminal_safe(facet.spec.pattern));
  headed(title, values);
  const std::size_t with = with_articles(facet);
  const std::size_t more = facet.distinct > with ? facet.distinct - with : 0;
  if (facet.spec.interval && more > 0)
    line(fmt::format("  … {} before: --facet-limit 0", grouped(more)));
  std::vector<TableRow> rows;
  for (std::size_t i = 0; i < facet.values.size();) {
    const std::size_t empty = facet.spec.interval ? empty_run(facet.values, i) : 0;
    if (empty > kMostEmpty) {
      const std::string_view period = name(*facet.spec.interval);
      rows.push_back({fmt::format("… {} {}s without an article", grouped(empty), period), {}});
      i += empty;
    } else {
      rows.push_back({cell(facet.spec, facet.values[i]), facet.values[i].count});
      ++i;
    }
  }
  if (facet.missing > 0) rows.push_back({"(none)", facet.missing});
  std::size_t name_columns = 12, count_columns = 5, most = 1;
  for (const TableRow& row : rows) {
    if (!row.count) continue;
    name_columns = std::max(name_columns, std::min<std::size_t>(display_width(row.name), 40));
    count_columns = std::max(count_columns, grouped(*row.count).size());
    most = std::max(most, *row.count);
  }
  const std::size_t used = 2 + name_columns + 2 + count_columns + 2 + 5 + 2;
  const std::size_t bar_columns =
      style_.bars && style_.width > used + 4 ? std::min<std::size_t>(style_.width - used, 24) : 0;
  for (const TableRow& row : rows) {
    if (!row.count) {
      line("  " + row.name);
      continue;
    }
    std::string text = "  " + pad_right(fit(row.name, name_columns), name_columns) + "  " +
                       pad_left(grouped(*row.count), count_columns) + "  " +
                       pad_left(percent(*row.count, facet.total), 5);
    if (bar_columns > 0) {
      text += "  " + bar(static_cast<double>(*row.count) / static_cast<double>(most), bar_columns);
    }
    line(text);
  }
  if (!facet.spec.interval && more > 0)
    line(fmt::format("  … {} more: --facet-limit 0", grouped(more)));
}

void HumanPrinter::timeline(const Timeline& timeline) {
  const bool shares = timeline.spec.measure == TimelineSpec::Measure::Share;
  const auto height = [&](const Bucket& bucket) {
    if (!shares) return static_cast<double>(bucket.count);
    const std::size_t of = bucket.of.value_or(0);
    return of == 0 ? 0.0 : static_cast<double>(bucket.count) / static_cast<double>(of);
  };
  double most = 0;
  std::size_t count_columns = 5;
  for (const Bucket& bucket : timeline.buckets) {
    most = std::max(most, height(bucket));
    count_columns = std::max(count_columns, grouped(bucket.count).size());
  }
  for (const Bucket& bucket : timeline.buckets) {
    std::string text = bucket.label + "  " + pad_left(grouped(bucket.count), count_columns);
    if (bucket.archived == 0) {
      line(text + "   —      no articles archived in this " +
           std::string(name(timeline.spec.interval)));
      continue;
    }
    if (shares) {
      const bool known = bucket.of.value_or(0) > 0;
      text += pad_left(known ? fmt::format("{:.1f} %", 100 * height(bucket)) : "—", 9);
    }
    const std::size_t used = display_width(text) + 2;
    if (style_.bars && most > 0 && style_.width > used + 4) {
      text += "  " + bar(height(bucket) / most, std::min<std::size_t>(style_.width - used, 40));
    }
    line(text);
  }
  if (timeline.undated > 0) line(fmt::format("undated  {}", grouped(timeline.undated)));
  if (shares) {
    line(timeline.share_query.empty()
             ? fmt::format("share of all {} articles", grouped(timeline.share_total))
             : fmt::format("share of {} articles that match  {}", grouped(timeline.share_total),
                           terminal_safe(timeline.share_query)));
  }
}

void HumanPrinter::related(const Related& related) {
  const std::string title = related.field == FieldId::Body
                                ? "related words"
                                : "related " + std::string(field(related.field).name);
  headed(title, fmt::format("of {} · in the archive", counted(related.sample, "article")));
  for (const RelatedValue& value : related.values) {
    std::string text = terminal_safe(value.value);
    if (!value.label.empty()) text += "  " + terminal_safe(value.label);
    line(fmt::format("  {}  {} {}   G² {:.0f}", pad_right(fit(text, 40), 40),
                     pad_left(grouped(value.count), 6), pad_left(grouped(value.archived), 8),
                     value.significance));
  }
  if (related.values.empty()) line("  (nothing stands out)");
}

void HumanPrinter::comparison(const Comparison& comparison) {
  headed(name(comparison.spec),
         fmt::format("of {} · of {}", counted(comparison.articles, "article"),
                     grouped(comparison.others)));
  for (const ComparedValue& value : comparison.values) {
    const auto side = [](std::size_t count, std::size_t of) {
      return pad_left(grouped(count), 6) + " " + pad_left(percent(count, of), 5);
    };
    const std::string what =
        cell(comparison.spec, {value.value, value.label, value.query, value.count});
    line(fmt::format("  {} {}  {} {}   G² {:.0f}",
                     value.share == ComparedValue::Share::More ? '+' : '-',
                     pad_right(fit(what, 32), 32), side(value.count, comparison.articles),
                     side(value.other, comparison.others), value.significance));
  }
  if (comparison.values.empty()) line("  (nothing differs by more than chance)");
}

void HumanPrinter::crossing(const CrossTable& table) {
  const std::string title = rows_name(table.spec) + " × " + name(table.spec.columns);
  const std::string total = counted(table.total, "article");
  headed(title, total);
  if (table.spec.kind == CrossSpec::Kind::Pairs) {
    pairs(table);
    return;
  }
  std::size_t name_columns = 4;
  for (const CrossTable::Row& row : table.rows)
    name_columns = std::max(name_columns, display_width(cell(table.spec.rows, row.value)));
  name_columns = std::min<std::size_t>(name_columns, 24);
  // As many columns as fit, in bands below each other.
  constexpr std::size_t kMostColumns = 12;
  std::size_t width = 5;
  for (const FacetValue& column : table.columns)
    width = std::max(width, std::min(display_width(heading(column)), kMostColumns));
  const std::size_t room = style_.width > name_columns + 4 ? style_.width - name_columns - 4 : 1;
  const std::size_t band = std::max<std::size_t>(1, room / (width + 2));
  for (std::size_t first = 0; first < table.columns.size(); first += band) {
    const std::size_t last = std::min(table.columns.size(), first + band);
    std::string head(2 + name_columns, ' ');
    for (std::size_t i = first; i < last; ++i)
      head += "  " + pad_left(fit(heading(table.columns[i]), width), width);
    line(inked(style_, Ink::Faint, head));
    for (const CrossTable::Row& row : table.rows) {
      std::string text =
          "  " + pad_right(fit(cell(table.spec.rows, row.value), name_columns), name_columns);
      for (std::size_t i = first; i < last; ++i)
        text += "  " + pad_left(row.counts[i] == 0 ? "·" : grouped(row.counts[i]), width);
      line(text);
    }
  }
}

void HumanPrinter::pairs(const CrossTable& table) {
  std::size_t first = 8, second = 8;
  for (const CrossTable::Pair& pair : table.pairs) {
    first = std::max(first, display_width(cell(table.spec.rows, pair.first)));
    second = std::max(second, display_width(cell(table.spec.columns, pair.second)));
  }
  first = std::min(first, style_.width / 3);
  second = std::min(second, style_.width / 3);
  for (const CrossTable::Pair& pair : table.pairs) {
    line("  " + pad_right(fit(cell(table.spec.rows, pair.first), first), first) + "  " +
         pad_right(fit(cell(table.spec.columns, pair.second), second), second) + "  " +
         pad_left(grouped(pair.count), 7));
  }
  if (table.pairs.empty()) line("  (no two values in one article)");
}

}  // namespace pressmark::searcher
