#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace pressmark::indexer {

/// A number or a word of a text, as dates are made of.
struct DateToken {
  bool number = false;
  std::uint32_t value = 0;  // of a number of at most eight digits
  std::size_t digits = 0;
  std::size_t letters = 0;
  bool persian = false;  // in the digits of Persian
  std::string_view text;
  std::size_t begin = 0;
  std::size_t end = 0;
  char32_t separator =
      0;  // last punctuation mark before it, ' ' for blanks alone, 0 when it touches the one before
};

/// The numbers and words of a text, in digits of any script; signs for year, month and day are
/// words of their own, and characters of direction and joining do not exist. Views into `text`.
std::vector<DateToken> date_tokens(std::string_view text);

}  // namespace pressmark::indexer
