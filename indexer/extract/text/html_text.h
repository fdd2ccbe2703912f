#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pressmark::indexer {

/// Text that may hold markup and character references, as feeds and JSON carry it, on one line:
/// tags and references resolved, white space collapsed. References are resolved twice where they
/// were escaped twice ("&amp;quot;").
std::string plain_line(std::string_view text);

/// The same with its paragraphs kept, parted by blank lines: ends of lines and of block tags part
/// them.
std::string plain_paragraphs(std::string_view text);

/// Character references resolved once, and nothing else; those that are not known stay.
std::string without_references(std::string_view text);

/// Bytes of the longest prefix of at most `max_bytes` that ends between two code points.
std::size_t utf8_length(std::string_view text, std::size_t max_bytes);

}  // namespace pressmark::indexer
