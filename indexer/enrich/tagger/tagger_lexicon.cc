#include "indexer/enrich/tagger/tagger_lexicon.h"

#include "common/hash.h"

namespace pressmark::indexer {

std::uint64_t hash_word(std::string_view lower) { return hash64(lower); }

WordClusters Lexicon::clusters(std::uint64_t hash) const {
  const std::size_t slot = word_table_.find(hash);
  if (slot == FingerprintTable::kNone) return {};
  const std::uint32_t packed = clusters_[slot];
  return {{static_cast<std::uint16_t>((packed & 0x3f) + 1),
           static_cast<std::uint16_t>(((packed >> 6) & 0x1ff) + 1),
           static_cast<std::uint16_t>(((packed >> 15) & 0x7ff) + 1)},
          static_cast<std::uint16_t>((packed >> 26) + 1)};
}

}  // namespace pressmark::indexer
