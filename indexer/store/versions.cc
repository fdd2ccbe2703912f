#include "indexer/store/versions.h"

#include <xapian.h>

#include "common/file.h"
#include "common/history.h"
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
