#include "indexer/source/arc_line.h"

#include <algorithm>
#include <string>
#include <vector>

#include "common/text.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kDateDigits = 14;
constexpr std::size_t kMaxSchemeBytes = 16;
constexpr std::size_t kMaxLengthDigits = 20;
constexpr std::size_t kMaxPadding = 64;                       // of blanks at the end
constexpr std::size_t kMaxFieldBytes = std::size_t{4} << 10;  // all that stands behind the address

/// "20050102030405"
std::optional<Instant> instant_of(std::string_view digits) {
  std::string iso(digits);
  for (const auto& [at, mark] : {std::pair{4, "-"}, {7, "-"}, {10, "T"}, {13, ":"}, {16, ":"}})
    iso.insert(static_cast<std::size_t>(at), mark);
  return parse_instant(iso + "Z");
}

std::string_view last_bytes(std::string_view text, std::size_t bytes) {
  return text.substr(text.size() - std::min(text.size(), bytes));
}

}  // namespace

std::optional<WarcHeader> parse_arc_line(std::string_view line) {
  if (trim(last_bytes(line, kMaxPadding)).empty()) return std::nullopt;
  line = trim(line);
  // Most lines that are none are told by their last bytes.
  const std::string_view end = last_bytes(line, kMaxLengthDigits + 1);
  const auto length = parse_length(end.substr(std::min(end.rfind(' '), end.size() - 1) + 1));
  if (!length) return std::nullopt;
  const std::vector<std::string_view> cells = split(last_bytes(line, kMaxFieldBytes), ' ');
  for (const std::size_t behind_url : {std::size_t{4}, std::size_t{9}}) {
    if (cells.size() <= behind_url) break;
    const auto* const field = &cells[cells.size() - behind_url];  // address of the host, date, ...
    const std::string_view url =
        line.substr(0, static_cast<std::size_t>(field->data() - line.data()));
    if (field[1].size() != kDateDigits || !parse_length(field[1]) ||
        url.find(':') == std::string_view::npos)
      continue;
    WarcHeader header;
    header.type = "response";
    header.url = clean_uri(trim(url));
    header.date = instant_of(field[1]);
    header.content_type = to_lower_ascii(field[2]);
    header.length = length;
    return header;
  }
  return std::nullopt;
}

bool may_begin_arc_line(std::string_view text) {
  const std::string_view scheme = text.substr(0, kMaxSchemeBytes);
  const auto end = std::ranges::find_if(
      scheme, [](char c) { return (c < 'a' || c > 'z') && (c < 'A' || c > 'Z'); });
  if (end == scheme.end()) return scheme.size() < kMaxSchemeBytes;
  return *end == ':' && end != scheme.begin();
}

}  // namespace pressmark::indexer
