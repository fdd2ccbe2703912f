#include "indexer/extract/json_document.h"

#include <algorithm>

#include <fmt/format.h>
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

}  // namespace

JsonText JsonText::parse(std::string_view text, JsonTolerance tolerance) {
  JsonText json;
  if (tolerance == JsonTolerance::Strict) {
    rapidjson::Document document;
    document.Parse<kStrict>(text.data(), text.size());
    json.sound_ = !document.HasParseError();
    if (json.sound_) json.values_.push_back(std::move(document));
    return json;
  }
  const std::string clean = mended(text);
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
  if (value->IsDouble()) return fmt::format("{}", value->GetDouble());
  return string_of(value, max_bytes);
}

}  // namespace pressmark::indexer
