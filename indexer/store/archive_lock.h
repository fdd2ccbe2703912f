#pragma once

#include <chrono>
#include <filesystem>

#include "common/file.h"

namespace pressmark::indexer {

/// The right to write to an archive: one process at a time. Held until destroyed, or until the
/// process ends in any way. A child process that is forked while it is held holds it too: such a
/// one must end with its parent.
class ArchiveLock {
 public:
  /// Makes the directory where there is none yet. Waits at most `timeout`.
  /// Throws Error: Locked, naming the process that holds it and since when; Database when the
  /// directory cannot be written; Usage when it is a directory with other things in it.
  ArchiveLock(const std::filesystem::path& archive, std::chrono::milliseconds timeout);

 private:
  Descriptor file_;
};

}  // namespace pressmark::indexer
