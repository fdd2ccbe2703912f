#include "indexer/extract/metadata/title_parts.h"

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

std::size_t count_of(std::string_view text, std::string_view mark) {
  std::size_t count = 0;
  for (std::size_t at = text.find(mark); at != std::string_view::npos;
       at = text.find(mark, at + mark.size()))
    ++count;
  return count;
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
  const std::string_view before = title.substr(0, std::min(at, kMaxQuoted));
  const auto open = [&](std::string_view opening, std::string_view closing) {
    return count_of(before, opening) > count_of(before, closing);
  };
  const auto closed_behind = [&](std::string_view closing) {
    return title.substr(at, kMaxQuoted).find(closing) != std::string_view::npos;
  };
  const std::string_view rest = title.substr(at);
  if (rest.starts_with(" >> ") || rest.starts_with(" << ")) return 4;
  if (rest.starts_with(" » ")) return open("«", "»") ? 0 : std::string_view(" » ").size();
  if (rest.starts_with(" › ")) return open("‹", "›") ? 0 : std::string_view(" › ").size();
  if (rest.starts_with(" « ")) return closed_behind("»") ? 0 : std::string_view(" « ").size();
  if (rest.starts_with(" ‹ ")) return closed_behind("›") ? 0 : std::string_view(" ‹ ").size();
  return 0;
}

}  // namespace pressmark::indexer
