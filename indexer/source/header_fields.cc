#include "indexer/source/header_fields.h"

#include <algorithm>

#include "common/text.h"

namespace pressmark::indexer {
namespace {

std::string_view without_blanks(std::string_view text) {
  const auto first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

}  // namespace

std::optional<std::size_t> header_end(std::string_view text) {
  if (text.starts_with("\r\n")) return 2;
  if (text.starts_with("\n")) return 1;
  for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    const std::string_view next = text.substr(at + 1, 2);
    if (next.starts_with('\n')) return at + 2;
    if (next == "\r\n") return at + 3;
  }
  return std::nullopt;
}

std::string_view HeaderFields::take_line() {
  const auto end = std::min(rest_.find('\n'), rest_.size());
  const std::string_view line = rest_.substr(0, end);
  rest_.remove_prefix(std::min(end + 1, rest_.size()));
  return line;
}

std::optional<HeaderFields::Field> HeaderFields::next() {
  while (!rest_.empty()) {
    const std::string_view begin = rest_;
    std::string_view line = take_line();
    while (rest_.starts_with(' ') || rest_.starts_with('\t')) {
      const std::string_view more = take_line();
      line = begin.substr(0, static_cast<std::size_t>(more.data() + more.size() - begin.data()));
    }
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    return Field{without_blanks(line.substr(0, colon)), without_blanks(line.substr(colon + 1))};
  }
  return std::nullopt;
}

ContentType parse_content_type(std::string_view value) {
  ContentType type;
  const auto end = value.find(';');
  type.media_type = to_lower_ascii(without_blanks(value.substr(0, end)));
  while (!value.empty()) {
    const auto semicolon = value.find(';');
    if (semicolon == std::string_view::npos) break;
    value.remove_prefix(semicolon + 1);
    const std::string_view parameter = without_blanks(value.substr(0, value.find(';')));
    const auto equals = parameter.find('=');
    if (equals == std::string_view::npos) continue;
    if (!equals_ascii_nocase(without_blanks(parameter.substr(0, equals)), "charset")) continue;
    std::string_view charset = without_blanks(parameter.substr(equals + 1));
    if (charset.starts_with('"') || charset.starts_with('\'')) charset.remove_prefix(1);
    type.charset = to_lower_ascii(charset.substr(0, charset.find_first_of("\"' ,")));
    break;
  }
  return type;
}

}  // namespace pressmark::indexer
