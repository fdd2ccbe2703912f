#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace pressmark::indexer {

/// The names of one language's table, and the words that stand around names, each with letters
/// that tell what it is. The table's own header says which letters there are.
class NameTable {
 public:
  struct Entry {
    std::string_view name;
    std::string_view letters;
    std::string_view
        full;  // what the name stands for; the name itself where the table says nothing
    bool is(char letter) const { return letters.find(letter) != letters.npos; }
  };

  /// How a name must be spelt to be found: as in the table, or as plain_spelling() makes both.
  enum class Spelling { Exact, Plain };

  /// @param tsv  lines of NAME TAB LETTERS, and TAB FULL where it differs; must outlive the table
  explicit NameTable(std::string_view tsv, Spelling spelling = Spelling::Exact);

  /// Nothing where the table has no such name.
  const Entry* find(std::string_view name) const;
  bool has(std::string_view name, char letter) const;

  /// Bytes of the longest name.
  std::size_t longest() const { return longest_; }

  /// Bytes of the longest name with the letter that begins with a character; 0 where none does.
  std::size_t longest_from(std::string_view character, char letter) const;

  /// Blanks in the name that has most of them.
  std::size_t most_blanks() const { return most_blanks_; }

  auto begin() const { return entries_.begin(); }
  auto end() const { return entries_.end(); }

 private:
  std::deque<std::string> plain_;  // names that are spelt otherwise
  std::unordered_map<std::string_view, Entry> entries_;
  std::unordered_map<std::string, std::size_t> longest_from_;  // by letter and character
  std::size_t longest_ = 0;
  std::size_t most_blanks_ = 0;
};

/// The letters that count in a script that many spell in several ways: without vowel signs, hamza,
/// joiners and dots that keyboards differ in, apostrophes and gershayim as ASCII has them.
std::string plain_spelling(std::string_view name);

}  // namespace pressmark::indexer
