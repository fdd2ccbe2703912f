#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/tokenizer.h"

namespace pressmark {

/// How words become terms (DECISIONS, index terms):
///   form          the folded word of an article whose language has a stemmer, at all its places;
///                 carries phrases and ="exact"
///   "Z" lang stem its stem, "Zenclimat"; carries words and their ranking, and the places of those
///                 forms that are not the stem itself (stem_form); function words and numbers have
///                 none
///   "Y" form      the folded word of an article whose language has no stemmer, or of a foreign
///                 script in it
/// A field's words have the field's prefix in front of the same, at all their places.
namespace prefix {
inline constexpr std::string_view kStem = "Z";
inline constexpr std::string_view kPlain = "Y";
}  // namespace prefix

/// Terms at every position of a block, one lower than its words: PHRASE(marker, word) is the word
/// within the block.
namespace marker {
inline constexpr std::string_view kTitle = "XM:title";
inline constexpr std::string_view kLead = "XM:lead";
inline constexpr std::string_view kBody = "XM:body";
}  // namespace marker

/// The form of a word that is spelt like its stem, "report" of "Zenreport": its places are not
/// stored a second time under the stem, so who asks for those of the stem asks for both. Empty for
/// any other term than a stem without a field's prefix; a view into `term`.
std::string_view stem_form(std::string_view term);

/// Positions: the headline and each paragraph are blocks of at most kBlockWords words, kBlockGap
/// apart, so that words within kBlockWords positions of each other stand in one paragraph and no
/// phrase leaves it.
inline constexpr std::uint32_t kBlockWords = 400;
inline constexpr std::uint32_t kBlockGap = kBlockWords + 1;

/// What one word of an article is indexed as; views are valid until the analyzer's next call.
struct WordTerms {
  std::string_view exact;  // empty when the word has only a plain term
  std::string_view
      stem;  // "Z.." or "Y.."; empty for function words and numbers of a stemmed language
};

/// One way a query word may stand in the archive.
struct WordVariant {
  std::string term;
  bool common = false;  // it is a function word in that language
  friend bool operator==(const WordVariant&, const WordVariant&) = default;
};

/// A range of bytes of a text and which of the terms asked for stands there.
struct MarkedWord {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t term = 0;  // index into the terms
  // The mark before it is an earlier part of the same word: of 東京都 bigrams are terms, 東京 and
  // 京都.
  bool continues = false;
  friend bool operator==(const MarkedWord&, const MarkedWord&) = default;
};

/// Turns words into terms, the same way for articles, queries and snippets. Holds stemmers and a
/// bounded cache of stems: one thread at a time. Languages are ISO 639-1 codes; an empty one is
/// judged by each word's script.
class Analyzer {
 public:
  Analyzer();
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  /// The characters' folding that tokenizers of this thread share.
  Folder& folder();

  /// What a word of an article in `language` is indexed as.
  WordTerms index_terms(const Token& token, std::string_view language);

  /// All terms that stand for a query word in articles of the given languages, stems first, none
  /// twice.
  std::vector<WordVariant> query_terms(const Token& token, std::span<const std::string> languages);

  /// The terms of exactly this form: in articles of languages with a stemmer, and without.
  static std::vector<std::string> exact_terms(const Token& token);

  /// Whether the word, in lower case, is a function word ("the", "der") of the language.
  static bool is_function_word(std::string_view form, std::string_view language);

  /// The words of `text`, an article's in `language`, that are indexed under one of `terms`
  /// (sorted, as from query_terms and exact_terms, without a field's prefix). In the order of the
  /// text; not overlapping.
  std::vector<MarkedWord> mark(std::string_view text, std::string_view language,
                               std::span<const std::string> terms);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pressmark
