#pragma once

#include <string_view>
#include <vector>

#include "indexer/model/annotations.h"

namespace pressmark::indexer {

/// Persons and organisations in a text of Cyrillic letters, under their nominatives: known given
/// names with the surname behind them and that surname wherever it stands again; bodies of a list;
/// what stands in quotation marks behind a word such as "company". Misses most names rather than
/// invent one.
///
/// @param text      UTF-8
/// @param language  ISO 639-1, one that declines_names()
/// @return          by offset, not overlapping
std::vector<Mention> slavic_names(std::string_view text, std::string_view language);

}  // namespace pressmark::indexer
