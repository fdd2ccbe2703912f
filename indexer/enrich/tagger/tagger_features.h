#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/enrich/tagger/tagger_lexicon.h"
#include "indexer/enrich/words/tagger_tokenizer.h"

namespace pressmark::indexer {

/// Features of one token, as hashes of template and value.
class FeatureList {
 public:
  static constexpr std::size_t kMax = 160;

  void clear() { size_ = 0; }
  /// What is beyond kMax is dropped: a token never has so many.
  void add(std::uint32_t pattern, std::uint64_t value) {
    std::uint64_t mixed = (value + pattern * 0x9e3779b97f4a7c15U) * 0xd6e8feb86659fd93U;
    mixed ^= mixed >> 32;
    if (size_ < kMax) hashes_[size_++] = mixed * 0xd6e8feb86659fd93U;
  }
  std::span<const std::uint64_t> hashes() const { return {hashes_.data(), size_}; }

 private:
  std::array<std::uint64_t, kMax> hashes_;
  std::size_t size_ = 0;
};

/// How a token is written.
enum class Shape : std::uint8_t {
  Mark,
  Lower,
  Capitalised,
  Upper,
  Initial,
  Mixed,
  Number,
  WithDigits,
  Dotted,
  DoubleCapitalised,
  HyphenatedCapital,
  Contraction,
  Address,
  Uncased
};

/// What an occurrence of a word shows of its kind; kept over the whole article.
enum Context : std::uint32_t {
  kAfterTitle = 1,
  kAfterFirstName = 2,
  kBeforeOrgEnding = 4,
  kAfterWhere = 8,
  kBeforeSpeech = 16,
  kAfterArticle = 32,
  kBeforePossessive = 64,
  kInLongRun = 128,
  kBeforeSurname = 256,
  kBeforePlaceWord = 512,
  kAfterRole = 1024,
  kInBrackets = 2048,
  kShortensName = 4096,
  kShortensWords = 8192,  // "(PPP)" behind "public private partnerships"
};
inline constexpr std::uint32_t kContexts = 14;  // bits of Context

/// What a token has to do with initials in brackets: part of the name before them, "National
/// Council of Trade (NCT)", or of words that are no name, or the initials themselves.
enum class InitialsPart : std::uint8_t {
  None,
  NameBegin,
  NameInside,
  NameLast,
  OfName,
  Words,
  OfWords
};

class WordMemory;

/// Words of one article with what is seen of them in all of it, and the features of its tokens.
/// Views the text and the lexicon, which must outlive it.
class ArticleFeatures {
 public:
  /// One spelling. All but `folded` is the same in every article.
  struct Word {
    std::uint64_t exact = 0;
    std::uint64_t lower = 0;
    std::uint64_t pattern = 0;  // of upper, lower, digit ... runs
    std::array<std::uint64_t, 3> prefixes = {};
    std::array<std::uint64_t, 3> suffixes = {};
    std::uint64_t first_part = 0, last_part = 0;  // of a hyphenated word
    WordClusters clusters;
    PhraseEntry known;
    std::uint16_t cues = 0;
    Shape shape = Shape::Mark;
    std::uint32_t folded = 0;
  };

  ArticleFeatures(std::string_view text, std::span<const Token> tokens, const Lexicon& lexicon,
                  WordMemory* memory = nullptr);

  /// One spelling; the same number for each occurrence. Number 0 is the line's edge.
  std::uint32_t word_at(std::size_t token, int distance) const;
  std::size_t tokens() const { return places_.size(); }
  std::size_t words() const { return words_.size(); }

  /// Features that a word has for a token `distance` before it or behind it (-2 to 2).
  void word_features(std::uint32_t word, int distance, FeatureList& list) const;
  /// Features of the token's surroundings.
  void token_features(std::size_t token, FeatureList& list) const;

  /// Number of the word without case: the same for "Putin" and "PUTIN".
  std::uint32_t folded(std::uint32_t word) const { return words_[word].folded; }
  Shape shape(std::uint32_t word) const { return words_[word].shape; }
  std::uint64_t lower_hash(std::uint32_t word) const { return words_[word].lower; }
  std::uint64_t exact_hash(std::uint32_t word) const { return words_[word].exact; }
  ClassBits classes(std::uint32_t word) const { return words_[word].known.classes(); }
  /// What is known of another phrase than those of the article.
  ClassBits classes_of(std::uint64_t phrase) const { return lexicon_.phrase(phrase).classes(); }
  std::uint16_t cues(std::uint32_t word) const { return words_[word].cues; }
  /// What all occurrences of the word show of its kind: bits of Context.
  std::uint32_t contexts(std::uint32_t word) const { return seen_[words_[word].folded].contexts; }
  /// Whether the word is seen without a capital in the article.
  bool seen_lower(std::uint32_t word) const { return seen_[words_[word].folded].lower > 0; }
  bool capital(std::size_t token) const;
  InitialsPart initials_part(std::size_t token) const { return places_[token].initials; }
  /// Part of the longest known phrase of the class that the token is in, as a tag part plus one; 0
  /// for none.
  unsigned phrase_part(std::size_t token, std::size_t phrase_class) const {
    return static_cast<unsigned>(places_[token].phrases >> (4 * phrase_class) & 15);
  }

 private:
  /// Over all occurrences of a word in the article, whatever their case.
  struct Seen {
    std::uint32_t lower = 0;
    std::uint32_t capital_inside = 0;  // capitalised where the sentence does not ask for it
    std::uint32_t contexts = 0;        // bits of Context
  };
  struct Place {
    std::uint32_t word = 0;
    std::uint32_t line = 0;
    std::uint32_t run_begin = 0, run_end = 0;  // run of capitalised words the token is in
    std::uint32_t head = 0;     // of the run: the word before its first "of", or its last
    std::uint64_t phrases = 0;  // four bits a phrase class: BILU of the longest match
    std::uint8_t place = 0;     // bits: starts sentence, capital line, title-case line
    InitialsPart initials = InitialsPart::None;
    std::uint8_t subject = 0;  // of the line: words of sport (0 to 2) + 3 * words of business
  };

  Word make_word(std::string_view text, const Lexicon& lexicon) const;
  void read_words(std::string_view text, std::span<const Token> tokens, const Lexicon& lexicon,
                  WordMemory* memory);
  void read_lines(std::span<const Token> tokens);
  void read_runs();
  /// Tokens that initials shorten; none when `first` is `end`.
  struct Shortened {
    std::size_t first = 0;
    std::size_t end = 0;
    bool name = false;  // most of them have capitals
  };
  Shortened shortened_by(std::string_view text, std::span<const Token> tokens,
                         std::size_t token) const;
  void read_initials(std::string_view text, std::span<const Token> tokens);
  void read_phrases(const Lexicon& lexicon);
  void read_contexts();
  const Word& near(std::size_t token, int distance) const {
    return words_[word_at(token, distance)];
  }
  void own_features(const Word& word, FeatureList& list) const;
  void phrase_features(std::size_t token, FeatureList& list) const;
  void run_features(std::size_t token, FeatureList& list) const;
  void kind_features(std::size_t token, FeatureList& list) const;

  Lexicon lexicon_;
  std::vector<Word> words_;
  std::vector<Seen> seen_;
  std::vector<Place> places_;
};

}  // namespace pressmark::indexer
