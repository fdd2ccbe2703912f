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

/// Takes away what pages wrap JSON in, and what no string may hold: control characters become
/// blanks, a backslash that begins no escape goes. One pass.
std::string mended(std::string_view text) {
  constexpr std::string_view kEscapes = "\"\\/bfnrtu";
  std::string out;
  out.reserve(text.size());
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (!in_string) {
      const std::string_view rest = text.substr(i, 12);
      std::size_t wrapper = 0;
      for (const std::string_view mark :
           {"<!--", "-->", "//<![CDATA[", "<![CDATA[", "//]]>", "]]>", "/*<![CDATA[*/"}) {
        if (rest.starts_with(mark)) wrapper = std::max(wrapper, mark.size());
      }
      if (wrapper > 0) {
        i += wrapper - 1;
        continue;
      }
      if (c == ';') {
        out += ' ';
        continue;
      }
      if (c == '"') in_string = true;
      out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
      continue;
    }
    if (c == '\\') {
      if (i + 1 < text.size() && kEscapes.find(text[i + 1]) != std::string_view::npos) {
        out += c;
        out += text[++i];
      }
      continue;
    }
    if (c == '"') in_string = false;
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
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

std::string string_of(const JsonValue* value) {
  if (value == nullptr || !value->IsString()) return {};
  std::string text(value->GetString(), value->GetStringLength());
  if (text.find('\0') != std::string::npos) std::erase(text, '\0');
  return is_utf8(text) ? text : to_utf8_lossy(text);
}

std::string scalar_of(const JsonValue* value) {
  if (value == nullptr) return {};
  if (value->IsUint64()) return fmt::format("{}", value->GetUint64());
  if (value->IsInt64()) return fmt::format("{}", value->GetInt64());
  if (value->IsDouble()) return fmt::format("{}", value->GetDouble());
  return string_of(value);
}

}  // namespace pressmark::indexer
