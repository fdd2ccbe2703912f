#include "indexer/extract/metadata/robots.h"

#include <algorithm>

#include "common/text.h"

namespace pressmark::indexer {
namespace {

/// Directives that have a value behind a colon, as names of robots have a list.
constexpr std::string_view kWithValue[] = {"unavailable_after", "max-snippet", "max-image-preview",
                                           "max-video-preview"};

}  // namespace

bool forbids_indexing(std::string_view directives) {
  const std::size_t colon = directives.find(':');
  if (colon != std::string_view::npos && colon < directives.find(',')) {
    const std::string first = to_lower_ascii(trim(directives.substr(0, colon)));
    if (std::ranges::count(kWithValue, first) == 0) return false;
  }
  return std::ranges::any_of(split(directives, ','), [](std::string_view directive) {
    return equals_ascii_nocase(trim(directive), "noindex") ||
           equals_ascii_nocase(trim(directive), "none");
  });
}

}  // namespace pressmark::indexer
