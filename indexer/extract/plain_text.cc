#include "indexer/extract/plain_text.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/outlet_table.h"
#include "common/text.h"
#include "common/url.h"
#include "common/utf8.h"
#include "indexer/extract/authors/byline.h"
#include "indexer/extract/dates/date_language.h"
#include "indexer/extract/dates/published_date.h"
#include "indexer/extract/dates/written_date.h"
#include "indexer/extract/metadata/outlet.h"
#include "indexer/extract/text/block.h"
#include "indexer/extract/text/text_details.h"
#include "indexer/extract/text/text_furniture.h"
#include "indexer/extract/text/text_header.h"
#include "indexer/extract/text/text_lines.h"
#include "indexer/extract/text/text_paragraphs.h"
#include "indexer/extract/text/text_tail.h"
#include "indexer/extract/text/text_top.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxTitle = 250;  // code points; a longer first line is a paragraph
constexpr std::size_t kMaxDatelineHead = 120;
constexpr std::size_t kMaxTopLines = 6;  // above the headline
constexpr std::uint32_t kLeastLetters =
    3;  // a file of rules and stars, or of one letter, is no article

/// As the fields are called in JSON.
std::string_view name_of(HeaderField field) {
  switch (field) {
    case HeaderField::Title:
      return "title";
    case HeaderField::Date:
      return "date";
    case HeaderField::Source:
      return "source_name";
    case HeaderField::Url:
      return "url";
    case HeaderField::Author:
      return "authors";
    case HeaderField::Language:
      return "declared_language";
    case HeaderField::Section:
      return "section";
    case HeaderField::Description:
      return "description";
  }
  return "";
}

/// A front page is many articles': it names none.
bool names_a_page(std::string_view url) {
  const std::size_t host = url.find("://");
  const std::size_t path = host == std::string_view::npos ? host : url.find('/', host + 3);
  return path != std::string_view::npos && path + 1 < url.size();
}

/// What is read of the text so far.
class PlainTextReader {
 public:
  PlainTextReader(const DecodedDocument& document, const ExtractOptions& options)
      : document_(document), options_(options), all_(document.text), lines_(all_.lines()) {
    article_.origin = document.origin;
    article_.url = canonical_url(document.url);
    article_.crawled = document.crawled;
    article_.truncated = document.truncated;
  }

  Outcome<Article> read() {
    read_header();
    read_headline();
    read_details();
    unwrap();
    read_tail();
    read_body();
    if (outlet_line_.empty()) take_outlet(agency_of(dateline_), "agency of the dateline");
    article_.outlet = choose_outlet({article_.url, {outlet_line_}}).outlet;
    settle_date();
    if (!author_line_.empty())
      article_.authors = author_names(author_line_, BylineOrigin::Structured, article_.outlet,
                                      article_.declared_language);
    if (article_.authors.empty() && !byline_.empty())
      article_.authors =
          author_names(byline_, BylineOrigin::Visible, article_.outlet, article_.declared_language);
    const std::uint32_t letters = text_weight(article_.title) + text_weight(article_.text);
    if ((article_.text.empty() || letters < kLeastLetters) && !options_.keep_all)
      return skip(SkipReason::NoText);
    return std::move(article_);
  }

 private:
  void read_header() {
    const TextHeader header = read_text_header(lines_);
    lines_.erase(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(header.consumed));
    for (const HeaderLine& line : header.lines) take(line);
  }

  void take(const HeaderLine& line) {
    note(name_of(line.field), "header line", line.value);
    switch (line.field) {
      case HeaderField::Title:
        if (article_.title.empty()) article_.title = collapse_space(line.value);
        break;
      case HeaderField::Date:
        if (header_date_.empty()) header_date_ = line.value;
        break;
      case HeaderField::Source:
        if (!canonical_url(line.value).empty()) {
          take({HeaderField::Url, line.value});
        } else if (outlet_line_.empty()) {
          outlet_line_ = line.value;
        }
        break;
      case HeaderField::Url:
        if (const std::string url = canonical_url(line.value); !url.empty()) article_.url = url;
        break;
      case HeaderField::Author:
        if (!author_line_.empty()) author_line_ += "; ";
        author_line_ += line.value;
        break;
      case HeaderField::Language:
        article_.declared_language = line.value;
        break;
      case HeaderField::Section:
        article_.section = line.value;
        break;
      case HeaderField::Description:
        article_.description = collapse_space(line.value);
        break;
    }
  }

  void note(std::string_view field, std::string_view rule, std::string_view value) {
    if (options_.explain)
      article_.notes.push_back({std::string(field), std::string(rule), std::string(value)});
  }

  void drop_blank() {
    const auto first =
        std::ranges::find_if(lines_, [](std::string_view line) { return !line.empty(); });
    lines_.erase(lines_.begin(), first);
  }

  void take_outlet(std::string_view name, std::string_view rule) {
    if (name.empty()) return;
    outlet_line_ = name;
    note("source_name", rule, name);
  }

  /// What stands above a headline: the page's menu, its section, the outlet, the day.
  void read_top() {
    for (std::size_t count = 0; count < kMaxTopLines && lines_.size() > 1; ++count) {
      drop_blank();
      if (lines_.empty()) return;
      const std::string_view line = lines_.front();
      if (is_menu_line(line)) {
        for (const std::string_view piece : menu_pieces(line)) take(read_top_detail(piece));
      } else if (is_section_line(lines_)) {
        if (article_.section.empty()) article_.section = collapse_space(line);
      } else {
        const TextDetail detail = read_top_detail(line);
        if (detail.none() || (!detail.date.empty() && !is_above_headline(lines_))) return;
        take(detail);
      }
      lines_.erase(lines_.begin());
    }
  }

  /// A detail that no headline looks like.
  TextDetail read_top_detail(std::string_view line) const {
    TextDetail detail = read_text_detail(line, article_.declared_language);
    if (!detail.byline.empty() || !detail.name.empty() || detail.role ||
        (!detail.date.empty() && !is_day_alone(line)) ||
        (detail.filler && std::ranges::count(line, ' ') > 2))
      return {};
    return detail;
  }

  bool is_day_alone(std::string_view line) const {
    constexpr std::size_t kMaxBeside = 24;  // bytes: a weekday, a time
    const std::vector<WrittenDate> dates = find_dates(line, article_.declared_language);
    return !dates.empty() && line.size() - (dates.front().end - dates.front().begin) <= kMaxBeside;
  }

  void take(const TextDetail& detail) {
    if (const std::string url = canonical_url(detail.url); names_a_page(url)) article_.url = url;
    if (!detail.date.empty() && line_date_.empty()) line_date_ = detail.date;
    if (!detail.byline.empty() && byline_.empty()) {
      byline_ = detail.byline;
      note("authors", "byline below the title", byline_);
    }
    if (!detail.outlet.empty() && outlet_line_.empty())
      take_outlet(detail.outlet, "alone on a line at the headline");
  }

  /// "Weir opens" for "# Weir opens", as Markdown writes a heading.
  static std::string_view without_heading_mark(std::string_view line) {
    const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
    const bool heading = marks > 0 && marks <= 6 && line.substr(marks).starts_with(' ');
    return heading ? trim(line.substr(marks)) : line;
  }

  /// The first line, unless it is a paragraph: then the text has no headline.
  void read_headline() {
    read_top();
    drop_blank();
    if (lines_.empty()) return;
    lines_.front() = without_heading_mark(lines_.front());
    if (!article_.title.empty()) {
      if (fold_accents(lines_.front()) == fold_accents(article_.title))
        lines_.erase(lines_.begin());
      return;
    }
    const bool alone = std::ranges::any_of(lines_.begin() + 1, lines_.end(),
                                           [](std::string_view line) { return !line.empty(); });
    if (!alone || count_code_points(lines_.front()) > kMaxTitle ||
        is_first_paragraph(lines_.front(), dateline_of(lines_.front())))
      return;
    const auto [title, outlet] = title_and_outlet(lines_.front());
    article_.title = collapse_space(title);
    lines_.erase(lines_.begin());
    note("title", "first line", article_.title);
    if (outlet_line_.empty()) take_outlet(outlet, "behind the title");
  }

  /// Lines under the headline that hold the author, the date, the outlet or an address.
  void read_details() {
    drop_blank();
    const TextDetails details = find_text_details(lines_, article_.declared_language);
    for (const TextDetail& detail : details.found) take(detail);
    for (auto line = details.lines.rbegin(); line != details.lines.rend(); ++line)
      lines_.erase(lines_.begin() + static_cast<std::ptrdiff_t>(*line));
  }

  /// Hard-wrapped lines joined again: what is short at the end of a text says something only then.
  void unwrap() {
    unwrapped_ = unwrapped_lines(lines_);
    lines_.assign(unwrapped_.begin(), unwrapped_.end());
  }

  /// "BEIJING, Sept 1, 2022 (Reuters) -" before the first sentence.
  static std::string_view dateline_of(std::string_view paragraph) {
    const std::string_view head = utf8_prefix(paragraph, kMaxDatelineHead);
    std::size_t best = std::string_view::npos;
    for (const std::string_view dash : {" - ", " – ", " — ", " -- ", "——", ") "}) {
      const std::size_t at = head.find(dash);
      if (at < best) best = at + (dash == ") " ? 1 : 0);
    }
    return best == std::string_view::npos ? std::string_view() : head.substr(0, best);
  }

  void read_tail() {
    const TextTail tail = find_text_tail(lines_, outlet_line_);
    lines_.resize(tail.end);
    if (outlet_line_.empty()) take_outlet(tail.outlet, "last lines");
    if (byline_.empty() && author_line_.empty() && !tail.byline.empty()) {
      byline_ = tail.byline;
      note("authors", "byline below the text", byline_);
    }
    if (line_date_.empty()) line_date_ = tail.date;
    if (const std::string url = canonical_url(tail.url); article_.url.empty() && names_a_page(url))
      article_.url = url;
  }

  void read_body() {
    for (const std::string_view line : lines_) {
      if (line.empty() || is_insertion(line)) continue;
      if (article_.text.empty()) {
        dateline_ = dateline_of(line);
      } else {
        article_.text += "\n\n";
      }
      article_.text += line;
    }
  }

  void settle_date() {
    DateCandidates dates(date_language(article_.declared_language, article_.outlet),
                         latest_day(document_.crawled, options_.today));
    dates.add(header_date_, DateOrigin::Given, DateRole::Published);
    dates.add(line_date_, DateOrigin::Text, DateRole::Published);
    dates.add(dateline_, DateOrigin::Text, DateRole::Unclear);
    dates.add_url(article_.url);
    article_.published = dates.published();
    if (article_.published) {
      note("date", dates.rule(), to_string(article_.published->day));
    } else if (dates.too_late()) {
      note("date", "undated, for this day is still to come", to_string(*dates.too_late()));
    }
  }

  const DecodedDocument& document_;
  const ExtractOptions& options_;
  TextLines all_;
  std::vector<std::string> unwrapped_;
  std::vector<std::string_view> lines_;  // into one of those
  Article article_;
  std::string_view header_date_;
  std::string_view line_date_;
  std::string dateline_;
  std::string_view outlet_line_;
  std::string author_line_;
  std::string_view byline_;
};

}  // namespace

Outcome<Article> extract_plain_text(const DecodedDocument& document,
                                    const ExtractOptions& options) {
  return PlainTextReader(document, options).read();
}

}  // namespace pressmark::indexer
