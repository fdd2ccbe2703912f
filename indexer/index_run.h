#pragma once

#include "common/error.h"
#include "common/log.h"
#include "indexer/options.h"

namespace pressmark::indexer {

/// Indexes what the options name into the archive, and prunes it if they ask for that.
/// Returns Ok, Partial when some input could not be read, or Interrupted or Terminated after what
/// was done is durable. Throws Error and Xapian::Error; what was published until then stays.
ExitCode run_index(const Options& options, Log& log);

}  // namespace pressmark::indexer
