#pragma once

#include <cstddef>
#include <string_view>

namespace pressmark::searcher {

/// Number of characters to insert, delete, replace or swap with their neighbour to make one text of
/// the other (optimal string alignment), counted no further than `most`. UTF-8; texts of more than
/// 64 characters are `most` apart.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most);

}  // namespace pressmark::searcher
