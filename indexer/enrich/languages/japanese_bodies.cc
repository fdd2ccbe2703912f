#include "indexer/enrich/languages/japanese_bodies.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "common/letters.h"

namespace pressmark::embedded {
std::string_view names_japanese();
}

namespace pressmark::indexer {
namespace {

constexpr std::size_t kLongestFirm = 15;  // characters
constexpr std::size_t kLeastFirm = 2;
constexpr std::size_t kLongestPlace = 4;  // of a court or an office
constexpr std::u32string_view kFirm = U"株式会社";

/// Ends of bodies that a place stands in front of.
constexpr auto kEnds = std::to_array<std::u32string_view>(
    {U"大学", U"地裁", U"高裁", U"家裁", U"地検", U"高検", U"県警", U"府警", U"道警", U"地方裁判所",
     U"高等裁判所", U"地方検察庁"});

/// "同大学", "国立大学": which one is not said.
constexpr std::u32string_view kNoPlace = U"同各両全本当某私国公他女短医米有名";
/// "大学生", "大学病院"
constexpr std::u32string_view kGoesOn = U"生院校側入病卒進";

/// Whether both sides of what the list has are the ends of a word: katakana go in one run.
bool is_whole(const NameLetters& letters, std::size_t begin, std::size_t end) {
  const auto joins = [](char32_t a, char32_t b) {
    return (is_katakana(a) && (is_katakana(b) || is_name_point(b))) ||
           (is_name_point(a) && is_katakana(b));
  };
  return !joins(letters.before(begin), letters[begin]) && !joins(letters[end - 1], letters[end]);
}

bool is_firm_letter(char32_t c) {
  return is_han(c) || is_katakana(c) || is_name_point(c) || (c >= U'A' && c <= U'Z') ||
         (c >= U'a' && c <= U'z') || (c >= U'Ａ' && c <= U'Ｚ');
}

std::size_t add(NameLetters& letters, std::size_t begin, std::size_t end) {
  if (letters.any_taken(begin, end)) return begin;
  letters.add(begin, end, EntityType::Organization, std::string(letters.bytes(begin, end)));
  return end;
}

std::size_t add_firm(NameLetters& letters, std::size_t at) {
  std::size_t end = at + kFirm.size();
  while (end < letters.size() && end - at < kLongestFirm && is_firm_letter(letters[end])) ++end;
  if (end >= at + kFirm.size() + kLeastFirm)
    return is_firm_letter(letters[end]) ? at : add(letters, at, end);
  end = at + kFirm.size();
  std::size_t begin = at;
  while (begin > 0 && end - begin < kLongestFirm && is_firm_letter(letters[begin - 1]) &&
         !letters.taken(begin - 1))
    --begin;
  const bool whole = begin == 0 || !is_firm_letter(letters[begin - 1]);
  if (!whole || at < begin + kLeastFirm) return at;
  add(letters, begin, end);
  return end;
}

std::size_t add_by_ending(NameLetters& letters, std::size_t at) {
  if (is_han(letters.before(at)) || !is_han(letters[at]) ||
      kNoPlace.find(letters[at]) != kNoPlace.npos)
    return at;
  for (std::size_t place = at + 2; place <= at + kLongestPlace; ++place) {
    if (!is_han(letters[place - 1])) return at;
    for (const std::u32string_view ending : kEnds) {
      if (!letters.stands_at(place, ending)) continue;
      const std::size_t end = place + ending.size();
      if (kGoesOn.find(letters[end]) != kGoesOn.npos && letters[end] != 0) return at;
      return add(letters, at, end);
    }
  }
  return at;
}

}  // namespace

const NameTable& japanese_table() {
  static const NameTable kTable(embedded::names_japanese());
  return kTable;
}

bool is_hiragana(char32_t c) { return c >= 0x3041 && c <= 0x3096; }

std::size_t add_japanese_body(NameLetters& letters, std::size_t at) {
  if (const std::size_t end = letters.end_of(japanese_table(), 'b', at);
      end > at && is_whole(letters, at, end))
    return add(letters, at, end);
  if (letters.stands_at(at, kFirm)) return add_firm(letters, at);
  return add_by_ending(letters, at);
}

}  // namespace pressmark::indexer
