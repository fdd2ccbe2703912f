#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/source.h"

namespace pressmark::indexer::test {

/// Everything that a source gives, one line an item: "document ORIGIN: BYTES", "skipped ORIGIN:
/// REASON", "done PATH", "broken off PATH", "unchanged PATH". A leading `root` is cut off the
/// paths.
std::vector<std::string> lines_of(SourceOptions options, std::string_view root);

std::vector<RawDocument> documents_of(SourceOptions options);
std::vector<SkippedInput> skipped_of(SourceOptions options);

/// Options that read this one path.
SourceOptions reading(std::string path);

/// One gzip member; `level` 0 stores.
std::string gzip(std::string_view bytes);

}  // namespace pressmark::indexer::test
