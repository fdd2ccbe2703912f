#pragma once

#include <filesystem>

#include <xapian.h>

#include "common/block_sums.h"

namespace pressmark::indexer {

/// Writes down a hash of every block of the tables of a segment that was just merged: Xapian keeps
/// none. On the disk when it returns, but for its name.
void write_block_sums(const std::filesystem::path& segment);

/// A segment has its checksums, and they are as they were written.
bool has_block_sums(const std::filesystem::path& segment);

/// Compares the tables with what they were when they were merged. Deletions, also those
/// that failed, write into free blocks and mark them with a later revision: these are left out, and
/// the root once there are any. Of a segment without checksums nothing is known. Throws Damage that
/// names the table and the place.
///
/// @param revision  that the segment has now
void verify_block_sums(const std::filesystem::path& segment, Xapian::rev revision);

}  // namespace pressmark::indexer
