#include "indexer/pruning.h"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "common/hash.h"

namespace pressmark::indexer {
namespace {

namespace fs = std::filesystem;

bool is_gone(const KnownFile& file) {
  std::error_code error;
  return fs::symlink_status(file.path, error).type() == fs::file_type::not_found;
}

std::uint64_t folder_of(const KnownFile& file) {
  return hash64(std::string_view(file.path).substr(0, file.path.rfind('/')));
}

}  // namespace

Pruned prune(Publisher& publisher, const KnownFiles& known, PruneMost most) {
  std::vector<KnownFile> gone;
  std::unordered_set<std::uint64_t> folders;  // with a file that is still there
  for_each_known_file(publisher.archive(), publisher.manifest().files, [&](const KnownFile& file) {
    if (known.contains(file) && is_gone(file)) {
      gone.push_back(file);
    } else {
      folders.insert(folder_of(file));
    }
  });
  const bool whole_folder = std::ranges::any_of(
      gone, [&](const KnownFile& file) { return !folders.contains(folder_of(file)); });
  const std::uint64_t limit = whole_folder && most == PruneMost::Refuse
                                  ? publisher.articles() / 2
                                  : std::numeric_limits<std::uint64_t>::max();
  const std::uint64_t articles = publisher.prune(gone, limit);
  return {articles, articles > limit};
}

}  // namespace pressmark::indexer
