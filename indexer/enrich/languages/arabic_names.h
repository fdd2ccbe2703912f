#pragma once

#include <string_view>
#include <vector>

#include "indexer/model/annotations.h"

namespace pressmark::indexer {

/// Persons and organisations named in Arabic; see caseless_names().
std::vector<Mention> arabic_names(std::string_view text);

/// Persons and organisations named in Persian; see caseless_names().
std::vector<Mention> persian_names(std::string_view text);

}  // namespace pressmark::indexer
