#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/table_row.h"

namespace pressmark::indexer {

/// Bytes of a text in a table of articles, at least in one of its first rows.
inline constexpr std::size_t kLeastText = 100;

/// A table of articles: how its rows are written, and what its columns are called.
struct TableShape {
  RowForm form;
  // The names by which extract/ knows the columns; other names as they stand there, empty: a column
  // without a name.
  std::vector<std::string> columns;
  std::size_t names_begin = 0;  // bytes before the line of names, without a byte order mark
  friend bool operator==(const TableShape&, const TableShape&) = default;
};

/// What the first kilobytes of a file say; nothing when they are no table of articles.
///
/// The first line, behind blank ones and Excel's "sep=;", names columns, parted by comma,
/// semicolon, tab or bar: one with the articles' texts, and one that texts in general have not
/// (headline, day, address, author, outlet, section
/// ...) and that not only records of any kind have (name, source, time). Names are compared without
/// case, blanks and `-_.`. One of the next rows has as many cells, and one a text of kLeastText.
///
/// @param whole  nothing comes behind these bytes
std::optional<TableShape> table_shape(std::string_view head, bool whole);

}  // namespace pressmark::indexer
