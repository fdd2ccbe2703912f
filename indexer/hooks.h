#pragma once

#include <cstdint>
#include <filesystem>

#include "common/log.h"

namespace pressmark::indexer {

// The user's hooks are programs in $XDG_CONFIG_HOME/pressmark/hooks, else the same below
// ~/.config. Nothing that is indexed can name one. A hook has nothing to read, writes where the
// program writes, and is told the archive (absolute) in PRESSMARK_DB and numbers, never a word of
// an article. One that is not there is no error.

/// What a hook is told about the run that it follows.
struct RunCounts {
  std::uint64_t added = 0, updated = 0, failed = 0;
};

/// Runs the hook "pre-index" and waits for its end: it may fetch what this run will read. Throws
/// Error (ExitCode::Usage) when it cannot be run or fails, for then the crawl is not what its owner
/// meant to index.
void run_pre_index(const std::filesystem::path& archive);

/// Runs the hook "post-index" and waits for its end, with PRESSMARK_ADDED, PRESSMARK_UPDATED and
/// PRESSMARK_FAILED. A failure is told to the log: what was indexed stays.
void run_post_index(const std::filesystem::path& archive, const RunCounts& counts, Log& log);

}  // namespace pressmark::indexer
