#pragma once

#include <string_view>

#include "indexer/extract/dates/published_date.h"
#include "indexer/extract/dates/written_date.h"

namespace pressmark::indexer {

/// What the names of an element's classes and properties, parted by blanks, say of the date in it,
/// in lower case. Where one says that it was published, others do not count.
DateRole role_of_names(std::string_view names);

/// What the last words before a date say of it: "Published on Friday, ", "Aktualisiert am ". Words
/// count whole, for a "public hearing on" no date publishes anything.
DateRole role_of_words(std::string_view before);

/// Whether a line holds a date, and no more beside it than a place, a time or a signature: no
/// sentence.
///
/// @param date  the first that stands in it
bool is_date_line(std::string_view line, const WrittenDate& date);

}  // namespace pressmark::indexer
