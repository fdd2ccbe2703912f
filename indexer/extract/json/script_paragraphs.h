#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "indexer/extract/json/json_document.h"

namespace pressmark::indexer {

/// The paragraphs of a list in JSON, written as HTML.
struct ScriptParagraphs {
  std::string html;
  std::string heading;           // the first of them, where a heading begins the list
  std::uint32_t weight = 0;      // letters
  std::uint32_t paragraphs = 0;  // blocks that are long enough to be one
  std::uint32_t blocks = 0;

  /// Whether this is a story and no list of labels.
  bool reads() const { return paragraphs >= 2 && 3 * paragraphs >= blocks; }
};

/// Reads a list as editors and readers' apps store an article: of strings, or of objects with a
/// text of their own or in lists below ("content", "children", …). Objects whose type says picture,
/// advertisement or the like, and those with a title, which are stories of their own, are left out.
///
/// @param steps  how many values may still be looked at; less by those that were
ScriptParagraphs read_paragraphs(const JsonValue& list, std::size_t& steps);

/// The text of a string as HTML: as it stands where it has tags, else a paragraph for each line.
std::string as_html(std::string_view text);

}  // namespace pressmark::indexer
