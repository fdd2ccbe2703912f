#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/table_row.h"

namespace pressmark::indexer {

/// A table of articles: how its rows are written, and what its columns are called.
struct TableShape {
  RowForm form;
  // The names by which extract/ knows the columns; other names as they stand there, empty: a column
  // without a name.
  std::vector<std::string> columns;
  friend bool operator==(const TableShape&, const TableShape&) = default;
};

/// What the first kilobytes of a file say; nothing when they are no table of articles.
///
/// The first line names columns, parted by comma, semicolon, tab or bar: one with the articles'
/// texts, and one that texts in general have not (headline, day, address, author, outlet, section
/// ...). Names are compared without case, blanks and `-_.`. One of the next rows has as many cells.
///
/// @param whole  nothing comes behind these bytes
std::optional<TableShape> table_shape(std::string_view head, bool whole);

}  // namespace pressmark::indexer
