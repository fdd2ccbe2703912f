#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include <xapian.h>

#include "common/checked_reads.h"
#include "common/manifest.h"
#include "common/story_table.h"

namespace pressmark {

/// Opens one segment for reading, as glass and nothing else: no stub file is ever followed.
/// Throws Xapian::Error, or Error (ExitCode::Database) when a table is missing that Xapian would
/// not miss.
Xapian::Database open_segment(const std::filesystem::path& directory);

/// An archive opened for reading, each block compared with its checksum as it is read. One thread
/// at a time.
class SegmentSet {
 public:
  /// The archive as one manifest names it, whatever is published meanwhile. Throws Error
  /// (ExitCode::Database) when there is no archive, or it cannot be read.
  explicit SegmentSet(std::filesystem::path archive);

  const Manifest& manifest() const { return manifest_; }
  /// All segments as one database; the documents of n segments interleave: docid d is in segment (d
  /// - 1) % n.
  const Xapian::Database& database() const { return database_; }
  /// The same segments one by one, in the order of the manifest.
  const std::vector<Xapian::Database>& segments() const { return segments_; }
  /// Where a segment lies.
  std::filesystem::path directory(std::size_t segment) const {
    return archive_ / manifest_.segments[segment].directory;
  }
  /// Which articles are near-copies of which.
  const StoryTable& stories() const { return stories_; }
  /// Opens what the archive is now, after DatabaseModifiedError or a vanished segment.
  void reopen();

 private:
  void open();

  std::filesystem::path archive_;
  Manifest manifest_;
  Xapian::Database database_;
  std::vector<Xapian::Database> segments_;
  std::vector<CheckedReads> checked_reads_;  // behind them: gone before they are closed
  StoryTable stories_;
};

}  // namespace pressmark
