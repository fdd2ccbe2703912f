#include "indexer/extract/text/text_lines.h"

#include <array>

#include "common/text.h"

namespace pressmark::indexer {
namespace {

constexpr auto kBlanks =
    std::to_array<std::string_view>({"\u00a0", "\u2002", "\u2003", "\u2007", "\u2009", "\u202f"});
constexpr auto kMarks =
    std::to_array<std::string_view>({"\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u2066",
                                     "\u2067", "\u2068", "\u2069", "\ufeff", "\u200b"});

std::string_view without_unseen_marks(std::string_view line) {
  for (bool changed = true; changed;) {
    changed = false;
    line = trim(line);
    for (const std::string_view mark : kMarks) {
      if (line.starts_with(mark)) line.remove_prefix(mark.size()), changed = true;
      if (line.ends_with(mark)) line.remove_suffix(mark.size()), changed = true;
    }
  }
  return line;
}

}  // namespace

TextLines::TextLines(std::string_view text) {
  text_.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    // All begin with one of two bytes: the others are passed over at once.
    const std::size_t next = std::min(text.find_first_of("\xc2\xe2", at), text.size());
    text_.append(text.substr(at, next - at));
    at = next;
    if (at == text.size()) break;
    std::size_t length = 0;
    for (const std::string_view blank : kBlanks) {
      if (text.substr(at).starts_with(blank)) length = blank.size();
    }
    if (length > 0)
      text_ += ' ';
    else
      text_ += text[at];
    at += std::max<std::size_t>(length, 1);
  }
}

std::vector<std::string_view> TextLines::lines() const {
  std::vector<std::string_view> lines = split(text_, '\n');
  for (std::string_view& line : lines) line = without_unseen_marks(line);
  return lines;
}

}  // namespace pressmark::indexer
