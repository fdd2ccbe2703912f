#pragma once

#include <memory>

#include "indexer/source/content.h"
#include "indexer/source/table_shape.h"

namespace pressmark::indexer {

/// Each row is a document "x.csv:17", numbered by the line it begins in: a JSON object whose
/// members are the cells that hold something. A row with more cells than there are columns is
/// skipped, and so is one with fewer, unless it has its text, and one over the limit; where a
/// quotation without an end may have made it so, reading goes on at the next line that begins a
/// row, and the skip says how many lines were passed over.
///
/// @param shape  what table_shape() says of the first bytes of `input`
std::unique_ptr<ContentReader> open_table(InputBuffer input, ContentContext context,
                                          TableShape shape);

}  // namespace pressmark::indexer
