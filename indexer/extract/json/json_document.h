#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rapidjson/document.h>

namespace pressmark::indexer {

/// The only door to the JSON reader: included by the sources that read JSON, never by a header of a
/// stage.
using JsonValue = rapidjson::Value;

enum class JsonTolerance {
  Strict,  // one value and nothing behind it; NaN and Infinity, as Python writes them, are let
           // through
  Page,    // as pages write it: comments, trailing commas, raw control characters, CDATA around it,
           // several values
};

/// Parsed JSON values. Parsing is iterative: depth costs no stack. Half a pair of surrogates in an
/// escape, as a text cut within an emoji leaves it, is U+FFFD and no fault.
class JsonText {
 public:
  /// Values that could be read before the first fault; `sound` tells whether there was one.
  static JsonText parse(std::string_view text, JsonTolerance tolerance);

  const std::vector<rapidjson::Document>& values() const { return values_; }
  bool sound() const { return sound_; }

 private:
  std::vector<rapidjson::Document> values_;
  bool sound_ = true;
};

/// Member of an object; nullptr when `value` is no object or has no such member.
const JsonValue* member(const JsonValue& value, std::string_view name);
inline constexpr std::size_t kWholeString = static_cast<std::size_t>(-1);
/// A string's bytes, or its first `max_bytes`, as valid UTF-8 without NUL; empty for every other
/// kind.
std::string string_of(const JsonValue* value, std::size_t max_bytes = kWholeString);
/// The same, and a number as it would be written; empty for NaN and one whose last digits are not
/// known.
std::string scalar_of(const JsonValue* value, std::size_t max_bytes = kWholeString);

}  // namespace pressmark::indexer
