#include "indexer/source/json_members.h"

#include "common/text.h"

namespace pressmark::indexer {

std::size_t end_of_string(std::string_view text, std::size_t at) {
  for (++at; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '"') {
      return at + 1;
    }
  }
  return npos;
}

std::size_t end_of_value(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"') {
      at = end_of_string(text, at);
      if (at == npos) return npos;
      if (depth == 0) return at;
      continue;
    }
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') {
      if (depth <= 1) return depth == 1 ? at + 1 : at;
      --depth;
    }
    if (depth == 0 && (c == ',' || kBlank.find(c) != npos)) return at;
    ++at;
  }
  return npos;
}

std::optional<Member> member_at(std::string_view text, std::size_t at) {
  at = text.find_first_not_of(" \t\r\n,", at);
  if (at == npos || text[at] != '"') return std::nullopt;
  const std::size_t end = end_of_string(text, at);
  if (end == npos) return std::nullopt;
  const std::size_t colon = text.find_first_not_of(kBlank, end);
  if (colon == npos || text[colon] != ':') return std::nullopt;
  const std::size_t value = text.find_first_not_of(kBlank, colon + 1);
  if (value == npos) return std::nullopt;
  return Member{text.substr(at + 1, end - at - 2), value, end_of_value(text, value)};
}

}  // namespace pressmark::indexer
