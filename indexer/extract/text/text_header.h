#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace pressmark::indexer {

enum class HeaderField { Title, Date, Source, Url, Author, Language, Section, Description };

struct HeaderLine {
  HeaderField field;
  std::string_view value;  // trimmed; a view into the line
};

struct TextHeader {
  std::vector<HeaderLine> lines;
  std::size_t consumed =
      0;  // lines of the text that belong to the block, blank ones behind it included
};

/// The block of "Name: value" lines that a text begins with, its names in some twenty languages; or
/// the front matter of one in Markdown, in YAML between lines of "---".
/// Empty unless it is front matter or it says more than a headline with a colon could: two known
/// names, or one with an address or a date.
TextHeader read_text_header(const std::vector<std::string_view>& lines);

/// Whether a line is the name of a day or an author alone ("Published", "Autor"), with a colon or
/// without.
bool is_detail_name(std::string_view line);

/// A line in the form of those, wherever it stands; nothing when its name is not known.
std::optional<HeaderLine> read_header_line(std::string_view line);

}  // namespace pressmark::indexer
