#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pressmark::indexer {

/// Articles of the archive as the story finder sees them: their fingerprints
/// (enrich/fingerprint.h), each ascending. Takes 4 bytes a hash and 16 an article, also while it
/// grows.
class FingerprintList {
 public:
  FingerprintList() = default;
  FingerprintList(FingerprintList&&) = default;
  FingerprintList& operator=(FingerprintList&&) = default;

  std::size_t size() const { return articles_.size(); }
  /// Hashes of all articles, as they were added.
  std::size_t hashes() const { return hashes_; }
  std::span<const std::uint32_t> of(std::size_t article) const { return articles_[article]; }

  void add(std::span<const std::uint32_t> fingerprint);
  /// Takes these hashes, ascending, from all articles.
  void remove(std::span<const std::uint32_t> hashes);

 private:
  std::vector<std::vector<std::uint32_t>> blocks_;  // full ones stay where they are
  std::vector<std::span<std::uint32_t>> articles_;  // into the blocks
  std::size_t hashes_ = 0;
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
