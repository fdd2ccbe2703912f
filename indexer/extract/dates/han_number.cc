#include "indexer/extract/dates/han_number.h"

#include <string_view>

#include "common/utf8.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxCharacters = 6;  // 一百一十三 has five
constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
constexpr std::u32string_view kSigns = U"年月日號号";

/// 0 to 9; nothing for other characters.
std::optional<std::uint32_t> digit_of(char32_t c) {
  if (c == U'零' || c == U'○') return 0;
  const std::size_t place = kDigits.find(c);
  if (place == std::u32string_view::npos) return std::nullopt;
  return static_cast<std::uint32_t>(place);
}

/// The tens or hundreds that a character stands for: 廿 are two tens by itself.
std::uint32_t unit_of(char32_t c) {
  switch (c) {
    case U'十':
      return 10;
    case U'廿':
      return 20;
    case U'卅':
      return 30;
    case U'百':
      return 100;
    default:
      return 0;
  }
}

std::size_t count_digits(std::uint32_t value) { return value < 10 ? 1 : value < 100 ? 2 : 3; }

}  // namespace

std::optional<HanNumber> han_number(std::string_view text) {
  HanNumber number;
  std::uint32_t sum = 0;  // of the tens and hundreds
  std::uint32_t row = 0;  // the digits since the last of them
  std::size_t characters = 0, digits = 0;
  bool units = false;
  for (std::size_t at = 0; at < text.size(); ++characters) {
    number.bytes = at;
    const char32_t c = next_code_point(text, at);
    if (characters > 0 && kSigns.find(c) != std::u32string_view::npos) {
      if (units && digits > 1) return std::nullopt;
      number.value = sum + row;
      number.digits = units ? count_digits(number.value) : digits;
      return number;
    }
    if (characters == kMaxCharacters) return std::nullopt;
    if (const std::optional<std::uint32_t> digit = digit_of(c)) {
      row = row * 10 + *digit;
      if (row > 0 || *digit != 0 || !units) ++digits;  // 一百零三: the nought only parts
    } else if (const std::uint32_t unit = unit_of(c); unit > 0 && digits <= 1) {
      sum += unit * (digits == 0 || unit == 20 || unit == 30 ? 1 : row);
      row = 0;
      digits = 0;
      units = true;
    } else {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace pressmark::indexer
