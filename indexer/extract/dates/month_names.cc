#include "indexer/extract/dates/month_names.h"

#include <algorithm>
#include <array>

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

#include "common/text.h"
#include "common/utf8.h"

namespace pressmark::indexer {
namespace {

// The order decides between languages that use one spelling when the page declares none.
constexpr std::string_view kLocales[] = {
    "en", "en_GB", "fr",    "es",    "de", "pt", "it",    "nl",    "ru",    "uk",      "pl",  "tr",
    "ar", "ar_LB", "ar_MA", "ar_DZ", "fa", "id", "ms",    "vi",    "sv",    "da",      "nb",  "nn",
    "fi", "cs",    "sk",    "hu",    "ro", "bg", "el",    "he",    "sr",    "sr_Latn", "hr",  "bs",
    "sl", "mk",    "sq",    "lt",    "lv", "et", "be",    "ca",    "eu",    "gl",      "is",  "fo",
    "ga", "cy",    "mt",    "lb",    "ka", "hy", "az",    "kk",    "ky",    "uz",      "tg",  "tk",
    "mn", "sw",    "so",    "af",    "am", "hi", "mr",    "ne",    "bn",    "ta",      "te",  "kn",
    "ml", "gu",    "pa",    "ur",    "ps", "si", "th",    "lo",    "km",    "my",      "fil", "jv",
    "ku", "ha",    "yo",    "ig",    "zu", "xh", "es_MX", "de_AT", "fr_CA", "pt_PT"};

/// Names that ICU 72 spells otherwise.
constexpr struct {
  std::string_view language, name;
  unsigned month;
} kSpelledOtherwise[] = {{"bn", "জানুয়ারি", 1},   {"bn", "ফেব্রুয়ারি", 2},  {"hi", "सितम्बर", 9},
                         {"hi", "अक्टूबर", 10},    {"hi", "अक्टू", 10},      {"hi", "नवम्बर", 11},
                         {"hi", "दिसम्बर", 12},   {"hr", "studenog", 11}, {"sr", "маја", 5},
                         {"sr", "јуна", 6},      {"sr", "јула", 7},      {"id", "Pebruari", 2},
                         {"id", "Nopember", 11}, {"id", "Nop", 11},      {"ro", "noi", 11}};

/// Without points, also inside ("ม.ค."), and without India's sign of abbreviation.
std::string key_of(std::string_view word) {
  std::string key = fold_accents(trim(word));
  std::erase(key, '.');
  constexpr std::string_view kAbbreviation = "॰";
  if (key.ends_with(kAbbreviation)) key.resize(key.size() - kAbbreviation.size());
  return key;
}

/// Forms that dates have in running text and ICU does not list: "in January" as one word in Hebrew,
/// the locative of Latvian, the genitive of Serbian and Basque.
std::vector<std::string> written_forms(std::string_view language, const std::string& key) {
  if (language == "he") return {key, "ב" + key};
  if (language == "lv" && key.ends_with("is")) return {key, key.substr(0, key.size() - 1)};
  if (language == "lv" && key.ends_with("s")) return {key, key.substr(0, key.size() - 1) + "a"};
  constexpr std::string_view kLatin = "bar";
  constexpr std::string_view kCyrillic = "бар";
  if (language == "sr" && key.ends_with(kLatin))
    return {key, key.substr(0, key.size() - kLatin.size()) + "bra"};
  if (language == "sr" && key.ends_with(kCyrillic))
    return {key, key.substr(0, key.size() - kCyrillic.size()) + "бра"};
  if (language == "sr" && count_code_points(key) > 3)  // "nov" is short for one
    return {key, key + (static_cast<unsigned char>(key.front()) < 0x80 ? "a" : "а")};
  if (language == "eu" && key.ends_with("a")) return {key, key + "ren"};
  return {key};
}

std::string_view language_part(std::string_view tag) {
  return tag.substr(0, tag.find_first_of("-_"));
}

}  // namespace

const MonthNames& MonthNames::all() {
  static const MonthNames names;
  return names;
}

MonthNames::MonthNames() {
  for (const std::string_view locale : kLocales) add(locale);
  for (const auto& [language, name, month] : kSpelledOtherwise) add(language, key_of(name), month);
}

void MonthNames::add(std::string_view language, const std::string& key, unsigned month) {
  std::vector<Meaning>& meanings = names_[key];
  if (std::ranges::find(meanings, language, &Meaning::language) == meanings.end())
    meanings.push_back({std::string(language), month});
}

void MonthNames::add(std::string_view locale) {
  using icu::DateFormatSymbols;
  UErrorCode status = U_ZERO_ERROR;
  const DateFormatSymbols symbols(icu::Locale::createFromName(std::string(locale).c_str()), status);
  if (U_FAILURE(status)) return;
  const std::string language(language_part(locale));
  for (const auto context : {DateFormatSymbols::FORMAT, DateFormatSymbols::STANDALONE}) {
    for (const auto width : {DateFormatSymbols::WIDE, DateFormatSymbols::ABBREVIATED}) {
      std::int32_t count = 0;
      const icu::UnicodeString* months = symbols.getMonths(count, context, width);
      for (std::int32_t i = 0; i < count && i < 12; ++i) {
        std::string name;
        months[i].toUTF8String(name);
        const std::string key = key_of(name);
        if (key.size() < 2 || key.find_first_of("0123456789") != std::string::npos)
          continue;  // "6月", "tháng 6"
        for (const std::string& form : written_forms(language, key))
          add(language, form, static_cast<unsigned>(i) + 1);
      }
    }
  }
}

std::optional<unsigned> MonthNames::find(std::string_view word, std::string_view language) const {
  if (word.size() > 64) return std::nullopt;
  const auto found = names_.find(key_of(word));
  if (found == names_.end()) return std::nullopt;
  const std::string wanted = to_lower_ascii(language_part(language));
  const auto own = std::ranges::find(found->second, wanted, &Meaning::language);
  if (own != found->second.end()) return own->month;
  // Short words of one language are names of months in another ("er" is one in Yoruba and a suffix
  // in French).
  if (count_code_points(word) < 3) return std::nullopt;
  return found->second.front().month;
}

}  // namespace pressmark::indexer
