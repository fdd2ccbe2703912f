#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "common/analysis.h"
#include "common/text.h"
#include "indexer/enrich/languages/latin_evidence.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMostSyllables = 4;      // of a Vietnamese name
constexpr std::size_t kLongestSyllables = 12;  // letters of a Chinese or Korean given name

constexpr std::size_t kLeastCapitals = 4;  // bytes

constexpr ClassBits kPlainWordClass = class_bit('W');

/// Whether a word is one or two syllables of Mandarin in pinyin.
bool is_pinyin(std::string_view word) {
  constexpr auto kInitials = std::to_array<std::string_view>(
      {"zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g",
       "k",  "h",  "j",  "q", "x", "r", "z", "c", "s", "y", "w", ""});
  constexpr auto kFinals = std::to_array<std::string_view>(
      {"iang", "iong", "uang", "ang", "eng", "ing", "ong", "ian", "iao", "uai", "uan",
       "ai",   "an",   "ao",   "ei",  "en",  "er",  "ia",  "ie",  "in",  "iu",  "ou",
       "ua",   "ue",   "ui",   "un",  "uo",  "a",   "e",   "i",   "o",   "u"});
  struct Try {
    std::size_t at, syllables;
  };
  std::array<Try, 64> open = {};
  std::size_t count = 1;
  while (count > 0) {
    const Try now = open[--count];
    if (now.at == word.size()) return now.syllables > 0;
    if (now.syllables == 2) continue;
    for (const std::string_view initial : kInitials) {
      if (!word.substr(now.at).starts_with(initial)) continue;
      for (const std::string_view final : kFinals) {
        if (count < open.size() && word.substr(now.at + initial.size()).starts_with(final))
          open[count++] = {now.at + initial.size() + final.size(), now.syllables + 1};
      }
    }
  }
  return false;
}

bool is_roman(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);  // "Leo XIV."
  return !word.empty() && word.find_first_not_of("IVX") == std::string_view::npos;
}

}  // namespace

/// "Nguyễn Văn Khải": two to four syllables, each with a capital.
std::optional<NameRun> LatinEvidence::vietnamese(std::size_t first) const {
  if (!text_.is(first, kLatinFamily)) return std::nullopt;
  std::size_t last = first;
  // "Nguyễn Văn Nam": what is "south" elsewhere is a name behind two syllables.
  const auto syllable = [this, first](std::size_t at) {
    return name_word(at) ||
           (at > first + 1 && text_.name_like(at) && !text_.taken(at) && text_.is(at, kLatinThing));
  };
  while (last - first + 1 < kMostSyllables && text_.follows(last + 1) && syllable(last + 1) &&
         !text_.is(last + 1, kLatinHead))
    ++last;
  if (last == first) return std::nullopt;
  // "Cao Bằng", "Hà Nội": two syllables that a list has as a place.
  if (no_person(first, last)) return std::nullopt;
  // "Bạch Mai", "Giang Tô": two syllables are nobody without an office in front.
  const bool titled = first > 0 && text_.follows(first) && text_.is(first - 1, kLatinTitle);
  if (last == first + 1 && !titled) return std::nullopt;
  return NameRun{first, last};
}

/// "Orbán Viktor": the given name is the last, and may have an ending.
std::optional<NameRun> LatinEvidence::hungarian(std::size_t first) const {
  if (!name_word(first) || !text_.follows(first + 1) || text_.is(first, kLatinSaint))
    return std::nullopt;
  std::size_t last = first + 1;
  const auto is_given = [this](std::size_t at) {
    if (!name_word(at)) return false;
    if (text_.is(at, kLatinGiven)) return true;
    const std::string& word = text_.folded(at);
    for (const std::string_view ending :
         {"t",   "ot",  "et",  "öt",  "at",  "nak", "nek", "val", "vel", "ra", "re",
          "ról", "ről", "tól", "től", "hoz", "hez", "höz", "ért", "ban", "ben"}) {
      if (word.size() > ending.size() + 2 && word.ends_with(ending) &&
          text_.words().is(word.substr(0, word.size() - ending.size()), kLatinGiven))
        return true;
    }
    for (const auto& [ending, vowel] :
         {std::pair("át", "a"), std::pair("ának", "a"), std::pair("ával", "a")}) {
      if (word.ends_with(ending) &&
          text_.words().is(word.substr(0, word.size() - std::string_view(ending).size()) + vowel,
                           kLatinGiven))
        return true;
    }
    return false;
  };
  if (!is_given(last) && text_.follows(last + 1) && name_word(last))
    ++last;  // "Hajdú-Kis Tóth Éva"
  if (!is_given(last)) return std::nullopt;
  // "Elítélték Szendrőváry Ákost": a verb opens the sentence.
  if (last == first + 2 && text_.starts_sentence(first)) return NameRun{first + 1, last};
  if (last == first + 1 && text_.follows(last + 1) && name_word(last + 1) && is_given(last + 1))
    ++last;
  return NameRun{first, last};
}

/// Chinese and Korean names, the family's in front: "Xi Jinping", "Kim Jong-un", "Lim Wei Keong".
std::optional<NameRun> LatinEvidence::eastern(std::size_t first) const {
  if (!text_.is(first, kLatinFamily) || !text_.follows(first + 1) || !name_word(first + 1))
    return std::nullopt;
  const std::string& second = text_.folded(first + 1);
  const std::size_t hyphen = second.find('-');
  // "Kim Jong-un", but "Du Haut-Rhin"
  const bool joined = hyphen != std::string::npos && hyphen > 1 && hyphen < 7 &&
                      hyphen + 1 < second.size() && text_.bytes(first + 1)[hyphen + 1] > 'Z';
  if (no_person(first, first + 1)) return std::nullopt;
  // "Ma Renzi", "Pan Duda": the words come before the families.
  if (is_title(first) ||
      (!joined && Analyzer::is_function_word(text_.folded(first), text_.language())))
    return std::nullopt;
  if (joined && second.size() <= kLongestSyllables) return NameRun{first, first + 1};
  const bool malay = text_.language() == "ms" || text_.language() == "id";
  if (malay && text_.follows(first + 2) && name_word(first + 2) && second.size() <= 6 &&
      text_.folded(first + 2).size() <= 6 && !text_.is(first + 1, kLatinTitle))
    return NameRun{first, first + 2};
  if (!is_pinyin(second) || text_.seen_small(first + 1)) return std::nullopt;
  if (text_.starts_sentence(first) && second.size() < 4) return std::nullopt;
  return NameRun{first, first + 1};
}

/// Whether nothing but what the office is of stands between it and a name: "Menteri Luar Negeri
/// Sugiono", "Kepala BNPB Suharyanto".
bool LatinEvidence::office_touches(std::size_t first) const {
  while (first > 0 && text_.follows(first) && !is_title(first - 1)) {
    --first;
    if (!text_.is(first, kLatinOffice) && !(text_.taken(first) && text_.capitals(first)))
      return false;
  }
  return first > 0 && text_.follows(first);
}

/// "papa León XIV", "rey Felipe", "Pedro II": one given name behind such an office or in front of a
/// number.
std::optional<NameRun> LatinEvidence::monarch(std::size_t first) const {
  constexpr auto kOffices = std::to_array<std::string_view>(
      {"kong",    "kung",   "koning", "król",  "král",   "kralj", "könig",
       "königin", "papa",   "pape",   "papst", "papież", "papež", "paus",
       "re",      "regele", "rei",    "reina", "reine",  "rey",   "roi"});
  const bool office =
      text_.follows(first) && std::ranges::count(kOffices, text_.folded(first - 1)) > 0;
  const bool number = text_.follows(first + 1) && is_roman(text_.bytes(first + 1)) &&
                      (office || text_.capitals(first + 1));
  // The number and the office do for names that no list has.
  const bool listed =
      listed_given(first) || text_.words().is(fold_accents(text_.folded(first)), kLatinGiven);
  if (number && (office || listed)) return NameRun{first, first + 1};
  if (!listed || !office || (text_.follows(first + 1) && text_.capital(first + 1)))
    return std::nullopt;
  const std::size_t behind = text_.follows(first + 1) ? behind_particles(first + 1) : first + 1;
  if (behind > first + 1) return std::nullopt;  // "rey Felipe de Borbón"
  return NameRun{first, first};
}

/// "Emmanuel MACRON"
bool LatinEvidence::surname_in_capitals(std::size_t at) const {
  return text_.capitals(at) && text_.bytes(at).size() >= kLeastCapitals && text_.follows(at) &&
         !text_.taken(at) && text_.name_like(at - 1) && text_.is(at - 1, kLatinGiven) &&
         !Analyzer::is_function_word(text_.folded(at - 1), text_.language()) &&
         !text_.is(at, kLatinNoBody | kLatinFirm | kLatinClub | kLatinNot);
}

/// "15. August Sperrung", "Ab August": the month, and neither August Bebel nor Mai Thi.
bool LatinEvidence::is_month(std::size_t at) const {
  if (text_.folded(at) != "august" && text_.folded(at) != "mai") return false;
  if (!text_.follows(at)) return false;
  std::size_t before = at - 1;
  if (text_.bytes(before) == "." && text_.follows(before)) --before;
  const char digit = text_.bytes(before).front();
  constexpr auto kTimes = std::to_array<std::string_view>(
      {"ab", "anfang", "bis", "ende", "im", "mitte", "seit", "vom", "zum"});
  return (digit >= '0' && digit <= '9') || std::ranges::binary_search(kTimes, text_.folded(before));
}

/// Where nouns have capitals a given name and one word more, as a rule: "Holger Brinkschulte".
std::optional<NameRun> LatinEvidence::german(std::size_t first) const {
  if (!name_word(first) || text_.seen_small(first) || text_.is(first, kLatinSaint) ||
      is_month(first))
    return std::nullopt;
  // "Bauleiterin Gesine Thalbach": an office and two words.
  if (!given(first) && title_before(first) && !is_title(first) && text_.follows(first + 1) &&
      name_word(first + 1) && !text_.seen_small(first + 1) && !is_title(first + 1) &&
      !(text_.follows(first + 2) && text_.capital(first + 2)) &&
      (text_.classes(first) & kPlainWordClass) == 0)
    return NameRun{first, first + 1};
  if (!given(first)) return std::nullopt;
  if (text_.starts_sentence(first) && !listed_given(first)) return std::nullopt;
  std::size_t last = first;
  while (last < first + 2 && text_.follows(last + 1) && name_word(last + 1) && given(last + 1))
    ++last;
  if (!text_.follows(last + 1))
    return last > first ? std::optional(NameRun{first, last}) : std::nullopt;
  const std::size_t behind = behind_particles(last + 1);
  const bool surname = name_word(behind) && !is_title(behind) && !text_.is(behind, kLatinHead) &&
                       !text_.seen_small(behind);
  const bool sure = known_family(first) || listed_given(first);
  if (surname && sure && (last == first || !known_family(last) || known_family(behind)))
    last = behind;
  if (last == first || is_thing_compound(last) || no_person(first, last)) return std::nullopt;
  return NameRun{first, last};
}

}  // namespace pressmark::indexer
