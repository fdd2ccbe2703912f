#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/enrich/words/word_scanner.h"
#include "indexer/model/annotations.h"

namespace pressmark::indexer {

/// The words of a text in a script with blanks, and which of them a name has been read in.
class NameWords {
 public:
  /// `text` is UTF-8 and must outlive this object.
  explicit NameWords(std::string_view text)
      : text_(text), words_(scan_words(text)), taken_(words_.size(), false) {}

  std::size_t size() const { return words_.size(); }
  const Word& operator[](std::size_t word) const { return words_[word]; }
  std::string_view text() const { return text_; }

  /// Views into the text.
  std::string_view bytes(std::size_t word) const { return bytes(word, word); }
  std::string_view bytes(std::size_t first, std::size_t last) const {
    return text_.substr(words_[first].begin, words_[last].end - words_[first].begin);
  }

  /// Whether there is such a word, and only `gap` between it and the one before.
  bool follows(std::size_t word, Gap gap = Gap::Space) const {
    return word < words_.size() && words_[word].before == gap;
  }

  /// Whether the word is the first of a sentence or a line.
  bool begins_sentence(std::size_t word) const;

  bool taken(std::size_t word) const { return taken_[word]; }

  /// Adds a mention of the words from `first` to `last`, without the first `prefix` bytes and the
  /// last `suffix` bytes of them. `name` as in Mention.
  void add(std::size_t first, std::size_t last, EntityType type, std::string name,
           std::size_t prefix = 0, std::size_t suffix = 0);

  /// The mentions added, in the text's order.
  std::vector<Mention> mentions() &&;

 private:
  std::string_view text_;
  std::vector<Word> words_;
  std::vector<bool> taken_;
  std::vector<Mention> mentions_;
};

}  // namespace pressmark::indexer
