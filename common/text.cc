#include "common/text.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "common/letters.h"
#include "common/normalizer.h"
#include "common/utf8.h"

namespace pressmark {
namespace {

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= 9 && c <= 13);
  return is_zero_width_space(c) || u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

}  // namespace

std::string_view trim(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t next = begin;
    if (!is_space(next_code_point(text, next))) break;
    begin = next;
  }
  std::size_t end = text.size();
  while (end > begin) {  // from the back: the text may be long
    std::size_t last = end - 1;
    while (last > begin && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
    std::size_t next = last;
    if (!is_space(next_code_point(text, next)) || next != end) break;
    end = last;
  }
  return text.substr(begin, end - begin);
}

bool is_zero_width_space(char32_t c) { return c == 0x200B || c == 0xFEFF; }

bool keeps_zero_width_space(char32_t c) {
  return c >= 0x80 &&
         u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

std::string collapse_space(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool pending = false;
  bool zero_width = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(text, at);
    if (is_zero_width_space(c)) {
      zero_width = !out.empty();
      continue;
    }
    if (is_space(c)) {
      pending = !out.empty();
      continue;
    }
    if (pending) {
      out += ' ';
    } else if (zero_width && keeps_zero_width_space(c)) {
      append_code_point(out, 0x200B);
    }
    pending = zero_width = false;
    out.append(text.substr(start, at - start));
  }
  return out;
}

std::string fold_case(std::string_view text) {
  if (is_ascii(text)) return to_lower_ascii(text);
  std::string out;
  from_utf8(text).foldCase().toUTF8String(out);
  return out;
}

std::string fold_accents(std::string_view text) {
  if (is_ascii(text)) return to_lower_ascii(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString folded = nfkd_normalizer().normalize(from_utf8(text).foldCase(), status);
  icu::UnicodeString bare;
  bool capitals = false;  // such as the one in the sign for a telephone, which has no small form
  for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const UChar32 c = folded.char32At(i);
    if (is_accent(c)) continue;
    capitals = capitals || u_charType(c) == U_UPPERCASE_LETTER;
    bare.append(static_cast<UChar32>(plain_letter(static_cast<char32_t>(c))));
  }
  if (capitals) bare.foldCase();
  std::string out;
  nfc_normalizer().normalize(bare, status).toUTF8String(out);
  return out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  for (std::size_t begin = 0;;) {
    const std::size_t end = text.find(separator, begin);
    pieces.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return pieces;
    begin = end + 1;
  }
}

std::vector<std::string_view> paragraphs(std::string_view text) {
  std::vector<std::string_view> found;
  const bool blank_lines = text.find("\n\n") != std::string_view::npos;
  const std::string_view separator = blank_lines ? "\n\n" : "\n";
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    const std::string_view piece = trim(text.substr(begin, end - begin));
    if (!piece.empty()) found.push_back(piece);
    begin = end + separator.size();
  }
  return found;
}

bool starts_with_ascii_nocase(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && equals_ascii_nocase(text.substr(0, prefix.size()), prefix);
}

bool equals_ascii_nocase(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (lower_ascii(a[i]) != lower_ascii(b[i])) return false;
  }
  return true;
}

std::string to_lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower_ascii(c);
  return out;
}

}  // namespace pressmark
