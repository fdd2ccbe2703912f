#include "searcher/query/lexer.h"

#include <algorithm>

#include "common/letters.h"
#include "common/utf8.h"

namespace pressmark::searcher {
namespace {

/// Whether the name of a field may have this: a letter, also where no field is called so, as in
/// "страна:ua". Scripts without blanks have colons between words.
bool name_letter_at(std::string_view line, std::size_t at) {
  const char ascii = line[at];
  if (static_cast<unsigned char>(ascii) < 0x80)
    return (ascii | 0x20) >= 'a' && (ascii | 0x20) <= 'z';
  if (!letter_at(line, at)) return false;
  return !sets_no_blanks(next_code_point(line, at));
}

}  // namespace

void Lexer::skip_space() {
  while (at_ < line_.size()) {
    const std::size_t size = space_at(line_, at_);
    if (size == 0) return;
    at_ += size;
  }
}

std::size_t Lexer::quote_at_place(std::size_t at) const {
  return at >= line_.size() || gershayim_at(line_, at) != 0 ? 0 : quote_at(line_, at);
}

std::size_t Lexer::end_of_quote(std::size_t opening) const {
  std::size_t of_other_kind = line_.size();
  for (std::size_t at = opening + quote_at_place(opening); at < line_.size();) {
    const std::size_t mark = quote_at_place(at);
    if (mark != 0 && same_quotes(line_, opening, at))
      return opens_quotation(line_, at) ? std::min(of_other_kind, at) : at;
    if (mark != 0) of_other_kind = std::min(of_other_kind, at);
    at += mark != 0 ? mark : line_[at] == '\\' ? 2 : 1;
  }
  return of_other_kind;
}

bool Lexer::at_boundary() const {
  return at_end() || here() == '(' || here() == ')' || space_at(line_, at_) != 0;
}

bool Lexer::take(char c) {
  if (at_end() || here() != c) return false;
  ++at_;
  return true;
}

Sign Lexer::take_sign() {
  const Sign sign = sign_at(line_, at_);
  at_ += sign.bytes;
  return sign;
}

bool Lexer::take_comma() {
  const std::size_t size = comma_at(line_, at_);
  at_ += size;
  return size != 0;
}

bool Lexer::take_operator(std::string_view name) {
  if (!line_.substr(std::min(at_, line_.size())).starts_with(name)) return false;
  const std::size_t begin = at_;
  at_ += name.size();
  if (at_boundary() || quote_here() != 0) return true;
  at_ = begin;
  return false;
}

std::optional<unsigned> Lexer::take_number() {
  std::size_t end = at_;
  unsigned value = 0;
  while (end < line_.size() && end - at_ < 6 && line_[end] >= '0' && line_[end] <= '9') {
    value = value * 10 + static_cast<unsigned>(line_[end++] - '0');
  }
  if (end == at_) return std::nullopt;
  at_ = end;
  return value;
}

std::optional<Lexer::Counted> Lexer::take_counted_operator(std::string_view name) {
  if (take_operator(name)) return Counted{};
  const std::size_t begin = at_;
  if (line_.substr(std::min(at_, line_.size())).starts_with(name) && here(name.size()) == '/') {
    at_ += name.size() + 1;
    const auto number = take_number();
    if (number && (at_boundary() || quote_here() != 0)) return Counted{*number, true};
  }
  at_ = begin;
  return std::nullopt;
}

std::optional<Lexeme> Lexer::take_field_name() {
  std::size_t end = at_;
  while (end < line_.size() && name_letter_at(line_, end)) next_code_point(line_, end);
  const std::size_t colon = colon_at(line_, end);
  if (end == at_ || colon == 0) return std::nullopt;
  Lexeme name;
  name.text = line_.substr(at_, end - at_);
  name.begin = at_;
  name.end = end + colon;
  at_ = name.end;
  return name;
}

Lexeme Lexer::take_quote() {
  Lexeme quote;
  quote.begin = at_;
  const std::size_t end = end_of_quote(at_);
  at_ += quote_here();
  while (at_ < end) {
    if (here() == '\\' && at_ + 1 < line_.size()) ++at_;
    quote.text += line_[at_++];
  }
  quote.closed = !at_end();
  at_ += quote_here();
  quote.end = at_;
  return quote;
}

Lexeme Lexer::take_word() { return take_item(Commas::Belong); }

Lexeme Lexer::take_item(Commas commas) { return take_until(Blanks::End, commas); }

Lexeme Lexer::take_rest(Commas commas) { return take_until(Blanks::Belong, commas); }

bool Lexer::last_blanks(Commas commas) const {
  std::size_t behind = at_;
  while (behind < line_.size()) {
    const std::size_t size = space_at(line_, behind);
    if (size == 0) break;
    behind += size;
  }
  return behind == line_.size() ||
         (behind > at_ && commas == Commas::End && comma_at(line_, behind) != 0);
}

Lexeme Lexer::take_until(Blanks blanks, Commas commas) {
  Lexeme word;
  word.begin = at_;
  bool last_escaped = false;
  while (!at_end() && (blanks == Blanks::Belong || (!at_boundary() && quote_here() == 0))) {
    if (commas == Commas::End && comma_at(line_, at_) != 0) break;
    if (blanks == Blanks::Belong && last_blanks(commas)) break;
    last_escaped = here() == '\\' && at_ + 1 < line_.size();
    if (last_escaped) {
      word.escaped = word.escaped || word.text.empty();
      ++at_;
    }
    const bool letter_before = !word.text.empty() && letter_at(word.text, word.text.size() - 1);
    const bool wild =
        !last_escaped && (here() == '*' || (here() == '?' && (letter_before || word.text.empty()) &&
                                            letter_at(line_, at_ + 1)));
    if (wild && word.wildcards++ == 0) word.first_wildcard = word.text.size();
    word.open = wild && here() == '*';
    if (word.open) ++word.stars;
    word.text += line_[at_++];
  }
  word.end = at_;
  if (!last_escaped && word.text.size() > 1 && word.text.ends_with('~')) {
    word.text.pop_back();
    word.fuzzy = true;
  }
  return word;
}

}  // namespace pressmark::searcher
