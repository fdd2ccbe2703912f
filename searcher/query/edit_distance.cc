#include "searcher/query/edit_distance.h"

#include <algorithm>
#include <array>

#include "common/utf8.h"

namespace pressmark::searcher {
namespace {

constexpr std::size_t kMaxCharacters = 64;

struct Characters {
  std::array<char32_t, kMaxCharacters> at{};
  std::size_t size = 0;
  bool fits = true;
};

Characters characters(std::string_view text) {
  Characters out;
  for (std::size_t i = 0; i < text.size();) {
    if (out.size == kMaxCharacters) {
      out.fits = false;
      break;
    }
    out.at[out.size++] = next_code_point(text, i);
  }
  return out;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most) {
  const Characters left = characters(a), right = characters(b);
  if (!left.fits || !right.fits) return most;
  const std::size_t gap = left.size > right.size ? left.size - right.size : right.size - left.size;
  if (gap >= most) return most;
  std::array<std::array<std::size_t, kMaxCharacters + 1>, 3> rows{};
  for (std::size_t j = 0; j <= right.size; ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= left.size; ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i - 1) % 3];
    const auto& two_above = rows[(i + 1) % 3];
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= right.size; ++j) {
      const bool same = left.at[i - 1] == right.at[j - 1];
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
      if (i > 1 && j > 1 && left.at[i - 1] == right.at[j - 2] &&
          left.at[i - 2] == right.at[j - 1]) {
        row[j] = std::min(row[j], two_above[j - 2] + 1);
      }
      least = std::min(least, row[j]);
    }
    if (least >= most) return most;
  }
  return std::min(rows[left.size % 3][right.size], most);
}

}  // namespace pressmark::searcher
