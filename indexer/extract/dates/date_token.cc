#include "indexer/extract/dates/date_token.h"

#include <unicode/uchar.h>

#include "common/utf8.h"
#include "indexer/extract/dates/han_number.h"

namespace pressmark::indexer {
namespace {

/// Scripts that write years, months and days with a sign behind the number need no blanks, so a
/// sign is a word of its own.
bool stands_alone(char32_t c) {
  return c == U'年' || c == U'月' || c == U'日' || c == U'號' || c == U'号' || c == U'년' ||
         c == U'월' || c == U'일';
}

}  // namespace

std::vector<DateToken> date_tokens(std::string_view text) {
  std::vector<DateToken> tokens;
  char32_t separator = 0;
  bool open = false;  // the last token may go on
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const auto c = next_code_point(text, at);
    const auto point = static_cast<UChar32>(c);
    if (c >= 0x80 && u_charType(point) == U_FORMAT_CHAR) continue;  // of direction, of joining
    if (const auto number =
            may_begin_han_number(c) ? han_number(text.substr(begin)) : std::nullopt) {
      at = begin + number->bytes;
      tokens.push_back({true, number->value, number->digits, 0, false,
                        text.substr(begin, number->bytes), begin, at,
                        open ? char32_t{0} : separator});
      separator = 0;
      open = true;
      continue;
    }
    const std::int32_t digit =
        c < 0x80 ? (c >= '0' && c <= '9' ? static_cast<std::int32_t>(c - '0') : -1)
                 : u_charDigitValue(point);
    const bool mark = c >= 0x80 && (U_GET_GC_MASK(point) & U_GC_M_MASK) != 0;
    const bool letter = digit < 0 && (mark || u_isalpha(point) != 0 || c == 0xBA || c == 0xAA);
    if (digit < 0 && !letter) {
      if (u_isUWhiteSpace(point) == 0) {
        separator = c == 0x2010 || c == 0x2011 ? U'-' : c;  // hyphens for print
      } else if (separator == 0) {
        separator = ' ';
      }
      open = false;
      continue;
    }
    const bool number = digit >= 0;
    if (!open || tokens.back().number != number ||
        (letter && (stands_alone(c) || stands_alone(separator)))) {
      tokens.push_back({number, 0, 0, 0, false, {}, begin, begin, open ? char32_t{0} : separator});
    }
    DateToken& token = tokens.back();
    if (number && ++token.digits <= 8)
      token.value = token.value * 10 + static_cast<std::uint32_t>(digit);
    if (number && c >= 0x6F0 && c <= 0x6F9) token.persian = true;
    if (letter) ++token.letters;
    token.end = at;
    token.text = text.substr(token.begin, at - token.begin);
    separator = letter && stands_alone(c) ? c : 0;
    open = true;
  }
  return tokens;
}

}  // namespace pressmark::indexer
