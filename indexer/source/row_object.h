#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/table_row.h"

namespace pressmark::indexer {

/// A row as a JSON object of the cells that hold something, by the names of their columns; columns
/// without a name are left out, an id that is a number is a "row_number", another one a "row_id".
/// Bytes beyond ASCII
/// stay as they are, in whatever charset: decode/ finds out, as for any JSON.
std::string row_object(const std::vector<std::string>& columns, const RowScanner& row,
                       std::string_view bytes);

}  // namespace pressmark::indexer
