#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "common/analysis.h"

namespace pressmark::indexer {

/// How often a headline's word counts beside one of the text (DECISIONS, index terms).
inline constexpr Xapian::termcount kTitleWeight = 3;

/// Collects the words of one article and adds them to a document, each term once. Reused from
/// article to article.
class TextPostings {
 public:
  explicit TextPostings(Analyzer& analyzer) : analyzer_(analyzer) {}

  /// Adds headline and text; returns the number of words of the text.
  std::uint32_t add(std::string_view title, std::string_view text, std::string_view language,
                    Xapian::Document& document);

 private:
  /// One distinct word of the article and the terms it becomes.
  struct Word {
    std::string exact, stem;
    std::vector<std::uint32_t> positions;
    std::uint32_t in_title = 0;  // the first so many positions
  };

  void read_block(std::string_view text, std::string_view language);
  /// Nothing for a new word when there are too many.
  Word* word_of(const Token& token, std::string_view language);
  void add_marker(Xapian::Document& document, std::string_view term, std::size_t first_block,
                  std::size_t last_block) const;
  void add_words(Xapian::Document& document) const;
  void clear();

  struct Block {
    std::uint32_t begin = 0, end = 0;  // positions
  };

  Analyzer& analyzer_;
  struct FormHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view form) const {
      return std::hash<std::string_view>{}(form);
    }
  };
  std::unordered_map<std::string, std::size_t, FormHash, std::equal_to<>> index_;  // form -> word
  std::vector<Word> words_;
  std::vector<Block> blocks_;
  std::uint32_t position_ = 0;
  std::uint32_t count_ = 0;
  bool in_title_ = false;
};

}  // namespace pressmark::indexer
