#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark::indexer {

/// Whether a glob fits the whole text: "*" any bytes ("/" too), "?" one byte, "[a-z]" "[!a-z]" one
/// of a set. Time is at most length of the text times length of the pattern.
bool glob_matches(std::string_view pattern, std::string_view text);

/// --include and --exclude. A pattern without "/" also fits the last component of a path or an
/// address. Of paths a pattern fits all that lies in a folder that it fits: one without "/" in any
/// folder of that name, one that ends in "/" folders alone. "./" at the beginning says nothing.
class PathFilter {
 public:
  PathFilter() = default;
  PathFilter(std::vector<std::string> include, std::vector<std::string> exclude);

  /// Of an address.
  bool excludes(std::string_view url) const;
  /// There is no --include, or one of them fits the address.
  bool includes(std::string_view url) const;

  /// @param below  bytes of the path that say where the user's own folder is: names of folders in
  ///               them were chosen already
  bool excludes_path(std::string_view path, std::size_t below) const;
  bool includes_path(std::string_view path, std::size_t below) const;

  /// Of an article's address, by the patterns that mean addresses: "*.html" and "news", which are
  /// names of files and folders, say nothing of articles in a list.
  bool excludes_article(std::string_view url) const;
  bool includes_article(std::string_view url) const;
  /// An --include means addresses: of a file that none fits, those of its articles have to be
  /// known.
  bool may_include_articles() const;

 private:
  std::vector<std::string> include_;
  std::vector<std::string> exclude_;
};

}  // namespace pressmark::indexer
