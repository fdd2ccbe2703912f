#include "indexer/enrich/languages/chinese_bodies.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "common/country.h"

namespace pressmark::embedded {
std::string_view names_chinese();
}

namespace pressmark::indexer {
namespace {

constexpr std::size_t kLongestCountry = 6;  // characters
constexpr std::size_t kLongestPaper = 10;
constexpr std::size_t kLongestFirm = 16;
constexpr std::size_t kLeastFirm = 2;

constexpr auto kPaperEnds = std::to_array<std::string_view>(
    {"日报", "时报", "晚报", "早报", "邮报", "周刊", "周报", "新报", "商报",     "日報",
     "時報", "晚報", "早報", "郵報", "週刊", "新報", "商報", "卫报", "每日新闻", "新闻网"});

constexpr auto kFirmForms = std::to_array<std::u32string_view>(
    {U"股份有限公司", U"有限责任公司", U"有限責任公司", U"控股有限公司", U"有限公司"});

/// In front of a firm's name, never in it.
constexpr std::u32string_view kBeforeFirm = U"的在和与與由对對向从從据據是被至及为為";
/// What a firm's name does not begin with: "一家有限公司".
constexpr std::u32string_view kNoFirm = U"一某该該这這那本各家几幾两兩多其此等有是外以成";

bool ends_with_any(std::string_view name, std::span<const std::string_view> ends) {
  return std::ranges::any_of(ends, [&](auto end) { return name.ends_with(end); });
}

/// Begin of the longest name of a country that ends at a place.
std::size_t country_before(const NameLetters& letters, std::size_t end) {
  std::size_t longest = 0;
  while (longest < std::min(kLongestCountry, end) && is_han(letters[end - longest - 1])) ++longest;
  for (std::size_t length = longest; length >= 2; --length) {
    if (find_country(letters.bytes(end - length, end))) return end - length;
  }
  return end;
}

std::size_t add_paper(NameLetters& letters, std::size_t at) {
  for (std::size_t end = at + 1; end <= at + kLongestPaper && end < letters.size(); ++end) {
    if (letters[end] != U'》') continue;
    const std::string_view name = letters.bytes(at, end);
    if (!ends_with_any(name, kPaperEnds)) return at;
    letters.add(at, end, EntityType::Organization, std::string(name));
    return end;
  }
  return at;
}

/// Whether the name of a firm goes on behind a place, up to its legal form.
bool firm_goes_on(const NameLetters& letters, std::size_t at) {
  for (std::size_t end = at; end < at + kLongestFirm && is_han(letters[end]); ++end) {
    if (kBeforeFirm.find(letters[end]) != kBeforeFirm.npos) return false;
    if (std::ranges::any_of(kFirmForms, [&](auto form) { return letters.stands_at(end, form); }))
      return true;
  }
  return false;
}

std::size_t add_firm(NameLetters& letters, std::size_t at) {
  const auto* form =
      std::ranges::find_if(kFirmForms, [&](auto each) { return letters.stands_at(at, each); });
  if (form == kFirmForms.end()) return at;
  std::size_t begin = at;
  while (begin > 0 && at - begin < kLongestFirm && is_han(letters[begin - 1]) &&
         !letters.taken(begin - 1) && kBeforeFirm.find(letters[begin - 1]) == kBeforeFirm.npos)
    --begin;
  const bool certain = at - begin < kLongestFirm;
  if (!certain || at - begin < kLeastFirm || kNoFirm.find(letters[begin]) != kNoFirm.npos)
    return at;
  const std::size_t end = at + form->size();
  letters.add(begin, end, EntityType::Organization, std::string(letters.bytes(begin, end)));
  return end;
}

}  // namespace

const NameTable& chinese_table() {
  static const NameTable kTable(embedded::names_chinese());
  return kTable;
}

std::size_t add_chinese_body(NameLetters& letters, WordBreaks& breaks, std::size_t at) {
  if (const std::size_t end = letters.end_of(chinese_table(), 'M', at); end > at) {
    const std::size_t begin = country_before(letters, at);
    if (letters.any_taken(begin, end)) return at;
    letters.add(begin, end, EntityType::Organization, std::string(letters.bytes(begin, end)));
    return end;
  }
  const std::size_t end = letters.end_of(chinese_table(), 'b', at);
  if (end == at || firm_goes_on(letters, end)) return at;
  if (end - at == 2 && !breaks.stand_alone(letters.offset(at), letters.offset(end))) return at;
  letters.add(at, end, EntityType::Organization, std::string(letters.bytes(at, end)));
  return end;
}

std::size_t add_paper_or_firm(NameLetters& letters, std::size_t at) {
  if (letters.before(at) == U'《') return add_paper(letters, at);
  return letters[at] == U'有' || letters[at] == U'股' || letters[at] == U'控'
             ? add_firm(letters, at)
             : at;
}

}  // namespace pressmark::indexer
