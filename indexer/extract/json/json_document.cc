#include "indexer/extract/json/json_document.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include <fmt/core.h>
#include <rapidjson/memorystream.h>

#include "common/text.h"
#include "common/utf8.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxValues = 16;
constexpr unsigned kStrict = rapidjson::kParseIterativeFlag | rapidjson::kParseNanAndInfFlag;
constexpr unsigned kPage = kStrict | rapidjson::kParseStopWhenDoneFlag |
                           rapidjson::kParseCommentsFlag | rapidjson::kParseTrailingCommasFlag;

/// Length of what pages wrap JSON in, if it stands at the beginning of `rest`.
std::size_t wrapper_length(std::string_view rest) {
  std::size_t length = 0;
  for (const std::string_view mark :
       {"<!--", "-->", "//<![CDATA[", "<![CDATA[", "//]]>", "]]>", "/*<![CDATA[*/", "/*]]>*/"}) {
    if (rest.starts_with(mark)) length = std::max(length, mark.size());
  }
  return length;
}

/// Takes away wrappers, and what no string may hold: control characters become blanks, a backslash
/// that begins no escape goes. One pass.
std::string mended(std::string_view text) {
  constexpr std::string_view kEscapes = "\"\\/bfnrtu";
  std::string out;
  out.reserve(text.size());
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') {
      in_string = !in_string;
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += ' ';
    } else if (in_string && c == '\\') {
      if (i + 1 < text.size() && kEscapes.find(text[i + 1]) != std::string_view::npos) {
        out += c;
        out += text[++i];
      }
    } else if (!in_string && (c == '<' || c == '-' || c == '/' || c == ']')) {
      const std::size_t length = wrapper_length(text.substr(i));
      if (length == 0) out += c;
      i += length == 0 ? 0 : length - 1;
    } else {
      out += !in_string && c == ';' ? ' ' : c;
    }
  }
  return out;
}

/// The unit of UTF-16 that `rest` begins with as an escape, "\ud83d"; nothing when it is another.
std::optional<unsigned> escaped_unit(std::string_view rest) {
  constexpr std::size_t kLength = 6;
  if (!rest.starts_with("\\u") || rest.size() < kLength) return std::nullopt;
  unsigned unit = 0;
  const char* const end = rest.data() + kLength;
  if (std::from_chars(rest.data() + 2, end, unit, 16).ptr != end) return std::nullopt;
  return unit;
}

/// Half a pair of surrogates, as is left where a text was cut within one, becomes U+FFFD.
std::string with_whole_pairs(std::string_view text) {
  const auto is_high = [](unsigned unit) { return unit >= 0xD800 && unit < 0xDC00; };
  const auto is_low = [](unsigned unit) { return unit >= 0xDC00 && unit < 0xE000; };
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = 1;
    if (text[at] == '\\') {
      const std::optional<unsigned> unit = escaped_unit(text.substr(at));
      length = unit ? 6 : 2;
      if (unit && is_high(*unit)) {
        const std::optional<unsigned> next = escaped_unit(text.substr(at + length));
        if (next && is_low(*next)) length *= 2;
      }
      if (unit && length == 6 && (is_high(*unit) || is_low(*unit))) {
        out += "\\uFFFD";
        at += length;
        continue;
      }
    }
    out += text.substr(at, length);
    at += length;
  }
  return out;
}

}  // namespace

JsonText JsonText::parse(std::string_view text, JsonTolerance tolerance) {
  JsonText json;
  if (tolerance == JsonTolerance::Strict) {
    rapidjson::Document document;
    document.Parse<kStrict>(text.data(), text.size());
    if (document.GetParseError() == rapidjson::kParseErrorStringUnicodeSurrogateInvalid) {
      const std::string whole = with_whole_pairs(text);
      document.Parse<kStrict>(whole.data(), whole.size());
    }
    json.sound_ = !document.HasParseError();
    if (json.sound_) json.values_.push_back(std::move(document));
    return json;
  }
  const std::string clean = with_whole_pairs(mended(text));
  std::size_t at = clean.find_first_not_of(" ,");
  while (at < clean.size() && json.values_.size() < kMaxValues) {
    rapidjson::Document document;
    rapidjson::MemoryStream stream(clean.data() + at, clean.size() - at);
    document.ParseStream<kPage, rapidjson::UTF8<>>(stream);
    if (document.HasParseError()) {
      json.sound_ = false;
      break;
    }
    json.values_.push_back(std::move(document));
    const std::size_t used = stream.Tell();
    if (used == 0) break;
    at = clean.find_first_not_of(" ,", at + used);
  }
  return json;
}

const JsonValue* member(const JsonValue& value, std::string_view name) {
  if (!value.IsObject()) return nullptr;
  const auto found = value.FindMember(
      JsonValue(rapidjson::StringRef(name.data(), static_cast<rapidjson::SizeType>(name.size()))));
  return found == value.MemberEnd() ? nullptr : &found->value;
}

std::string string_of(const JsonValue* value, std::size_t max_bytes) {
  if (value == nullptr || !value->IsString()) return {};
  std::string text(utf8_prefix({value->GetString(), value->GetStringLength()}, max_bytes));
  if (text.find('\0') != std::string::npos) std::erase(text, '\0');
  return is_utf8(text) ? text : to_utf8_lossy(text);
}

std::string scalar_of(const JsonValue* value, std::size_t max_bytes) {
  if (value == nullptr) return {};
  if (value->IsUint64()) return fmt::format("{}", value->GetUint64());
  if (value->IsInt64()) return fmt::format("{}", value->GetInt64());
  // By NaN Python says that there is none: two ids would be the same.
  if (value->IsDouble() && std::isfinite(value->GetDouble()))
    return fmt::format("{}", value->GetDouble());
  return string_of(value, max_bytes);
}

}  // namespace pressmark::indexer
