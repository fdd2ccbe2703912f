#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace pressmark::indexer {

/// What stands between a word and the one before it.
enum class Gap : std::uint8_t { None, Space, Hyphen, Comma, Dash, Sentence, Line, Other };

/// A word of a text, for looking names up: byte offsets, and a hash of its letters folded to lower
/// case without accents.
///
/// A possessive "'s" is left off, an abbreviation keeps its points ("U.S." is one word, hashed as
/// "us"). A character of a script without blanks (Han, Kana, Thai ...) is a word of its own.
struct Word {
  std::uint64_t hash = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Gap before = Gap::None;
  bool upper = false;       // begins with a capital
  bool caps = false;        // two or more capitals and no small letter: "US", "U.S.", "BEIJING"
  bool dotted = false;      // written with points: "U.S."
  bool number = false;      // begins with a digit
  bool possessive = false;  // an "'s" or "'" followed
  bool uncased = false;     // of a script without capitals
};

/// The words of a text in order. `text` is UTF-8 of less than 4 GiB; linear.
std::vector<Word> scan_words(std::string_view text);

/// Hashes of the first 1, 2, 3 ... letters of a word: the last equals Word::hash. For matching by
/// stem.
std::vector<std::uint64_t> prefix_hashes(std::string_view word);

/// The bytes of a word behind its first `letters` letters, counted as above.
std::string_view behind_letters(std::string_view word, std::size_t letters);

/// "St" and "Saint", "Mt" and "Mount", "Ft" and "Fort" are one word in names: the hash of the long
/// one.
std::uint64_t spelled_out(std::uint64_t word_hash);

/// The hash of a word sequence, from that of its beginning (0) and its next word.
constexpr std::uint64_t extend_hash(std::uint64_t sequence, std::uint64_t word) {
  const std::uint64_t mixed = (sequence ^ word) * 0x9E3779B97F4A7C15U;
  return mixed ^ (mixed >> 29U);
}

}  // namespace pressmark::indexer
