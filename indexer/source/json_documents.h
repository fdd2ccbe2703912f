#pragma once

#include <memory>
#include <string_view>

#include "indexer/source/content.h"

namespace pressmark::indexer {

enum class JsonShape {
  None,     // not JSON objects
  Lines,    // one object a line
  Objects,  // objects over several lines, or an array of objects
};

/// What the first kilobytes of a file look like.
JsonShape json_shape(std::string_view head);

/// Each line is a document "x.jsonl:17". A line over the limit is skipped, the next one read.
std::unique_ptr<ContentReader> open_json_lines(InputBuffer input, ContentContext context);

/// Each outermost object is a document, numbered by the line it begins in.
std::unique_ptr<ContentReader> open_json_objects(InputBuffer input, ContentContext context);

}  // namespace pressmark::indexer
