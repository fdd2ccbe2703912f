#include "indexer/extract/text/html_text.h"

#include <array>
#include <optional>
#include <utility>

#include "common/text.h"
#include "common/utf8.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxTag = 2000;  // a "<" without ">" nearer than this is a character
constexpr std::size_t kMaxReference = 12;

constexpr std::array<std::pair<std::string_view, char32_t>, 48> kReferences = {{
    {"amp", '&'},      {"lt", '<'},       {"gt", '>'},        {"quot", '"'},
    {"apos", '\''},    {"nbsp", 0xA0},    {"lsquo", 0x2018},  {"rsquo", 0x2019},
    {"sbquo", 0x201A}, {"ldquo", 0x201C}, {"rdquo", 0x201D},  {"bdquo", 0x201E},
    {"laquo", 0xAB},   {"raquo", 0xBB},   {"lsaquo", 0x2039}, {"rsaquo", 0x203A},
    {"ndash", 0x2013}, {"mdash", 0x2014}, {"hellip", 0x2026}, {"bull", 0x2022},
    {"middot", 0xB7},  {"copy", 0xA9},    {"reg", 0xAE},      {"trade", 0x2122},
    {"euro", 0x20AC},  {"pound", 0xA3},   {"deg", 0xB0},      {"shy", 0xAD},
    {"auml", 0xE4},    {"ouml", 0xF6},    {"uuml", 0xFC},     {"Auml", 0xC4},
    {"Ouml", 0xD6},    {"Uuml", 0xDC},    {"szlig", 0xDF},    {"eacute", 0xE9},
    {"egrave", 0xE8},  {"agrave", 0xE0},  {"aacute", 0xE1},   {"iacute", 0xED},
    {"oacute", 0xF3},  {"uacute", 0xFA},  {"ntilde", 0xF1},   {"ccedil", 0xE7},
    {"ecirc", 0xEA},   {"acirc", 0xE2},   {"ocirc", 0xF4},    {"zwnj", 0x200C},
}};

struct Reference {
  char32_t code_point = 0;
  std::size_t length = 0;  // from "&" to ";"
};

std::optional<Reference> reference_at(std::string_view text, std::size_t at) {
  const std::size_t end = text.substr(at, kMaxReference).find(';');
  if (end == npos || end < 2) return std::nullopt;
  const std::string_view name = text.substr(at + 1, end - 1);
  if (name.front() != '#') {
    for (const auto& [known, code_point] : kReferences) {
      if (known == name) return Reference{code_point, end + 1};
    }
    return std::nullopt;
  }
  if (name.size() == 1) return std::nullopt;
  const bool hex = name.size() > 2 && (name[1] == 'x' || name[1] == 'X');
  char32_t value = 0;
  for (const char c : name.substr(hex ? 2 : 1)) {
    const int digit = c >= '0' && c <= '9'          ? c - '0'
                      : hex && c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : hex && c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                    : -1;
    if (digit < 0) return std::nullopt;
    value = value * (hex ? 16U : 10U) + static_cast<char32_t>(digit);
  }
  if (value < 0x20 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) value = ' ';
  return Reference{value, end + 1};
}

bool parts_paragraphs(std::string_view tag) {
  for (const std::string_view name : {"p", "/p", "br", "br/", "div", "/div", "li", "/li", "h2",
                                      "/h2", "h3", "/h3", "blockquote", "/blockquote"}) {
    if (equals_ascii_nocase(tag, name)) return true;
  }
  return false;
}

/// Tags become nothing, those of blocks a line end.
std::string without_tags(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find('<', at), text.size());
    out.append(text, at, next - at);
    at = next;
    if (at >= text.size()) break;
    const char c = at + 1 < text.size() ? text[at + 1] : '\0';
    const bool tag = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/' || c == '!';
    const std::size_t end = tag ? text.substr(at, kMaxTag).find('>') : npos;
    if (end == npos) {
      out += text[at++];
      continue;
    }
    const std::string_view inside = text.substr(at + 1, end - 1);
    if (parts_paragraphs(inside.substr(0, inside.find_first_of(" \t\n")))) out += '\n';
    at += end + 1;
  }
  return out;
}

std::string resolved(std::string_view text) {
  std::string out(text);
  for (int round = 0; round < 2 && out.find('&') != npos; ++round) out = without_references(out);
  return out.find('<') == npos ? out : without_tags(out);
}

}  // namespace

std::string without_references(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find('&', at), text.size());
    out.append(text, at, next - at);
    at = next;
    if (at >= text.size()) break;
    if (const auto reference = reference_at(text, at)) {
      append_code_point(out, reference->code_point);
      at += reference->length;
    } else {
      out += text[at++];
    }
  }
  return out;
}

std::string plain_line(std::string_view text) { return collapse_space(resolved(text)); }

std::string plain_paragraphs(std::string_view text) {
  const std::string lines = resolved(text);
  std::string out;
  for (const std::string_view line : split(lines, '\n')) {
    const std::string clean = collapse_space(line);
    if (clean.empty()) continue;
    if (!out.empty()) out += "\n\n";
    out += clean;
  }
  return out;
}

std::size_t utf8_length(std::string_view text, std::size_t max_bytes) {
  return utf8_prefix(text, max_bytes).size();
}

}  // namespace pressmark::indexer
