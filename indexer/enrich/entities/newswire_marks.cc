#include "indexer/enrich/entities/newswire_marks.h"

#include <algorithm>
#include <array>

#include "common/text.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMostCode = 8;        // bytes
constexpr std::size_t kDatelineReach = 80;  // bytes from the beginning of the line

constexpr auto kExchanges = std::to_array<std::string_view>(
    {"adx",  "aim",      "amex",    "ams",   "amsterdam", "arca",    "asx",  "b3",   "bcba",
     "bit",  "bme",      "bmv",     "bse",   "cse",       "dfm",     "ebr",  "egx",  "epa",
     "etr",  "euronext", "fra",     "hkex",  "hkg",       "hkse",    "idx",  "jse",  "krx",
     "kse",  "lon",      "lse",     "mcx",   "moex",      "nasdaq",  "nse",  "nyse", "nzx",
     "ose",  "otc",      "otcmkts", "otcqb", "otcqx",     "pse",     "sehk", "set",  "sgx",
     "six",  "sse",      "sto",     "swx",   "szse",      "tadawul", "tase", "tsx",  "tsx-v",
     "tsxv", "tse",      "twse",    "tyo",   "xetra"});

bool is_small(char c) { return c >= 'a' && c <= 'z'; }

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

std::size_t begin_of_line(std::string_view text, std::size_t at) {
  return at == 0 ? 0 : text.rfind('\n', at - 1) + 1;  // npos + 1 is 0
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
    before = without_blanks_behind(before.substr(0, before.size() - 1));
    return std::ranges::count(kExchanges, to_lower_ascii(last_word(before))) > 0;
  }
  return (before.ends_with('(') || before.ends_with('<')) && has_exchange_behind(code);
}

bool is_dateline_agency(std::string_view text, std::size_t begin, std::size_t end) {
  if (begin - begin_of_line(text, begin) > kDatelineReach || begin == 0 || text[begin - 1] != '(')
    return false;
  std::string_view rest = text.substr(end);
  if (!rest.starts_with(')')) return false;
  rest.remove_prefix(1);
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  return starts_with_dash(rest);
}

bool is_dateline(std::string_view text, std::size_t begin, std::size_t end) {
  if (begin_of_line(text, begin) != begin) return false;
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
