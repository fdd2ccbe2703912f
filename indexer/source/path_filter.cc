#include "indexer/source/path_filter.h"

#include <algorithm>
#include <optional>

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

bool any_matches(const std::vector<std::string>& patterns, std::string_view text) {
  const std::string_view base = text.substr(text.rfind('/') + 1);
  return std::ranges::any_of(patterns, [&](const std::string& pattern) {
    return glob_matches(pattern, text) ||
           (pattern.find('/') == std::string::npos && glob_matches(pattern, base));
  });
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

bool PathFilter::excludes(std::string_view path_or_url) const {
  return any_matches(exclude_, path_or_url);
}

bool PathFilter::includes(std::string_view path_or_url) const {
  return include_.empty() || any_matches(include_, path_or_url);
}

}  // namespace pressmark::indexer
