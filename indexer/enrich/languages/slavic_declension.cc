#include "indexer/enrich/languages/slavic_declension.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "common/text.h"

namespace pressmark::embedded {
std::string_view given_names_slavic();
}

namespace pressmark::indexer {
namespace {

constexpr std::size_t kCyrillicLetter = 2;               // bytes of a Cyrillic one
constexpr std::size_t kLeastStem = 2 * kCyrillicLetter;  // "Цой"

constexpr std::string_view kMan = "m", kWoman = "f";

/// What a language makes of the end of a given name: "" stands for a consonant, of men alone.
struct GivenEnding {
  std::string_view language, nominative, ending;
  Cases cases;
};
constexpr auto kGivenEndings = std::to_array<GivenEnding>({
    {"ru", "", "а", "g"},     {"ru", "", "у", "d"},     {"ru", "", "ом", "i"},
    {"ru", "", "ем", "i"},    {"ru", "", "е", "p"},     {"ru", "й", "я", "g"},
    {"ru", "й", "ю", "d"},    {"ru", "й", "ем", "i"},   {"ru", "й", "е", "p"},
    {"ru", "й", "и", "p"},    {"ru", "ь", "я", "g"},    {"ru", "ь", "ю", "d"},
    {"ru", "ь", "ем", "i"},   {"ru", "ь", "е", "p"},    {"ru", "а", "ы", "g"},
    {"ru", "а", "и", "g"},    {"ru", "а", "е", "dp"},   {"ru", "а", "у", "ga"},
    {"ru", "а", "ой", "i"},   {"ru", "а", "ою", "i"},   {"ru", "я", "и", "gdp"},
    {"ru", "я", "е", "dp"},   {"ru", "я", "ю", "ga"},   {"ru", "я", "ей", "i"},
    {"uk", "", "а", "g"},     {"uk", "", "у", "d"},     {"uk", "", "ові", "dp"},
    {"uk", "", "еві", "dp"},  {"uk", "", "ом", "i"},    {"uk", "", "ем", "i"},
    {"uk", "", "і", "p"},     {"uk", "й", "я", "g"},    {"uk", "й", "ю", "d"},
    {"uk", "й", "єві", "dp"}, {"uk", "й", "єм", "i"},   {"uk", "й", "ї", "p"},
    {"uk", "ь", "я", "g"},    {"uk", "ь", "ю", "d"},    {"uk", "ь", "еві", "dp"},
    {"uk", "ь", "ем", "i"},   {"uk", "ь", "і", "p"},    {"uk", "о", "а", "g"},
    {"uk", "о", "у", "d"},    {"uk", "о", "ові", "dp"}, {"uk", "о", "ом", "i"},
    {"uk", "о", "і", "p"},    {"uk", "а", "и", "g"},    {"uk", "а", "і", "gdp"},
    {"uk", "а", "у", "ga"},   {"uk", "а", "ою", "i"},   {"uk", "я", "ї", "gdp"},
    {"uk", "я", "і", "gdp"},  {"uk", "я", "ю", "ga"},   {"uk", "я", "єю", "i"},
    {"uk", "я", "ею", "i"},   {"sr", "", "а", "g"},     {"sr", "", "у", "dp"},
    {"sr", "", "ом", "i"},    {"sr", "", "ем", "i"},    {"sr", "о", "а", "g"},
    {"sr", "о", "у", "dp"},   {"sr", "о", "ом", "i"},   {"sr", "е", "а", "g"},
    {"sr", "е", "у", "dp"},   {"sr", "е", "ом", "i"},   {"sr", "а", "е", "g"},
    {"sr", "а", "и", "dp"},   {"sr", "а", "у", "ga"},   {"sr", "а", "ом", "i"},
});

/// The end of a surname in one case, and in the nominative. The first that fits counts: long ones
/// stand in front.
struct SurnameEnding {
  std::string_view language, person;
  Cases cases;
  std::string_view ending, nominative;
};
constexpr auto kSurnameEndings = std::to_array<SurnameEnding>({
    {"ru", kMan, "g", "ского", "ский"},
    {"ru", kMan, "g", "цкого", "цкий"},
    {"ru", kMan, "g", "кого", "кий"},
    {"ru", kMan, "g", "стого", "стой"},
    {"ru", kMan, "g", "ого", "ый"},
    {"ru", kMan, "g", "его", "ий"},
    {"ru", kMan, "g", "ея", "ей"},
    {"ru", kMan, "g", "оя", "ой"},
    {"ru", kMan, "g", "уя", "уй"},
    {"ru", kMan, "g", "я", "ь"},
    {"ru", kMan, "g", "ы", "а"},
    {"ru", kMan, "g", "а", ""},
    {"ru", kMan, "d", "скому", "ский"},
    {"ru", kMan, "d", "цкому", "цкий"},
    {"ru", kMan, "d", "кому", "кий"},
    {"ru", kMan, "d", "стому", "стой"},
    {"ru", kMan, "d", "ому", "ый"},
    {"ru", kMan, "d", "ему", "ий"},
    {"ru", kMan, "d", "аю", "ай"},
    {"ru", kMan, "d", "ею", "ей"},
    {"ru", kMan, "d", "ою", "ой"},
    {"ru", kMan, "d", "ю", "ь"},
    {"ru", kMan, "d", "у", ""},
    {"ru", kMan, "i", "ским", "ский"},
    {"ru", kMan, "i", "цким", "цкий"},
    {"ru", kMan, "i", "овым", "ов"},
    {"ru", kMan, "i", "евым", "ев"},
    {"ru", kMan, "i", "ёвым", "ёв"},
    {"ru", kMan, "i", "иным", "ин"},
    {"ru", kMan, "i", "ыным", "ын"},
    {"ru", kMan, "i", "стым", "стой"},
    {"ru", kMan, "i", "ым", "ый"},
    {"ru", kMan, "i", "им", "ий"},
    {"ru", kMan, "i", "аем", "ай"},
    {"ru", kMan, "i", "еем", "ей"},
    {"ru", kMan, "i", "оем", "ой"},
    {"ru", kMan, "i", "лем", "ль"},
    {"ru", kMan, "i", "рем", "рь"},
    {"ru", kMan, "i", "нем", "нь"},
    {"ru", kMan, "i", "ем", ""},
    {"ru", kMan, "i", "ом", ""},
    {"ru", kMan, "i", "ой", "а"},
    {"ru", kMan, "p", "ском", "ский"},
    {"ru", kMan, "p", "цком", "цкий"},
    {"ru", kMan, "p", "стом", "стой"},
    {"ru", kMan, "p", "ом", "ый"},
    {"ru", kMan, "p", "ае", "ай"},
    {"ru", kMan, "p", "ое", "ой"},
    {"ru", kMan, "p", "е", ""},
    {"ru", kWoman, "gdaip", "ской", "ская"},
    {"ru", kWoman, "gdaip", "цкой", "цкая"},
    {"ru", kWoman, "gdaip", "овой", "ова"},
    {"ru", kWoman, "gdaip", "евой", "ева"},
    {"ru", kWoman, "gdaip", "ёвой", "ёва"},
    {"ru", kWoman, "gdaip", "иной", "ина"},
    {"ru", kWoman, "gdaip", "ыной", "ына"},
    {"ru", kWoman, "gdaip", "ой", "ая"},
    {"ru", kWoman, "g", "ы", "а"},
    {"ru", kWoman, "dp", "е", "а"},
    {"ru", kWoman, "ga", "скую", "ская"},
    {"ru", kWoman, "ga", "цкую", "цкая"},
    {"ru", kWoman, "ga", "ову", "ова"},
    {"ru", kWoman, "ga", "еву", "ева"},
    {"ru", kWoman, "ga", "ёву", "ёва"},
    {"ru", kWoman, "ga", "ину", "ина"},
    {"ru", kWoman, "ga", "ыну", "ына"},
    {"ru", kWoman, "ga", "ую", "ая"},
    {"uk", kMan, "g", "ського", "ський"},
    {"uk", kMan, "g", "цького", "цький"},
    {"uk", kMan, "g", "ого", "ий"},
    {"uk", kMan, "g", "енка", "енко"},
    {"uk", kMan, "g", "чка", "чко"},
    {"uk", kMan, "g", "йка", "йко"},
    {"uk", kMan, "g", "оя", "ой"},
    {"uk", kMan, "g", "я", "ь"},
    {"uk", kMan, "g", "и", "а"},
    {"uk", kMan, "g", "а", ""},
    {"uk", kMan, "dp", "ському", "ський"},
    {"uk", kMan, "dp", "цькому", "цький"},
    {"uk", kMan, "dp", "ому", "ий"},
    {"uk", kMan, "dp", "енку", "енко"},
    {"uk", kMan, "dp", "енкові", "енко"},
    {"uk", kMan, "dp", "чку", "чко"},
    {"uk", kMan, "dp", "чкові", "чко"},
    {"uk", kMan, "dp", "йку", "йко"},
    {"uk", kMan, "dp", "йкові", "йко"},
    {"uk", kMan, "dp", "леві", "ль"},
    {"uk", kMan, "dp", "ові", ""},
    {"uk", kMan, "dp", "еві", ""},
    {"uk", kMan, "dp", "ю", "ь"},
    {"uk", kMan, "dp", "у", ""},
    {"uk", kMan, "p", "і", ""},
    {"uk", kMan, "i", "ським", "ський"},
    {"uk", kMan, "i", "цьким", "цький"},
    {"uk", kMan, "i", "овим", "ов"},
    {"uk", kMan, "i", "євим", "єв"},
    {"uk", kMan, "i", "евим", "ев"},
    {"uk", kMan, "i", "іним", "ін"},
    {"uk", kMan, "i", "їним", "їн"},
    {"uk", kMan, "i", "им", "ий"},
    {"uk", kMan, "i", "енком", "енко"},
    {"uk", kMan, "i", "чком", "чко"},
    {"uk", kMan, "i", "йком", "йко"},
    {"uk", kMan, "i", "лем", "ль"},
    {"uk", kMan, "i", "ем", ""},
    {"uk", kMan, "i", "ом", ""},
    {"uk", kMan, "i", "ою", "а"},
    {"uk", kWoman, "gdaip", "ої", "а"},
    {"uk", kWoman, "gdaip", "ій", "а"},
    {"uk", kWoman, "gdaip", "ою", "а"},
    {"uk", kWoman, "ga", "у", "а"},
    {"sr", kMan, "g", "ског", "ски"},
    {"sr", kMan, "g", "а", ""},
    {"sr", kMan, "dp", "ском", "ски"},
    {"sr", kMan, "dp", "у", ""},
    {"sr", kMan, "i", "ским", "ски"},
    {"sr", kMan, "i", "ом", ""},
    {"sr", kMan, "i", "ем", ""},
});

constexpr auto kOblique = std::to_array<std::string_view>(
    {"ого", "его", "ому", "ему", "ього", "ьому", "ским", "цким", "ським", "цьким"});
constexpr auto kWomensAdjectives =
    std::to_array<std::string_view>({"ская", "цкая", "ная", "ська", "цька"});
constexpr auto kOftenWomens = std::to_array<std::string_view>({"ина", "ына", "іна", "їна"});
constexpr auto kWomens = std::to_array<std::string_view>(
    {"ова", "ева", "ёва", "єва", "ская", "цкая", "ная", "ська", "цька"});
constexpr auto kMens =
    std::to_array<std::string_view>({"ов", "ев", "ёв", "єв", "ский", "цкий", "ський", "цький"});
constexpr auto kAorYa = std::to_array<std::string_view>({"а", "я"});
constexpr auto kOtherVowels = std::to_array<std::string_view>(
    {"о", "е", "и", "у", "ю", "э", "ы", "ё", "і", "ї", "є", "их", "ых"});

bool ends_as(std::string_view form, std::span<const std::string_view> endings) {
  return std::ranges::any_of(endings, [form](auto ending) { return form.ends_with(ending); });
}

bool shares(Cases a, Cases b) { return a.find_first_of(b) != a.npos; }

bool is_consonant(std::string_view letter) {
  constexpr auto kConsonants = std::to_array<std::string_view>(
      {"б", "в", "г", "ґ", "д", "ж", "з", "к", "л", "м", "н", "п", "р", "с", "т",
       "ф", "х", "ц", "ч", "ш", "щ", "ђ", "ј", "љ", "њ", "ћ", "џ", "ѓ", "ќ", "ѕ"});
  return std::ranges::count(kConsonants, letter) > 0;
}

/// What each form of the listed names may be in one language.
using Forms = std::unordered_map<std::string, std::vector<GivenName>>;

Forms forms_in(std::string_view language) {
  Forms forms;
  for (const std::string_view line : split(embedded::given_names_slavic(), '\n')) {
    if (line.empty() || line.front() == '#') continue;
    const auto cells = split(line, '\t');
    if (cells.size() > 3 && std::ranges::count(split(cells[3], ','), language) == 0) continue;
    const std::string_view name = cells[0], last = name.substr(name.size() - kCyrillicLetter);
    const bool woman = cells[1] == kWoman, consonant = is_consonant(last);
    const std::string_view nominative = consonant ? std::string_view() : last;
    std::string_view stem = cells.size() > 2 ? cells[2] : std::string_view();
    const bool fixed = stem == "=" || (consonant && woman);
    if (stem.empty()) stem = name.substr(0, name.size() - nominative.size());
    bool declined = false;
    for (const GivenEnding& row : kGivenEndings) {
      if (fixed || row.language != language || row.nominative != nominative) continue;
      declined = true;
      forms[std::string(stem).append(row.ending)].push_back({name, woman, row.cases});
    }
    forms[std::string(name)].push_back({name, woman, declined ? "n" : kAnyCase});
  }
  return forms;
}

const Forms& forms_of(std::string_view language) {
  static const std::array<Forms, 3> kForms = {forms_in("ru"), forms_in("uk"), forms_in("sr")};
  static const std::array<Forms, 2> kUndeclined = {forms_in("bg"), forms_in("mk")};
  if (language == "ru") return kForms[0];
  if (language == "uk") return kForms[1];
  if (language == "sr") return kForms[2];
  return kUndeclined[language == "mk" ? 1 : 0];
}

std::optional<std::string> undo(std::string_view form, const SurnameEnding& row) {
  if (!form.ends_with(row.ending) || form.size() < row.ending.size() + kLeastStem)
    return std::nullopt;
  return std::string(form.substr(0, form.size() - row.ending.size())).append(row.nominative);
}

}  // namespace

bool declines_names(std::string_view language) {
  constexpr auto kLanguages = std::to_array<std::string_view>({"ru", "uk", "bg", "mk", "sr"});
  return std::ranges::count(kLanguages, language) > 0;
}

std::span<const GivenName> given_names(std::string_view form, std::string_view language) {
  const Forms& forms = forms_of(language);
  const auto known = forms.find(std::string(form));
  return known == forms.end() ? std::span<const GivenName>() : std::span(known->second);
}

std::optional<Surname> surname_of(std::string_view form, bool woman, Cases cases,
                                  std::string_view language) {
  if (cases == kAnyCase) return Surname{std::string(form), true};
  if (cases.find('n') != cases.npos) {
    const bool others = woman ? ends_as(form, kMens) : ends_as(form, kWomens);
    if (others || ends_as(form, kOblique)) return std::nullopt;
    const bool womens = ends_as(form, kWomens) || ends_as(form, kOftenWomens);
    return Surname{std::string(form), !woman || womens || !ends_as(form, kAorYa)};
  }
  if (!woman && ends_as(form, kWomensAdjectives)) return std::nullopt;
  for (const SurnameEnding& row : kSurnameEndings) {
    if (row.language != language || (row.person == kWoman) != woman || !shares(row.cases, cases))
      continue;
    if (auto nominative = undo(form, row)) return Surname{std::move(*nominative), true};
  }
  // Surnames without cases: of men those in a vowel, of women those in a consonant too.
  if (ends_as(form, kAorYa) || (!woman && !ends_as(form, kOtherVowels))) return std::nullopt;
  return Surname{std::string(form), false};
}

std::vector<std::string> possible_nominatives(std::string_view form, std::string_view language) {
  std::vector<std::string> possible{std::string(form)};
  for (const SurnameEnding& row : kSurnameEndings) {
    if (row.language != language) continue;
    if (auto nominative = undo(form, row)) possible.push_back(std::move(*nominative));
  }
  return possible;
}

}  // namespace pressmark::indexer
