#pragma once

#include "common/error.h"
#include "searcher/options.h"
#include "searcher/output/terminal.h"
#include "searcher/query/parser.h"

namespace pressmark::searcher {

/// Runs one command line: asks the archive and prints the answer to standard output, notes to
/// standard error. Throws Error for what is wrong with the archive, the output or an id.
///
/// @param today  for relative dates
ExitCode run_session(const Options& options, const Surroundings& here, const Today& today);

}  // namespace pressmark::searcher
