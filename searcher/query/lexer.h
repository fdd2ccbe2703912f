#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/model/query_text.h"

namespace pressmark::searcher {

/// A word or quotation as typed, its escapes taken out.
struct Lexeme {
  std::string text;
  std::size_t begin = 0, end = 0;  // bytes of the line, quotation marks included
  std::size_t wildcards = 0;       // unescaped * and ? (? only before a letter)
  std::size_t first_wildcard = 0;  // offset in `text`
  std::size_t stars = 0;           // the * among them
  bool open = false;               // it ends in one
  bool escaped = false;            // a backslash stands before its first character
  bool fuzzy = false;              // ended in an unescaped ~, which is taken off
  bool closed = true;              // a quotation that has its end
};

/// Reads a query's line piece by piece.
class Lexer {
 public:
  explicit Lexer(std::string_view line) : line_(line) {}

  std::size_t at() const { return at_; }
  void move_to(std::size_t offset) { at_ = offset; }
  std::string_view line() const { return line_; }

  void skip_space();
  bool at_end() const { return at_ >= line_.size(); }
  /// The byte here; 0 at the end.
  char here(std::size_t ahead = 0) const {
    return at_ + ahead < line_.size() ? line_[at_ + ahead] : '\0';
  }
  /// Whether white space, a parenthesis or the end comes next.
  bool at_boundary() const;
  /// Bytes of the quotation mark that begins here; 0 when none does, nor in "צה"ל".
  std::size_t quote_here() const { return quote_at_place(at_); }
  /// The same for another place, which may be beyond the end.
  std::size_t quote_at_place(std::size_t at) const;

  bool take(char c);
  /// A minus or plus sign, if one stands here.
  Sign take_sign();
  /// A comma, plain or wide.
  bool take_comma();
  /// Takes an operator in capitals that stands as a word of its own; a number may follow behind
  /// '/', in `number`.
  bool take_operator(std::string_view name);
  struct Counted {
    unsigned number = 0;
    bool given = false;
  };
  std::optional<Counted> take_counted_operator(std::string_view name);

  /// The name of a field when "name:" begins here; behind the colon then.
  std::optional<Lexeme> take_field_name();
  /// A quotation, from mark to mark.
  Lexeme take_quote();
  /// Up to white space, a parenthesis or a quotation mark. May be empty.
  Lexeme take_word();
  /// One item of a field's value: up to white space, a parenthesis or quotation mark, and a comma
  /// if `commas` end it.
  enum class Commas { End, Belong };
  Lexeme take_item(Commas commas);
  /// The same where the rest of the line is values: only a comma ends it, if any.
  Lexeme take_rest(Commas commas);
  std::optional<unsigned> take_number();

 private:
  enum class Blanks { End, Belong };
  /// Where the mark stands that ends the quotation from `opening`: the next of its kind, so that
  /// "he said “no” twice" is one, or the first of another kind where none of its own is left or the
  /// next one opens another quotation, as in „x" „y"; the line's end without one.
  std::size_t end_of_quote(std::size_t opening) const;
  Lexeme take_until(Blanks blanks, Commas commas);
  /// Whether the value ends here, but for blanks.
  bool last_blanks(Commas commas) const;

  std::string_view line_;
  std::size_t at_ = 0;
};

}  // namespace pressmark::searcher
