#include "indexer/source/path_filter.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace pressmark::indexer {
namespace {

struct SetMatch {
  bool fits = false;
  std::size_t end = 0;  // behind the "]"
};

/// The set "[...]" at `at` of the pattern; nothing when it is never closed and so is a plain "[".
std::optional<SetMatch> match_set(std::string_view pattern, std::size_t at, char byte) {
  std::size_t i = at + 1;
  const bool negated = i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^');
  if (negated) ++i;
  bool found = false;
  for (bool first = true; i < pattern.size(); first = false) {
    if (pattern[i] == ']' && !first) return SetMatch{found != negated, i + 1};
    const char low = pattern[i];
    const bool range = i + 2 < pattern.size() && pattern[i + 1] == '-' && pattern[i + 2] != ']';
    const char high = range ? pattern[i + 2] : low;
    found = found || (low <= byte && byte <= high);
    i += range ? 3 : 1;
  }
  return std::nullopt;
}

/// Length of the pattern's element at `at` if it fits the byte; 0 if not. Never called on "*".
std::size_t match_one(std::string_view pattern, std::size_t at, char byte) {
  if (pattern[at] == '?') return 1;
  if (pattern[at] == '[') {
    if (const auto set = match_set(pattern, at, byte)) return set->fits ? set->end - at : 0;
  }
  if (pattern[at] == '\\' && at + 1 < pattern.size()) return pattern[at + 1] == byte ? 2 : 0;
  return pattern[at] == byte ? 1 : 0;
}

std::string_view last_component(std::string_view text) { return text.substr(text.rfind('/') + 1); }

bool fits_address(std::string_view pattern, std::string_view url) {
  return glob_matches(pattern, url) || (pattern.find('/') == std::string_view::npos &&
                                        glob_matches(pattern, last_component(url)));
}

/// One of the folders that `path` names behind its first `below` bytes has a name that fits.
bool fits_folder(std::string_view pattern, std::string_view path, std::size_t below) {
  while (true) {
    const auto slash = path.find('/', below);
    if (slash == std::string_view::npos) return false;
    if (glob_matches(pattern, path.substr(below, slash - below))) return true;
    below = slash + 1;
  }
}

bool fits_path(std::string_view pattern, std::string_view path, std::size_t below) {
  if (path.starts_with("./") && below == 0) path.remove_prefix(2);  // as tar has its members
  const bool folder = pattern.size() > 1 && pattern.ends_with('/');
  if (folder) pattern.remove_suffix(1);
  if (!folder && glob_matches(pattern, path)) return true;
  if (pattern.find('/') != std::string_view::npos) {
    const std::string within = std::string(pattern) + "/*";
    const std::string_view inner = path.substr(below);
    return glob_matches(within, path) || glob_matches(within, inner) ||
           (!folder && glob_matches(pattern, inner));
  }
  return (!folder && glob_matches(pattern, last_component(path))) ||
         fits_folder(pattern, path, below);
}

/// "*.jsonl" is what a file's name ends with, "*!c" a member of an archive: no address.
bool means_addresses(std::string_view pattern) {
  if (pattern.find("://") != std::string_view::npos) return true;
  const bool ending =
      pattern.starts_with("*.") && pattern.find_first_of("*/", 1) == std::string_view::npos;
  return pattern.starts_with('*') && !ending && pattern.find('!') == std::string_view::npos;
}

void drop_this_folder(std::vector<std::string>& patterns) {
  for (std::string& pattern : patterns) {
    while (pattern.starts_with("./") && pattern.size() > 2) pattern.erase(0, 2);
  }
}

}  // namespace

bool glob_matches(std::string_view pattern, std::string_view text) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::optional<std::size_t> star;  // only the last "*" ever needs another try
  std::size_t star_text = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      star_text = t;
      continue;
    }
    const std::size_t step = p < pattern.size() ? match_one(pattern, p, text[t]) : 0;
    if (step > 0) {
      p += step;
      ++t;
    } else if (star) {
      p = *star + 1;
      t = ++star_text;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

PathFilter::PathFilter(std::vector<std::string> include, std::vector<std::string> exclude)
    : include_(std::move(include)), exclude_(std::move(exclude)) {
  drop_this_folder(include_);
  drop_this_folder(exclude_);
}

bool PathFilter::excludes(std::string_view url) const {
  return std::ranges::any_of(
      exclude_, [&](const std::string& pattern) { return fits_address(pattern, url); });
}

bool PathFilter::includes(std::string_view url) const {
  return include_.empty() || std::ranges::any_of(include_, [&](const std::string& pattern) {
           return fits_address(pattern, url);
         });
}

bool PathFilter::excludes_path(std::string_view path, std::size_t below) const {
  return std::ranges::any_of(
      exclude_, [&](const std::string& pattern) { return fits_path(pattern, path, below); });
}

bool PathFilter::includes_path(std::string_view path, std::size_t below) const {
  return include_.empty() || std::ranges::any_of(include_, [&](const std::string& pattern) {
           return fits_path(pattern, path, below);
         });
}

bool PathFilter::excludes_article(std::string_view url) const {
  return std::ranges::any_of(exclude_, [&](const std::string& pattern) {
    return means_addresses(pattern) && glob_matches(pattern, url);
  });
}

bool PathFilter::includes_article(std::string_view url) const {
  return include_.empty() || std::ranges::any_of(include_, [&](const std::string& pattern) {
           return means_addresses(pattern) && glob_matches(pattern, url);
         });
}

bool PathFilter::may_include_articles() const {
  return std::ranges::any_of(include_, means_addresses);
}

}  // namespace pressmark::indexer
