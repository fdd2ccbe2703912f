#pragma once

#include <memory>
#include <string_view>

#include "indexer/source/content.h"

namespace pressmark::indexer {

/// Whether a text begins as RSS of any version or Atom does.
bool looks_like_xml_feed(std::string_view head);

/// See open_feed(). Tags are looked for in the bytes: all charsets but UTF-16 have ASCII in its
/// place.
std::unique_ptr<ContentReader> open_xml_feed(InputBuffer input, ContentContext context,
                                             RawDocument around);

}  // namespace pressmark::indexer
