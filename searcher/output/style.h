#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/model/search_result.h"

namespace pressmark::searcher {

/// What the terminal, or the file in its place, can show.
struct Style {
  bool colours = false;
  bool links = false;  // OSC 8
  bool bars = false;
  std::size_t width = 80;  // columns
};

enum class Ink { Title, Source, Date, Mark, Faint, Removed, Added };

/// The text in a colour of the 16 basic ones; unchanged without colours. `safe` has passed
/// terminal_safe.
std::string inked(const Style& style, Ink ink, std::string_view safe);

/// The text as a link to a web address; unchanged without links or for any other address.
std::string linked(const Style& style, std::string_view url, std::string_view safe);

/// The text in lines of at most `columns`, broken at blanks and between wide characters; sanitised;
/// marks in colour, or between ** and ** without colours. More than `max_lines` lines are cut with
/// "…"; 0: all.
std::vector<std::string> wrap(const Snippet& text, const Style& style, std::size_t columns,
                              std::size_t max_lines);

/// "1 204 311".
std::string grouped(std::size_t number);

/// "34 %", "<1 %", "0 %".
std::string percent(std::size_t part, std::size_t whole);

/// A bar of eighths of a column; at least one eighth unless the fraction is 0.
std::string bar(double fraction, std::size_t columns);

/// The end of a text, as much of it as fits into `columns` with "…" before it.
std::string fit_end(std::string_view text, std::size_t columns);

/// The text with blanks to the right or the left of it.
std::string pad_right(std::string text, std::size_t columns);
std::string pad_left(std::string text, std::size_t columns);

}  // namespace pressmark::searcher
