#pragma once

#include <string>

#include "searcher/model/parsed_query.h"

namespace pressmark::searcher {

/// What a user reads of a query that was not understood: the message, the line and a caret under
/// the place, with the suggestion. Sanitised; a long line is shown around the place only. Ends with
/// a line end.
///
///   pressmark-search: unknown field "contry" in the query
///     contry:UA energy
///     ^~~~~~  did you mean "country"?
std::string describe(const QueryError& error);

}  // namespace pressmark::searcher
