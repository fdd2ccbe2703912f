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
constexpr std::size_t kYearReach = 16;  // bytes behind the word: "Copyright (c) 2001-2024"

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

}  // namespace pressmark::indexer
