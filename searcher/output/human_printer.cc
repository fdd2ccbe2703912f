#include "searcher/output/human_printer.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/country.h"
#include "common/display_width.h"
#include "common/language.h"
#include "common/terminal_text.h"
#include "common/utf8.h"

namespace pressmark::searcher {
namespace {

constexpr std::size_t kIndent = 4;
constexpr std::size_t kSourceColumns = 26;
constexpr std::size_t kTitleLines = 3;
constexpr std::size_t kSnippetLines = 2;

std::string date_text(const StoredArticle& article) {
  if (!article.date) return "undated";
  return (article.date_sure ? "" : "~") + to_string(*article.date);
}

/// "Tagesschau · DE · 2022-09-27", plain and in colours.
struct Origin {
  std::string plain, inked;
};

Origin origin_of(const StoredArticle& article, const Style& style) {
  const std::string& name = article.source_name.empty() ? article.source : article.source_name;
  const std::string source = fit(terminal_safe(name), kSourceColumns);
  const std::string country = terminal_safe(article.source_country);
  const std::string date = date_text(article);
  Origin origin{date, inked(style, Ink::Date, date)};
  if (!country.empty()) origin = {country + " · " + origin.plain, country + " · " + origin.inked};
  if (!source.empty()) {
    origin = {source + " · " + origin.plain,
              inked(style, Ink::Source, source) + " · " + origin.inked};
  }
  return origin;
}

std::string joined(const std::vector<std::string>& items, std::string_view between) {
  std::string text;
  for (const std::string& item : items) {
    if (!text.empty()) text += between;
    text += terminal_safe(item);
  }
  return text;
}

std::string similar_text(const Hit& hit) {
  if (hit.similar == 0) return {};
  constexpr std::size_t kNames = 3;
  std::string text = fmt::format(" · +{} similar", hit.similar);
  for (std::size_t i = 0; i < hit.similar_sources.size() && i < kNames; ++i) {
    text += (i == 0 ? ": " : ", ") + terminal_safe(hit.similar_sources[i]);
  }
  return hit.similar_sources.size() > kNames ? text + " …" : text;
}

std::string shared_text(const Hit& hit) {
  return hit.shared ? fmt::format(" · {:.0f} % the same", 100 * *hit.shared) : std::string();
}

/// The value and its label in one cell: "DE  Germany".
std::string cell(const FacetSpec& spec, const FacetValue& value) {
  if (spec.field == FieldId::Entity) return terminal_safe(value.value + " (" + value.label + ")");
  std::string text = terminal_safe(value.value);
  if (!value.label.empty()) text = pad_right(text, 2) + "  " + terminal_safe(value.label);
  return text;
}

struct TableRow {
  std::string name;
  std::size_t count = 0;
};

}  // namespace

HumanPrinter::HumanPrinter(Style style, Write write, Write footer, Detail detail)
    : style_(style), write_(std::move(write)), footer_(std::move(footer)), detail_(detail) {}

void HumanPrinter::line(std::string_view text) { write_(std::string(text) + "\n"); }

void HumanPrinter::hit(const Hit& hit) {
  const StoredArticle& article = hit.article;
  const Origin origin = origin_of(article, style_);
  const std::string rank = pad_left(std::to_string(hit.rank), 2) + "  ";
  const std::size_t taken = rank.size() + 2 + display_width(origin.plain);
  const std::size_t columns = style_.width > taken + 20 ? style_.width - taken : 20;
  const std::string title = article.title.empty() ? "(no headline)" : article.title;
  const Style plain{false, false, false, style_.width};
  const std::vector<std::string> lines = wrap({title, {}}, plain, columns, kTitleLines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string text = linked(style_, article.url, inked(style_, Ink::Title, lines[i]));
    if (i == 0) {
      text = rank + text + std::string(columns - std::min(columns, display_width(lines[0])), ' ') +
             "  " + origin.inked;
    } else {
      text = std::string(rank.size(), ' ') + text;
    }
    line(text);
  }
  const std::string indent(kIndent, ' ');
  for (const std::string& text : wrap(
           hit.snippet, style_, std::max<std::size_t>(style_.width, 24) - kIndent, kSnippetLines)) {
    line(indent + text);
  }
  if (detail_ == Detail::Long) details(article);
  const std::string place = terminal_safe(article.url.empty() ? article.origin : article.url);
  line(indent + place + "    " + hit.short_id + similar_text(hit) + shared_text(hit));
}

void HumanPrinter::details(const StoredArticle& article) {
  const auto row = [&](std::string_view name, const std::string& text) {
    if (!text.empty()) line(fmt::format("    {:<10} {}", name, text));
  };
  row("by", joined(article.authors, ", "));
  row("about", joined(article.countries, ", "));
  row("people", joined(article.persons, ", "));
  row("orgs", joined(article.orgs, ", "));
  row("places", joined(article.places, ", "));
  row("language", terminal_safe(article.language));
  row("origin", terminal_safe(article.origin));
}

void HumanPrinter::facet(const Facet& facet) {
  const std::string values =
      fmt::format("{} values, {} articles", grouped(facet.distinct), grouped(facet.total));
  const std::string title = name(facet.spec);
  line(title + pad_left(values, style_.width > title.size() ? style_.width - title.size() : 0));
  std::vector<TableRow> rows;
  for (const FacetValue& value : facet.values)
    rows.push_back({cell(facet.spec, value), value.count});
  if (facet.missing > 0) rows.push_back({"(none)", facet.missing});
  std::size_t name_columns = 12, count_columns = 5, most = 1;
  for (const TableRow& row : rows) {
    name_columns = std::max(name_columns, std::min<std::size_t>(display_width(row.name), 40));
    count_columns = std::max(count_columns, grouped(row.count).size());
    most = std::max(most, row.count);
  }
  const std::size_t used = 2 + name_columns + 2 + count_columns + 2 + 5 + 2;
  const std::size_t bar_columns =
      style_.bars && style_.width > used + 4 ? std::min<std::size_t>(style_.width - used, 24) : 0;
  for (const TableRow& row : rows) {
    std::string text = "  " + pad_right(fit(row.name, name_columns), name_columns) + "  " +
                       pad_left(grouped(row.count), count_columns) + "  " +
                       pad_left(percent(row.count, facet.total), 5);
    if (bar_columns > 0) {
      text += "  " + bar(static_cast<double>(row.count) / static_cast<double>(most), bar_columns);
    }
    line(text);
  }
  const std::size_t more = facet.distinct > facet.values.size() && !facet.spec.interval
                               ? facet.distinct - facet.values.size()
                               : 0;
  if (more > 0) line(fmt::format("  … {} more: --facet-limit 0", grouped(more)));
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
  const std::string sample = fmt::format("of {} articles · archive", grouped(related.sample));
  line(title + pad_left(sample, style_.width > title.size() ? style_.width - title.size() : 0));
  for (const RelatedValue& value : related.values) {
    std::string text = terminal_safe(value.value);
    if (!value.label.empty()) text += "  " + terminal_safe(value.label);
    line(fmt::format("  {}  {} {}   G² {:.0f}", pad_right(fit(text, 40), 40),
                     pad_left(grouped(value.count), 6), pad_left(grouped(value.archived), 8),
                     value.significance));
  }
}

std::string footer_text(const Summary& summary) {
  std::string text;
  if (summary.last > 0) text = fmt::format("{}–{} of ", summary.first, summary.last);
  const std::string about = summary.total_exact ? "" : "~";
  const bool folded = summary.distinct && *summary.distinct < summary.total;
  const std::size_t shown = folded ? *summary.distinct : summary.total;
  text += fmt::format("{}{} article{}", about, grouped(shown), shown == 1 ? "" : "s");
  if (folded) text += fmt::format(" ({} with duplicates)", grouped(summary.total));
  if (summary.dates) {
    const std::string first = to_string(summary.dates->first);
    const std::string last = to_string(summary.dates->second);
    text += " · " + (first == last ? first : first + " … " + last);
  }
  return text + fmt::format(" · {:.0f} ms", summary.elapsed_ms);
}

void HumanPrinter::summary(const Summary& summary) { footer_(footer_text(summary) + "\n"); }

void HumanPrinter::article(const ArticleView& view) {
  const StoredArticle& article = view.article;
  const Style plain{false, false, false, style_.width};
  const std::size_t columns = std::min<std::size_t>(style_.width, 100);
  const std::string title = article.title.empty() ? "(no headline)" : article.title;
  for (const std::string& text : wrap({title, {}}, plain, columns, 0)) {
    line(linked(style_, article.url, inked(style_, Ink::Title, text)));
  }
  line("");
  const auto row = [&](std::string_view name, const std::string& text) {
    if (text.empty()) return;
    const auto lines = wrap({text, {}}, plain, columns - 12, 0);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      line(pad_right(i == 0 ? std::string(name) : "", 12) + lines[i]);
    }
  };
  const auto named = [](const std::string& name, const std::string& detail) {
    return name.empty() || detail.empty() ? name + detail : name + " (" + detail + ")";
  };
  row("source", named(article.source_name, article.source) +
                    (article.source_country.empty() ? "" : " · " + article.source_country));
  row("date",
      date_text(article) + (article.date_origin.empty() ? "" : "  (" + article.date_origin + ")"));
  row("by", joined(article.authors, ", "));
  std::vector<std::string> countries;
  for (const std::string& code : article.countries) countries.push_back(country_name(code));
  row("about", joined(countries, ", "));
  row("people", joined(article.persons, ", "));
  row("orgs", joined(article.orgs, ", "));
  row("places", joined(article.places, ", "));
  row("language", article.language.empty() ? "" : language_name(article.language));
  row("words", std::to_string(article.words));
  if (view.similar > 0)
    row("similar", fmt::format("{} near-copies: --story {}", view.similar, article.id));
  if (!article.url.empty()) line(pad_right("url", 12) + terminal_safe(article.url));
  line(pad_right("origin", 12) + terminal_safe(article.origin));
  line(pad_right("id", 12) + article.id +
       (article.external_id.empty() ? "" : "  (" + terminal_safe(article.external_id) + ")"));
  if (article.truncated) line(pad_right("note", 12) + "the text is cut");
  paragraphs(view.text, columns);
}

void HumanPrinter::paragraphs(const Snippet& text, std::size_t columns) {
  std::size_t point = 0, mark = 0;
  for (std::size_t at = 0; at < text.text.size();) {
    const std::size_t end = std::min(text.text.find('\n', at), text.text.size());
    Snippet paragraph{text.text.substr(at, end - at), {}};
    const std::size_t points = count_code_points(paragraph.text);
    for (; mark < text.highlights.size() && text.highlights[mark].first < point + points; ++mark) {
      const auto [first, last] = text.highlights[mark];
      if (first >= point) paragraph.highlights.emplace_back(first - point, last - point);
    }
    const auto lines = wrap(paragraph, style_, columns, 0);
    if (!lines.empty()) line("");
    for (const std::string& wrapped : lines) line(wrapped);
    point += points + 1;
    at = end + 1;
  }
}

void HumanPrinter::count(std::string_view query_id, std::size_t articles) {
  line(query_id.empty() ? std::to_string(articles)
                        : terminal_safe(query_id) + "\t" + std::to_string(articles));
}

}  // namespace pressmark::searcher
