#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pressmark {

/// Columns a character takes on a terminal: 2 for East Asian wide ones, 0 for combining and
/// invisible ones, else 1.
std::size_t display_width(char32_t character);

/// Columns of a text without control characters.
std::size_t display_width(std::string_view text);

/// The text, or as much of it as fits into `columns` with "…" behind it. Ends between characters.
std::string fit(std::string_view text, std::size_t columns);

}  // namespace pressmark
