#pragma once

#include <cstdint>

#include "indexer/model/skip.h"
#include "indexer/options.h"

namespace pressmark::indexer {

/// A hash of the options that choose among the documents of a file, or change what they give:
/// --include, --exclude, --keep-all, --respect-noindex, --date-from-mtime. Never 0.
std::uint64_t selection_of(const Options& options);

/// What was skipped for this reason could be an article under another selection.
bool is_by_selection(SkipReason reason);

}  // namespace pressmark::indexer
