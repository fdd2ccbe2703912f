#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressmark::indexer {

/// Whether a glob fits the whole text: "*" any bytes ("/" too), "?" one byte, "[a-z]" "[!a-z]" one
/// of a set. Time is at most length of the text times length of the pattern.
bool glob_matches(std::string_view pattern, std::string_view text);

/// --include and --exclude. A pattern without "/" also fits the last component of a path.
class PathFilter {
 public:
  PathFilter() = default;
  PathFilter(std::vector<std::string> include, std::vector<std::string> exclude)
      : include_(std::move(include)), exclude_(std::move(exclude)) {}

  bool excludes(std::string_view path_or_url) const;
  /// There is no --include, or one of them fits.
  bool includes(std::string_view path_or_url) const;

 private:
  std::vector<std::string> include_;
  std::vector<std::string> exclude_;
};

}  // namespace pressmark::indexer
