#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace pressmark::indexer {

/// What an article was before: its stored record (common/stored_article.h).
struct VersionRecord {
  std::uint64_t key = 0;
  std::string record;
};

/// Writes a part of a VersionSet, durable when this returns; `directory` must not exist yet. Throws
/// Xapian::Error or Error.
void write_versions(const std::filesystem::path& directory, std::span<const VersionRecord> records);

/// Makes one part of several, in their order; durable when this returns. Returns the number of
/// versions.
std::uint64_t merge_versions(std::span<const std::filesystem::path> inputs,
                             const std::filesystem::path& output);

/// Numbers of the versions of these articles in a part.
std::vector<std::uint32_t> versions_of(const std::filesystem::path& part,
                                       std::span<const std::uint64_t> keys);

}  // namespace pressmark::indexer
