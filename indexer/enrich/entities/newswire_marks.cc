#include "indexer/enrich/entities/newswire_marks.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/text.h"
#include "indexer/enrich/words/name_cues.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMostCode = 8;        // bytes
constexpr std::size_t kDatelineReach = 80;  // bytes from the beginning of the line

// As they are written: "set", "six" and "aim" are words.
constexpr auto kExchanges = std::to_array<std::string_view>(
    {"ADX",  "AIM",    "AMEX", "AMS",   "ARCA", "ASX",  "B3",  "BCBA",    "BIT",      "BME",
     "BMV",  "BSE",    "CSE",  "DFM",   "EBR",  "EGX",  "EPA", "ETR",     "EURONEXT", "FRA",
     "HKEX", "HKG",    "HKSE", "IDX",   "JSE",  "KRX",  "KSE", "LON",     "LSE",      "MCX",
     "MOEX", "NASDAQ", "NSE",  "NYSE",  "NZX",  "OSE",  "OTC", "OTCMKTS", "OTCQB",    "OTCQX",
     "PSE",  "SEHK",   "SET",  "SGX",   "SIX",  "SSE",  "STO", "SWX",     "SZSE",     "TADAWUL",
     "TASE", "TSE",    "TSX",  "TSX-V", "TSXV", "TWSE", "TYO", "XETRA",   "Euronext", "Nasdaq"});

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_large(char c) { return c >= 'A' && c <= 'Z'; }

std::string_view without_blanks_behind(std::string_view text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// The last word, of letters, figures and hyphens.
std::string_view last_word(std::string_view text) {
  std::size_t begin = text.size();
  const auto belongs = [](char c) {
    return is_small(static_cast<char>(c | 0x20)) || (c >= '0' && c <= '9') || c == '-';
  };
  while (begin > 0 && belongs(text[begin - 1])) --begin;
  return text.substr(begin);
}

/// "HLDN.OL"
bool has_exchange_behind(std::string_view code) {
  const std::size_t point = code.find('.');
  return point != code.npos && point > 0 && code.rfind('.') == point && code.size() > point + 1 &&
         code.size() <= point + 3;
}

/// "(NYSE" and "; LSE", in front of ": HLDN".
bool ends_in_exchange(std::string_view before) {
  const std::string_view exchange = last_word(before);
  if (std::ranges::count(kExchanges, exchange) == 0) return false;
  before = without_blanks_behind(before.substr(0, before.size() - exchange.size()));
  return before.ends_with('(') || before.ends_with('<') || before.ends_with(';');
}

bool starts_line(std::string_view text, std::size_t at) { return at == 0 || text[at - 1] == '\n'; }

/// The line up to a place in it; nothing where it begins too far away for a dateline.
std::optional<std::string_view> line_before(std::string_view text, std::size_t at) {
  const std::size_t reach = std::min(at, kDatelineReach + 1);
  const std::string_view near = text.substr(at - reach, reach);
  const std::size_t line = near.rfind('\n');
  if (line == near.npos && reach < at) return std::nullopt;
  return line == near.npos ? near : near.substr(line + 1);
}

/// "LIMA", "LIMA, June 3", "WASHINGTON, D.C.": a town in capitals, and a date or more capitals.
bool is_town_of_dateline(std::string_view line) {
  const std::string_view town = line.substr(0, line.find(','));
  const std::string_view rest = line.substr(town.size());
  if (std::ranges::any_of(town, is_small) || std::ranges::count_if(town, is_large) < 2)
    return false;
  const auto words = split(rest, ' ');
  const bool month = std::ranges::any_of(words, [](std::string_view word) {
    while (!word.empty() && !is_small(word.back()) && !is_large(word.back())) word.remove_suffix(1);
    return (name_cues(to_lower_ascii(word)) & kCueCalendar) != 0;
  });
  const bool date = month && rest.find_first_of("0123456789") != rest.npos;
  return date || std::ranges::none_of(rest, is_small);
}

bool starts_with_dash(std::string_view text) {
  return text.starts_with('-') || text.starts_with("\u2013") || text.starts_with("\u2014");
}

}  // namespace

bool is_stock_code(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view code = text.substr(begin, end - begin);
  if (code.size() > kMostCode || std::ranges::any_of(code, is_small)) return false;
  std::string_view before = without_blanks_behind(text.substr(0, begin));
  if (before.ends_with(':')) {
    return ends_in_exchange(without_blanks_behind(before.substr(0, before.size() - 1)));
  }
  return (before.ends_with('(') || before.ends_with('<')) && has_exchange_behind(code);
}

bool is_dateline_agency(std::string_view text, std::size_t begin, std::size_t end) {
  if (begin == 0 || text[begin - 1] != '(') return false;
  std::string_view rest = text.substr(end);
  if (!rest.starts_with(')')) return false;
  rest.remove_prefix(1);
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  if (!starts_with_dash(rest)) return false;
  const auto line = line_before(text, begin - 1);
  return line && is_town_of_dateline(*line);
}

bool is_dateline(std::string_view text, std::size_t begin, std::size_t end) {
  if (!starts_line(text, begin)) return false;
  std::string_view rest = text.substr(end);
  if (rest.starts_with(',')) return true;
  if (!rest.starts_with(' ')) return false;
  rest.remove_prefix(1);
  return rest.starts_with('(') || starts_with_dash(rest);
}

bool is_dateline_town(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view name = text.substr(begin, end - begin);
  const bool capitals =
      name.size() == 4 && std::ranges::all_of(name, [](char c) { return c >= 'A' && c <= 'Z'; });
  return capitals && name != "USSR" && is_dateline(text, begin, end);
}

}  // namespace pressmark::indexer
