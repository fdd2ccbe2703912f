#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/table_row.h"

namespace pressmark::indexer {

/// Whether a column of this name, as extract/ knows it, holds texts of articles.
bool is_text_column(std::string_view column);

/// A row as a JSON object of the cells that hold something, by the names of their columns; columns
/// without a name are left out, an id that is a number or says that there is none is a
/// "row_number", another one a "row_id".
/// Of several texts the longest has its column's name, "content", the others "row_text".
/// Bytes beyond ASCII
/// stay as they are, in whatever charset: decode/ finds out, as for any JSON.
std::string row_object(const std::vector<std::string>& columns, const RowScanner& row,
                       std::string_view bytes);

}  // namespace pressmark::indexer
