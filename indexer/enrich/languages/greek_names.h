#pragma once

#include <string_view>
#include <vector>

#include "indexer/model/annotations.h"

namespace pressmark::indexer {

/// Persons and organisations named in Greek, by a list of given names and the rules of the cases.
///
/// A person is a given name of the list with a surname behind it, or a surname alone that somebody
/// in the article has; a body is one of the list. Each under its name in the nominative.
/// @param text  UTF-8
/// @return      by offset, not overlapping; linear in the text's length
std::vector<Mention> greek_names(std::string_view text);

}  // namespace pressmark::indexer
