#pragma once

#include <memory>
#include <string_view>

#include "indexer/source/content.h"

namespace pressmark::indexer {

/// Whether a text begins as a JSON Feed does: an object whose version, before its items, is one of
/// jsonfeed.org.
bool looks_like_json_feed(std::string_view head);

/// See open_feed(). What a feed says of itself behind its items is not read.
std::unique_ptr<ContentReader> open_json_feed(InputBuffer input, ContentContext context,
                                              RawDocument around);

}  // namespace pressmark::indexer
