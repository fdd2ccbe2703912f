#include "indexer/pruning.h"

#include <filesystem>
#include <limits>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "common/hash.h"

namespace pressmark::indexer {
namespace {

namespace fs = std::filesystem;

/// Whether there is no file that a run would read: what a folder or a link took the place of is
/// gone too. A link counts where it was given itself.
bool is_gone(const KnownFile& file) {
  std::error_code error;
  const fs::file_type found = file.folder_bytes > 0 ? fs::symlink_status(file.path, error).type()
                                                    : fs::status(file.path, error).type();
  return found != fs::file_type::regular && found != fs::file_type::none;
}

std::string_view parent_of(const KnownFile& file) {
  return std::string_view(file.path).substr(0, file.path.rfind('/'));
}

/// Folders of which known files are gone and none is left.
class LostFolders {
 public:
  void add(std::string_view folder, bool gone) {
    const std::uint64_t number = hash64(folder);
    if (!gone) {
      left_.insert(number);
    } else if (folders_.empty() || folders_.back().first != number) {  // most come in a row
      folders_.emplace_back(number, folder);
    }
  }

  std::set<std::string> lost() const {
    std::set<std::string> all;
    for (const auto& [number, name] : folders_) {
      if (!left_.contains(number)) all.insert(name);
    }
    return all;
  }

 private:
  std::unordered_set<std::uint64_t> left_;
  std::vector<std::pair<std::uint64_t, std::string>> folders_;
};

/// "/srv/a, /srv/b and 3 more folders".
std::string folder_list(const std::set<std::string>& folders) {
  constexpr std::size_t kMost = 3;
  std::string text;
  std::size_t said = 0;
  for (const std::string& folder : folders) {
    if (said == kMost) break;
    text += (said++ == 0 ? "" : ", ") + folder;
  }
  if (folders.size() > said) text += fmt::format(" and {} more folders", folders.size() - said);
  return text;
}

}  // namespace

Pruned prune(Publisher& publisher, const KnownFiles& known, PruneMost most) {
  std::vector<KnownFile> gone;
  LostFolders parents;
  LostFolders inputs;
  for_each_known_file(publisher.archive(), publisher.manifest().files, [&](const KnownFile& file) {
    const bool is_lost = known.contains(file) && is_gone(file);
    parents.add(parent_of(file), is_lost);
    if (file.folder_bytes > 0) inputs.add(file.folder(), is_lost);
    if (is_lost) gone.push_back(file);
  });
  std::set<std::string> lost = inputs.lost();
  std::uint64_t limit = std::numeric_limits<std::uint64_t>::max();
  if (!lost.empty()) {
    limit = 0;
  } else if (lost = parents.lost(); !lost.empty()) {
    limit = publisher.articles() / 2;
  }
  if (most == PruneMost::Allow) limit = std::numeric_limits<std::uint64_t>::max();
  const std::uint64_t articles = publisher.prune(gone, limit);
  return {articles, articles > limit, folder_list(lost)};
}

}  // namespace pressmark::indexer
