#include "indexer/extract/text/text_details.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "common/outlet_table.h"
#include "common/text.h"
#include "common/url.h"
#include "common/utf8.h"
#include "indexer/extract/authors/byline.h"
#include "indexer/extract/authors/byline_words.h"
#include "indexer/extract/dates/date_role.h"
#include "indexer/extract/dates/written_date.h"
#include "indexer/extract/text/text_furniture.h"
#include "indexer/extract/text/text_header.h"
#include "indexer/extract/text/text_tail.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxDetailLine = 120;  // code points
constexpr std::size_t kMaxSummary = 300;     // of a sentence that sums the story up
constexpr std::size_t kLeastOutletName = 3;  // "AP" alone may be a heading
constexpr std::size_t kMaxBesideDate = 60;   // bytes
constexpr std::size_t kMaxCounter = 24;      // "5 min read"
constexpr std::size_t kMaxRoleWords = 5;
constexpr std::size_t kMaxLines = 10;  // that are not blank
constexpr std::size_t kMaxOthers = 3;  // lines that are neither details nor sentences
constexpr std::size_t kNear = 2;       // lines from a name to the day or role that makes it one's

std::string_view without_separators(std::string_view text) {
  constexpr std::string_view kMarks = " ,|/-\t";
  for (bool changed = true; changed;) {
    changed = false;
    while (!text.empty() && kMarks.find(text.front()) != std::string_view::npos)
      text.remove_prefix(1), changed = true;
    while (!text.empty() && kMarks.find(text.back()) != std::string_view::npos)
      text.remove_suffix(1), changed = true;
    for (const std::string_view mark : {"·", "•", "–", "—"}) {
      if (text.starts_with(mark)) text.remove_prefix(mark.size()), changed = true;
      if (text.ends_with(mark)) text.remove_suffix(mark.size()), changed = true;
    }
  }
  return text;
}

/// "www.cnn.com", "haldenpost.example": nothing but a host.
bool is_host(std::string_view line) {
  if (line.find_first_of(" /@:") != std::string_view::npos) return false;
  const std::size_t dots = static_cast<std::size_t>(std::ranges::count(line, '.'));
  if (dots == 0 || line.ends_with('.') || line.starts_with('.')) return false;
  const std::string domain = registrable_domain(line);
  return !domain.empty() &&
         (dots > 1 ? line.starts_with("www.") || find_outlet_by_domain(domain)
                   : domain == to_lower_ascii(line)) &&
         std::ranges::any_of(line, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_outlet(std::string_view text) {
  return count_code_points(text) >= kLeastOutletName && find_outlet_by_name(text).has_value();
}

/// A person's name and no more than a place behind it: "Jane Doe in Oslo".
bool is_name(std::string_view text, std::string_view language) {
  if (text.empty() || ends_as_sentence(text) || has_digits(text)) return false;
  const std::vector<std::string> names =
      author_names(text, BylineOrigin::Visible, Outlet{}, language);
  if (names.empty() || names.front().find(' ') == std::string::npos) return false;
  std::string all;
  for (const std::string& name : names) all += outlet_name_key(name);
  const std::string line = outlet_name_key(text);
  if (names.size() > 1) return all.size() + 2 * 6 >= line.size();
  if (all == line) return true;
  constexpr auto kPlaceWords = std::to_array<std::string_view>(
      {" in ", " aus ", " à ", " en ", " w ", " из ", " в ", " fra ", " från ", " i "});
  return line.starts_with(all) && std::ranges::any_of(kPlaceWords, [&](std::string_view word) {
           return text.find(word) != std::string_view::npos;
         });
}

/// Those who write: an engineer behind a name is whom the story is about.
bool is_role(std::string_view text) {
  constexpr auto kWriters = std::to_array<std::string_view>(
      {"columnist",     "correspondant",   "correspondent", "corresponsal",  "dziennikarz",
       "editor",        "giornalista",     "jornalista",    "journalist",    "journaliste",
       "korrespondent", "korrespondentin", "periodista",    "redakteur",     "redakteurin",
       "redaktor",      "redactor",        "redactora",     "reporter",      "reporterin",
       "staff",         "writer",          "журналист",     "корреспондент", "обозреватель"});
  const std::vector<std::string_view> words = split(trim(text), ' ');
  return words.size() <= kMaxRoleWords && is_role_word(words.back()) &&
         std::ranges::count(kWriters, fold_accents(words.back())) > 0;
}

/// "5 min read", "174 words", "12 comments"
bool is_counter(std::string_view line) {
  constexpr auto kCounted = std::to_array<std::string_view>(
      {"comment", "dk", "lectura", "lecture", "lesezeit", "lettura", "min", "read", "share", "view",
       "word", "мин", "хв", "λεπτ"});
  if (count_code_points(line) > kMaxCounter || !has_digits(line) || ends_as_sentence(line))
    return false;
  const std::string folded = fold_accents(line);
  const std::vector<std::string_view> words = split(folded, ' ');
  return words.size() > 1 && std::ranges::any_of(kCounted, [&](std::string_view counted) {
           return std::ranges::any_of(std::span(words).subspan(1), [&](std::string_view word) {
             return word.starts_with(counted);
           });
         });
}

/// What stands beside a day: a byline, a name, an outlet.
void read_beside_date(std::string_view part, std::string_view language, TextDetail& detail) {
  part = without_separators(part);
  if (part.empty()) return;
  if (begins_as_byline(part)) {
    if (detail.byline.empty()) detail.byline = part;
  } else if (is_outlet(part)) {
    if (detail.outlet.empty()) detail.outlet = part;
  } else if (detail.name.empty() && is_name(part, language)) {
    detail.name = part;
  }
}

bool read_date(std::string_view line, std::string_view language, TextDetail& detail) {
  if (!has_digits(line)) return false;
  const std::vector<WrittenDate> dates = find_dates(line, language);
  if (dates.empty()) return false;
  const WrittenDate& date = dates.front();
  // "Born 3 March 1940, died 5 May 2022"; but "Published 3 March 2022, updated 4 March".
  if (dates.size() > 1 && role_of_words(line.substr(0, date.begin)) == DateRole::Unclear &&
      role_of_words(line.substr(0, dates[1].begin)) == DateRole::Unclear)
    return false;
  const bool byline = begins_as_byline(line) && !line.ends_with('.') && !line.ends_with('?');
  // The date, a time, a weekday, a place, "by our desk": few letters beside it, and no sentence.
  if (!byline &&
      (line.size() - (date.end - date.begin) > kMaxBesideDate || !is_date_line(line, date)))
    return false;
  detail.date = line;
  read_beside_date(line.substr(0, date.begin), language, detail);
  read_beside_date(line.substr(date.end), language, detail);
  return true;
}

/// A line with its number among those that are not blank.
struct Found {
  std::size_t line = 0;
  std::size_t place = 0;
  bool below_summary = false;
  TextDetail detail;
};

bool is_point(std::string_view line) {
  return line.starts_with("* ") || line.starts_with("• ") || line.starts_with("- ");
}

/// A name is an author's when the line says so, or a day or a role stands near.
void settle_names(std::vector<Found>& found) {
  const bool byline =
      std::ranges::any_of(found, [](const Found& each) { return !each.detail.byline.empty(); });
  for (Found& each : found) {
    TextDetail& detail = each.detail;
    if (detail.name.empty()) continue;
    const bool near = std::ranges::any_of(found, [&](const Found& other) {
      const std::size_t apart =
          other.place > each.place ? other.place - each.place : each.place - other.place;
      return apart <= kNear && other.below_summary == each.below_summary &&
             (!other.detail.date.empty() || other.detail.role);
    });
    if (near && !byline) detail.byline = detail.name;
    detail.name = {};
  }
}

/// Behind the last of them nothing is a detail but what follows at once.
std::size_t last_place(const std::vector<Found>& found) {
  std::size_t last = 0, date = 0;
  bool byline = false;
  for (const Found& each : found) {
    if (!each.detail.byline.empty() && !byline) byline = true, last = each.place;
    if (each.detail.date.empty() || (date != 0 && each.place > date + 1)) continue;
    date = each.place;  // "Published ..." and "Updated ..." right behind it
    last = std::max(last, date);
  }
  return last;
}

}  // namespace

TextDetail read_text_detail(std::string_view line, std::string_view language) {
  TextDetail detail;
  if (line.empty() || line.size() > 4 * kMaxDetailLine || count_code_points(line) > kMaxDetailLine)
    return detail;
  if (line.find(' ') == std::string_view::npos && !canonical_url(line).empty()) {
    detail.url = line;
  } else if (is_host(line)) {
    detail.outlet = line;
  } else if (is_furniture(line) || is_counter(line) || is_detail_name(line)) {
    detail.filler = true;
  } else if (read_date(line, language, detail)) {
    return detail;
  } else if (begins_as_byline(line) && !line.ends_with('.') && !line.ends_with('?')) {
    detail.byline = line;
  } else if (is_outlet(line)) {
    detail.outlet = line;
  } else if (!ends_as_sentence(line)) {
    const std::size_t mark = line.find_first_of(",|");
    if (mark != std::string_view::npos && is_name(trim(line.substr(0, mark)), language) &&
        is_role(line.substr(mark + 1))) {
      detail.byline = trim(line.substr(0, mark));
      detail.role = true;
    } else if (is_name(line, language)) {
      detail.name = line;
    } else {
      detail.role = is_role(line);
    }
  }
  return detail;
}

TextDetails find_text_details(const std::vector<std::string_view>& lines,
                              std::string_view language) {
  std::vector<Found> found;
  std::size_t place = 0, others = 0;
  bool summary = false;
  for (std::size_t i = 0; i < lines.size() && place < kMaxLines; ++i) {
    if (lines[i].empty()) continue;
    ++place;
    if (is_point(lines[i])) continue;
    TextDetail detail = read_text_detail(lines[i], language);
    if (!detail.none()) {
      found.push_back({i, place, summary, detail});
    } else if (ends_as_sentence(lines[i]) || count_code_points(lines[i]) > kMaxDetailLine) {
      if (std::exchange(summary, true) || count_code_points(lines[i]) > kMaxSummary) break;
    } else if (++others > kMaxOthers) {
      break;
    }
  }
  settle_names(found);
  const std::size_t last = last_place(found);
  TextDetails details;
  std::size_t next = last + 1;
  std::size_t dates = 0;
  for (const Found& each : found) {
    if (each.detail.none()) continue;
    if (each.place > last) {
      if (each.place != next || !each.detail.byline.empty() || !each.detail.date.empty()) break;
      ++next;
    }
    if (!each.detail.date.empty() && ++dates > 2) continue;
    details.found.push_back(each.detail);
    details.lines.push_back(each.line);
  }
  return details;
}

}  // namespace pressmark::indexer
