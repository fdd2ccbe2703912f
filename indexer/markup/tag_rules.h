#pragma once

#include <cstdint>

#include "indexer/markup/names.h"

namespace pressmark::indexer {

/// What happens to an element's content: read as markup, dropped, or read as characters only.
enum class Content : std::uint8_t { Parse, Drop, Text };
Content content_of(Tag tag);

/// As libxml2 ranks elements: an end tag does not reach past an open element of a higher rank.
int rank(Tag tag);

/// Whether a start tag ends an open element of the same kind just before it: a new <p> ends the
/// last one.
bool replaces(Tag opening, Tag open);

}  // namespace pressmark::indexer
