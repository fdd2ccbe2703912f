#include "searcher/query_error.h"

#include <algorithm>

#include <fmt/core.h>

#include "common/display_width.h"
#include "common/terminal_text.h"
#include "common/utf8.h"

namespace pressmark::searcher {
namespace {

constexpr std::size_t kBefore = 40;  // columns shown before the place, when not all fit
constexpr std::size_t kColumns = 76;

/// The last characters of a text that fit into `columns`.
std::string_view tail(std::string_view text, std::size_t columns) {
  std::size_t begin = text.size(), used = 0;
  while (begin > 0) {
    std::size_t previous = begin - 1;
    while (previous > 0 && (static_cast<unsigned char>(text[previous]) & 0xC0) == 0x80) --previous;
    used += display_width(text.substr(previous, begin - previous));
    if (used > columns) break;
    begin = previous;
  }
  return text.substr(begin);
}

/// The end of the character that a place ends within: a curly quotation mark has three bytes.
std::size_t whole_characters(std::string_view text, std::size_t end) {
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  return end;
}

}  // namespace

std::string describe(const QueryError& error) {
  const std::string_view text = error.text;
  const std::size_t column = std::min(error.column, text.size());
  const std::size_t length =
      whole_characters(text, std::min(column + error.length, text.size())) - column;
  std::string before = terminal_safe(text.substr(0, column));
  const std::string place = terminal_safe(text.substr(column, length));
  std::string after = terminal_safe(text.substr(column + length));
  if (display_width(before) + display_width(place) + display_width(after) > kColumns &&
      display_width(before) > kBefore) {
    before = "…" + std::string(tail(before, kBefore - 1));
  }
  const std::size_t indent = display_width(before);
  const std::size_t marked = std::clamp<std::size_t>(display_width(place), 1, kColumns - kBefore);
  std::string out = "pressmark-search: " + message_text(error.message) + "\n";
  if (text.empty()) {
    if (!error.suggestion.empty()) out += "  " + terminal_safe(error.suggestion) + "\n";
    return out;
  }
  out += "  " + fit(before + place + after, kColumns) + "\n";
  out += "  " + std::string(indent, ' ') + "^" + std::string(marked - 1, '~');
  if (!error.suggestion.empty()) out += "  " + terminal_safe(error.suggestion);
  return out + "\n";
}

}  // namespace pressmark::searcher
