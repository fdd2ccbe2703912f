#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace pressmark::indexer {

/// Where words begin and end in a text whose script sets no blanks between them, by ICU's
/// dictionaries for Chinese, Japanese, Thai, Lao, Khmer and Burmese.
class WordBreaks {
 public:
  /// Nothing is read before the first question. `text` is UTF-8 and must outlive this object.
  WordBreaks(std::string_view text, std::string_view language) : text_(text), language_(language) {}

  /// Whether the bytes from `begin` to `end` are a word, or words: "ชาด" is none in "กาชาด", nor
  /// "バリ" in "バリア". A word made from a name, "日本人", holds the name.
  bool stand_alone(std::size_t begin, std::size_t end);

  /// Whether a word begins or ends at a byte.
  bool is_break(std::size_t at);

  /// End of the word that begins at a byte; the byte itself where none begins.
  std::size_t word_end(std::size_t begin);

 private:
  void read();

  std::string_view text_;
  std::string_view language_;
  bool known_ = false;
  std::vector<std::size_t> breaks_;  // byte offsets, ascending
};

}  // namespace pressmark::indexer
