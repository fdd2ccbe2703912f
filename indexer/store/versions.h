#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <xapian.h>

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

/// A text that an article had.
struct KnownVersion {
  std::uint64_t text = 0;  // text_number
  std::optional<Instant> crawled;
};

/// What published parts say of the articles' older texts. One thread.
class KnownVersions {
 public:
  /// Those of the archive after a publication; others are closed. They may have been merged since:
  /// the Publisher leaves such parts where they are until the run ends.
  void set_parts(const std::vector<std::filesystem::path>& parts);
  std::vector<KnownVersion> of(std::uint64_t key) const;

 private:
  std::map<std::filesystem::path, Xapian::Database> parts_;
};

/// Makes one part of several, in their order; durable when this returns. Returns the number of
/// versions.
std::uint64_t merge_versions(std::span<const std::filesystem::path> inputs,
                             const std::filesystem::path& output);

/// Numbers of the versions of these articles in a part.
std::vector<std::uint32_t> versions_of(const std::filesystem::path& part,
                                       std::span<const std::uint64_t> keys);

}  // namespace pressmark::indexer
