#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/store/known_files.h"

namespace pressmark::indexer {

/// Articles without an address that took the place of those of another file: both runs gave the
/// same relative path, each in a folder of its own, and the path is what such an article is known
/// by.
class SamePath {
 public:
  /// An article of the file that is being read was an update.
  void updated(std::uint64_t key, std::string_view origin);
  /// All of that file was read.
  void file_done(const KnownFile& file);

  /// What to say of it when `tables` of files are those of the archive after the run; nothing when
  /// no file was taken for another that is still there.
  std::optional<std::string> complaint(const std::filesystem::path& archive,
                                       const std::vector<std::string>& tables) const;

 private:
  std::vector<std::uint64_t> open_;                             // of the file that is being read
  std::vector<std::pair<std::uint64_t, std::string>> updated_;  // with its absolute path
};

}  // namespace pressmark::indexer
