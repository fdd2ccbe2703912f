#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressmark::indexer {

/// The paragraphs of lines of text: parted by blank lines, by line ends where each paragraph is one
/// line, and hard-wrapped lines joined again. A line is taken as wrapped when the next line's first
/// word would not have fitted on it.
///
/// @param lines  trimmed, blank ones included
std::vector<std::string> join_paragraphs(const std::vector<std::string_view>& lines);

}  // namespace pressmark::indexer
