#include "indexer/decode/text_listing.h"

#include <algorithm>
#include <vector>

#include "common/text.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kSample = 16'384;  // bytes
constexpr std::size_t kLeastRows = 3;    // fewer lines are no table
constexpr std::size_t kColumns = 3;      // fewer may be a list of a story: place and result
constexpr double kShareOfRows = .8;

/// Lines with something on them, trimmed, without comments of programs.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines = split(text.substr(0, kSample), '\n');
  for (std::string_view& line : lines) line = trim(line);
  std::erase_if(lines, [](std::string_view line) { return line.empty() || line.front() == '#'; });
  return lines;
}

/// RFC 9309: a record begins with the robots it is meant for.
bool is_robots_rule(std::string_view line) {
  return to_lower_ascii(line.substr(0, 11)) == "user-agent:";
}

/// ads.txt of the IAB: domain, account, DIRECT or RESELLER, and perhaps a certifier.
bool is_seller(std::string_view line) {
  const std::vector<std::string_view> cells = split(line, ',');
  if (cells.size() < 3 || cells[0].find('.') == std::string_view::npos) return false;
  const std::string relation = to_lower_ascii(trim(cells[2]));
  return relation.starts_with("direct") || relation.starts_with("reseller");
}

bool is_row(std::string_view line) {
  return std::ranges::count(line, '\t') + 1 >= static_cast<std::ptrdiff_t>(kColumns);
}

}  // namespace

std::optional<std::string_view> listing_kind(std::string_view text) {
  const std::vector<std::string_view> lines = lines_of(text);
  if (lines.empty()) return std::nullopt;
  if (is_robots_rule(lines.front())) return "robots.txt";
  const auto most = [&](auto is) {
    const auto count = static_cast<double>(std::ranges::count_if(lines, is));
    return count >= kShareOfRows * static_cast<double>(lines.size());
  };
  if (most(is_seller)) return "ads.txt";
  if (lines.size() >= kLeastRows && most(is_row)) return "table";
  return std::nullopt;
}

}  // namespace pressmark::indexer
