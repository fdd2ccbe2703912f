#include "common/display_width.h"

#include <unicode/uchar.h>

#include "common/utf8.h"

namespace pressmark {

std::size_t display_width(char32_t character) {
  if (character < 0x300) return character == 0xAD ? 0 : 1;
  const auto c = static_cast<UChar32>(character);
  const auto category = U_GET_GC_MASK(c);
  if ((category & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0) return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) columns += display_width(next_code_point(text, at));
  return columns;
}

std::string fit(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) return std::string(text);
  if (columns == 0) return {};
  std::size_t used = 1;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t next = at;
    const std::size_t width = display_width(next_code_point(text, next));
    if (used + width > columns) break;
    used += width;
    at = next;
  }
  while (at > 0 && text[at - 1] == ' ') --at;
  return std::string(text.substr(0, at)) + "…";
}

}  // namespace pressmark
