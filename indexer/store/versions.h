#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "common/date.h"

namespace pressmark::indexer {

/// What an article was before, or that it was seen again as it is.
struct VersionRecord {
  std::uint64_t key = 0;
  std::string record = {};  // as in common/stored_article.h; empty: seen again
  Instant captured = {};    // when it was seen again
};

/// Writes a part of the histories (common/history.h), durable when this returns; `directory` must
/// not exist yet. Throws Xapian::Error or Error.
void write_versions(const std::filesystem::path& directory, std::span<const VersionRecord> records);

/// Makes one part of several, in their order; durable when this returns. Returns the number of
/// versions.
std::uint64_t merge_versions(std::span<const std::filesystem::path> inputs,
                             const std::filesystem::path& output);

/// Numbers of the versions of these articles in a part.
std::vector<std::uint32_t> versions_of(const std::filesystem::path& part,
                                       std::span<const std::uint64_t> keys);

}  // namespace pressmark::indexer
