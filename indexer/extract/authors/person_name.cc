#include "indexer/extract/authors/person_name.h"

#include <algorithm>

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "common/text.h"
#include "common/utf8.h"

namespace pressmark::indexer {
namespace {

/// Folded, without dots and commas.
std::string suffix_key(std::string_view word) {
  std::string key = fold_accents(word);
  std::erase_if(key, [](char c) { return c == '.' || c == ','; });
  return key;
}

/// "MS", "Ma": degrees are names too, so only in capitals behind a name that is not.
bool ends_in_degree(const std::vector<NameWord>& words) {
  constexpr std::string_view kDegrees[] = {"MS", "MA",  "BS",  "BA",  "JD",  "DO",
                                           "LD", "RDN", "CPT", "DDS", "EDD", "LLM"};
  return !words.front().all_upper && std::ranges::count(kDegrees, words.back().text) > 0;
}

/// Turkish and Azeri have two letters "i": a capital with a dot, and one without.
icu::Locale locale_of(const std::vector<NameWord>& words, std::string_view language) {
  const std::string tag = to_lower_ascii(language.substr(0, language.find_first_of("-_")));
  const bool dotted = std::ranges::any_of(
      words, [](const NameWord& word) { return word.text.find("İ") != std::string_view::npos; });
  return tag == "az"             ? icu::Locale("az")
         : tag == "tr" || dotted ? icu::Locale("tr")
                                 : icu::Locale::getRoot();
}

void capitalize(icu::UnicodeString& text, std::int32_t at) {
  text.setCharAt(at, static_cast<char16_t>(u_toupper(text.charAt(at))));
}

/// One word in capitals as names have it: "Mcdonald" and "O'brien" have a capital within.
void append_natural(std::string& out, std::string_view word, const icu::Locale& locale) {
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
  text.toTitle(nullptr, locale);
  if (text.length() > 4 && text.startsWith(u"Mc")) capitalize(text, 2);
  for (std::int32_t at = 1; at + 2 < text.length(); ++at) {
    const bool apostrophe = text.charAt(at) == u'\'' || text.charAt(at) == u'’';
    const bool elided = at == 1 || text.charAt(at - 2) == u'-';
    if (apostrophe && elided) capitalize(text, at + 1);
  }
  text.toUTF8String(out);
}

std::string natural_case(const std::vector<NameWord>& words, std::string_view language) {
  std::size_t shouted = 0;
  for (const NameWord& word : words) {
    if (word.first != LetterCase::None && !word.all_upper) return joined_words(words);
    if (word.letters > 2) ++shouted;
  }
  if (shouted < 2) return joined_words(words);
  const icu::Locale locale = locale_of(words, language);
  std::string out;
  for (const NameWord& word : words) {
    if (!out.empty()) out += ' ';
    const bool initials = word.text.find('.') != std::string_view::npos || word.letters == 1 ||
                          is_generation(word.text);
    if (initials) {
      out += word.text;
    } else {
      append_natural(out, word.text, locale);
    }
  }
  return out;
}

}  // namespace

NameWord read_word(std::string_view text) {
  NameWord word;
  word.text = text;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<UChar32>(next_code_point(text, at));
    if (u_isdigit(c) != 0) word.digits = true;
    if (u_isalpha(c) != 0) {
      const bool upper = u_isupper(c) != 0 || u_istitle(c) != 0;
      const bool lower = u_islower(c) != 0;
      if (word.letters == 0) {
        word.first = upper ? LetterCase::Upper : lower ? LetterCase::Lower : LetterCase::None;
      }
      if (!upper) word.all_upper = false;
      ++word.letters;
    } else if (c < 0x80 && c != '.' && c != '\'' && c != '-' && c != '`' && c != ',') {
      word.odd = true;
    }
  }
  return word;
}

std::vector<NameWord> words_of(std::string_view text) {
  std::vector<NameWord> words;
  for (const std::string_view piece : split(text, ' ')) {
    if (!piece.empty()) words.push_back(read_word(piece));
  }
  return words;
}

std::string joined_words(const std::vector<NameWord>& words) {
  std::string out;
  for (const NameWord& word : words) {
    if (!out.empty()) out += ' ';
    out += word.text;
  }
  return out;
}

bool is_generation(std::string_view word) {
  constexpr std::string_view kGenerations[] = {"jr", "sr", "ii", "iii", "iv", "v"};
  return std::ranges::count(kGenerations, suffix_key(word)) > 0;
}

bool is_suffix(std::string_view word) {
  constexpr std::string_view kSuffixes[] = {"phd", "md", "esq", "rn", "rd", "mph", "msc", "mba"};
  return is_generation(word) || std::ranges::count(kSuffixes, suffix_key(word)) > 0;
}

void cut_degrees(std::vector<NameWord>& words) {
  while (words.size() > 2 && ((is_suffix(words.back().text) && !is_generation(words.back().text)) ||
                              ends_in_degree(words)))
    words.pop_back();
}

std::string written_name(const std::vector<NameWord>& words, std::string_view language) {
  std::string name = natural_case(words, language);
  const NameWord& last = words.back();
  while (!name.empty() && (name.back() == ',' || name.back() == '-' ||
                           (name.back() == '.' && !is_generation(last.text) && last.letters > 2)))
    name.pop_back();
  return name;
}

}  // namespace pressmark::indexer
