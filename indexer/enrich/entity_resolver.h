#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "indexer/model/annotations.h"

namespace pressmark::indexer {

/// The entities of an article under their canonical names: "Putin", "Mr Putin" and "President
/// Vladimir Putin" are one person, "Vladimir Putin".
///
/// @param title     headline; may show a name's full form
/// @param text      the text that `mentions` point into, UTF-8
/// @param mentions  by offset, not overlapping
/// @return          by type, then most mentioned first, then by name; newswire debris left out
std::vector<Entity> resolve_entities(std::string_view title, std::string_view text,
                                     std::span<const Mention> mentions);

}  // namespace pressmark::indexer
