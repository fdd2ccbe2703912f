#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "indexer/store/story_finder.h"

namespace pressmark::indexer {

/// What the articles of an archive are compared by, and their keys, in the same order.
struct ArticleFingerprints {
  FingerprintList list;
  std::vector<std::uint64_t> keys;
};

/// Reads them from all segments.
ArticleFingerprints read_fingerprints(std::span<const std::filesystem::path> segments,
                                      FingerprintStorage storage);

/// Groups the articles: the bytes of their archive's StoryTable.
std::string encode_stories(ArticleFingerprints compared);

}  // namespace pressmark::indexer
