#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "common/file.h"

namespace pressmark::searcher {

/// Which articles --new has shown of a saved search. Kept by id, which an article has from its
/// address or path, so that an archive that is made anew repeats nothing; one process at a time.
class SeenArticles {
 public:
  /// Reads the list; an absent one is empty. Waits for another process that shows the same search.
  /// Throws Error: ExitCode::Output when the file cannot be made, ExitCode::Usage when it is no
  /// such list.
  explicit SeenArticles(std::filesystem::path file);

  bool contains(std::string_view id) const { return ids_.contains(std::string(id)); }
  /// The article will have been shown. Not kept before keep().
  void add(std::string_view id);
  std::size_t added() const { return added_.size(); }
  /// Writes down what was added, once the output is out: a run that failed before shows it again.
  /// Throws system_error.
  void keep();

 private:
  std::filesystem::path file_;
  Descriptor lock_;
  std::unordered_set<std::string> ids_;
  std::vector<std::string> added_;
};

}  // namespace pressmark::searcher
