#pragma once

#include <memory>
#include <string_view>

#include "indexer/source/content.h"

namespace pressmark::indexer {

/// Whether a file that begins with these bytes is an ARC file, what web archives wrote before WARC.
bool looks_like_arc(std::string_view head);

/// The pages of an ARC file, as open_warc gives those of a WARC file. A record whose length lies is
/// damaged; reading goes on at the next line, or compressed part, that begins one.
/// https://archive.org/web/researcher/ArcFileFormat.php
std::unique_ptr<ContentReader> open_arc(InputBuffer input, ContentContext context);

}  // namespace pressmark::indexer
