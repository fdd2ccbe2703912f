#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/enrich/tagger/tagger_lexicon.h"

namespace pressmark::indexer {

/// Lower-case words, looked up by the hash that an article keeps of its own.
class WordSet {
 public:
  /// @param words  parted by single blanks
  explicit WordSet(std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t end = std::min(words.find(' ', at), words.size());
      hashes_.push_back(hash_word(words.substr(at, end - at)));
      at = end + 1;
    }
    std::ranges::sort(hashes_);
  }
  bool contains(std::uint64_t hash) const { return std::ranges::binary_search(hashes_, hash); }

 private:
  std::vector<std::uint64_t> hashes_;
};

}  // namespace pressmark::indexer
