#pragma once

#include <cstdint>
#include <filesystem>

#include "common/log.h"

namespace pressmark::indexer {

/// What a hook is told about the run that it follows.
struct RunCounts {
  std::uint64_t added = 0, updated = 0, failed = 0;
};

/// The user's hook: $XDG_CONFIG_HOME/pressmark/hooks/post-index, else the same below ~/.config;
/// empty when neither variable is set. Nothing that is indexed can name it.
std::filesystem::path post_index_hook();

/// Runs the hook and waits for its end, with nothing to read, the program's own output and, beside
/// the environment, PRESSMARK_DB (absolute), PRESSMARK_ADDED, PRESSMARK_UPDATED and
/// PRESSMARK_FAILED: numbers and the archive, never a word of an article. A hook that is not there
/// is no error; one that fails is told to the log.
void run_post_index(const std::filesystem::path& hook, const std::filesystem::path& archive,
                    const RunCounts& counts, Log& log);

}  // namespace pressmark::indexer
