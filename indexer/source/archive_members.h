#pragma once

#include <memory>
#include <string_view>

#include "indexer/source/content.h"

namespace pressmark::indexer {

/// Whether a file that begins with these bytes (512 or more where it has them) is a zip or tar
/// archive.
bool looks_like_archive(std::string_view head);

/// The documents of each regular member: "a.tar!path". Members may be containers themselves.
std::unique_ptr<ContentReader> open_archive(InputBuffer input, ContentContext context);

}  // namespace pressmark::indexer
