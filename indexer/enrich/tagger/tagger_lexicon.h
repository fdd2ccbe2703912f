#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "indexer/enrich/tagger/fingerprint_table.h"

namespace pressmark::indexer {

/// Classes of known names, one bit each; the letters are those of train/data/gazetteer.tsv.gz.
/// The first eleven are looked up as phrases of several words, all as single words.
inline constexpr std::string_view kNameClasses = "CRBTGOKYPDEFSNW";
inline constexpr std::size_t kPhraseClasses = 11;
inline constexpr std::size_t kMaxPhraseTokens = 7;

using ClassBits = std::uint16_t;

constexpr ClassBits class_bit(char letter) {
  return static_cast<ClassBits>(1U << kNameClasses.find(letter));
}
inline constexpr ClassBits kPlaceClasses =
    class_bit('C') | class_bit('R') | class_bit('B') | class_bit('T') | class_bit('G');

/// What is known of a phrase, in 16 bits: its classes, and whether a longer known phrase starts
/// with it.
struct PhraseEntry {
  std::uint16_t bits = 0;
  static constexpr std::uint16_t kPrefixBit = 0x8000;
  constexpr ClassBits classes() const { return bits & 0x7fff; }
  constexpr bool is_prefix() const { return (bits & kPrefixBit) != 0; }
};

/// Clusters of a word's meaning at three granularities, and its cluster by what it is likely to
/// name; 0 for a word that has none, else 1 more than the cluster.
struct WordClusters {
  std::array<std::uint16_t, 3> of = {};
  std::uint16_t kind = 0;
};

std::uint64_t hash_word(std::string_view lower);

/// Hash of a phrase from that of its beginning and that of its next word.
constexpr std::uint64_t hash_phrase(std::uint64_t beginning, std::uint64_t word) {
  std::uint64_t mixed = (beginning * 0x9e3779b97f4a7c15U) ^ word;
  mixed *= 0xd6e8feb86659fd93U;
  return mixed ^ (mixed >> 32);
}

/// Known names and word clusters, where they lie in the model.
class Lexicon {
 public:
  Lexicon() = default;
  /// Everything must outlive the lexicon; values are beside the fingerprints, slot by slot.
  Lexicon(std::span<const std::uint16_t> phrase_keys, std::span<const PhraseEntry> phrases,
          std::span<const std::uint16_t> word_keys, std::span<const std::uint32_t> clusters)
      : phrase_table_(phrase_keys),
        phrases_(phrases),
        word_table_(word_keys),
        clusters_(clusters) {}

  PhraseEntry phrase(std::uint64_t hash) const {
    const std::size_t slot = phrase_table_.find(hash);
    return slot == FingerprintTable::kNone ? PhraseEntry{} : phrases_[slot];
  }
  WordClusters clusters(std::uint64_t hash) const;

  /// Four clusters in one number: 64, 512, 2,048 and 64 of them.
  static constexpr std::uint32_t pack(std::uint32_t small, std::uint32_t middle,
                                      std::uint32_t large, std::uint32_t kind) {
    return small | (middle << 6) | (large << 15) | (kind << 26);
  }

 private:
  FingerprintTable phrase_table_;
  std::span<const PhraseEntry> phrases_;
  FingerprintTable word_table_;
  std::span<const std::uint32_t> clusters_;
};

}  // namespace pressmark::indexer
