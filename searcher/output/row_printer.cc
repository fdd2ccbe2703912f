#include "searcher/output/row_printer.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/core.h>

#include "common/terminal_text.h"
#include "common/text.h"

namespace pressmark::searcher {
namespace {

std::string in_one_cell(const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) text += (text.empty() ? "" : "; ") + value;
  return text;
}

std::string moment(const std::optional<Instant>& instant) {
  return instant ? to_string(*instant) : std::string();
}

/// What a row or column of a table is called.
std::string_view called(const FacetValue& value) {
  return value.value.empty() ? std::string_view(value.label) : value.value;
}

struct Column {
  std::string_view name;
  std::string (*value)(const Hit&);
};

constexpr std::array kColumns = {
    Column{"rank", [](const Hit& h) { return std::to_string(h.rank); }},
    Column{"score", [](const Hit& h) { return fmt::format("{:.4f}", h.score); }},
    Column{"id", [](const Hit& h) { return h.article.id; }},
    Column{"external_id", [](const Hit& h) { return h.article.external_id; }},
    Column{"date", [](const Hit& h) { return h.article.date ? to_string(*h.article.date) : ""; }},
    Column{"source", [](const Hit& h) { return h.article.source; }},
    Column{"source_name", [](const Hit& h) { return h.article.source_name; }},
    Column{"source_country", [](const Hit& h) { return h.article.source_country; }},
    Column{"lang", [](const Hit& h) { return h.article.language; }},
    Column{"title", [](const Hit& h) { return h.article.title; }},
    Column{"authors", [](const Hit& h) { return in_one_cell(h.article.authors); }},
    Column{"countries", [](const Hit& h) { return in_one_cell(h.article.countries); }},
    Column{"persons", [](const Hit& h) { return in_one_cell(h.article.persons); }},
    Column{"orgs", [](const Hit& h) { return in_one_cell(h.article.orgs); }},
    Column{"places", [](const Hit& h) { return in_one_cell(h.article.places); }},
    Column{"url", [](const Hit& h) { return h.article.url; }},
    Column{"origin", [](const Hit& h) { return h.article.origin; }},
    Column{"sha256", [](const Hit& h) { return h.article.sha256; }},
    Column{"story", [](const Hit& h) { return h.story; }},
    Column{"similar", [](const Hit& h) { return std::to_string(h.similar); }},
    Column{"words", [](const Hit& h) { return std::to_string(h.article.words); }},
    Column{"snippet", [](const Hit& h) { return h.snippet.text; }},
    Column{"query_id", [](const Hit& h) { return h.query_id; }},
    Column{"date_source", [](const Hit& h) { return h.article.date ? h.article.date_origin : ""; }},
    Column{"date_sure",
           [](const Hit& h) {
             return std::string(!h.article.date ? "" : h.article.date_sure ? "true" : "false");
           }},
    Column{"crawled", [](const Hit& h) { return moment(h.article.crawled); }},
    Column{"added", [](const Hit& h) { return moment(h.article.added); }},
    Column{"section", [](const Hit& h) { return h.article.section; }},
    Column{"tags", [](const Hit& h) { return in_one_cell(h.article.tags); }},
    Column{"kind", [](const Hit& h) { return h.article.kind; }},
    Column{"versions", [](const Hit& h) { return std::to_string(h.versions); }},
};

std::string csv_cell(std::string_view safe) {
  if (safe.find_first_of(",\"") == std::string_view::npos) return std::string(safe);
  std::string cell = "\"";
  for (const char c : safe) cell += c == '"' ? std::string("\"\"") : std::string(1, c);
  return cell + "\"";
}

}  // namespace

std::optional<std::string> hit_value(const Hit& hit, std::string_view name) {
  const auto found = std::ranges::find(kColumns, name, &Column::name);
  if (found == kColumns.end()) return std::nullopt;
  return found->value(hit);
}

const std::vector<std::string>& hit_value_names() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names;
    for (const Column& column : kColumns) names.emplace_back(column.name);
    return names;
  }();
  return kNames;
}

void TablePrinter::write_cells(const std::vector<std::string>& cells) {
  std::string text;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) text += form_ == RowForm::Csv ? ',' : '\t';
    const std::string safe = terminal_safe(cells[i]);
    text += form_ == RowForm::Csv ? csv_cell(safe) : safe;
  }
  write_(text + "\n");
}

void TablePrinter::row(const std::vector<std::string>& header,
                       const std::vector<std::string>& cells) {
  if (header != header_) {
    header_ = header;
    write_cells(header);
  }
  write_cells(cells);
}

void TablePrinter::hit(const Hit& hit) {
  std::vector<std::string> cells;
  for (const Column& column : kColumns) cells.push_back(column.value(hit));
  row(hit_value_names(), cells);
}

void TablePrinter::facet(const Facet& facet) {
  static const std::vector<std::string> kHeader = {"field", "value", "label", "count", "query"};
  const std::string field_name = name(facet.spec);
  for (const FacetValue& value : facet.values) {
    row(kHeader, {field_name, value.value, value.label, std::to_string(value.count), value.query});
  }
  if (facet.missing > 0) {
    row(kHeader, {field_name, "", "(none)", std::to_string(facet.missing), ""});
  }
}

void TablePrinter::timeline(const Timeline& timeline) {
  const bool shares = timeline.spec.measure == TimelineSpec::Measure::Share;
  std::vector<std::string> header = {"interval", "start", "label", "count", "archived"};
  if (shares) header.insert(header.end(), {"of", "share"});
  for (const Bucket& bucket : timeline.buckets) {
    std::vector<std::string> cells = {
        std::string(name(timeline.spec.interval)), to_string(bucket.start), bucket.label,
        std::to_string(bucket.count), std::to_string(bucket.archived)};
    if (shares) {
      const std::size_t of = bucket.of.value_or(0);
      cells.push_back(std::to_string(of));
      cells.push_back(of == 0 ? ""
                              : fmt::format("{:.6f}", static_cast<double>(bucket.count) /
                                                          static_cast<double>(of)));
    }
    row(header, cells);
  }
  if (timeline.undated > 0) {
    std::vector<std::string> cells(header.size());
    cells[0] = name(timeline.spec.interval);
    cells[2] = "undated";
    cells[3] = std::to_string(timeline.undated);
    row(header, cells);
  }
}

void TablePrinter::crossing(const CrossTable& table) {
  const std::string rows = rows_name(table.spec), columns = name(table.spec.columns);
  if (table.spec.kind == CrossSpec::Kind::Pairs) {
    const std::vector<std::string> header = {rows, columns == rows ? columns + "2" : columns,
                                             "count"};
    for (const CrossTable::Pair& pair : table.pairs)
      row(header, {pair.first.value, pair.second.value, std::to_string(pair.count)});
    return;
  }
  std::vector<std::string> header = {rows};
  for (const FacetValue& column : table.columns) header.emplace_back(called(column));
  header.emplace_back("total");
  for (const CrossTable::Row& each : table.rows) {
    std::vector<std::string> cells = {std::string(called(each.value))};
    for (const std::size_t count : each.counts) cells.push_back(std::to_string(count));
    cells.push_back(std::to_string(each.value.count));
    row(header, cells);
  }
}

void TablePrinter::related(const Related& related) {
  static const std::vector<std::string> kHeader = {"field",    "value",        "label", "count",
                                                   "archived", "significance", "query"};
  const bool words = related.field == FieldId::Body;
  for (const RelatedValue& value : related.values) {
    row(kHeader, {words ? "word" : std::string(field(related.field).name), value.value, value.label,
                  std::to_string(value.count), std::to_string(value.archived),
                  fmt::format("{:.2f}", value.significance), value.query});
  }
}

void TablePrinter::comparison(const Comparison& comparison) {
  static const std::vector<std::string> kHeader = {
      "field", "value", "label", "count", "of", "count2", "of2", "share", "significance", "query"};
  for (const ComparedValue& value : comparison.values) {
    row(kHeader, {name(comparison.spec), value.value, value.label, std::to_string(value.count),
                  std::to_string(comparison.articles), std::to_string(value.other),
                  std::to_string(comparison.others),
                  value.share == ComparedValue::Share::More ? "more" : "less",
                  fmt::format("{:.2f}", value.significance), value.query});
  }
}

void TablePrinter::count(std::string_view query_id, const Count& count) {
  if (query_id.empty()) {
    row({"total"}, {std::to_string(count.articles)});
  } else {
    row({"query", "total"}, {std::string(query_id), std::to_string(count.articles)});
  }
}

Expected<Template, std::string> Template::parse(std::string_view text) {
  Template result;
  std::string plain;
  const auto flush = [&] {
    if (!plain.empty()) result.parts_.push_back({std::exchange(plain, {}), {}});
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const char next = at + 1 < text.size() ? text[at + 1] : '\0';
    if (c == '\\' && at + 1 < text.size()) {
      ++at;
      plain += next == 't' ? '\t' : next == 'n' ? '\n' : next == '0' ? '\0' : next;
    } else if ((c == '{' || c == '}') && next == c) {
      plain += c;
      ++at;
    } else if (c == '{') {
      const std::size_t end = text.find('}', at);
      if (end == std::string_view::npos) {
        return Unexpected<std::string>("\"{\" is never closed");
      }
      const std::string_view name = text.substr(at + 1, end - at - 1);
      if (std::ranges::find(kColumns, name, &Column::name) == kColumns.end()) {
        std::string known;
        for (const Column& column : kColumns) known += " " + std::string(column.name);
        return Unexpected<std::string>(
            fmt::format("unknown field \"{}\"; there are:{}", name, known));
      }
      flush();
      result.parts_.push_back({{}, std::string(name)});
      at = end;
    } else {
      plain += c;
    }
  }
  flush();
  return result;
}

std::string Template::fill(const Hit& hit, Safety safety) const {
  std::string record;
  for (const Part& part : parts_) {
    const std::string value =
        part.field.empty() ? part.text : hit_value(hit, part.field).value_or("");
    record += part.field.empty() || safety == Safety::Raw ? value : terminal_safe(value);
  }
  return record;
}

LinePrinter::LinePrinter(Template record, std::string_view record_end, Safety safety, Write write)
    : record_(std::move(record)), end_(record_end), safety_(safety), write_(std::move(write)) {}

void LinePrinter::hit(const Hit& hit) {
  std::string record = record_.fill(hit, safety_);
  if (!record.empty()) write_(record + end_);
}

bool LinePrinter::shows(const Hit& hit) const { return !record_.fill(hit, safety_).empty(); }

void LinePrinter::count(std::string_view query_id, const Count& count) {
  const std::string id = query_id.empty() ? "" : terminal_safe(query_id) + "\t";
  write_(id + std::to_string(count.articles) + end_);
}

void TrecPrinter::hit(const Hit& hit) {
  const auto word = [](std::string_view text) {
    std::string safe = terminal_safe(text);
    std::ranges::replace(safe, ' ', '_');
    return safe.empty() ? std::string("-") : safe;
  };
  const StoredArticle& article = hit.article;
  write_(fmt::format("{} Q0 {} {} {:.6f} pressmark\n", word(hit.query_id),
                     word(article.external_id.empty() ? article.id : article.external_id), hit.rank,
                     hit.score));
}

void TrecPrinter::count(std::string_view query_id, const Count& count) {
  write_(terminal_safe(query_id) + "\t" + std::to_string(count.articles) + "\n");
}

}  // namespace pressmark::searcher
