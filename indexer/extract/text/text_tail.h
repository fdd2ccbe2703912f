#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace pressmark::indexer {

/// Where the story of a plain text ends, and what the lines behind it say.
struct TextTail {
  std::size_t end = 0;      // lines that belong to the story
  std::string_view outlet;  // empty when there is none, as those below
  std::string_view byline;
  std::string_view date;  // the line it stands in
  std::string_view url;
};

/// Looks at the short lines a text ends with. The outlet is a line alone, known or in the shape of
/// a name, or stands behind "Source:", "©" or "via"; what follows it, and what is furniture of a
/// web page ("Related posts", "Partager", "Оставить комментарий"), is not the story's. A story that
/// goes on behind such a line is whole.
///
/// @param lines         trimmed, blank ones included
/// @param known_outlet  the outlet if a header names it; empty otherwise
TextTail find_text_tail(const std::vector<std::string_view>& lines, std::string_view known_outlet);

/// Whether a line ends with a mark that ends sentences in any script, quotation marks and
/// an agency's sign in brackets ("... fell. (AFP)") behind it aside.
bool ends_as_sentence(std::string_view line);

}  // namespace pressmark::indexer
