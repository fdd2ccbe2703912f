#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <string>

#include "common/block_sums.h"

namespace pressmark {

/// While it lives, what this process reads of a segment's tables is compared with their checksums,
/// if a merge wrote some that can be read: each block when it is read for the first time. One that
/// is not what was merged cannot be read: Xapian's pread() fails with EBADMSG. What was written
/// since the merge has none. To be made before the segment is opened, for that reads blocks, and
/// gone before it is closed or opened again. Any thread.
class CheckedReads {
 public:
  explicit CheckedReads(const std::filesystem::path& segment);
  CheckedReads(CheckedReads&&) = default;
  CheckedReads& operator=(CheckedReads&&) = delete;
  ~CheckedReads();

  /// What this thread could not read last: "TABLE is damaged: ..."; empty: nothing.
  static const std::string& last_damage();

  /// Whether the root is as the merge wrote it; true where nothing is known of it. Once anything is
  /// deleted it is another.
  bool root_is_as_merged() const;

  /// A table that is read through its checksums.
  class Table;

 private:
  std::filesystem::path root_;
  std::shared_ptr<const BlockSums> sums_;  // null: none
  std::array<std::shared_ptr<const Table>, kTableFiles.size()> tables_;
};

}  // namespace pressmark
