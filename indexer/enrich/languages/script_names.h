#pragma once

#include <string_view>
#include <vector>

#include "indexer/model/annotations.h"

namespace pressmark::indexer {

/// Whether persons and organisations of texts in this language are read by a table and rules of its
/// own.
///
/// @param language  ISO 639-1
bool has_name_rules(std::string_view language);

/// Persons and organisations named in the letters of a language that has such rules.
///
/// @param text  UTF-8
/// @return      by offset, not overlapping; empty for other languages; linear in the text's length
std::vector<Mention> script_names(std::string_view text, std::string_view language);

}  // namespace pressmark::indexer
