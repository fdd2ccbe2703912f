#include "indexer/extract/text/notice_lines.h"

#include <algorithm>
#include <string>
#include <vector>

#include "common/text.h"
#include "indexer/extract/authors/byline.h"
#include "indexer/extract/dates/date_role.h"
#include "indexer/extract/dates/written_date.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxDetailsBytes = 160;
constexpr std::size_t kMaxCreditBytes = 90;
constexpr std::ptrdiff_t kMaxLabelBlanks = 2;   // "Photo courtesy of"
constexpr std::ptrdiff_t kMaxCreditBlanks = 5;  // behind the colon
constexpr std::size_t kYearReach = 16;          // bytes behind the word: "Copyright (c) 2001-2024"

constexpr std::string_view kStops[] = {".", "?", "!", "|", "\n", "。", "！", "？", "।", "۔", "؟"};

/// "Photo" in many languages: begins a credit also where no sentence stands in front of it.
constexpr std::string_view kCreditStems[] = {
    "photo", "foto", "fotó", "imag", "bild",  "pictur",  "credit", "crédit", "crèdit",
    "kuva",  "zdj",  "φωτο", "фото", "снимк", "графика", "صور",    "عکس",    "תמונ",
    "צילו",  "写真", "图",   "圖",   "摄",    "攝",      "사진",   "ảnh",    "ภาพ"};

/// Whether the full stop at `at` belongs to a single capital: "W. Smith".
bool is_initial_before(std::string_view line, std::size_t at) {
  return line[at] == '.' && at > 0 && line[at - 1] >= 'A' && line[at - 1] <= 'Z' &&
         (at == 1 || line[at - 2] == ' ' || line[at - 2] == '.');
}

/// Whether a line ends with the stop of a sentence, closing quotation marks aside.
bool ends_sentence(std::string_view line) {
  line = trim(line);
  for (const std::string_view quote : {"\"", "'", "”", "’", "»", "」", "』", "“"}) {
    if (line.ends_with(quote)) line.remove_suffix(quote.size());
  }
  if (line.empty() || line.ends_with('|') || is_initial_before(line, line.size() - 1)) return false;
  return std::ranges::any_of(kStops, [&](std::string_view stop) { return line.ends_with(stop); });
}

/// The offset behind a line's last stop; 0 without one. That of an initial ends no sentence:
/// "Photo: W. Smith".
std::size_t behind_last_stop(std::string_view line) {
  std::size_t last = 0;
  for (const std::string_view stop : kStops) {
    std::size_t at = line.rfind(stop);
    while (at != npos && is_initial_before(line, at))
      at = at == 0 ? npos : line.rfind(stop, at - 1);
    if (at != npos) last = std::max(last, at + stop.size());
  }
  return last;
}

/// "Photo: Jane Doe"; behind a whole sentence with any label of a word or three.
bool is_labelled_credit(std::string_view piece, bool behind_sentence) {
  const std::size_t colon = std::min(piece.find(": "), piece.find("："));
  if (colon == npos || colon == 0) return false;
  const std::string_view label = piece.substr(0, colon);
  const std::string folded = fold_case(label);
  const bool known = std::ranges::any_of(
      kCreditStems, [&](std::string_view stem) { return folded.find(stem) != std::string::npos; });
  return (known || behind_sentence) && std::ranges::count(label, ' ') <= kMaxLabelBlanks &&
         std::ranges::count(trim(piece.substr(colon + 1)), ' ') <= kMaxCreditBlanks;
}

}  // namespace

bool is_details_line(std::string_view line) {
  if (line.size() > kMaxDetailsBytes) return false;
  if (begins_as_byline(line)) return true;
  if (!has_digits(line)) return false;
  const std::vector<WrittenDate> dates = find_dates(line, {});
  return !dates.empty() && is_date_line(line, dates.front());
}

bool is_copyright_notice(std::string_view line) {
  constexpr std::string_view kWord = "copyright";
  if (line.find("\u00a9") != std::string_view::npos) return true;
  line = trim(line);
  if (!starts_with_ascii_nocase(line, kWord)) return false;
  const std::string_view behind = line.substr(kWord.size(), kYearReach);
  return std::ranges::count_if(behind, [](char c) { return c >= '0' && c <= '9'; }) >= 4;
}

bool ends_in_credit(std::string_view line) {
  line = trim(line);
  const bool bracketed = line.ends_with(')') || line.ends_with(']');
  if (bracketed) {
    line.remove_suffix(1);
    const std::size_t opening = line.find_last_of("([");
    if (opening == npos) return false;
    const std::string_view inner = trim(line.substr(opening + 1));
    if (inner.size() > kMaxCreditBytes) return false;
    // Behind a whole sentence "(dpa/mz)" signs the story; "(Press Photo/Jane Doe)" does not.
    const bool whole = ends_sentence(line.substr(0, opening));
    if (inner.find('/') != npos && (!whole || inner.find(' ') != npos)) return true;
    return is_labelled_credit(inner, whole);
  }
  if (ends_sentence(line)) return false;
  const std::size_t begin = behind_last_stop(line);
  const std::string_view last = trim(line.substr(begin));
  if (last.empty() || last.size() > kMaxCreditBytes) return false;
  return last.find("\u00a9") != npos || is_labelled_credit(last, begin > 0);
}

}  // namespace pressmark::indexer
