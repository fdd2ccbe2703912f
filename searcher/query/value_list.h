#pragma once

#include <vector>

#include "common/expected.h"
#include "common/schema.h"
#include "searcher/query/field_value.h"
#include "searcher/query/parser.h"

namespace pressmark::searcher {

/// Whether a value as it was typed stands for those of a list: the bare "@wires" of source:@wires.
/// Quoted or behind a backslash it is a value that begins so.
bool names_list(const Field& field, const Lexeme& typed, Quoting quoting);

/// The values of a list: one a line, as an option of the field's name takes them; lines that begin
/// with # and empty ones are none.
///
/// @param typed  as names_list() takes it
Expected<std::vector<FilterValue>, ValueError> values_of_list(const Field& field,
                                                              const Lexeme& typed,
                                                              const ParseContext& context);

}  // namespace pressmark::searcher
