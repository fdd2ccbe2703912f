#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressmark::indexer {

/// How a line goes on the one before it.
enum class LineJoin {
  None,   // it does not: a paragraph, an item, a verse of its own
  Blank,  // the line was too long for the width
  Tight,  // the same in a script without blanks
};

/// For each line whether it goes on the one before. Lines of text are wrapped to a width where they
/// come near it and mostly do not end with a sentence.
///
/// @param lines  trimmed, blank ones included
std::vector<LineJoin> line_joins(const std::vector<std::string_view>& lines);

/// The lines, hard-wrapped ones joined again: each is a paragraph, a headline, an item or blank. A
/// line is taken as wrapped when the next line's first word, or without blanks its first character,
/// would not have fitted on it.
///
/// @param lines  trimmed, blank ones included
std::vector<std::string> unwrapped_lines(const std::vector<std::string_view>& lines);

}  // namespace pressmark::indexer
