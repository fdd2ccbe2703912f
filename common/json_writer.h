#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace pressmark {

/// Writes one JSON value a line, always valid UTF-8 whatever comes in: ill-formed bytes become
/// U+FFFD, and DEL, C1, bidi controls and the byte order mark are written as \u escapes, so that a
/// line is safe on a terminal.
///
///   JsonWriter json;
///   json.begin_object(); json.member("v", 1); json.member("title", title); json.end_object();
///   std::string line = json.take();   // no line end
class JsonWriter {
 public:
  JsonWriter() : writer_(buffer_) {}
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  void begin_object() { writer_.StartObject(); }
  void end_object() { writer_.EndObject(); }
  void begin_array() { writer_.StartArray(); }
  void end_array() { writer_.EndArray(); }
  void key(std::string_view name) { value(name); }

  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(const std::string& text) { value(std::string_view(text)); }
  void value(bool truth) { writer_.Bool(truth); }
  void value(int number) { writer_.Int(number); }
  void value(unsigned number) { writer_.Uint(number); }
  void value(std::int64_t number) { writer_.Int64(number); }
  void value(std::uint64_t number) { writer_.Uint64(number); }
  /// At most six decimals; not-a-number and infinities are written as null.
  void value(double number);

  template <typename T>
  void member(std::string_view name, const T& v) {
    key(name);
    value(v);
  }

  /// Writes the member only when the text is not empty: "absent = key left out".
  void member_if(std::string_view name, std::string_view text) {
    if (!text.empty()) member(name, text);
  }

  template <typename Range>
  void array(std::string_view name, const Range& range) {
    key(name);
    begin_array();
    for (const auto& v : range) value(v);
    end_array();
  }

  /// The text so far; this writer is empty again.
  std::string take();

 private:
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_;
};

}  // namespace pressmark
