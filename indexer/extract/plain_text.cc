#include "indexer/extract/plain_text.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/outlet_table.h"
#include "common/text.h"
#include "common/url.h"
#include "common/utf8.h"
#include "indexer/extract/block.h"
#include "indexer/extract/byline.h"
#include "indexer/extract/date_language.h"
#include "indexer/extract/outlet.h"
#include "indexer/extract/published_date.h"
#include "indexer/extract/text_header.h"
#include "indexer/extract/text_paragraphs.h"
#include "indexer/extract/text_tail.h"
#include "indexer/extract/text_top.h"
#include "indexer/extract/written_date.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxTitle = 250;  // code points; a longer first line is a paragraph
constexpr std::size_t kMaxDetailLine =
    120;  // of a line with the author or the date under the headline
constexpr std::size_t kMaxDatelineHead = 120;
constexpr std::size_t kMaxDetailLines = 5;
constexpr std::size_t kMaxTopLines = 4;      // above the headline
constexpr std::size_t kLeastOutletName = 3;  // code points; "AP" alone may be a heading
constexpr std::uint32_t kLeastLetters =
    3;  // a file of rules and stars, or of one letter, is no article

std::vector<std::string_view> trimmed_lines(std::string_view text) {
  std::vector<std::string_view> lines = split(text, '\n');
  for (std::string_view& line : lines) line = trim(line);
  return lines;
}

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

/// What is read of the text so far.
class PlainTextReader {
 public:
  PlainTextReader(const DecodedDocument& document, const ExtractOptions& options)
      : document_(document), options_(options), lines_(trimmed_lines(document.text)) {
    article_.origin = document.origin;
    article_.url = canonical_url(document.url);
    article_.crawled = document.crawled;
    article_.truncated = document.truncated;
  }

  Outcome<Article> read() {
    read_header();
    read_headline();
    read_details();
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
        author_line_ = line.value;
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

  /// The page's menu, and a known outlet alone on a line: what stands above a headline.
  void read_top() {
    for (std::size_t count = 0; count < kMaxTopLines && lines_.size() > 1; ++count) {
      drop_blank();
      if (lines_.empty()) return;
      if (!is_menu_line(lines_.front()) && !take_known_outlet(lines_.front())) return;
      lines_.erase(lines_.begin());
    }
  }

  bool take_known_outlet(std::string_view line) {
    if (!outlet_line_.empty() || count_code_points(line) < kLeastOutletName ||
        !find_outlet_by_name(line))
      return false;
    take_outlet(line, "alone on a line at the headline");
    return true;
  }

  /// The first line, unless it is a paragraph: then the text has no headline.
  void read_headline() {
    read_top();
    drop_blank();
    if (lines_.empty()) return;
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
    article_.title = collapse_space(lines_.front());
    lines_.erase(lines_.begin());
    note("title", "first line", article_.title);
  }

  /// Lines under the headline that hold the author, the date, the outlet or an address and nothing
  /// else; also behind the points that sum the story up ("* Ferries to use fish quay").
  void read_details() {
    drop_blank();
    std::size_t at = 0;
    for (std::size_t count = 0; count < kMaxDetailLines && at < lines_.size();) {
      const std::string_view line = lines_[at];
      if (line.empty() || is_point(line)) {
        ++at;
      } else if (take_detail(line) || take_known_outlet(line)) {
        lines_.erase(lines_.begin() + static_cast<std::ptrdiff_t>(at));
        ++count;
      } else {
        return;
      }
    }
  }

  static bool is_point(std::string_view line) {
    return line.starts_with("* ") || line.starts_with("• ") || line.starts_with("- ");
  }

  bool take_detail(std::string_view line) {
    if (line.size() > 4 * kMaxDetailLine || count_code_points(line) > kMaxDetailLine) return false;
    if (const std::string url = canonical_url(line);
        !url.empty() && line.find(' ') == std::string_view::npos) {
      article_.url = url;
      return true;
    }
    const std::vector<WrittenDate> dates = find_dates(line, article_.declared_language);
    const bool byline = begins_as_byline(line) && !line.ends_with(".") && !line.ends_with("?");
    if (dates.empty()) {
      if (byline) take_byline(line);
      return byline;
    }
    // The date, a time, a weekday, a place, "by our desk": few letters beside it, and no sentence.
    const std::size_t beside = line.size() - (dates.front().end - dates.front().begin);
    if (!byline && (beside > 60 || line.ends_with(".") || is_dateline(line))) return false;
    if (line_date_.empty()) line_date_ = line;
    if (byline || dates.front().end < line.size()) {
      const std::string_view rest =
          byline ? line.substr(0, dates.front().begin) : line.substr(dates.front().end);
      if (byline_.empty() && begins_as_byline(trim(rest))) take_byline(trim(rest));
    }
    return true;
  }

  void take_byline(std::string_view line) {
    byline_ = line;
    note("authors", "byline below the title", line);
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
  static bool is_dateline(std::string_view line) {
    return !dateline_of(line).empty() && line.size() > kMaxDetailLine;
  }

  void read_tail() {
    const TextTail tail = find_text_tail(lines_, outlet_line_);
    lines_.resize(tail.end);
    if (!outlet_line_.empty() || tail.outlet.empty()) return;
    outlet_line_ = tail.outlet;
    note("source_name", "last lines", tail.outlet);
  }

  void read_body() {
    std::vector<std::string> paragraphs = join_paragraphs(lines_);
    if (!paragraphs.empty()) dateline_ = dateline_of(paragraphs.front());
    for (const std::string& paragraph : paragraphs) {
      if (!article_.text.empty()) article_.text += "\n\n";
      article_.text += paragraph;
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
  std::vector<std::string_view> lines_;
  Article article_;
  std::string_view header_date_;
  std::string_view line_date_;
  std::string dateline_;
  std::string_view outlet_line_;
  std::string_view author_line_;
  std::string_view byline_;
};

}  // namespace

Outcome<Article> extract_plain_text(const DecodedDocument& document,
                                    const ExtractOptions& options) {
  return PlainTextReader(document, options).read();
}

}  // namespace pressmark::indexer
