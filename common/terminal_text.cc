#include "common/terminal_text.h"

#include <algorithm>

#include <fmt/core.h>

#include "common/utf8.h"

namespace pressmark {
namespace {

bool is_plain_ascii(unsigned char byte) { return byte >= 0x20 && byte < 0x7F; }

bool acts_on_a_terminal(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

void append_escaped(std::string& out, char32_t c) {
  if (c <= 0xFF) {
    fmt::format_to(std::back_inserter(out), "\\x{:02X}", static_cast<unsigned>(c));
  } else {
    fmt::format_to(std::back_inserter(out), "\\u{{{:04X}}}", static_cast<unsigned>(c));
  }
}

/// Bytes of the well-formed sequence at the start of `rest`; 0 when there is none.
std::size_t well_formed_length(std::string_view rest) {
  for (std::size_t length = 1; length <= std::min<std::size_t>(4, rest.size()); ++length) {
    if (is_utf8(rest.substr(0, length))) return length;
  }
  return 0;
}

}  // namespace

std::string terminal_safe(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (is_plain_ascii(byte)) {
      out += bytes[at++];
      continue;
    }
    const std::size_t length = well_formed_length(bytes.substr(at));
    if (length == 0) {
      append_escaped(out, byte);
      ++at;
      continue;
    }
    std::size_t end = at;
    const char32_t c = next_code_point(bytes, end);
    if (acts_on_a_terminal(c)) {
      append_escaped(out, c);
    } else {
      out += bytes.substr(at, length);
    }
    at += length;
  }
  return out;
}

std::string message_text(std::string_view bytes) {
  constexpr std::size_t kMostBytes = 10000, kEndBytes = 1000;  // two of the longest paths fit
  if (bytes.size() <= kMostBytes) return terminal_safe(bytes);
  const auto continues = [&](std::size_t at) {
    return (static_cast<unsigned char>(bytes[at]) & 0xC0U) == 0x80;
  };
  std::size_t first = kMostBytes - kEndBytes, last = bytes.size() - kEndBytes;
  for (int i = 0; i < 3 && continues(first); ++i) --first;
  for (int i = 0; i < 3 && continues(last); ++i) ++last;
  return terminal_safe(bytes.substr(0, first)) + " [...] " + terminal_safe(bytes.substr(last));
}

}  // namespace pressmark
