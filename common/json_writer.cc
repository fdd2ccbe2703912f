#include "common/json_writer.h"

#include <cmath>

#include <fmt/core.h>

#include "common/utf8.h"

namespace pressmark {
namespace {

/// Code points that JSON allows bare and a terminal may act upon.
bool needs_escape(char32_t c) {
  return c == 0x7F || (c >= 0x80 && c <= 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

std::string quoted(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 2);
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\r':
        out += "\\r";
        break;
      default:
        if (c < 0x20 || needs_escape(c)) {
          out += fmt::format("\\u{:04X}", static_cast<std::uint32_t>(c));
        } else if (c < 0x80) {
          out += static_cast<char>(c);
        } else {
          append_code_point(out, c);
        }
    }
  }
  out += '"';
  return out;
}

}  // namespace

void JsonWriter::value(std::string_view text) {
  const std::string raw = quoted(text);
  writer_.RawValue(raw.data(), raw.size(), rapidjson::kStringType);
}

void JsonWriter::value(double number) {
  if (!std::isfinite(number)) {
    writer_.Null();
    return;
  }
  const std::string raw = fmt::format("{:.6g}", number);
  writer_.RawValue(raw.data(), raw.size(), rapidjson::kNumberType);
}

std::string JsonWriter::take() {
  std::string text(buffer_.GetString(), buffer_.GetSize());
  buffer_.Clear();
  writer_.Reset(buffer_);
  return text;
}

}  // namespace pressmark
