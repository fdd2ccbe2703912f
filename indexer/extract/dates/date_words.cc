#include "indexer/extract/dates/date_words.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "common/text.h"
#include "common/utf8.h"

namespace pressmark::indexer {
namespace {

bool is_one_of(std::string_view language, std::string_view listed) {
  const std::string tag = to_lower_ascii(language.substr(0, language.find_first_of("-_")));
  const auto languages = split(listed, ' ');
  return std::ranges::count(languages, tag) > 0;
}

}  // namespace

bool is_date_filler(const DateToken& word) {
  static const std::unordered_set<std::string> fillers = [] {
    std::unordered_set<std::string> folded;
    for (const std::string_view text :
         {"of", "the", "th",  "st", "nd", "rd", "day", "de", "del", "d",  "di",  "da", "do",
          "er", "re",  "ème", "e",  "o",  "a",  "ro",  "ng", "ta",  "ú",  "ydd", "af", "ail",
          "ga", "ko",  "m",   "η",  "ης", "го", "е",   "ב",  "من",  "ខែ", "º",   "ª"})
      folded.insert(fold_accents(text));
    return folded;
  }();
  return word.letters <= 4 && fillers.contains(fold_accents(word.text));
}

bool is_year_word(const DateToken& word) {
  return word.text == "жылғы" || word.text == "жылдын" || word.text == "жылдың";
}

bool is_year_first(std::string_view language) { return is_one_of(language, "ko ja zh"); }

bool is_dutch(std::string_view language) { return is_one_of(language, "nl"); }

bool is_nordic(std::string_view language) { return is_one_of(language, "da nb nn no sv"); }

}  // namespace pressmark::indexer
