#include "indexer/store/leftovers.h"

#include <system_error>

#include "common/manifest.h"
#include "indexer/store/deletions.h"

namespace pressmark::indexer {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kRemovedStem = "removed-";

/// A file that was written to replace this one, and was not renamed before a kill.
bool was_to_replace(std::string_view file, std::string_view name) {
  return name.starts_with(file) && name != file;
}

}  // namespace

void remove_fresh_files(const fs::path& archive) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(archive, ignored)) {
    if (entry.path().filename().string().starts_with(kFreshStem))
      fs::remove_all(entry.path(), ignored);
  }
}

void remove_segments(const std::vector<fs::path>& segments) {
  std::error_code ignored;
  for (const fs::path& segment : segments) {
    const fs::path removed =
        segment.parent_path() / (std::string(kRemovedStem) + segment.filename().string());
    fs::rename(segment, removed, ignored);
    fs::remove_all(removed, ignored);
  }
}

void remove_leftovers(const fs::path& archive, const std::set<std::string>& named, Unnamed parts) {
  for (const auto& entry : fs::directory_iterator(archive)) {
    const std::string name = entry.path().filename().string();
    const bool unfinished = name.starts_with(kFreshStem) || name.starts_with(kRemovedStem) ||
                            was_to_replace(kManifestName, name) ||
                            was_to_replace(kDeletionsName, name);
    const bool old = parts == Unnamed::Remove && number_of_part(name) != 0 && !named.contains(name);
    if (unfinished || old) fs::remove_all(entry.path());
  }
}

}  // namespace pressmark::indexer
