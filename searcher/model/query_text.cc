#include "searcher/model/query_text.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "common/utf8.h"

namespace pressmark::searcher {
namespace {

struct QuotationMark {
  std::string_view text;
  char kind;
};
constexpr std::array<QuotationMark, 8> kQuotes = {{{"\"", '"'},
                                                   {"''", '\''},
                                                   {"“", '6'},
                                                   {"”", '6'},
                                                   {"„", '6'},
                                                   {"‟", '6'},
                                                   {"«", '<'},
                                                   {"»", '<'}}};

/// None where no quotation mark stands.
QuotationMark mark_at(std::string_view line, std::size_t at) {
  const std::string_view rest = line.substr(std::min(at, line.size()));
  for (const QuotationMark& mark : kQuotes) {
    if (rest.starts_with(mark.text)) return mark;
  }
  return {};
}

/// Bytes of the first of `marks` that stands at `at`; 0 when none does.
std::size_t any_at(std::string_view line, std::size_t at,
                   std::initializer_list<std::string_view> marks) {
  const std::string_view rest = line.substr(std::min(at, line.size()));
  for (const std::string_view mark : marks) {
    if (rest.starts_with(mark)) return mark.size();
  }
  return 0;
}

/// Whether what ends before `at` has a quotation begin there: a blank, an opening bracket, "=", a
/// sign, a colon or a comma, or nothing.
bool quotation_may_begin(std::string_view line, std::size_t at) {
  if (at == 0) return true;
  std::size_t before = at - 1;
  while (before > 0 && (static_cast<unsigned char>(line[before]) & 0xC0) == 0x80) --before;
  return line[before] == '(' || line[before] == '=' || space_at(line, before) != 0 ||
         sign_at(line, before).bytes != 0 || colon_at(line, before) != 0 ||
         comma_at(line, before) != 0;
}

}  // namespace

Sign sign_at(std::string_view line, std::size_t at) {
  if (const std::size_t bytes = any_at(line, at, {"-", "\uFF0D", "\u2212"})) return {'-', bytes};
  if (const std::size_t bytes = any_at(line, at, {"+", "\uFF0B"})) return {'+', bytes};
  return {};
}

std::size_t dash_at(std::string_view line, std::size_t at) {
  return any_at(line, at, {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015"});
}

std::size_t colon_at(std::string_view line, std::size_t at) {
  return any_at(line, at, {":", "\uFF1A"});
}

std::size_t comma_at(std::string_view line, std::size_t at) {
  return any_at(line, at, {",", "\uFF0C"});
}

std::size_t space_at(std::string_view line, std::size_t at) {
  const auto byte = static_cast<unsigned char>(line[at]);
  if (byte < 0x80) return byte == ' ' || (byte >= 9 && byte <= 13) ? 1 : 0;
  std::size_t behind = at;
  const char32_t c = next_code_point(line, behind);
  const bool space = c == 0xA0 || c == 0x85 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) ||
                     c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 ||
                     c == 0xFEFF;
  return space ? behind - at : 0;
}

std::size_t quote_at(std::string_view line, std::size_t at) {
  return mark_at(line, at).text.size();
}

bool same_quotes(std::string_view line, std::size_t one, std::size_t other) {
  return mark_at(line, one).kind == mark_at(line, other).kind;
}

bool opens_quotation(std::string_view line, std::size_t at) {
  if (!quotation_may_begin(line, at)) return false;
  const std::string_view mark = mark_at(line, at).text;
  if (mark == "„" || mark == "“" || mark == "«") return true;
  const std::size_t behind = at + mark.size();  // « non » has a blank before the mark that closes
  return behind < line.size() && space_at(line, behind) == 0 && line[behind] != ')';
}

bool letter_at(std::string_view line, std::size_t at) {
  if (at >= line.size()) return false;
  const auto byte = static_cast<unsigned char>(line[at]);
  if (byte >= 0x80) {
    return space_at(line, at) == 0 && quote_at(line, at) == 0 && sign_at(line, at).bytes == 0 &&
           dash_at(line, at) == 0 && colon_at(line, at) == 0 && comma_at(line, at) == 0;
  }
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9');
}

std::string escape(std::string_view text, std::string_view keep) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    next_code_point(text, at);
    const bool plain = letter_at(text, begin) || keep.find(text[begin]) != std::string_view::npos;
    if (!plain) out += '\\';
    out.append(text.substr(begin, at - begin));
  }
  return out;
}

std::string quote(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    next_code_point(text, at);
    if (text[begin] == '\\' || quote_at(text, begin) != 0) out += '\\';
    out.append(text.substr(begin, at - begin));
  }
  return out + '"';
}

std::string one_line(std::string_view text) {
  std::string line = to_utf8_lossy(text);
  std::ranges::replace_if(
      line, [](char c) { return c >= 9 && c <= 13; }, ' ');
  return line;
}

bool is_boolean_operator(std::string_view word) {
  return word == "AND" || word == "OR" || word == "NOT";
}

}  // namespace pressmark::searcher
