#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace pressmark::indexer {

/// A word, number or mark. Byte offsets; end is behind the last byte.
struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool starts_line = false;
  bool starts_sentence = false;
};

/// Words and marks of a text in order, without white space.
///
/// Works on running text and on text whose tokens are parted by blanks already: possessives and
/// contractions ("'s", "n't") are tokens of their own, "U.S.", "J.", "Inc." keep their full stop,
/// "Jean-Paul" and "O'Brien" are one token, "US-led" is "US" and "-led".
///
/// @param text  UTF-8 of less than 4 GiB; a line is a sequence of its own
std::vector<Token> split_tokens(std::string_view text);

}  // namespace pressmark::indexer
