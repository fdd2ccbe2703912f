#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pressmark::searcher {

/// A word or quotation as typed, its escapes taken out.
struct Lexeme {
  std::string text;
  std::size_t begin = 0, end = 0;  // bytes of the line, quotation marks included
  std::size_t wildcards = 0;       // unescaped * and ? (? only between letters)
  std::size_t first_wildcard = 0;  // offset in `text`
  bool fuzzy = false;              // ended in an unescaped ~, which is taken off
  bool closed = true;              // a quotation that has its end
};

/// The text with a backslash before whatever is no letter and not in `keep`: one word when it is
/// read.
std::string escape(std::string_view text, std::string_view keep);

/// The text in quotation marks, escaped within.
std::string quote(std::string_view text);

/// Reads a query's line piece by piece. Quotation marks are " and '' and the curly and angled ones,
/// any closing any.
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
  /// Bytes of the quotation mark that begins here; 0 when none does.
  std::size_t quote_here() const;

  bool take(char c);
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
  Lexeme take_quote();
  /// Up to white space, a parenthesis or a quotation mark. May be empty.
  Lexeme take_word();
  /// One item of a field's value: up to white space, a parenthesis or quotation mark, and a comma
  /// if `commas` end it.
  enum class Commas { End, Belong };
  Lexeme take_item(Commas commas);
  std::optional<unsigned> take_number();

 private:
  std::string_view line_;
  std::size_t at_ = 0;
};

}  // namespace pressmark::searcher
