#include "searcher/output/human_printer.h"

#include <algorithm>
#include <utility>

#include <fmt/core.h>

#include "common/country.h"
#include "common/display_width.h"
#include "common/language.h"
#include "common/terminal_text.h"
#include "common/utf8.h"
#include "searcher/output/difference_lines.h"

namespace pressmark::searcher {
namespace {

constexpr std::size_t kIndent = 4;
constexpr std::size_t kSourceColumns = 26;
constexpr std::size_t kTitleLines = 3;
constexpr std::size_t kSnippetLines = 2;
constexpr std::size_t kLeastTitle = 20;   // columns
constexpr std::size_t kWidestList = 120;  // on wider screens an eye loses the line on its way

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
  if (hit.similar == 0 || !hit.folds) return {};
  constexpr std::size_t kNames = 3;
  std::string text = fmt::format("+{} similar", hit.similar);
  for (std::size_t i = 0; i < hit.similar_sources.size() && i < kNames; ++i) {
    text += (i == 0 ? ": " : ", ") + terminal_safe(hit.similar_sources[i]);
  }
  return hit.similar_sources.size() > kNames ? text + " …" : text;
}

}  // namespace

HumanPrinter::HumanPrinter(Style style, Write write, Write footer, Detail detail,
                           std::string locale)
    : style_(style),
      write_(std::move(write)),
      footer_(std::move(footer)),
      detail_(detail),
      locale_(std::move(locale)) {}

void HumanPrinter::line(std::string_view text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  write_(std::string(text) + "\n");
}

void HumanPrinter::hit(const Hit& hit) {
  if (hit.shared) {
    copy(hit);
    return;
  }
  const StoredArticle& article = hit.article;
  const Origin origin = origin_of(article, style_);
  const std::string rank = pad_left(std::to_string(hit.rank), 2) + "  ";
  const std::size_t width = std::min(style_.width, kWidestList);
  const std::size_t beside = rank.size() + 2 + display_width(origin.plain);
  const bool narrow = width < beside + kLeastTitle;  // the origin has a line of its own
  const std::size_t columns = narrow ? std::max(width, kLeastTitle) - rank.size() : width - beside;
  const std::string title = article.title.empty() ? "(no headline)" : article.title;
  const Style plain{false, false, false, style_.width};
  const std::vector<std::string> lines = wrap({title, {}}, plain, columns, kTitleLines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string text = linked(style_, article.url, inked(style_, Ink::Title, lines[i]));
    if (i == 0 && narrow) {
      text = rank + text;
    } else if (i == 0) {
      text = rank + text + std::string(columns - std::min(columns, display_width(lines[0])), ' ') +
             "  " + origin.inked;
    } else {
      text = std::string(rank.size(), ' ') + text;
    }
    line(text);
  }
  const std::string indent(kIndent, ' ');
  if (narrow) line(indent + origin.inked);
  for (const std::string& text : wrap(
           hit.snippet, style_, std::max<std::size_t>(style_.width, 24) - kIndent, kSnippetLines)) {
    line(indent + text);
  }
  mentions(hit);
  if (detail_ == Detail::Long) details(article);
  const std::string place = terminal_safe(article.url.empty() ? article.origin : article.url);
  const std::string last = indent + place + "    " + hit.short_id;
  const std::string similar = similar_text(hit);
  const bool fits = display_width(last) + 3 + display_width(similar) <= style_.width;
  line(similar.empty() || !fits ? last : last + " · " + similar);
  if (!fits && !similar.empty())
    line(indent + fit(similar, style_.width - std::min(style_.width, kIndent)));
}

/// One of the articles of a story in a line: when, who, how much of the text is that of the article
/// asked for.
void HumanPrinter::copy(const Hit& hit) {
  constexpr std::size_t kSame = 6;
  const StoredArticle& article = hit.article;
  if (!std::exchange(listed_, true)) headed("story " + hit.story, "text the same");
  const std::string& name = article.source_name.empty() ? article.source : article.source_name;
  const std::string date = pad_right(date_text(article), 11);
  const std::string source = pad_right(fit(terminal_safe(name), 22), 22);
  const std::string same = pad_left(fmt::format("{:.0f} %", 100 * *hit.shared), kSame);
  const std::string rank = pad_left(std::to_string(hit.rank), 2) + "  ";
  const std::size_t used = rank.size() + 11 + 2 + 22 + 2 + 2 + hit.short_id.size() + 2 + kSame;
  const std::size_t columns = style_.width > used + 10 ? style_.width - used : 10;
  const std::string title = fit(terminal_safe(article.title), columns);
  line(rank + inked(style_, Ink::Date, date) + "  " + inked(style_, Ink::Source, source) + "  " +
       linked(style_, article.url, title) +
       std::string(columns - std::min(columns, display_width(title)), ' ') + "  " + hit.short_id +
       "  " + same);
}

/// A line each: number of the paragraph, and the words in one column.
void HumanPrinter::mentions(const Hit& hit) {
  constexpr std::size_t kNumberColumns = 6;
  const std::size_t columns = style_.width > 40 ? style_.width - kIndent - kNumberColumns : 30;
  for (const Mention& mention : hit.mentions) {
    const std::string word = terminal_safe(mention.word);
    const std::size_t middle = display_width(word) + (style_.colours ? 0 : 4);
    const std::size_t left = (columns - std::min(columns, middle)) / 2;
    const std::size_t right = columns - std::min(columns, left + middle);
    const std::string marked = style_.colours ? inked(style_, Ink::Mark, word) : "**" + word + "**";
    line(std::string(kIndent, ' ') +
         inked(style_, Ink::Faint,
               pad_right(fmt::format("¶{}", mention.paragraph), kNumberColumns)) +
         pad_left(fit_end(terminal_safe(mention.before), left), left) + marked +
         fit(terminal_safe(mention.after), right));
  }
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
  row("sha256", terminal_safe(article.sha256));
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
  for (const std::string& code : article.countries)
    countries.push_back(country_name(code, locale_));
  row("about", joined(countries, ", "));
  row("people", joined(article.persons, ", "));
  row("orgs", joined(article.orgs, ", "));
  row("places", joined(article.places, ", "));
  row("language", article.language.empty() ? "" : language_name(article.language, locale_));
  row("words", std::to_string(article.words));
  if (view.similar > 0)
    row("similar", fmt::format("{} near-cop{}: --story {}", view.similar,
                               view.similar == 1 ? "y" : "ies", article.id));
  if (view.versions > 1) {
    row("version", fmt::format("{} of {}: --diff {}", view.version, view.versions, article.id));
  }
  std::vector<std::string> days;
  for (const Instant when : view.captures) days.push_back(to_string(utc_day(when)));
  row("seen again", joined(days, ", "));
  if (!article.url.empty()) line(pad_right("url", 12) + terminal_safe(article.url));
  line(pad_right("origin", 12) + terminal_safe(article.origin));
  line(pad_right("sha256", 12) + terminal_safe(article.sha256));
  line(pad_right("id", 12) + article.id +
       (article.external_id.empty() ? "" : "  (" + terminal_safe(article.external_id) + ")"));
  if (article.truncated) line(pad_right("note", 12) + "the text is cut");
  paragraphs(view.text, columns);
}

void HumanPrinter::difference(const VersionDifference& difference) {
  for (const std::string& text : difference_lines(difference, style_)) line(text);
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

void HumanPrinter::count(std::string_view query_id, const Count& count) {
  line(query_id.empty() ? std::to_string(count.articles)
                        : terminal_safe(query_id) + "\t" + std::to_string(count.articles));
}

}  // namespace pressmark::searcher
