#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pressmark::searcher {

/// How text is written within a query: what the lexer reads and what all that print a query write.
/// Quotation marks are " and '' and the curly and angled ones.

/// Bytes of the white space at `at`, which is within the line; 0 when something else stands there.
std::size_t space_at(std::string_view line, std::size_t at);

/// Bytes of the quotation mark at `at`; 0 when none stands there.
std::size_t quote_at(std::string_view line, std::size_t at);

/// Whether the quotation marks at two places are of one kind: plain, '', curly or angled. Which of
/// the curly ones opens is a matter of the language.
bool same_quotes(std::string_view line, std::size_t one, std::size_t other);

/// Whether the quotation mark at `at` opens a quotation: it stands where one may begin and a word
/// follows, or it is one that opens in every language and stands there.
bool opens_quotation(std::string_view line, std::size_t at);

/// Whether a word may go on at `at`: anything beyond ASCII that is neither space nor quotation mark
/// counts.
bool letter_at(std::string_view line, std::size_t at);

/// The text with a backslash before whatever is no letter and not in `keep`: one word when it is
/// read.
std::string escape(std::string_view text, std::string_view keep);

/// The text in quotation marks, escaped within.
std::string quote(std::string_view text);

/// The text as one line of valid UTF-8: each line break and tabulator is a blank.
std::string one_line(std::string_view text);

/// The sign at `at` as ASCII writes it, '-' or '+', and its bytes: keyboards of East Asia write
/// them wide, and text that was set has a minus sign of its own. 0 bytes when none stands there.
struct Sign {
  char sign = '\0';
  std::size_t bytes = 0;
};
Sign sign_at(std::string_view line, std::size_t at);

/// Bytes of the dash at `at`, which is no minus sign; 0 when none stands there.
std::size_t dash_at(std::string_view line, std::size_t at);

/// Bytes of the colon or comma at `at`, plain or wide; 0 when another character stands there.
std::size_t colon_at(std::string_view line, std::size_t at);
std::size_t comma_at(std::string_view line, std::size_t at);

/// Whether the word joins or negates: AND, OR, NOT.
bool is_boolean_operator(std::string_view word);

}  // namespace pressmark::searcher
