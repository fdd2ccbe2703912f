#pragma once

#include <memory>
#include <string_view>

#include "indexer/source/content.h"

namespace pressmark::indexer {

/// Whether a file that begins with these bytes is a WARC file, also one whose first record is
/// damaged.
bool looks_like_warc(std::string_view head);

/// The pages of a WARC file, one after another; never holds more than one record.
///
/// Documents: `response` records of status 2xx that hold text, `resource` and `conversion` records.
/// Their origin is "x.warc.gz:OFFSET" (see InputBuffer::location). A record that is damaged, or
/// whose length lies, is named with its offset, and reading goes on at the next record.
std::unique_ptr<ContentReader> open_warc(InputBuffer input, ContentContext context);

}  // namespace pressmark::indexer
