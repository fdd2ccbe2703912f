#include "indexer/extract/text_paragraphs.h"

#include <algorithm>

#include "common/utf8.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMinWidth = 35;   // narrower columns are lists and verse
constexpr std::size_t kMaxWidth = 132;  // a wider line is a paragraph of its own

bool ends_sentence(std::string_view line) {
  while (line.ends_with('"') || line.ends_with('\'') || line.ends_with(')')) line.remove_suffix(1);
  while (line.ends_with("”") || line.ends_with("’")) line.remove_suffix(3);
  while (line.ends_with("»")) line.remove_suffix(2);
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with(':') ||
         line.ends_with("…");
}

/// Width that the text was wrapped to, in code points; 0 when it was not: the lines are too long
/// for it, or most of those that another line follows end with a sentence.
std::size_t wrap_width(const std::vector<std::string_view>& lines) {
  std::size_t width = 0;
  std::size_t followed = 0;
  std::size_t sentences = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    width = std::max(width, count_code_points(lines[i]));
    if (lines[i].empty() || i + 1 == lines.size() || lines[i + 1].empty()) continue;
    ++followed;
    if (ends_sentence(lines[i])) ++sentences;
  }
  if (width < kMinWidth || width > kMaxWidth || sentences * 2 > followed) return 0;
  return width;
}

bool is_wrapped(std::string_view line, std::string_view next, std::size_t width) {
  const std::size_t first_word = count_code_points(next.substr(0, next.find(' ')));
  return count_code_points(line) + 1 + first_word > width;
}

}  // namespace

std::vector<std::string> join_paragraphs(const std::vector<std::string_view>& lines) {
  const std::size_t width = wrap_width(lines);
  std::vector<std::string> paragraphs;
  std::string_view previous;
  for (const std::string_view line : lines) {
    if (line.empty()) {
      previous = {};
      continue;
    }
    if (!previous.empty() && width > 0 && is_wrapped(previous, line, width)) {
      paragraphs.back() += ' ';
      paragraphs.back() += line;
    } else {
      paragraphs.emplace_back(line);
    }
    previous = line;
  }
  return paragraphs;
}

}  // namespace pressmark::indexer
