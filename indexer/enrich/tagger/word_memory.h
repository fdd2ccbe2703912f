#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/enrich/tagger/tagger_features.h"
#include "indexer/enrich/tagger/tagger_tags.h"

namespace pressmark::indexer {

/// What one thread keeps of words from article to article: what it worked out of them that is the
/// same in every article. Answers are the same with and without it. For one model; bounded: a word
/// takes the place of another.
class WordMemory {
 public:
  struct Entry {
    ArticleFeatures::Word word;
    std::array<TagScores, 5> scores = {};  // of it as a neighbour, by distance + 2; not of itself
    std::array<bool, 5> known = {};
  };

  /// The word with this spelling's hash, if it is kept. Valid until the next word is.
  Entry* find(std::uint64_t exact) {
    if (entries_.empty()) return nullptr;
    Entry& entry = entries_[exact % kWords];
    return entry.word.exact == exact ? &entry : nullptr;
  }
  void keep(const ArticleFeatures::Word& word) {
    if (entries_.empty()) entries_.resize(kWords);
    entries_[word.exact % kWords] = {.word = word};
  }

 private:
  static constexpr std::size_t kWords = 1U
                                        << 13;  // 3 MB; holds nine of ten words of the next article
  std::vector<Entry> entries_;
};

}  // namespace pressmark::indexer
