#include "indexer/extract/title_parts.h"

#include <algorithm>

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxQuoted = 600;  // bytes of a title in which it may quote

/// Of the first byte of a character from U+3000 on.
bool is_east_asian(char c) { return static_cast<unsigned char>(c) >= 0xE3; }

char first_byte_before(std::string_view text, std::size_t at) {
  while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0U) == 0x80U) {
  }
  return text.empty() ? '\0' : text[at];
}

}  // namespace

std::size_t unspaced_separator(std::string_view title, std::size_t at) {
  if (at == 0 || at >= title.size() || (title[at] != '_' && title[at] != '-')) return 0;
  const std::size_t width = title.substr(at).starts_with("--") ? 2 : 1;
  if (at + width >= title.size() || !is_east_asian(title[at + width])) return 0;
  return is_east_asian(first_byte_before(title, at)) ? width : 0;
}

std::size_t arrow_separator(std::string_view title, std::size_t at) {
  if (at >= title.size() || title[at] != ' ') return 0;
  for (const std::string_view arrow : {" » ", " « ", " › ", " ‹ ", " >> ", " << "}) {
    if (!title.substr(at).starts_with(arrow)) continue;
    const std::string_view seen = title.substr(0, kMaxQuoted);
    const std::size_t opening = std::min(seen.find("«"), seen.find("‹"));
    const bool quotes =
        opening != std::string_view::npos && (seen.find("»", opening) != std::string_view::npos ||
                                              seen.find("›", opening) != std::string_view::npos);
    return quotes ? 0 : arrow.size();
  }
  return 0;
}

}  // namespace pressmark::indexer
