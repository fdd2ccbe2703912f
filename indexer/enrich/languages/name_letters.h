#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/enrich/languages/name_table.h"
#include "indexer/model/annotations.h"

namespace pressmark::indexer {

/// The characters of a text in a script without blanks, and which of them a name has been read in.
/// Places are numbers of characters; ends are behind the last one.
class NameLetters {
 public:
  /// `text` is UTF-8 of less than 4 GiB and must outlive this object.
  explicit NameLetters(std::string_view text);

  std::size_t size() const { return letters_.size(); }
  /// The character at a place; 0 beyond the ends.
  char32_t operator[](std::size_t at) const { return at < letters_.size() ? letters_[at] : 0; }
  char32_t before(std::size_t at) const { return at == 0 ? 0 : letters_[at - 1]; }

  bool stands_at(std::size_t at, std::u32string_view what) const {
    return std::u32string_view(letters_).substr(std::min(at, size())).starts_with(what);
  }

  /// A view into the text.
  std::string_view bytes(std::size_t begin, std::size_t end) const {
    return text_.substr(offsets_[begin], offsets_[end] - offsets_[begin]);
  }
  std::size_t offset(std::size_t at) const { return offsets_[at]; }

  /// End of the longest entry with the letter that begins at a place; the place itself where there
  /// is none.
  std::size_t end_of(const NameTable& table, char letter, std::size_t begin) const;
  /// Begin of the longest entry with the letter that ends at a place; the place itself for none.
  std::size_t begin_of(const NameTable& table, char letter, std::size_t end) const;

  bool taken(std::size_t at) const { return taken_[at]; }
  bool any_taken(std::size_t begin, std::size_t end) const;
  void add(std::size_t begin, std::size_t end, EntityType type, std::string name);

  /// The mentions added, in the text's order.
  std::vector<Mention> mentions() &&;

 private:
  std::string_view text_;
  std::u32string letters_;
  std::vector<std::uint32_t> offsets_;  // one more than there are characters
  std::vector<bool> taken_;
  std::vector<Mention> mentions_;
};

/// Whether the character is Han.
bool is_han(char32_t c);

}  // namespace pressmark::indexer
