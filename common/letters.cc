#include "common/letters.h"

#include <algorithm>
#include <array>

#include "common/utf8.h"

namespace pressmark {
namespace {

struct Range {
  char32_t first = 0, last = 0;
};

constexpr std::array kNoBlanks = {
    Range{0x0E00, 0x0FFF},    // Thai, Lao, Tibetan
    Range{0x1000, 0x109F},    // Burmese
    Range{0x1780, 0x17FF},    // Khmer
    Range{0x2E80, 0x2FDF},    // radicals
    Range{0x3005, 0x3007},    // 々, 〇
    Range{0x3021, 0x3029},    // numerals
    Range{0x3038, 0x303B},    // numerals, vertical 々
    Range{0x3041, 0x309F},    // Hiragana
    Range{0x30A1, 0x30FA},    // Katakana, without the point between words
    Range{0x30FC, 0x312F},    // ... Bopomofo
    Range{0x31A0, 0x31BF},    // Bopomofo
    Range{0x31F0, 0x31FF},    // Katakana
    Range{0x3400, 0x4DBF},    // Han
    Range{0x4E00, 0x9FFF},    // Han
    Range{0xA9E0, 0xA9FF},    // Burmese
    Range{0xAA60, 0xAA7F},    // Burmese
    Range{0xF900, 0xFAFF},    // Han
    Range{0xFF66, 0xFF9F},    // Katakana of half the width
    Range{0x1B000, 0x1B16F},  // Kana
    Range{0x20000, 0x3FFFF},  // Han
};

constexpr std::size_t kMaxInflection = 3;  // letters behind the mark: "מנכ״לית"

/// Bytes of a Hebrew letter's UTF-8.
constexpr std::size_t kLetter = 2;

bool hebrew_letter_at(std::string_view text, std::size_t at) {
  if (at + kLetter > text.size() || text[at] != '\xD7') return false;
  const auto second = static_cast<unsigned char>(text[at + 1]);
  return second >= 0x90 && second <= 0xAA;
}

/// Bytes of what is written for gershayim.
std::size_t mark_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with('"')) return 1;
  if (rest.starts_with("\u05F4")) return 2;
  return rest.starts_with("\u201D") ? 3 : 0;
}

}  // namespace

bool sets_no_blanks(char32_t c) {
  if (c < kNoBlanks.front().first) return false;
  const auto* range = std::ranges::lower_bound(kNoBlanks, c, {}, &Range::last);
  return range != kNoBlanks.end() && c >= range->first;
}

bool is_katakana(char32_t c) {
  return (c >= 0x30A1 && c <= 0x30FA) || (c >= 0x30FC && c <= 0x30FF) ||
         (c >= 0x31F0 && c <= 0x31FF) || (c >= 0xFF66 && c <= 0xFF9F);
}

bool is_name_point(char32_t c) {
  return c == 0xB7 || c == 0x2022 || c == 0x2024 || c == 0x2027 || c == 0x30FB || c == 0xFF65;
}

bool is_kana_voicing(char32_t c) { return c == 0x3099 || c == 0x309A; }

bool is_apostrophe(char32_t c) {
  switch (c) {
    case '\'':
    case '`':
    case 0x00B4:
    case 0x02BB:
    case 0x02BC:
    case 0x05F3:
    case 0x2018:
    case 0x2019:
    case 0xFF07:
      return true;
    default:
      return false;
  }
}

bool is_invisible(char32_t c) {
  return c == 0x00AD || c == 0x0640 || (c >= 0x200C && c <= 0x200D) ||
         (c >= 0xFE00 && c <= 0xFE0F) || c == 0x2060;
}

char32_t plain_letter(char32_t c) {
  switch (c) {
    case 0x0649:  // alef maksura
    case 0x06CC:
      return 0x064A;
    case 0x06A9:
      return 0x0643;
    case 0x06C1:
      return 0x0647;
    default:
      return c;
  }
}

std::size_t gershayim_at(std::string_view text, std::size_t at) {
  const std::size_t mark = at < text.size() ? mark_at(text, at) : 0;
  if (mark == 0 || at < kLetter || !hebrew_letter_at(text, at - kLetter)) return 0;
  std::size_t behind = at + mark;
  std::size_t letters = 0;
  while (letters <= kMaxInflection && hebrew_letter_at(text, behind)) {
    behind += kLetter;
    ++letters;
  }
  if (letters == 0 || letters > kMaxInflection) return 0;
  const bool particle = at < 2 * kLetter || !hebrew_letter_at(text, at - 2 * kLetter);
  const bool closed = behind < text.size() && mark_at(text, behind) != 0;
  return particle && closed ? 0 : mark;
}

NumberSign number_sign_at(std::string_view text, std::size_t at) {
  constexpr char32_t kWideStop = 0xFF0E, kWideComma = 0xFF0C;
  constexpr std::size_t kWideBytes = 3;
  if (at >= text.size()) return {};
  if (text[at] == '.' || text[at] == ',') return {text[at], 1};
  const auto is_wide_digit = [&](std::size_t place) {  // "０" to "９"
    const std::string_view digit = text.substr(std::min(place, text.size()), kWideBytes);
    return digit.size() == kWideBytes && digit.starts_with("\xEF\xBC") && digit[2] >= '\x90' &&
           digit[2] <= '\x99';
  };
  std::size_t behind = at;
  const char32_t c = next_code_point(text, behind);
  const bool wide = c == kWideStop || c == kWideComma;
  if (!wide || at < kWideBytes || !is_wide_digit(at - kWideBytes) || !is_wide_digit(behind))
    return {};
  return {c == kWideStop ? '.' : ',', behind - at};
}

}  // namespace pressmark
