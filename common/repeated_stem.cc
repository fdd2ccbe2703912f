#include "common/repeated_stem.h"

#include "common/text.h"

namespace pressmark {
namespace {

constexpr std::string_view kVowels = "aeiouIOU";

bool is_vowel(char letter) { return kVowels.find(letter) != kVowels.npos; }
bool is_front(char vowel) { return vowel == 'e' || vowel == 'i' || vowel == 'O' || vowel == 'U'; }

/// Capitals stand for the letters whose marks are gone: ı, ö, ü, ğ.
std::string harmonised(std::string_view folded) {
  std::string word(folded);
  char next = 0;  // vowel
  for (std::size_t i = word.size(); i-- > 0;) {
    char& letter = word[i];
    if (!is_vowel(letter)) continue;
    if (letter == 'o' && is_front(next)) letter = 'O';
    if (letter == 'u' && is_front(next)) letter = 'U';
    if (letter == 'i' && next == 'a') letter = 'I';
    next = letter;
  }
  char before = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    char& letter = word[i];
    if (!is_vowel(letter)) continue;
    const std::size_t behind = word.find_first_of(kVowels, i + 1);
    const bool e_behind = behind != word.npos && word[behind] == 'e';
    if (letter == 'i' && (before == 'a' || before == 'I') && !e_behind) letter = 'I';
    before = letter;
  }
  for (std::size_t i = 1; i + 1 < word.size(); ++i) {
    if (word[i] == 'g' && is_vowel(word[i - 1]) && is_vowel(word[i + 1])) word[i] = 'G';
  }
  return word;
}

std::string with_marks(std::string_view harmonised) {
  std::string word;
  for (const char letter : harmonised) {
    switch (letter) {
      case 'I':
        word += "ı";
        break;
      case 'O':
        word += "ö";
        break;
      case 'U':
        word += "ü";
        break;
      case 'G':
        word += "ğ";
        break;
      default:
        word += letter;
    }
  }
  return word;
}

/// What the words reach here: as fold_accents(), and the dotless ı is an i.
std::string without_marks(std::string_view text) {
  std::string plain = fold_accents(text);
  constexpr std::string_view kDotless = "ı";
  for (std::size_t at = 0; (at = plain.find(kDotless, at)) != plain.npos; ++at)
    plain.replace(at, kDotless.size(), "i");
  return plain;
}

/// Repeats a step until nothing changes any more, or one letter would be left.
template <typename Step>
std::string repeated(std::string_view word, const Step& step) {
  constexpr int kMostSteps = 8;
  constexpr std::size_t kLeastBytes = 2;
  std::string stem(word);
  for (int i = 0; i < kMostSteps; ++i) {
    std::string shorter = step(stem);
    if (shorter == stem || shorter.size() < kLeastBytes) break;
    stem = std::move(shorter);
  }
  return stem;
}

}  // namespace

std::string finnish_stem(const Xapian::Stem& snowball, std::string_view word) {
  return repeated(word, [&](const std::string& form) { return snowball(form); });
}

std::string turkish_stem(const Xapian::Stem& snowball, std::string_view folded) {
  return repeated(folded, [&](const std::string& form) {
    std::string stem = without_marks(snowball(with_marks(harmonised(form))));
    if (stem.ends_with('g')) stem.back() = 'k';  // "çocuğu", "çocuk"
    return stem;
  });
}

}  // namespace pressmark
