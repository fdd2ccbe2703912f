#include "indexer/extract/notice_lines.h"

#include <algorithm>
#include <vector>

#include "common/text.h"
#include "indexer/extract/byline.h"
#include "indexer/extract/date_role.h"
#include "indexer/extract/written_date.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxDetailsBytes = 160;
constexpr std::size_t kMaxCreditBytes = 90;
constexpr std::ptrdiff_t kMaxLabelBlanks = 2;   // "Photo courtesy of"
constexpr std::ptrdiff_t kMaxCreditBlanks = 5;  // behind the colon
constexpr std::size_t kYearReach = 16;          // bytes behind the word: "Copyright (c) 2001-2024"

/// Whether the full stop at `at` belongs to a single capital: "W. Smith".
bool is_initial_before(std::string_view line, std::size_t at) {
  return line[at] == '.' && at > 0 && line[at - 1] >= 'A' && line[at - 1] <= 'Z' &&
         (at == 1 || line[at - 2] == ' ' || line[at - 2] == '.');
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
  if (line.find("\u00a9") != std::string_view::npos) return true;
  const bool bracketed = line.ends_with(')') || line.ends_with(']');
  if (bracketed) line.remove_suffix(1);
  std::size_t begin = line.find_last_of(bracketed ? "([" : ".|!?\n");
  if (bracketed && begin == std::string_view::npos) return false;
  // The stop of an initial ends no sentence: "Photo: W. Smith".
  while (!bracketed && begin != std::string_view::npos && is_initial_before(line, begin))
    begin = begin == 0 ? std::string_view::npos : line.find_last_of(".|!?\n", begin - 1);
  const std::string_view last =
      trim(begin == std::string_view::npos ? line : line.substr(begin + 1));
  if (last.empty() || last.size() > kMaxCreditBytes) return false;
  if (bracketed && last.find('/') != std::string_view::npos) return true;
  const std::size_t colon = std::min(last.find(": "), last.find("："));
  if (colon == std::string_view::npos || colon == 0) return false;
  return std::ranges::count(last.substr(0, colon), ' ') <= kMaxLabelBlanks &&
         std::ranges::count(trim(last.substr(colon + 1)), ' ') <= kMaxCreditBlanks;
}

}  // namespace pressmark::indexer
