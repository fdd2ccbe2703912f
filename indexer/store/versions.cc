#include "indexer/store/versions.h"

#include <algorithm>

#include <fmt/core.h>

#include "common/error.h"
#include "common/file.h"
#include "common/history.h"
#include "common/stored_article.h"
#include "indexer/store/merge.h"
#include "indexer/store/segment_writer.h"

namespace pressmark::indexer {

namespace fs = std::filesystem;

void write_versions(const fs::path& directory, std::span<const VersionRecord> records) {
  {
    Xapian::WritableDatabase database(directory.string(), kFreshFlags);
    for (const VersionRecord& version : records) {
      Xapian::Document document;
      document.set_data(version.record);
      if (version.record.empty())
        document.add_value(kCaptureSlot, encode_capture(version.captured));
      document.add_boolean_term(history_term(version.key));
      database.add_document(document);
    }
    database.commit();
  }
  sync_files_in(directory);
  sync_directory(directory.parent_path());
}

void KnownVersions::set_parts(const std::vector<fs::path>& parts) {
  std::erase_if(parts_, [&](const auto& open) {
    return std::ranges::find(parts, open.first) == parts.end();
  });
  for (const fs::path& part : parts) {
    if (!parts_.contains(part))
      parts_.emplace(part, Xapian::Database(part.string(), Xapian::DB_BACKEND_GLASS));
  }
}

std::vector<KnownVersion> KnownVersions::of(std::uint64_t key) const {
  const std::string term = history_term(key);
  std::vector<KnownVersion> found;
  for (const auto& [path, database] : parts_) {
    for (auto id = database.postlist_begin(term); id != database.postlist_end(term); ++id) {
      const std::string data = database.get_document(*id).get_data();
      if (data.empty()) continue;  // seen again
      const auto version = decode_stored_article(data);
      if (!version) {
        throw Damage(
            fmt::format("{} is damaged: version {}: {}", path.string(), *id, version.error().what));
      }
      found.push_back({text_number(version->title, version->text), version->crawled});
    }
  }
  return found;
}

std::uint64_t merge_versions(std::span<const fs::path> inputs, const fs::path& output) {
  const std::uint64_t versions = compact_databases(inputs, output);
  sync_files_in(output);
  sync_directory(output.parent_path());
  return versions;
}

std::vector<std::uint32_t> versions_of(const fs::path& part, std::span<const std::uint64_t> keys) {
  const Xapian::Database database(part.string(), Xapian::DB_BACKEND_GLASS);
  std::vector<std::uint32_t> found;
  for (const std::uint64_t key : keys) {
    const std::string term = history_term(key);
    for (auto id = database.postlist_begin(term); id != database.postlist_end(term); ++id)
      found.push_back(*id);
  }
  return found;
}

}  // namespace pressmark::indexer
