#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pressmark {

inline constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

/// Whether the bytes are well-formed UTF-8 (no surrogates, nothing above U+10FFFF, no overlong
/// forms).
bool is_utf8(std::string_view bytes);

/// The bytes with every ill-formed sequence replaced by U+FFFD.
std::string to_utf8_lossy(std::string_view bytes);

/// The code point at `at` and moves `at` behind it. `text` must be UTF-8; an ill-formed sequence
/// gives U+FFFD. Requires at < text.size().
char32_t next_code_point(std::string_view text, std::size_t& at);

void append_code_point(std::string& text, char32_t code_point);

/// Number of code points: the unit of every offset in our JSON.
std::size_t count_code_points(std::string_view text);

/// Converts ascending byte offsets into code point offsets in one walk over the text.
class CodePointOffsets {
 public:
  /// `text` must outlive this object.
  explicit CodePointOffsets(std::string_view text) : text_(text) {}
  /// Requires that `byte` is not before the one of the previous call (else it starts over) and
  /// within the text.
  std::size_t at(std::size_t byte);

 private:
  std::string_view text_;
  std::size_t byte_ = 0;
  std::size_t code_points_ = 0;
};

/// Longest prefix of at most `max_bytes` bytes that ends between two code points.
std::string_view utf8_prefix(std::string_view text, std::size_t max_bytes);

}  // namespace pressmark
