#include "searcher/reports.h"

#include <fmt/core.h>

#include "common/json_writer.h"
#include "common/schema.h"
#include "common/settings.h"
#include "common/terminal_text.h"
#include "common/text.h"
#include "common/utf8.h"

namespace pressmark::searcher {
namespace {

std::string readable_size(std::uintmax_t bytes) {
  constexpr std::string_view kUnits[] = {"bytes", "kB", "MB", "GB", "TB"};
  auto size = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (; size >= 1000 && unit + 1 < std::size(kUnits); ++unit) size /= 1000;
  return unit == 0 ? fmt::format("{} {}", bytes, kUnits[0])
                   : fmt::format("{:.1f} {}", size, kUnits[unit]);
}

std::string joined(const std::vector<std::string>& items, std::string_view between) {
  std::string text;
  for (const std::string& item : items) {
    if (!text.empty()) text += between;
    text += item;
  }
  return text;
}

}  // namespace

void print_fields(Format format, const Write& write) {
  for (const Field& row : fields()) {
    if (format == Format::Jsonl) {
      JsonWriter json;
      json.begin_object();
      json.member("type", "field");
      json.member("v", 1);
      json.member("field", row.name);
      std::vector<std::string_view> aliases;
      for (const std::string_view alias : split(row.aliases, ' ')) {
        if (!alias.empty()) aliases.push_back(alias);
      }
      if (!aliases.empty()) json.array("aliases", aliases);
      json.member("facet", row.facet);
      json.member("help", row.help);
      json.member("example", row.example);
      json.end_object();
      write(json.take() + "\n");
    } else {
      write(fmt::format("{:<10} {} {:<52} {}\n", std::string(row.name) + ":", row.facet ? "*" : " ",
                        row.help, row.example));
    }
  }
  if (format != Format::Jsonl) write("* can be counted with --facet\n");
}

void print_saved_queries(const std::vector<std::pair<std::string, std::string>>& queries,
                         Format format, const Write& write) {
  for (const auto& [name, text] : queries) {
    if (format != Format::Jsonl) {
      write(pad_right("@" + name, 16) + "  " + terminal_safe(text) + "\n");
      continue;
    }
    JsonWriter json;
    json.begin_object();
    json.member("type", "saved_query");
    json.member("v", 1);
    json.member("name", name);
    json.member("query", text);
    json.end_object();
    write(json.take() + "\n");
  }
}

void print_value_lists(const std::vector<std::pair<std::string, std::string>>& lists, Format format,
                       const Write& write) {
  for (const auto& [name, text] : lists) {
    std::vector<std::string> values;
    for (const std::string_view line : split(text, '\n')) {
      if (const std::string_view value = trim(line); !value.empty() && value.front() != '#')
        values.push_back(to_utf8_lossy(value));
    }
    if (format != Format::Jsonl) {
      write(pad_right(":@" + name, 16) + "  " + terminal_safe(joined(values, ", ")) + "\n");
      continue;
    }
    JsonWriter json;
    json.begin_object();
    json.member("type", "value_list");
    json.member("v", 1);
    json.member("name", name);
    json.array("values", values);
    json.end_object();
    write(json.take() + "\n");
  }
}

void print_settings(const std::vector<ConfigValue>& settings, Format format, const Write& write) {
  if (format != Format::Jsonl) return write(settings_text(settings));
  for (const ConfigValue& setting : settings) {
    JsonWriter json;
    json.begin_object();
    json.member("type", "setting");
    json.member("v", 1);
    json.member("option", setting.option);
    json.member("value", setting.value);
    json.member("place", setting.place);
    json.end_object();
    write(json.take() + "\n");
  }
}

void print_explanation(const std::vector<Explanation>& tree, Format format, const Write& write) {
  for (const Explanation& clause : tree) {
    if (format == Format::Jsonl) {
      JsonWriter json;
      json.begin_object();
      json.member("type", "clause");
      json.member("v", 1);
      json.member("depth", clause.depth);
      json.member("clause", clause.clause);
      if (!clause.terms.empty()) json.array("terms", clause.terms);
      json.member("articles", std::uint64_t{clause.articles});
      if (clause.found) json.member("found", *clause.found);
      json.end_object();
      write(json.take() + "\n");
      continue;
    }
    std::string line;
    if (clause.found) line = *clause.found ? "  yes  " : "  no   ";
    line += std::string(2 * clause.depth, ' ') + terminal_safe(clause.clause);
    line = pad_right(line, 40) + "  " + pad_left(grouped(clause.articles), 8);
    if (!clause.terms.empty()) line += "  " + terminal_safe(joined(clause.terms, " "));
    write(line + "\n");
  }
}

void print_statistics(const Engine::Statistics& statistics, Format format, Printer& printer,
                      const Write& write) {
  if (format == Format::Jsonl) {
    JsonWriter json;
    json.begin_object();
    json.member("type", "stats");
    json.member("v", 1);
    json.member("articles", std::uint64_t{statistics.articles});
    json.member("undated", std::uint64_t{statistics.undated});
    if (statistics.dates) {
      json.member("first_date", to_string(statistics.dates->first));
      json.member("last_date", to_string(statistics.dates->second));
    }
    if (statistics.in_stories) json.member("in_stories", std::uint64_t{*statistics.in_stories});
    if (statistics.near_copies) json.member("near_copies", std::uint64_t{*statistics.near_copies});
    json.member("segments", std::uint64_t{statistics.segments});
    if (statistics.bytes) json.member("bytes", std::uint64_t{*statistics.bytes});
    if (statistics.revision) json.member("db_revision", *statistics.revision);
    json.end_object();
    write(json.take() + "\n");
  } else {
    std::string line = grouped(statistics.articles) + " articles";
    if (statistics.dates) {
      line +=
          " · " + to_string(statistics.dates->first) + " … " + to_string(statistics.dates->second);
    }
    line += fmt::format(" · {} undated · {} near-copies of others\n", grouped(statistics.undated),
                        statistics.near_copies ? grouped(*statistics.near_copies) : "unknown");
    write(line);
    if (statistics.bytes && statistics.revision) {
      write(fmt::format("{} in {} segment{}, revision {}\n", readable_size(*statistics.bytes),
                        statistics.segments, statistics.segments == 1 ? "" : "s",
                        *statistics.revision));
    } else {
      write("size and revision unknown\n");
    }
  }
  for (const Facet& facet : statistics.facets) printer.facet(facet);
}

}  // namespace pressmark::searcher
