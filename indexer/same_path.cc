#include "indexer/same_path.h"

#include <algorithm>
#include <system_error>

#include <fmt/core.h>

#include "common/identity.h"

namespace pressmark::indexer {
namespace {

namespace fs = std::filesystem;

/// One is enough to say so: a crawl that was fetched anew has an update for each of its pages.
constexpr std::size_t kMostUpdates = 1000;

/// Whether there are two files, and not one under two names.
bool are_two_files(const fs::path& one, const fs::path& other) {
  std::error_code error;
  return fs::is_regular_file(one, error) && !fs::equivalent(one, other, error) && !error;
}

}  // namespace

void SamePath::updated(std::uint64_t key, std::string_view origin) {
  if (open_.size() + updated_.size() >= kMostUpdates || fs::path(origin).is_absolute()) return;
  if (key == article_key(article_identity({}, {}, origin))) open_.push_back(key);
}

void SamePath::file_done(const KnownFile& file) {
  for (const std::uint64_t key : open_) updated_.emplace_back(key, file.path);
  open_.clear();
}

std::optional<std::string> SamePath::complaint(const fs::path& archive,
                                               const std::vector<std::string>& tables) const {
  if (updated_.empty()) return std::nullopt;
  std::vector<std::pair<std::uint64_t, std::string>> sorted = updated_;
  std::ranges::sort(sorted);
  std::string example;
  std::size_t files = 0;
  for_each_known_file(archive, tables, [&](const KnownFile& file) {
    for (const std::uint64_t key : file.articles) {
      const auto found =
          std::ranges::lower_bound(sorted, key, {}, &std::pair<std::uint64_t, std::string>::first);
      if (found == sorted.end() || found->first != key || found->second == file.path ||
          !are_two_files(file.path, found->second)) {
        continue;
      }
      if (files++ == 0) example = fmt::format("{} in the place of {}", found->second, file.path);
      return;
    }
  });
  if (files == 0) return std::nullopt;
  return fmt::format(
      "an article without an address is known by the path that was given, and another folder has "
      "the same: {} ({} file{}); give absolute paths to keep both",
      example, files, files == 1 ? "" : "s");
}

}  // namespace pressmark::indexer
