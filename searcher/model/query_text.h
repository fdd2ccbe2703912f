#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pressmark::searcher {

/// How text is written within a query: what the lexer reads and what all that print a query write.
/// Quotation marks are " and '' and the curly and angled ones, any closing any.

/// Bytes of the white space at `at`, which is within the line; 0 when something else stands there.
std::size_t space_at(std::string_view line, std::size_t at);

/// Bytes of the quotation mark at `at`; 0 when none stands there.
std::size_t quote_at(std::string_view line, std::size_t at);

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

/// Whether the word joins or negates: AND, OR, NOT.
bool is_boolean_operator(std::string_view word);

}  // namespace pressmark::searcher
