// How an article is read before its features are made: spellings, lines, capital runs, known
// phrases.
#include <algorithm>

#include <unicode/uchar.h>

#include "common/hash.h"
#include "common/utf8.h"
#include "indexer/enrich/tagger/tagger_features.h"
#include "indexer/enrich/tagger/word_memory.h"
#include "indexer/enrich/words/name_cues.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxWordBytes = 64;  // a longer one is no name

struct Case {
  std::string lower;
  std::string pattern;  // "Xx-Xx": runs of a kind once
  std::size_t letters = 0, uppers = 0, digits = 0, dots = 0, marks = 0, uncased = 0;
  bool first_upper = false;
  bool inner_upper = false;  // an upper-case letter behind a lower-case one
};

char kind_of(char32_t c) {
  if (c < 0x80) {
    if (c >= 'a' && c <= 'z') return 'x';
    if (c >= 'A' && c <= 'Z') return 'X';
    if (c >= '0' && c <= '9') return 'd';
    return static_cast<char>(c);
  }
  if (u_isULowercase(static_cast<UChar32>(c))) return 'x';
  if (u_isUUppercase(static_cast<UChar32>(c))) return 'X';
  if (c == 0x2010 || c == 0x2011) return '-';
  if (c == 0x2018 || c == 0x2019 || c == 0x2bc) return '\'';
  return u_isalpha(static_cast<UChar32>(c)) ? 'o' : '?';
}

Case read_case(std::string_view word) {
  Case read;
  char last = 0;
  for (std::size_t at = 0; at < word.size();) {
    const bool first = at == 0;
    if (word[at] == ' ') {  // initials parted by blanks are read as if they were not
      ++at;
      continue;
    }
    const char32_t c = next_code_point(word, at);
    const char kind = kind_of(c);
    if (kind == 'X') {
      if (c < 0x80)
        read.lower += static_cast<char>(c + 32);
      else
        append_code_point(read.lower, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
    } else if (kind == '\'' || kind == '-') {
      read.lower += kind;
    } else {
      append_code_point(read.lower, c);
    }
    if (kind == 'X' && first) read.first_upper = true;
    if (kind == 'X' && last == 'x') read.inner_upper = true;
    if (kind == 'x' || kind == 'X' || kind == 'o') ++read.letters;
    if (kind == 'X') ++read.uppers;
    if (kind == 'o') ++read.uncased;
    if (kind == 'd') ++read.digits;
    if (kind == '.') ++read.dots;
    if (kind != 'x' && kind != 'X' && kind != 'o' && kind != 'd') ++read.marks;
    if (kind != last) read.pattern += kind;
    last = kind;
  }
  return read;
}

Shape shape_of(std::string_view word, const Case& read) {
  if (word.front() == '@' || word.front() == '#' || word.find("://") != word.npos)
    return Shape::Address;
  if (word.front() == '\'' || word.starts_with("\u2019") || read.lower == "n't") {
    return read.letters > 0 ? Shape::Contraction : Shape::Mark;
  }
  if (read.letters == 0) return read.digits > 0 ? Shape::Number : Shape::Mark;
  if (read.digits > 0) return Shape::WithDigits;
  if (read.uppers == 0) return read.uncased == read.letters ? Shape::Uncased : Shape::Lower;
  if (read.letters == 1) return Shape::Initial;
  if (read.dots > 0 && read.uppers == read.letters) return Shape::Dotted;
  if (read.uppers == read.letters) return Shape::Upper;
  if (read.lower.find('-') != std::string::npos) {
    return read.pattern.find("-X") != std::string::npos && read.first_upper
               ? Shape::DoubleCapitalised
               : Shape::HyphenatedCapital;
  }
  if (read.first_upper && !read.inner_upper) return Shape::Capitalised;
  return Shape::Mixed;
}

std::size_t prefix_bytes(std::string_view text, std::size_t code_points) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < code_points && at < text.size(); ++i) next_code_point(text, at);
  return at;
}

std::size_t suffix_begin(std::string_view text, std::size_t code_points) {
  std::size_t at = text.size();
  for (std::size_t i = 0; i < code_points && at > 0; ++i) {
    --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) --at;
  }
  return at;
}

}  // namespace

ArticleFeatures::ArticleFeatures(std::string_view text, std::span<const Token> tokens,
                                 const Lexicon& lexicon, WordMemory* memory)
    : lexicon_(lexicon) {
  words_.push_back({});  // the line's edge
  seen_.push_back({});
  read_words(text, tokens, lexicon, memory);
  read_lines(tokens);
  read_runs();
  read_initials(text, tokens);
  read_phrases(lexicon);
  read_contexts();
}

ArticleFeatures::Word ArticleFeatures::make_word(std::string_view text,
                                                 const Lexicon& lexicon) const {
  const Case read = read_case(utf8_prefix(text, kMaxWordBytes));
  Word word;
  word.shape = shape_of(text, read);
  word.lower = hash_word(read.lower);
  word.pattern = hash_word(read.pattern);
  for (std::size_t i = 0; i < 3; ++i) {
    word.prefixes[i] =
        hash_word(std::string_view(read.lower).substr(0, prefix_bytes(read.lower, i + 2)));
    word.suffixes[i] =
        hash_word(std::string_view(read.lower).substr(suffix_begin(read.lower, i + 2)));
  }
  if (const std::size_t hyphen = read.lower.find('-');
      hyphen != std::string::npos && hyphen > 0 && hyphen + 1 < read.lower.size()) {
    word.first_part = hash_word(std::string_view(read.lower).substr(0, hyphen));
    word.last_part = hash_word(std::string_view(read.lower).substr(read.lower.rfind('-') + 1));
  }
  word.clusters = lexicon.clusters(word.lower);
  word.known = lexicon.phrase(word.lower);
  word.cues = name_cues(read.lower);
  return word;
}

void ArticleFeatures::read_words(std::string_view text, std::span<const Token> tokens,
                                 const Lexicon& lexicon, WordMemory* memory) {
  std::size_t capacity = 16;
  while (capacity < tokens.size() * 2 + 2) capacity *= 2;
  std::vector<std::uint32_t> by_spelling(capacity, 0);
  std::vector<std::uint32_t> by_lower(capacity, 0);
  places_.resize(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view spelling = text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
    const std::uint64_t exact = hash64(spelling);
    std::size_t slot = exact & (capacity - 1);
    while (by_spelling[slot] != 0 && words_[by_spelling[slot]].exact != exact)
      slot = (slot + 1) & (capacity - 1);
    if (by_spelling[slot] == 0) {
      Word word;
      if (const WordMemory::Entry* kept = memory == nullptr ? nullptr : memory->find(exact)) {
        word = kept->word;
      } else {
        word = make_word(spelling, lexicon);
        word.exact = exact;
        if (memory != nullptr) memory->keep(word);
      }
      std::size_t fold = word.lower & (capacity - 1);
      while (by_lower[fold] != 0 && words_[by_lower[fold]].lower != word.lower)
        fold = (fold + 1) & (capacity - 1);
      const auto number = static_cast<std::uint32_t>(words_.size());
      if (by_lower[fold] == 0) {
        by_lower[fold] = number;
        word.folded = static_cast<std::uint32_t>(seen_.size());
        seen_.push_back({});
      } else {
        word.folded = words_[by_lower[fold]].folded;
      }
      by_spelling[slot] = number;
      words_.push_back(word);
    }
    places_[i].word = by_spelling[slot];
  }
}

bool ArticleFeatures::capital(std::size_t token) const {
  switch (words_[places_[token].word].shape) {
    case Shape::Capitalised:
    case Shape::Upper:
    case Shape::Initial:
    case Shape::Mixed:
    case Shape::Dotted:
    case Shape::DoubleCapitalised:
    case Shape::HyphenatedCapital:
      return true;
    case Shape::WithDigits:
      return true;
    default:
      return false;
  }
}

void ArticleFeatures::read_lines(std::span<const Token> tokens) {
  std::uint32_t line = 0;
  for (std::size_t begin = 0; begin < tokens.size();) {
    std::size_t end = begin + 1;
    while (end < tokens.size() && !tokens[end].starts_line) ++end;
    std::size_t cased = 0, capitals = 0, uppers = 0, lowers = 0, sport = 0, business = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const Word& word = words_[places_[i].word];
      if (word.shape == Shape::Lower && (word.cues & kCueLink) == 0) ++lowers;
      if ((word.cues & kCueTeamWord) != 0) ++sport;
      if ((word.cues & kCueMoney) != 0) ++business;
      if (word.shape == Shape::Lower || capital(i)) ++cased;
      if (capital(i)) ++capitals;
      if (word.shape == Shape::Upper || word.shape == Shape::Initial || word.shape == Shape::Dotted)
        ++uppers;
    }
    const bool all_upper = cased >= 2 && uppers == cased;
    const bool title_case = !all_upper && cased >= 4 && lowers * 4 <= capitals;
    ++line;
    for (std::size_t i = begin; i < end; ++i) {
      places_[i].line = line;
      places_[i].subject = static_cast<std::uint8_t>(std::min<std::size_t>(sport, 2) +
                                                     3 * std::min<std::size_t>(business, 2));
      places_[i].place = static_cast<std::uint8_t>((tokens[i].starts_sentence ? 1 : 0) |
                                                   (all_upper ? 2 : 0) | (title_case ? 4 : 0));
    }
    begin = end;
  }
}

/// A run is what a longest name here could be: capitalised words with small links between them.
void ArticleFeatures::read_runs() {
  const std::uint64_t of = hash_word("of");
  const std::size_t count = places_.size();
  for (std::size_t begin = 0; begin < count;) {
    places_[begin].run_begin = places_[begin].run_end = static_cast<std::uint32_t>(begin);
    if (!capital(begin)) {
      ++begin;
      continue;
    }
    std::size_t end = begin + 1;
    for (std::size_t i = end; i < count && places_[i].line == places_[begin].line && i - begin < 24;
         ++i) {
      if (capital(i)) {
        end = i + 1;
      } else if ((words_[places_[i].word].cues & kCueLink) == 0 || i - end >= 2) {
        break;
      }
    }
    std::size_t head = end - 1;
    for (std::size_t i = begin + 1; i < end && head + 1 == end; ++i) {
      if (words_[places_[i].word].lower == of) head = i - 1;
    }
    for (std::size_t i = begin; i < end; ++i) {
      places_[i].run_begin = static_cast<std::uint32_t>(begin);
      places_[i].run_end = static_cast<std::uint32_t>(end);
      places_[i].head = static_cast<std::uint32_t>(head);
    }
    begin = end;
  }
}

void ArticleFeatures::read_phrases(const Lexicon& lexicon) {
  const std::size_t count = places_.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (!capital(i)) continue;
    std::array<std::uint8_t, kPhraseClasses> longest = {};
    PhraseEntry entry = words_[places_[i].word].known;
    std::uint64_t hash = words_[places_[i].word].lower;
    for (std::size_t length = 1; length <= kMaxPhraseTokens; ++length) {
      for (std::size_t c = 0; c < kPhraseClasses; ++c) {
        if ((entry.classes() >> c & 1) != 0) longest[c] = static_cast<std::uint8_t>(length);
      }
      if (!entry.is_prefix() || i + length >= count || places_[i + length].line != places_[i].line)
        break;
      hash = hash_phrase(hash, words_[places_[i + length].word].lower);
      entry = lexicon.phrase(hash);
    }
    for (std::size_t c = 0; c < kPhraseClasses; ++c) {
      const std::size_t length = longest[c];
      if (length == 0 || (places_[i].phrases >> (4 * c) & 15) != 0) continue;
      for (std::size_t k = 0; k < length; ++k) {
        const std::uint64_t code = length == 1 ? 4 : k == 0 ? 1 : k + 1 == length ? 3 : 2;
        std::uint64_t& phrases = places_[i + k].phrases;
        phrases = (phrases & ~(std::uint64_t{15} << (4 * c))) | (code << (4 * c));
      }
    }
  }
}

std::uint32_t ArticleFeatures::word_at(std::size_t token, int distance) const {
  const auto at = static_cast<std::ptrdiff_t>(token) + distance;
  if (at < 0 || at >= static_cast<std::ptrdiff_t>(places_.size())) return 0;
  const Place& place = places_[static_cast<std::size_t>(at)];
  return place.line == places_[token].line ? place.word : 0;
}

void ArticleFeatures::read_contexts() {
  constexpr ClassBits kFirst = class_bit('F');
  constexpr ClassBits kSurname = class_bit('S') | class_bit('N');
  for (std::size_t i = 0; i < places_.size(); ++i) {
    const Place& place = places_[i];
    Seen& seen = seen_[words_[place.word].folded];
    if (words_[place.word].shape == Shape::Lower) ++seen.lower;
    if (!capital(i)) continue;
    if (place.place == 0 && words_[place.word].shape != Shape::Upper) ++seen.capital_inside;
    const Word& before = near(i, -1);
    const Word& after = near(i, 1);
    const bool before_capital = i > 0 && word_at(i, -1) != 0 && capital(i - 1);
    const bool after_capital = i + 1 < places_.size() && word_at(i, 1) != 0 && capital(i + 1);
    std::uint32_t bits = 0;
    if ((before.cues & kCueTitle) != 0) bits |= kAfterTitle;
    if (before_capital && (before.known.classes() & kFirst) != 0) bits |= kAfterFirstName;
    if (after_capital && (after.cues & kCueOrgEnding) != 0) bits |= kBeforeOrgEnding;
    if ((before.cues & kCueWhere) != 0 && before.shape == Shape::Lower) bits |= kAfterWhere;
    if ((after.cues & kCueSpeech) != 0) bits |= kBeforeSpeech;
    if ((before.cues & kCueArticle) != 0) bits |= kAfterArticle;
    if (after.shape == Shape::Contraction) bits |= kBeforePossessive;
    if (place.run_end - place.run_begin >= 3) bits |= kInLongRun;
    if (after_capital && (after.known.classes() & kSurname) != 0) bits |= kBeforeSurname;
    if ((after.cues & kCuePlaceWord) != 0) bits |= kBeforePlaceWord;
    if ((before.cues & kCueRole) != 0) bits |= kAfterRole;
    if (before.shape == Shape::Mark && after.shape == Shape::Mark &&
        before.lower == hash_word("(") && after.lower == hash_word(")")) {
      bits |= kInBrackets;
    }
    seen.contexts |= bits;
  }
}

}  // namespace pressmark::indexer
