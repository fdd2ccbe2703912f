#pragma once

#include <string_view>
#include <vector>

#include "indexer/model/annotations.h"

namespace pressmark::indexer {

/// Persons and organisations named in Hebrew; see caseless_names().
std::vector<Mention> hebrew_names(std::string_view text);

}  // namespace pressmark::indexer
