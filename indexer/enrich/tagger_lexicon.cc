#include "indexer/enrich/tagger_lexicon.h"

#include "common/hash.h"

namespace pressmark::indexer {

std::uint64_t hash_word(std::string_view lower) { return hash64(lower); }

WordClusters Lexicon::clusters(std::uint64_t hash) const {
  const std::size_t slot = word_table_.find(hash);
  if (slot == FingerprintTable::kNone) return {};
  const std::uint32_t packed = clusters_[slot];
  return {{static_cast<std::uint16_t>((packed & 0x7f) + 1),
           static_cast<std::uint16_t>(((packed >> 7) & 0x3ff) + 1),
           static_cast<std::uint16_t>((packed >> 17) + 1)}};
}

}  // namespace pressmark::indexer
