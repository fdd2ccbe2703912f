#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "indexer/model/annotations.h"

namespace pressmark::indexer {

/// The entities of an article under their canonical names: "Putin", "Mr Putin" and "President
/// Vladimir Putin" are one person, "Vladimir Putin".
///
/// @param title_persons  full names in the headline: they count as mentions
/// @param text      the text that `mentions` point into, UTF-8
/// @param mentions  by offset, not overlapping
/// @return          by type, then most mentioned first, then by name; newswire debris left out
std::vector<Entity> resolve_entities(std::span<const std::string> title_persons,
                                     std::string_view text, std::span<const Mention> mentions);

}  // namespace pressmark::indexer
