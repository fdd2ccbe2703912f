#pragma once

#include <filesystem>
#include <string>

namespace pressmark::indexer {

/// Looks for damage: the manifest, every table of every segment, the checksum of every record, the
/// counts, the tables beside the segments. The work is done in a child process, for Xapian can
/// crash on a damaged table. An archive that is written to meanwhile may look damaged.
/// Returns a line for people. Throws Error (ExitCode::Database) that says
/// where the damage is.
std::string check_archive(const std::filesystem::path& archive);

}  // namespace pressmark::indexer
