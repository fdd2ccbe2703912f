#include "indexer/extract/authors/byline_cuts.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>

#include <unicode/uchar.h>

#include "common/outlet_table.h"
#include "common/text.h"
#include "common/utf8.h"
#include "indexer/extract/authors/byline_words.h"

namespace pressmark::indexer {
namespace {

/// A small word before a place or an outlet ("in Kyiv", "for The Herald", "aus Rom"), and how many
/// words of a name stand before it at least: some are particles too ("Maria da Silva", "Antoni
/// Gaudí i Cornet").
struct PlaceWord {
  std::string_view word;
  std::size_t behind = 1;
  std::string_view languages = {};  // where it is no particle of names; empty: in all
};
constexpr PlaceWord kPlaceWords[] = {
    {"in"},    {"for"},  {"from"},    {"at"},          {"aus"},
    {"bei"},   {"à"},    {"reports"}, {"desde"},       {"on", 2},
    {"en", 2}, {"a", 2}, {"fra", 2},  {"da", 2, "it"}, {"i", 2, "da nb nn no sv"}};

bool is_place_word(const std::vector<NameWord>& words, std::size_t i, std::string_view language) {
  const auto* const found = std::ranges::find(kPlaceWords, words[i].text, &PlaceWord::word);
  if (found == std::end(kPlaceWords) || i < found->behind) return false;
  // "Sophie in 't Veld"
  const bool particles = i + 1 < words.size() && words[i + 1].first == LetterCase::Lower;
  if (i == 1 && particles) return false;
  const std::string tag = to_lower_ascii(language.substr(0, language.find_first_of("-_")));
  return found->languages.empty() ||
         (!tag.empty() && found->languages.find(tag) != std::string_view::npos);
}

bool ends_in_capital(std::string_view word) {
  char32_t last = 0;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    if (u_isalpha(static_cast<UChar32>(c)) != 0) last = c;
  }
  return u_islower(static_cast<UChar32>(last)) == 0;
}

/// In capitals, "McDONALD" too.
bool is_loud_word(const NameWord& word) {
  return word.first == LetterCase::Upper && word.letters > 1 && ends_in_capital(word.text);
}

}  // namespace

void cut_place(std::vector<NameWord>& words, std::string_view language) {
  const bool loud = std::ranges::all_of(words, [](const NameWord& word) { return word.all_upper; });
  for (std::size_t i = 1; i < words.size(); ++i) {
    // "JANE DOE FOR MAILONLINE"
    const bool loud_for = loud && i > 1 && words[i].text == "FOR";
    if (!loud_for && (words[i].first != LetterCase::Lower || !is_place_word(words, i, language)))
      continue;
    words.resize(i);
    return;
  }
}

void cut_outlet(std::vector<NameWord>& words) {
  for (std::size_t keep = 2; keep < words.size(); ++keep) {
    const std::vector<NameWord> rest(words.begin() + static_cast<std::ptrdiff_t>(keep),
                                     words.end());
    if (rest.size() == 1 && !rest.front().all_upper) continue;  // "Times" alone may be a name's
    if (!find_outlet_by_name(joined_words(rest))) continue;
    words.resize(keep);
    return;
  }
}

void cut_own_outlet(std::vector<NameWord>& words, const Outlet& outlet) {
  if (words.size() < 3 || outlet.name.empty()) return;
  std::size_t end = words.size();
  while (end > 2 && is_role_word(words[end - 1].text)) --end;
  const bool before_role = end < words.size();
  const NameWord& last = words[end - 1];
  const std::string key = outlet_name_key(last.text);
  const std::vector<std::string_view> parts = split(outlet.name, ' ');
  std::string initials;
  for (const std::string_view part : parts) {
    const std::string letters = outlet_name_key(part);
    std::size_t first = 0;
    if (!letters.empty()) next_code_point(letters, first);
    initials += letters.substr(0, first);
  }
  const bool short_form =
      last.all_upper && !words.front().all_upper && parts.size() > 1 && key == initials;
  const auto is_part = [&](const NameWord& word) {
    return std::ranges::any_of(parts, [&](std::string_view part) {
      return outlet_name_key(part) == outlet_name_key(word.text);
    });
  };
  // "Moor Echo Day staff" is the outlet's whole name.
  const bool part_of_name = before_role && is_part(last) && !is_part(words.front());
  if (end > 2 && (short_form || part_of_name)) words.resize(end - 1);
}

bool is_loud(std::string_view name) {
  return std::ranges::count_if(words_of(name), is_loud_word) > 1;
}

bool is_quiet(std::string_view name) {
  return std::ranges::any_of(words_of(name), [](const NameWord& word) {
    return word.letters > 1 && !ends_in_capital(word.text);
  });
}

void cut_behind_capitals(std::vector<NameWord>& words) {
  if (words.size() < 3 || !is_loud_word(words[0]) || !is_loud_word(words[1])) return;
  for (std::size_t i = 2; i < words.size(); ++i) {
    if (words[i].first != LetterCase::Upper || is_generation(words[i].text) ||
        ends_in_capital(words[i].text))
      continue;
    words.resize(i);
    return;
  }
}

void cut_roles(std::vector<NameWord>& words) {
  std::size_t roles = 0;
  while (roles < words.size() && is_role_word(words[words.size() - 1 - roles].text)) ++roles;
  if (roles > 0 && (words.size() - roles >= 2 ||
                    (words.size() > roles && words.front().first == LetterCase::None)))
    words.resize(words.size() - roles);
  std::size_t leading = 0;
  while (leading < words.size() && is_role_word(words[leading].text)) ++leading;
  if (leading > 0 && (words.size() - leading >= 2 ||
                      (words.size() > leading && words.back().first == LetterCase::None)))
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(leading));
}

}  // namespace pressmark::indexer
