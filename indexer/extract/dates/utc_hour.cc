#include "indexer/extract/dates/utc_hour.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "common/text.h"

namespace pressmark::indexer {
namespace {

bool is_number(const std::vector<DateToken>& tokens, std::size_t at, std::size_t most) {
  return at < tokens.size() && tokens[at].number && tokens[at].digits <= most;
}

/// "Z", "UTC", "GMT", "+0000", "-00:00"; "GMT+2" is another zone.
bool is_utc(const std::vector<DateToken>& tokens, std::size_t at) {
  const auto is_offset = [&](std::size_t i) {
    return is_number(tokens, i, 4) && (tokens[i].separator == '+' || tokens[i].separator == '-');
  };
  if (at < tokens.size() && !tokens[at].number) {
    const bool named = std::ranges::any_of(
        std::initializer_list<std::string_view>{"Z", "UTC", "GMT", "UT"},
        [&](std::string_view name) { return equals_ascii_nocase(tokens[at].text, name); });
    return named && (!is_offset(at + 1) || tokens[at + 1].value == 0);
  }
  return is_offset(at) && tokens[at].digits > 1 && tokens[at].value == 0;
}

}  // namespace

std::optional<int> utc_hour(const std::vector<DateToken>& tokens, std::size_t at) {
  if (at < tokens.size() && !tokens[at].number && equals_ascii_nocase(tokens[at].text, "T")) ++at;
  const std::size_t first = at;
  while (is_number(tokens, at, 9) && at - first < 4 &&
         (at == first || tokens[at].separator == ':' || tokens[at].separator == '.'))
    ++at;
  if (at == first || !is_utc(tokens, at)) return std::nullopt;
  const DateToken& time = tokens[first];
  if (at - first == 1 && time.digits < 4) return std::nullopt;
  const std::uint32_t hour = time.digits > 4   ? time.value / 10000
                             : time.digits > 2 ? time.value / 100
                                               : time.value;
  return hour < 24 ? std::optional(static_cast<int>(hour)) : std::nullopt;
}

}  // namespace pressmark::indexer
