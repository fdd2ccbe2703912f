#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/enrich/languages/latin_words.h"
#include "indexer/enrich/tagger/tagger_features.h"
#include "indexer/enrich/words/tagger_tokenizer.h"

namespace pressmark::indexer {

/// The tokens of one article with what the tables say of them. Views all it is given, which must
/// outlive it.
class LatinText {
 public:
  LatinText(std::string_view text, std::span<const Token> tokens, const ArticleFeatures& article,
            std::string_view language, const LatinWords& words);

  std::size_t size() const { return tokens_.size(); }
  std::string_view language() const { return language_; }
  const LatinWords& words() const { return words_; }
  const Token& token(std::size_t at) const { return tokens_[at]; }
  std::string_view bytes(std::size_t at) const {
    return text_.substr(tokens_[at].begin, tokens_[at].end - tokens_[at].begin);
  }
  std::string_view bytes(std::size_t first, std::size_t last) const {
    return text_.substr(tokens_[first].begin, tokens_[last].end - tokens_[first].begin);
  }
  const std::string& folded(std::size_t at) const { return folded_[at]; }
  bool is(std::size_t at, std::uint32_t kind) const { return (kinds_[at] & kind) != 0; }

  /// Whether a token follows the one before on its line, with one blank between them or none.
  bool follows(std::size_t at) const { return at < size() && follows_[at]; }
  bool capital(std::size_t at) const { return shapes_[at] != Letters::Small; }
  /// All in capitals, two letters at least.
  bool capitals(std::size_t at) const { return shapes_[at] == Letters::Capitals; }
  bool initial(std::size_t at) const { return shapes_[at] == Letters::Initial; }
  /// Begins with a capital and goes on in small letters.
  bool name_like(std::size_t at) const { return shapes_[at] == Letters::Name; }
  bool starts_sentence(std::size_t at) const { return tokens_[at].starts_sentence; }
  /// Whether the word stands in small letters, too.
  bool seen_small(std::size_t at) const { return article_.seen_lower(article_.word_at(at, 0)); }
  ClassBits classes(std::size_t at) const { return article_.classes(article_.word_at(at, 0)); }
  /// Part of the longest known phrase of a class; 0 for none.
  unsigned phrase_part(std::size_t at, char letter) const {
    return article_.phrase_part(at, kNameClasses.find(letter));
  }
  /// Where a word stands as a name does, whatever its capitals here; not more than kMostAlike
  /// places.
  const std::vector<std::size_t>& alike(std::size_t at) const;
  /// Where words stand as names do that begin as the token does; not more than kMostAlike places.
  const std::vector<std::size_t>& begin_alike(std::size_t at) const;
  bool nouns_have_capitals() const { return language_ == "de" || language_ == "lb"; }

  bool taken(std::size_t at) const { return taken_[at]; }
  void take(std::size_t first, std::size_t last);

  static constexpr std::size_t kMostAlike = 50;  // keeps the work linear

 private:
  enum class Letters : std::uint8_t { Small, Initial, Capitals, Name };
  static Letters letters_of(std::string_view word);

  std::string_view text_;
  std::span<const Token> tokens_;
  const ArticleFeatures& article_;
  std::string_view language_;
  const LatinWords& words_;
  std::vector<std::string> folded_;
  std::vector<std::uint32_t> kinds_;
  std::vector<Letters> shapes_;
  std::vector<bool> follows_, taken_;
  std::unordered_map<std::string_view, std::vector<std::size_t>> alike_, begin_alike_;
};

}  // namespace pressmark::indexer
