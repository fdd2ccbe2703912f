#pragma once

#include "common/error.h"
#include "common/log.h"
#include "indexer/options.h"

namespace pressmark::indexer {

/// Writes what would be indexed to standard output, in the order of the input. Opens no archive.
/// Returns Ok, or Partial when some input could not be read.
ExitCode run_dry(const Options& options, Log& log);

}  // namespace pressmark::indexer
