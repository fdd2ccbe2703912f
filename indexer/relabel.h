#pragma once

#include "common/error.h"
#include "common/log.h"
#include "indexer/options.h"

namespace pressmark::indexer {

/// --relabel: finds names, countries, languages and the outlets' countries anew in the texts that
/// the archive keeps, with the tables of this run (--entities, --sources) and this program's own.
/// No input is read; what an article came with is kept. Segment by segment, each in one step: after
/// a signal or a kill some segments are as before, the others as after it. Throws Error.
ExitCode run_relabel(const Options& options, Log& log);

}  // namespace pressmark::indexer
