#pragma once

#include <string>

#include "indexer/model/raw_document.h"
#include "indexer/options.h"

namespace pressmark::indexer {

/// Writes the document of --original to standard output as it is, or with --json what and where it
/// is, in one line and without its bytes. Throws Error: standard output is a terminal, which no
/// bytes of an article may reach unchecked (ExitCode::Usage); the document is not there or not the
/// same any more (ExitCode::Database).
void write_original(const Options& options);

/// As the container has it, else as the content shows.
std::string content_type(const RawDocument& document);

}  // namespace pressmark::indexer
