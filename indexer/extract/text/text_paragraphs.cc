#include "indexer/extract/text/text_paragraphs.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "common/utf8.h"
#include "indexer/extract/text/text_tail.h"

namespace pressmark::indexer {
namespace {

// Widths are in columns, of which an ideograph takes two.
constexpr std::size_t kMinWidth = 35;   // narrower columns are lists and verse
constexpr std::size_t kMaxWidth = 132;  // a wider line is a paragraph of its own
constexpr std::size_t kSlack = 4;       // of lines without blanks, before a mark that begins none

bool is_wide(char32_t c) {
  const auto width = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
  return c >= 0x80 && (width == U_EA_WIDE || width == U_EA_FULLWIDTH);
}

/// Letters and marks of scripts that put no blanks between words, so that lines end anywhere.
bool is_unspaced(char32_t c) {
  if (c < 0x80) return false;
  const auto breaks = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LINE_BREAK);
  if (breaks == U_LB_COMPLEX_CONTEXT) return true;
  return is_wide(c) && breaks != U_LB_H2 && breaks != U_LB_H3 && breaks != U_LB_JL;
}

std::size_t columns(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c < 0x80) {
      ++width;
    } else if (u_charType(static_cast<UChar32>(c)) != U_NON_SPACING_MARK) {
      width += is_wide(c) ? 2 : 1;
    }
  }
  return width;
}

char32_t first_letter(std::string_view text) {
  std::size_t at = 0;
  return next_code_point(text, at);
}

char32_t last_letter(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) --at;
  return next_code_point(text, at);
}

bool ends_paragraph(std::string_view line) {
  return ends_as_sentence(line) || line.ends_with(':') || line.ends_with("：");
}

/// An address, which no program breaks.
bool is_one_long_word(std::string_view line) {
  return line.find(' ') == std::string_view::npos &&
         std::ranges::all_of(line, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Width that the text was wrapped to; 0 when it was not: the lines are too long for it, or most of
/// those that another line follows end with a sentence.
std::size_t wrap_width(const std::vector<std::string_view>& lines) {
  std::size_t width = 0;
  std::size_t followed = 0;
  std::size_t sentences = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!is_one_long_word(lines[i])) width = std::max(width, columns(lines[i]));
    if (lines[i].empty() || i + 1 == lines.size() || lines[i + 1].empty()) continue;
    ++followed;
    if (ends_paragraph(lines[i])) ++sentences;
  }
  if (width < kMinWidth || width > kMaxWidth || sentences * 2 > followed) return 0;
  return width;
}

LineJoin join_of(std::string_view line, std::string_view next, std::size_t width) {
  if (is_unspaced(last_letter(line)) && is_unspaced(first_letter(next)))
    return columns(line) + kSlack >= width ? LineJoin::Tight : LineJoin::None;
  const std::size_t first_word = columns(next.substr(0, next.find(' ')));
  return columns(line) + 1 + first_word > width ? LineJoin::Blank : LineJoin::None;
}

}  // namespace

std::vector<LineJoin> line_joins(const std::vector<std::string_view>& lines) {
  std::vector<LineJoin> joins(lines.size(), LineJoin::None);
  const std::size_t width = wrap_width(lines);
  if (width == 0) return joins;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (!lines[i].empty() && !lines[i - 1].empty())
      joins[i] = join_of(lines[i - 1], lines[i], width);
  }
  return joins;
}

std::vector<std::string> unwrapped_lines(const std::vector<std::string_view>& lines) {
  const std::vector<LineJoin> joins = line_joins(lines);
  std::vector<std::string> whole;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (joins[i] == LineJoin::None) {
      whole.emplace_back(lines[i]);
    } else {
      if (joins[i] == LineJoin::Blank) whole.back() += ' ';
      whole.back() += lines[i];
    }
  }
  return whole;
}

}  // namespace pressmark::indexer
