#include "indexer/extract/json/script_json.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "common/text.h"
#include "indexer/extract/text/html_text.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kLeastLiteralBytes = 300;  // a shorter value holds no article
constexpr std::size_t kMaxLiterals = 16;         // of one script

/// A literal's text and the place behind it.
struct Literal {
  std::string text;
  std::size_t end = 0;
};

/// Place behind the string whose first quote stands at `at`; npos when it never ends.
std::size_t behind_string(std::string_view script, std::size_t at) {
  const char stops[] = {script[at], '\\'};
  for (++at; at < script.size(); at += 2) {
    at = script.find_first_of({stops, 2}, at);
    if (at == npos) return npos;
    if (script[at] == stops[0]) return at + 1;
  }
  return npos;
}

/// The object or list that begins at `at`.
std::optional<Literal> bracketed(std::string_view script, std::size_t at) {
  constexpr std::string_view kUndefined = "undefined";
  Literal literal;
  std::size_t depth = 0;
  while (at < script.size()) {
    const std::size_t next = std::min(script.find_first_of("\"{}[]u", at), script.size());
    literal.text.append(script, at, next - at);
    at = next;
    if (at == script.size()) break;
    const char c = script[at];
    std::size_t end = at + 1;
    if (c == '"') {
      end = behind_string(script, at);
      if (end == npos) return std::nullopt;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      --depth;
    } else if (script.substr(at).starts_with(kUndefined)) {
      literal.text += "null";
      at += kUndefined.size();
      continue;
    }
    literal.text.append(script, at, end - at);
    at = literal.end = end;
    if (depth == 0) return literal;
  }
  return std::nullopt;
}

/// The character of an escape such as "\\u0022" or "\\x22", `rest` beginning with the letter, if it
/// is one of ASCII: the others mean the same one level further in.
std::optional<char> coded(std::string_view rest) {
  const std::size_t digits = rest.starts_with('u') ? 4 : rest.starts_with('x') ? 2 : 0;
  if (digits == 0 || rest.size() <= digits) return std::nullopt;
  unsigned value = 0;
  const char* const end = rest.data() + 1 + digits;
  if (std::from_chars(rest.data() + 1, end, value, 16).ptr != end || value >= 0x80)
    return std::nullopt;
  return value < ' ' ? ' ' : static_cast<char>(value);
}

/// The string whose first quote stands at `at`, with one level of escapes less.
std::optional<Literal> quoted(std::string_view script, std::size_t at) {
  const std::size_t end = behind_string(script, at);
  if (end == npos) return std::nullopt;
  Literal literal{{}, end};
  const std::string_view inside = script.substr(at + 1, end - at - 2);
  for (std::size_t i = 0; i < inside.size(); ++i) {
    if (inside[i] != '\\' || i + 1 == inside.size()) {
      literal.text += inside[i];
      continue;
    }
    const std::string_view rest = inside.substr(i + 1);
    if (const std::optional<char> c = coded(rest)) {
      literal.text += *c;
      i += rest.front() == 'u' ? 5 : 3;
    } else if (rest.front() != 'u') {
      const bool blank = std::string_view("nrtbf").find(rest.front()) != npos;
      literal.text += blank ? ' ' : rest.front();
      ++i;
    } else {
      literal.text += inside[i];
    }
  }
  return literal;
}

std::size_t behind_blanks(std::string_view script, std::size_t at) {
  return std::min(script.find_first_not_of(" \t\r\n", at), script.size());
}

/// What is assigned at `at`; an empty literal when it is no JSON, nothing when the script is torn.
std::optional<Literal> assigned(std::string_view script, std::size_t at) {
  constexpr std::string_view kParse = "JSON.parse(";
  at = behind_blanks(script, at);
  if (script.substr(at).starts_with(kParse)) {
    at = behind_blanks(script, at + kParse.size());
    if (at < script.size() && (script[at] == '"' || script[at] == '\'')) return quoted(script, at);
  } else if (at < script.size() && (script[at] == '{' || script[at] == '[')) {
    return bracketed(script, at);
  }
  return Literal{{}, at};
}

}  // namespace

std::vector<std::string> json_in_script(std::string_view script) {
  script = trim(script);
  if (script.starts_with("{&quot;")) return {without_references(script)};
  if (script.starts_with('{') || script.starts_with('[')) return {std::string(script)};
  std::vector<std::string> values;
  std::size_t at = script.find('=');
  while (at != npos && values.size() < kMaxLiterals) {
    std::optional<Literal> literal = assigned(script, at + 1);
    if (!literal) break;
    if (literal->text.size() >= kLeastLiteralBytes) values.push_back(std::move(literal->text));
    at = script.find('=', literal->end);
  }
  return values;
}

}  // namespace pressmark::indexer
