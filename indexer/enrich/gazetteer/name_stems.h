#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace pressmark::indexer {

/// How many letters of a name's word its other forms share: endings of the languages that inflect
/// at the end.
///
/// @param several  the name has several words: each may be shorter, for all must fit
inline std::size_t stem_letters(std::string_view word, std::size_t letters, bool several) {
  static constexpr std::string_view kEndings[] = {
      "а", "я", "ы", "и", "о", "е", "й", "ь", "і", "ї", "є", "у", "ю", "a", "e", "o",
      "i", "y", "á", "é", "í", "ó", "ý", "ą", "ę", "α", "ς", "ο", "η", "ا", "ة", "ه"};
  static constexpr std::string_view kLongEndings[] = {"ая", "яя", "ое", "ее", "ий",
                                                      "ый", "ой", "ие", "ые", "ой"};
  for (const std::string_view ending : kLongEndings) {
    if (letters > (several ? 4U : 5U) && word.ends_with(ending)) return letters - 2;
  }
  for (const std::string_view ending : kEndings) {
    if (letters > 4 && word.ends_with(ending)) return letters - 1;
  }
  return letters;
}

/// Whether a city has one form. Its stem would be found in other words: "Atlantique", of "Atlanta",
/// "dialogue", of Huwara.
inline bool leaves_cities_alone(std::string_view language) {
  static constexpr std::string_view kLanguages[] = {"fr", "es", "it", "pt", "nl", "ca", "gl", "ar"};
  return std::ranges::count(kLanguages, language) > 0;
}

}  // namespace pressmark::indexer
