#include "common/segment_set.h"

#include <optional>
#include <utility>

#include <fmt/core.h>

#include "common/error.h"

namespace pressmark {
namespace {

namespace fs = std::filesystem;

constexpr int kAttempts =
    100;  // a writer may publish while we open; each time it is another manifest

/// Throws also Damage when the root is not as it was written.
///
/// @param reads  as made when it returns
Xapian::Database open_compared(const fs::path& directory, std::optional<CheckedReads>& reads) {
  // Twice: the first deletion may be writing the root just now.
  for (int attempt = 1; attempt <= 2; ++attempt) {
    reads.emplace(directory);
    Xapian::Database segment = open_segment(directory);
    if (segment.get_revision() != kRevisionOfMerged || reads->root_is_as_merged()) return segment;
  }
  throw Damage(fmt::format("{} is damaged", (directory / kRootFile).string()));
}

}  // namespace

Xapian::Database open_segment(const fs::path& directory) {
  Xapian::Database database(directory.string(), Xapian::DB_BACKEND_GLASS);
  // Opens the position table now: later it may be gone, merged into another segment.
  (void)database.has_positions();
  // Xapian takes a missing table for an empty one: documents without text, phrases that match
  // anything. Looked at after opening: a writer may just be removing the segment, and never makes
  // one of this name again.
  for (const char* table : {"docdata.glass", "position.glass", "termlist.glass"}) {
    if (!fs::exists(directory / table)) {
      throw Damage(
          fmt::format("the segment {} is damaged: {} is missing", directory.string(), table));
    }
  }
  return database;
}

SegmentSet::SegmentSet(fs::path archive) : archive_(std::move(archive)) { open(); }

void SegmentSet::reopen() { open(); }

void SegmentSet::open() {
  for (int attempt = 1;; ++attempt) {
    const Manifest manifest = read_manifest(archive_);
    try {
      Xapian::Database database;
      std::vector<Xapian::Database> segments;
      std::vector<CheckedReads> checked_reads;
      for (const Segment& segment : manifest.segments) {
        const fs::path directory = archive_ / segment.directory;
        std::optional<CheckedReads> reads;
        segments.push_back(open_compared(directory, reads));
        checked_reads.push_back(*std::move(reads));
        database.add_database(segments.back());
      }
      StoryTable stories =
          manifest.stories.empty() ? StoryTable() : StoryTable(archive_ / manifest.stories);
      // Articles that were given a successor since we read the manifest are deleted from the
      // segments that we opened after it: they would be missing.
      if (read_manifest(archive_) != manifest) {
        if (attempt < kAttempts) continue;
        throw Error(
            ExitCode::Database,
            fmt::format("the archive {} changed again and again while it was opened; try again",
                        archive_.string()));
      }
      stories_ = std::move(stories);
      checked_reads_ = std::move(checked_reads);
      database_ = database;
      segments_ = std::move(segments);
      manifest_ = manifest;
      return;
    } catch (...) {  // Xapian's errors are no std::exceptions
      // A segment that went away because another was published is no damage; the same manifest
      // twice is.
      if (attempt == kAttempts || read_manifest(archive_).generation == manifest.generation) throw;
    }
  }
}

}  // namespace pressmark
