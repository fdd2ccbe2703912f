#pragma once

#include <string_view>

namespace pressmark::indexer {

/// Lines that web pages leave beside a story, by the phrases they begin with in some forty
/// languages ("Related posts", "Partager", "Оставить комментарий").
enum class Furniture {
  None,
  Maybe,   // a word that begins lines of stories too: "Watch the harbour, she said"
  Surely,  // a phrase of web pages, or such a word alone: "Leave a comment", "Comments (3)"
};

/// A sentence is none, nor is a line of several hundred bytes.
Furniture furniture_of(std::string_view line);

/// Whether a line is furniture and can be nothing else.
bool is_furniture(std::string_view line);

/// Whether a line in the middle of a story is put in by the page: an advertisement's mark alone, or
/// a pointer to another story ("READ ALSO: ...", "Lees ook: ...").
bool is_insertion(std::string_view line);

/// "© 2024 The Coastal Times. All rights reserved."
bool is_copyright(std::string_view line);

}  // namespace pressmark::indexer
