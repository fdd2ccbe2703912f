#pragma once

#include "common/error.h"
#include "common/log.h"
#include "indexer/options.h"

namespace pressmark::indexer {

/// Writes the originals of the hits on standard input (what pressmark-search --json prints) into a
/// WARC file, each checked against its SHA-256. The file is there as a whole or not at all; "-" is
/// standard output. An original that is gone or has changed is named and left out:
/// ExitCode::Partial. Throws Error: the input is none (ExitCode::Usage), the file cannot be written
/// (ExitCode::Output).
ExitCode export_warc(const Options& options, Log& log);

}  // namespace pressmark::indexer
