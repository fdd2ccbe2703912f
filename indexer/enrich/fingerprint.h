#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace pressmark::indexer {

/// What near-copies share: hashes of five-word shingles, one in four by the hash's own value,
/// ascending and unique.
///
/// Words are folded to lower case and bare of punctuation, so that re-set quotation marks, dashes
/// and capitals change nothing; a character of a script without blanks counts as a word. Sampling
/// by value keeps the same shingles in every copy, so the shared share of two samples estimates
/// that of the whole texts, however a copy was cut. Empty for texts of fewer than five words. At
/// most kMaxFingerprint values: of longer texts the smallest hashes. `text` is UTF-8. Stable across
/// machines: fingerprints are stored.
std::vector<std::uint32_t> fingerprint(std::string_view text);

inline constexpr std::size_t kMaxFingerprint =
    1024;  // 4,096 words: beyond, a text is a report and no wire copy

}  // namespace pressmark::indexer
