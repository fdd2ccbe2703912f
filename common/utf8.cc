#include "common/utf8.h"

#include <cstring>

#include <unicode/utf8.h>

namespace pressmark {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool starts_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

/// Behind the ASCII bytes that begin at `i`, but for up to seven at their end.
std::int64_t skip_ascii(const std::uint8_t* s, std::int64_t i, std::int64_t size) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  for (; i + 8 <= size; i += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, s + i, sizeof eight);
    if ((eight & kHighBits) != 0) break;
  }
  return i;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  const auto* s = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int64_t>(bytes.size());
  std::int64_t i = 0;
  while (i < size) {
    i = skip_ascii(s, i, size);
    // Text that is not ASCII stays so for a while: the look at eight bytes would not pay.
    for (int run = 0; i < size && run < 16; ++run) {
      UChar32 c = 0;
      U8_NEXT(s, i, size, c);
      if (c < 0) return false;
    }
  }
  return true;
}

std::string to_utf8_lossy(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) append_code_point(text, next_code_point(bytes, at));
  return text;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto* s = reinterpret_cast<const std::uint8_t*>(text.data());
  auto i = static_cast<std::int64_t>(at);
  UChar32 c = 0;
  U8_NEXT(s, i, static_cast<std::int64_t>(text.size()), c);
  at = static_cast<std::size_t>(i);
  return c < 0 ? kReplacement : static_cast<char32_t>(c);
}

void append_code_point(std::string& text, char32_t code_point) {
  char buffer[U8_MAX_LENGTH];
  std::int32_t length = 0;
  const auto c = static_cast<std::uint32_t>(
      code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF) ? kReplacement
                                                                              : code_point);
  U8_APPEND_UNSAFE(buffer, length, c);
  text.append(buffer, static_cast<std::size_t>(length));
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) count += starts_code_point(byte);
  return count;
}

std::size_t CodePointOffsets::at(std::size_t byte) {
  if (byte < byte_) byte_ = code_points_ = 0;
  for (; byte_ < byte && byte_ < text_.size(); ++byte_)
    code_points_ += starts_code_point(text_[byte_]);
  return code_points_;
}

std::string_view utf8_prefix(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  std::size_t end = max_bytes;
  while (end > 0 && !starts_code_point(text[end])) --end;
  return text.substr(0, end);
}

}  // namespace pressmark
