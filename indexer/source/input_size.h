#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "indexer/source/source.h"

namespace pressmark::indexer {

/// Bytes of all files that a source with these options would come to, read or not; nothing when
/// that cannot be known beforehand (standard input, a list of paths), or when `stop` says that
/// nobody wants to know any more. Looks into every directory, and opens no file.
std::optional<std::uint64_t> input_size(const SourceOptions& options,
                                        const std::function<bool()>& stop);

}  // namespace pressmark::indexer
