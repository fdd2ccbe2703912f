#pragma once

#include <string_view>

namespace pressmark::indexer {

/// A line of details as they stand above a text: it begins as bylines do, or holds a day and little
/// else. `line` is UTF-8; long ones are none.
bool is_details_line(std::string_view line);

/// A notice of copyright: it holds the sign, or begins with the word and a year ("Copyright 2024
/// The Echo").
bool is_copyright_notice(std::string_view line);

/// Whether a line ends as a caption does, with who took the picture: "... Photo: Jane Doe",
/// "... (Jane Doe/Moor Press)", or with a sign of copyright.
bool ends_in_credit(std::string_view line);

}  // namespace pressmark::indexer
