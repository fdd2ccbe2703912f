#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace pressmark::indexer {

enum class OutletShape {
  None,
  Capitals,
  Uncased,  // of a script without capitals: a short paragraph may look the same
};

/// Whether a line has the form of an outlet's name: "The Pennine Echo", "El Eco de la Puna", "صوت
/// الجنوب": words with capitals but for short ones, no digits, no sentence, no byline.
OutletShape outlet_shape(std::string_view line);

/// The line without marks that copying leaves around a name: "*The Guardian*", "[The Guardian]",
/// "– The Guardian".
std::string_view without_marks(std::string_view line);

/// The outlet that a line behind a story names, alone or beside other things: "© 2021 The Pennine
/// Echo", "via The Guardian", "The Guardian, 3 March 2022". Known ones only, but for one that keeps
/// its copyright and whose name has the shape of one. Empty when there is none.
std::string_view outlet_in(std::string_view line);

/// Whether a line says where the story is from, and is none of it: "Source: Reuters", a link alone.
bool is_origin(std::string_view line);

/// What lines behind a story say of it. Views into the lines; empty: nothing.
struct TextOrigin {
  std::string_view outlet;
  std::string_view byline;
  std::string_view date;  // the line it stands in
  std::string_view url;   // behind a word that says so: "URL: ..."
};

/// Reads the lines from `begin` on.
///
/// @param outlet  what is known already; empty otherwise
TextOrigin read_origin(const std::vector<std::string_view>& lines, std::size_t begin,
                       std::string_view outlet);

/// "EFE" of "… fell on Sunday. EFE": a known outlet behind the last sentence; empty when there is
/// none.
std::string_view sign_behind(std::string_view line);

}  // namespace pressmark::indexer
