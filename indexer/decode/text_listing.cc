#include "indexer/decode/text_listing.h"

#include <algorithm>
#include <array>
#include <vector>

#include "common/text.h"

namespace pressmark::indexer {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kListingSample = 16'384;  // bytes
constexpr std::size_t kLeastRows = 3;           // fewer lines are no table
constexpr std::size_t kColumns = 3;             // fewer may be a list of a story: place and result
constexpr double kShareOfRows = .8;
constexpr double kShareOfCode = .5;  // of lines with a sign of code; "return;" has none

/// Lines with something on them, trimmed, without comments of programs.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines = split(text.substr(0, kListingSample), '\n');
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

/// The first line of a file of comma-separated values: names of fields.
bool is_field_names(std::string_view line) {
  constexpr std::array kNames = {"author"sv, "authors"sv,  "body"sv, "content"sv,  "date"sv,
                                 "domain"sv, "headline"sv, "id"sv,   "language"sv, "link"sv,
                                 "source"sv, "summary"sv,  "text"sv, "title"sv,    "url"sv};
  if (std::ranges::count(line, ',') + 1 < static_cast<std::ptrdiff_t>(kColumns)) return false;
  std::size_t known = 0;
  for (std::string_view cell : split(line, ',')) {
    cell = trim(cell);
    if (cell.size() > 1 && cell.front() == '"' && cell.back() == '"')
      cell = cell.substr(1, cell.size() - 2);
    if (cell.find(' ') != std::string_view::npos) return false;
    known += std::ranges::count(kNames, to_lower_ascii(cell)) > 0;
  }
  return known >= 2;
}

/// The line behind the names of fields has as many values. A comma of prose has a blank behind it,
/// that of a record only where the names have one, too. A quotation may go on in the next line.
bool is_record(std::string_view line, std::string_view names) {
  const bool spaced = names.find(", ") != std::string_view::npos;
  bool quoted = false;
  std::ptrdiff_t commas = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') quoted = !quoted;
    if (line[i] == ',' && !quoted && (spaced || !line.substr(i).starts_with(", "))) ++commas;
  }
  return quoted || commas == std::ranges::count(names, ',');
}

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "org,example)/news 20240302101500 ...": a CDX or CDXJ file says where in WARC files pages are.
/// Its first line may name its fields by letters, " CDX N b a".
bool is_index_row(std::string_view line) {
  const std::size_t blank = std::min(line.find(' '), line.size());
  const std::string_view rest = trim(line.substr(blank));
  const std::string_view time = rest.substr(0, rest.find(' '));
  return line.substr(0, blank).find(")/") != std::string_view::npos && time.size() >= 8 &&
         is_digits(time);
}

bool is_index_head(std::string_view line) {
  return line.starts_with("!meta ") ||
         (line.starts_with("CDX ") && line.size() > 5 && line[5] == ' ');
}

/// "2024-01-02T03:04:05.678Z ...": what a crawler did when.
bool is_log_row(std::string_view line) {
  return line.size() > 19 && is_digits(line.substr(0, 4)) && line[4] == '-' &&
         is_digits(line.substr(5, 2)) && line[10] == 'T' && is_digits(line.substr(11, 2)) &&
         line[13] == ':' && is_digits(line.substr(17, 2));
}

/// A line of a script or a style sheet; browsers save those beside a page under any name.
bool is_code_row(std::string_view line) {
  return line.ends_with(';') || line.ends_with('{') || line.ends_with('}');
}

/// Whether a line holds what prose has not, though a story may end its lines with semicolons:
/// brackets, an assignment, a call, or a property and its value.
bool has_code(std::string_view line) {
  if (line.find_first_of("{}[]=") != std::string_view::npos || line.starts_with('(')) return true;
  const std::size_t call = line.find('(');
  if (call != std::string_view::npos && line[call - 1] != ' ') return true;
  const std::size_t name = line.find_first_not_of("abcdefghijklmnopqrstuvwxyz-");
  return name != std::string_view::npos && name > 0 && line[name] == ':';
}

bool is_address(std::string_view line) {
  return (line.starts_with("http://") || line.starts_with("https://")) &&
         line.find(' ') == std::string_view::npos;
}

}  // namespace

std::optional<std::string_view> listing_kind(std::string_view text) {
  const std::vector<std::string_view> lines = lines_of(text);
  if (lines.empty()) return std::nullopt;
  if (is_robots_rule(lines.front())) return "robots.txt";
  const auto share = [&](auto is) {
    return static_cast<double>(std::ranges::count_if(lines, is)) /
           static_cast<double>(lines.size());
  };
  const auto most = [&](auto is) { return share(is) >= kShareOfRows; };
  if (most(is_seller)) return "ads.txt";
  if (lines.size() > 1 && is_field_names(lines[0]) && is_record(lines[1], lines[0])) return "table";
  if (is_index_head(lines.front()) || most(is_index_row)) return "index of a web archive";
  if (lines.size() < kLeastRows) return std::nullopt;
  if (most(is_row)) return "table";
  if (most(is_log_row)) return "log";
  if (most(is_code_row) && share(has_code) >= kShareOfCode) return "script or style sheet";
  if (most(is_address)) return "list of addresses";
  return std::nullopt;
}

}  // namespace pressmark::indexer
