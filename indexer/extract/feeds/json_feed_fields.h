#pragma once

#include <optional>
#include <string_view>

#include "indexer/extract/feeds/feed_fields.h"

namespace pressmark::indexer {

/// What a JSON Feed says of its first item (https://www.jsonfeed.org/version/1.1/). Nothing when it
/// is no JSON or has no item.
std::optional<FeedFields> json_feed_fields(std::string_view feed);

}  // namespace pressmark::indexer
