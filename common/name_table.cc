#include "common/name_table.h"

#include <algorithm>
#include <utility>

#include <unicode/uchar.h>

#include "common/letters.h"
#include "common/text.h"
#include "common/utf8.h"

namespace pressmark {
namespace {

constexpr std::size_t kMaxNameBytes = 200;  // the longest name in the tables has about 120

bool is_dropped(char32_t c) { return c == '.' || is_apostrophe(c); }

bool is_kept(char32_t c) {
  const auto mask = U_GET_GC_MASK(static_cast<UChar32>(c));
  return (mask & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0;
}

/// The line that holds the byte at `at`.
std::pair<std::size_t, std::size_t> line_at(std::string_view bytes, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : bytes.rfind('\n', at - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return {begin, std::min(bytes.find('\n', begin), bytes.size())};
}

/// Levenshtein distance in code units, or more than `limit` when it is more.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > limit) return limit + 1;
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

}  // namespace

std::string name_key(std::string_view name) {
  const std::string folded = fold_accents(utf8_prefix(name, kMaxNameBytes));
  std::string key;
  bool gap = false;
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = next_code_point(folded, at);
    if (is_dropped(c)) continue;
    if (!is_kept(c)) {
      gap = !key.empty();
      continue;
    }
    if (std::exchange(gap, false)) key += ' ';
    append_code_point(key, c);
  }
  if (key.starts_with("the ")) key.erase(0, 4);
  return key;
}

std::optional<std::string_view> NameTable::find(std::string_view name) const {
  const std::string key = name_key(name);
  std::size_t low = 0;
  std::size_t high = bytes_.size();
  while (low < high) {
    const auto [begin, end] = line_at(bytes_, low + (high - low) / 2);
    const std::string_view line = bytes_.substr(begin, end - begin);
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || line.substr(0, tab) < key) {
      low = end + 1;
    } else if (line.substr(0, tab) == key) {
      return line.substr(tab + 1);
    } else {
      high = begin;
    }
  }
  return std::nullopt;
}

std::vector<std::string_view> NameTable::nearest(std::string_view name, std::size_t limit) const {
  const std::string key = name_key(name);
  const std::size_t allowed = std::max<std::size_t>(1, key.size() / 3);
  std::vector<std::pair<std::size_t, std::string_view>> found;
  for (const std::string_view line : split(bytes_, '\n')) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || tab < 4)
      continue;  // a code is not what a long word was meant to be
    const std::size_t distance = edit_distance(key, line.substr(0, tab), allowed);
    if (distance <= allowed) found.emplace_back(distance, line.substr(tab + 1));
  }
  std::ranges::stable_sort(found, {}, &std::pair<std::size_t, std::string_view>::first);
  std::vector<std::string_view> codes;
  for (const auto& [distance, code] : found) {
    if (codes.size() == limit) break;
    if (!std::ranges::count(codes, code)) codes.push_back(code);
  }
  return codes;
}

}  // namespace pressmark
