#include "searcher/output/html_printer.h"

#include <algorithm>

#include <fmt/core.h>

#include "common/schema.h"
#include "common/terminal_text.h"
#include "common/text.h"
#include "common/utf8.h"

namespace pressmark::searcher {
namespace {

constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<style>
:root { color-scheme: light dark; --ink: #1b1b1b; --soft: #5b6068; --line: #d9dce1; --bar_of: #3b6ea5; --mark: #fff0a8; --paper: #ffffff }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e8e6; --soft: #a0a5ad; --line: #3a3e45; --bar_of: #7fb0e3; --mark: #5c4d00; --paper: #16181b } }
body { font: 16px/1.5 Georgia, serif; color: var(--ink); background: var(--paper); max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem; margin: 0 } h2 { font-size: 1.1rem; border-top: 1px solid var(--line); padding-top: 1rem }
h3 { font-size: 1rem; margin: 1.2rem 0 0 } p { margin: .2rem 0 } a { color: inherit }
.soft, th { color: var(--soft); font-size: .85rem; font-weight: normal } mark { background: var(--mark); color: inherit }
table { border-collapse: collapse; font-size: .9rem } th, td { text-align: left; padding: .1rem .8rem .1rem 0 } td.n { text-align: right }
td:first-child { white-space: nowrap }
svg { display: block; max-width: 100%; height: auto } .bar { fill: var(--bar_of) } .gap { fill: var(--line) }
svg text { fill: var(--soft); font: 13px sans-serif }
.counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(19rem, 1fr)); gap: 0 2rem } .wide { grid-column: 1 / -1; overflow-x: auto }
.wide svg { min-width: 36rem } .wide td.n { color: var(--ink) } .wide td.n.none { color: var(--line) }
@media print { body { margin: 0; max-width: none; font-size: 11pt } article, table, svg { break-inside: avoid } }
</style>
)";

// Units of the picture. Its numbers stand above the bars where they have room, its labels below.
constexpr double kChartWidth = 900, kChartHeight = 140, kTop = 18, kFoot = 20;
constexpr double kLabelWidth = 80, kNumberWidth = 28, kWidestBar = 60;

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : terminal_safe(collapse_space(text))) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

bool is_web_address(std::string_view url) {
  return starts_with_ascii_nocase(url, "http://") || starts_with_ascii_nocase(url, "https://");
}

/// The snippet with its marked ranges.
std::string marked(const Snippet& snippet) {
  std::string out;
  std::size_t at = 0, point = 0, done = 0;
  const auto take_to = [&](std::size_t target) {
    while (point < target && at < snippet.text.size()) {
      (void)next_code_point(snippet.text, at);
      ++point;
    }
    // escaped() trims: blanks at the ends of a piece are kept here.
    const std::string_view piece = std::string_view(snippet.text).substr(done, at - done);
    done = at;
    if (piece.empty()) return std::string();
    const std::string_view blanks = " \n\t";
    std::string text = blanks.find(piece.front()) != blanks.npos ? " " : "";
    text += escaped(piece);
    if (piece.size() > 1 && blanks.find(piece.back()) != blanks.npos) text += ' ';
    return text;
  };
  for (const auto& [first, last] : snippet.highlights) {
    out += take_to(first);
    out += "<mark>" + take_to(last) + "</mark>";
  }
  return out + take_to(snippet.text.size());
}

/// A value for people: "Germany" for DE; "Anne Morel (person)" where the label is the kind of a
/// name.
std::string shown_value(const FacetSpec& spec, const FacetValue& value) {
  if (value.label.empty()) return value.value;
  if (spec.field == FieldId::Entity && !value.value.empty())
    return value.value + " (" + value.label + ")";
  return value.label;
}

std::string bar_of(std::size_t count, std::size_t most) {
  constexpr double kWidth = 120;
  const double length =
      most == 0 ? 0 : kWidth * static_cast<double>(count) / static_cast<double>(most);
  return fmt::format(
      "<svg width=\"{0:.0f}\" height=\"10\" role=\"presentation\"><rect class=\"bar\" "
      "width=\"{1:.1f}\" height=\"10\"/></svg>",
      kWidth, length);
}

}  // namespace

void HtmlPrinter::hit(const Hit& hit) {
  const StoredArticle& article = hit.article;
  const std::string title = escaped(article.title.empty() ? "(no headline)" : article.title);
  std::string head = title;
  if (is_web_address(article.url))
    head = fmt::format("<a href=\"{}\">{}</a>", escaped(article.url), title);
  std::string line = escaped(article.source_name.empty() ? article.source : article.source_name);
  if (!article.source_country.empty()) line += " · " + escaped(article.source_country);
  line += article.date
              ? fmt::format(" · {}{}", article.date_sure ? "" : "~", to_string(*article.date))
              : " · undated";
  if (hit.similar > 0 && hit.folds) line += fmt::format(" · {} similar", hit.similar);
  hits_ += fmt::format(
      "<article id=\"{}\"><h3>{}. {}</h3>\n<p class=\"soft\">{}</p>\n<p>{}</p>\n"
      "<p class=\"soft\">{} · {}</p></article>\n",
      escaped(article.id), hit.rank, head, line, marked(hit.snippet), escaped(article.id),
      escaped(article.origin));
}

void HtmlPrinter::facet(const Facet& facet) {
  std::size_t most = 1;
  for (const FacetValue& each : facet.values) most = std::max(most, each.count);
  counts_ += fmt::format("<section><h3>{}</h3><table><tr><th>value<th>articles<th></tr>\n",
                         escaped(name(facet.spec)));
  for (const FacetValue& each : facet.values) {
    counts_ +=
        fmt::format("<tr><td>{}<td class=\"n\">{}<td>{}</tr>\n",
                    escaped(shown_value(facet.spec, each)), each.count, bar_of(each.count, most));
  }
  if (facet.missing > 0)
    counts_ +=
        fmt::format("<tr><td class=\"soft\">(none)<td class=\"n\">{}<td></tr>\n", facet.missing);
  counts_ += "</table>";
  if (facet.distinct > facet.values.size())
    counts_ += fmt::format("<p class=\"soft\">{} more</p>", facet.distinct - facet.values.size());
  counts_ += "</section>\n";
}

void HtmlPrinter::timeline(const Timeline& timeline) {
  const auto height_of = [&](const Bucket& bucket) {
    const double count = static_cast<double>(bucket.count);
    if (timeline.spec.measure != TimelineSpec::Measure::Share) return count;
    return bucket.of.value_or(0) == 0 ? 0.0 : count / static_cast<double>(*bucket.of);
  };
  double most = 0;
  for (const Bucket& bucket : timeline.buckets) most = std::max(most, height_of(bucket));
  const double step =
      timeline.buckets.empty() ? 1 : kChartWidth / static_cast<double>(timeline.buckets.size());
  counts_ += fmt::format(
      "<section class=\"wide\"><h3>by {}</h3><svg viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" "
      "aria-label=\"articles by {}\">\n",
      name(timeline.spec.interval), kChartWidth, kTop + kChartHeight + kFoot,
      name(timeline.spec.interval));
  double next_label = 0;
  for (std::size_t i = 0; i < timeline.buckets.size(); ++i) {
    const Bucket& bucket = timeline.buckets[i];
    const double left = step * static_cast<double>(i);
    const bool gap = bucket.archived == 0;  // of the archive, not of the news
    const double height = most == 0 ? 0 : kChartHeight * height_of(bucket) / most;
    counts_ += fmt::format(
        "<rect class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" "
        "height=\"{:.1f}\"><title>{}: "
        "{}{}</title></rect>\n",
        gap ? "gap" : "bar", left, kTop + kChartHeight - (gap ? 2 : height),
        std::clamp(step - 1, 0.5, kWidestBar), gap ? 2 : height, escaped(bucket.label),
        bucket.count, gap ? ", nothing archived" : "");
    if (step >= kNumberWidth && bucket.count > 0) {
      counts_ += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\">{}</text>\n", left,
                             kTop + kChartHeight - height - 4, bucket.count);
    }
    if (left >= next_label && left + kLabelWidth * 2 / 3 <= kChartWidth) {
      counts_ += fmt::format("<text x=\"{:.1f}\" y=\"{:.0f}\">{}</text>\n", left,
                             kTop + kChartHeight + kFoot - 5, escaped(bucket.label));
      next_label = left + kLabelWidth;
    }
  }
  counts_ += "</svg>";
  if (timeline.undated > 0)
    counts_ += fmt::format("<p class=\"soft\">and {} undated</p>", timeline.undated);
  counts_ += "</section>\n";
}

void HtmlPrinter::crossing(const CrossTable& table) {
  counts_ += fmt::format("<section class=\"wide\"><h3>{} × {}</h3><table><tr>",
                         escaped(rows_name(table.spec)), escaped(name(table.spec.columns)));
  if (table.spec.kind == CrossSpec::Kind::Pairs) {
    counts_ += "<th><th><th>articles</tr>\n";
    for (const CrossTable::Pair& pair : table.pairs) {
      counts_ += fmt::format("<tr><td>{}<td>{}<td class=\"n\">{}</tr>\n",
                             escaped(shown_value(table.spec.rows, pair.first)),
                             escaped(shown_value(table.spec.columns, pair.second)), pair.count);
    }
    counts_ += "</table></section>\n";
    return;
  }
  counts_ += "<th>";
  for (const FacetValue& column : table.columns)
    counts_ += fmt::format("<th>{}", escaped(shown_value(table.spec.columns, column)));
  counts_ += "</tr>\n";
  for (const CrossTable::Row& row : table.rows) {
    counts_ += fmt::format("<tr><td>{}", escaped(shown_value(table.spec.rows, row.value)));
    for (const std::size_t count : row.counts)
      counts_ += fmt::format("<td class=\"n{}\">{}", count == 0 ? " none" : "", count);
    counts_ += "</tr>\n";
  }
  counts_ += "</table></section>\n";
}

void HtmlPrinter::related(const Related& related) {
  counts_ +=
      fmt::format("<section><h3>stands out: {}</h3><table><tr><th>value<th>here<th>archive</tr>\n",
                  related.field == FieldId::Body ? "word" : field(related.field).name);
  for (const RelatedValue& each : related.values) {
    counts_ += fmt::format("<tr><td>{}<td class=\"n\">{}<td class=\"n\">{}</tr>\n",
                           escaped(each.label.empty() ? each.value : each.label), each.count,
                           each.archived);
  }
  counts_ += "</table></section>\n";
}

void HtmlPrinter::comparison(const Comparison& comparison) {
  counts_ += fmt::format(
      "<section><h3>{}: where they differ</h3><table><tr><th>value<th>of {}<th>of {}</tr>\n",
      escaped(name(comparison.spec)), comparison.articles, comparison.others);
  for (const ComparedValue& each : comparison.values) {
    counts_ += fmt::format(
        "<tr><td>{} {}<td class=\"n\">{}<td class=\"n\">{}</tr>\n",
        each.share == ComparedValue::Share::More ? "+" : "−",
        escaped(shown_value(comparison.spec, {each.value, each.label, each.query, each.count})),
        each.count, each.other);
  }
  counts_ += "</table></section>\n";
  summary_ =
      fmt::format("{} articles that match  {}<br>\nagainst {} that match  {}", comparison.articles,
                  escaped(comparison.query), comparison.others, escaped(comparison.other_query));
}

void HtmlPrinter::summary(const Summary& summary) {
  summary_ = fmt::format("{} article{}", summary.total, summary.total == 1 ? "" : "s");
  if (summary.dates) {
    summary_ += fmt::format(" · {} … {}", to_string(summary.dates->first),
                            to_string(summary.dates->second));
  }
  summary_ += fmt::format(" · archive revision {}", summary.revision);
  if (summary.query != title_)
    summary_ += fmt::format("</p>\n<p class=\"soft\">{}", escaped(summary.query));
}

void HtmlPrinter::count(std::string_view query_id, const Count& count) {
  summary_ += fmt::format("{}{}{} articles<br>\n", escaped(query_id), query_id.empty() ? "" : ": ",
                          count.articles);
}

void HtmlPrinter::finish() {
  const std::string title = escaped(title_);
  std::string page(kHead);
  page += fmt::format(
      "<title>{0}</title></head>\n<body><header><h1>{0}</h1>\n<p class=\"soft\">{1}</p></header>\n",
      title, summary_);
  if (!counts_.empty()) page += "<h2>Counts</h2><div class=\"counts\">\n" + counts_ + "</div>\n";
  if (!hits_.empty()) page += "<h2>Articles</h2>\n" + hits_;
  write_(page + "</body></html>\n");
}

}  // namespace pressmark::searcher
