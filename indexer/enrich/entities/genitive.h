#pragma once

#include <cstddef>
#include <string_view>

namespace pressmark::indexer {

/// What stands behind a mention: an "'s", and a verb behind that, before which no possessive
/// stands.
struct Genitive {
  std::string_view ending;
  bool of_name = false;
};

/// @param end  of the mention, which may hold the "'s" itself
Genitive genitive_behind(std::string_view text, std::size_t end);

}  // namespace pressmark::indexer
