#pragma once

#include <cstdint>
#include <vector>

#include "indexer/store/fingerprint_list.h"

namespace pressmark::indexer {

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
