#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pressmark::indexer {

/// Articles of the archive as the story finder sees them: their fingerprints
/// (enrich/fingerprint.h), one after another.
struct FingerprintList {
  std::vector<std::uint32_t> hashes;    // of all articles, each article's ascending
  std::vector<std::size_t> ends = {0};  // article i has hashes [ends[i], ends[i + 1])

  std::size_t size() const { return ends.size() - 1; }
  std::span<const std::uint32_t> of(std::size_t article) const {
    return std::span(hashes).subspan(ends[article], ends[article + 1] - ends[article]);
  }
  void add(std::span<const std::uint32_t> fingerprint) {
    hashes.insert(hashes.end(), fingerprint.begin(), fingerprint.end());
    ends.push_back(hashes.size());
  }
};

/// Groups near-copies into stories: for each article the smallest index of its story; its own when
/// it stands alone.
///
/// The partition is a function of the set of fingerprints alone, whatever order they stand in. Two
/// articles are copies when they share at least five sampled shingles and .4 of the smaller
/// article. A shingle counts only if it is evidence: one that many articles carry which are
/// otherwise unlike each other (web debris, a standing paragraph) is not, one that 200 copies of an
/// agency story carry is. An article that holds several texts which are unlike each other (a
/// round-up) does not join them. DECISIONS, Near-copies, has the figures. Work is bounded for each
/// shingle, so the time is that of sorting all hashes.
std::vector<std::uint32_t> find_stories(FingerprintList articles);

}  // namespace pressmark::indexer
