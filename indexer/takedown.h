#pragma once

#include "common/error.h"
#include "common/log.h"
#include "indexer/options.h"

namespace pressmark::indexer {

/// --delete: takes the articles whose ids a file lists (- is standard input) out of the archive,
/// with all that they were before, and keeps them out whatever is read. --undelete: lets them be
/// read again, with the files that hold them.
///
/// Says of each what became of it, also in the report, when that is durable. An id that nobody has
/// is named: ExitCode::Partial. Throws Error.
ExitCode run_delete(const Options& options, Log& log);
ExitCode run_undelete(const Options& options, Log& log);

}  // namespace pressmark::indexer
