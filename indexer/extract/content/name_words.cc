#include "indexer/extract/content/name_words.h"

#include <array>
#include <iterator>

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxBytes = 200;

struct Meaning {
  std::string_view word;
  NameWords says;
};

// Sorted: the words with the same first two letters stand together.
constexpr Meaning kMeanings[] = {
    {"about", kSaysNoAuthor},
    {"auteur", kSaysAuthor},
    {"author", kSaysAuthor},
    {"authority", kSaysNoAuthor},
    {"authoriz", kSaysNoAuthor},
    {"autor", kSaysAuthor},
    {"avatar", kSaysNoAuthor},
    {"bio", kSaysNoAuthor},
    {"byline", kSaysAuthor | kSaysDate},
    {"candidate", kSaysNoDate},
    {"caption", kSaysCaption},
    {"comment", kSaysNoAuthor | kSaysNoDate | kSaysFurniture},
    {"contributor", kSaysAuthor},
    {"countdown", kSaysNoDate},
    {"date", kSaysDate},
    {"dato", kSaysDate},
    {"datum", kSaysDate},
    {"eyebrow", kSaysLabel},
    {"fecha", kSaysDate},
    {"firma", kSaysAuthor},
    {"footer", kSaysFooter},
    {"forfatter", kSaysAuthor},
    {"image", kSaysNoAuthor},
    {"jornalista", kSaysAuthor},
    {"journalist", kSaysAuthor},
    {"kicker", kSaysLabel},
    {"label", kSaysLabel},
    {"meta", kSaysDate},
    {"more", kSaysNoAuthor},
    {"most-read", kSaysFurniture},
    {"mostread", kSaysFurniture},
    {"muhabir", kSaysAuthor},
    {"name-uid", kSaysAuthor},
    {"newsletter", kSaysFurniture},
    {"overline", kSaysLabel},
    {"penulis", kSaysAuthor},
    {"periodista", kSaysAuthor},
    {"popular", kSaysFurniture},
    {"posted", kSaysDate},
    {"publish", kSaysDate},
    {"reading", kSaysNoDate},
    {"recommend", kSaysFurniture},
    {"related", kSaysNoDate | kSaysFurniture},
    {"reporter", kSaysAuthor},
    {"sidebar", kSaysFurniture},
    {"signature", kSaysAuthor},
    {"social", kSaysNoAuthor},
    {"szerzo", kSaysAuthor},
    {"tanggal", kSaysDate},
    {"tarih", kSaysDate},
    {"teaser", kSaysFurniture},
    {"time", kSaysDate},
    {"timeline", kSaysNoDate},
    {"trending", kSaysFurniture},
    {"verfasser", kSaysAuthor},
    {"writer", kSaysAuthor},
    {"yazar", kSaysAuthor},
};

constexpr std::uint8_t kNoLetter = 26;

/// 0 to 25 for a letter of either case.
constexpr std::array<std::uint8_t, 256> kLetter = [] {
  std::array<std::uint8_t, 256> letters{};
  letters.fill(kNoLetter);
  for (std::uint8_t i = 0; i < 26; ++i) {
    letters['a' + i] = i;
    letters['A' + i] = i;
  }
  return letters;
}();

std::uint8_t letter(char c) { return kLetter[static_cast<unsigned char>(c)]; }

constexpr std::size_t pair_of(std::uint8_t first, std::uint8_t second) {
  return first * 27U + second;
}
constexpr std::size_t pair_of(std::string_view word) {
  return pair_of(kLetter[static_cast<unsigned char>(word[0])],
                 kLetter[static_cast<unsigned char>(word[1])]);
}

/// For each pair of letters the number of its first word, plus one; 0 where no word begins so,
/// which is so for nearly every byte of a class.
constexpr std::array<std::uint8_t, 27 * 27> kFirstWord = [] {
  std::array<std::uint8_t, 27 * 27> words{};
  for (std::size_t i = std::size(kMeanings); i-- > 0;)
    words[pair_of(kMeanings[i].word)] = static_cast<std::uint8_t>(i + 1);
  return words;
}();

bool equals(std::string_view text, std::string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c =
        text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
    if (c != word[i]) return false;
  }
  return true;
}

}  // namespace

NameWords name_words(std::string_view value) {
  value = value.substr(0, kMaxBytes);
  NameWords says = 0;
  if (value.empty()) return says;
  std::uint8_t next = letter(value[0]);
  for (std::size_t at = 0; at + 1 < value.size(); ++at) {
    const std::uint8_t first = next;
    next = letter(value[at + 1]);
    const std::size_t pair = pair_of(first, next);
    if (kFirstWord[pair] == 0) continue;
    for (std::size_t i = kFirstWord[pair] - 1U;
         i < std::size(kMeanings) && pair_of(kMeanings[i].word) == pair; ++i) {
      const Meaning& meaning = kMeanings[i];
      if (meaning.word.size() <= value.size() - at && equals(value.substr(at), meaning.word))
        says |= meaning.says;
    }
  }
  return says;
}

}  // namespace pressmark::indexer
