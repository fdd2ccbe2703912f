#pragma once

#include <optional>

#include "common/error.h"

namespace pressmark::indexer {

/// From now on SIGINT and SIGTERM ask the run to end well; a second one ends the process at once.
/// Once per process.
void watch_for_interrupts();

/// The exit code of the signal that came, if one did. Any thread.
std::optional<ExitCode> interrupted();

}  // namespace pressmark::indexer
