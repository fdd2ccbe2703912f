#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark::indexer {

/// How the names of what is being written begin: part of no archive yet.
inline constexpr std::string_view kFreshStem = "fresh-";

/// Removes the fresh files of a run that cannot go on; what is still being written stays for the
/// next run.
void remove_fresh_files(const std::filesystem::path& archive);

/// Segments that the manifest names no more. A search that has one open keeps it; one that is about
/// to open it finds none of it, and a later manifest (SegmentSet). What cannot be removed is left
/// to the next run.
void remove_segments(const std::vector<std::filesystem::path>& segments);

/// Whether parts of an archive that are not named go too, or only what was never one.
enum class Unnamed { Keep, Remove };

/// Removes what a killed run left: fresh files, what was merged away, files that were about to
/// replace others.
void remove_leftovers(const std::filesystem::path& archive, const std::set<std::string>& named,
                      Unnamed parts);

}  // namespace pressmark::indexer
