#include "indexer/enrich/languages/name_words.h"

#include <algorithm>
#include <utility>

namespace pressmark::indexer {

bool NameWords::begins_sentence(std::size_t word) const {
  const Gap before = words_[word].before;
  return word == 0 || before == Gap::None || before == Gap::Sentence || before == Gap::Line;
}

void NameWords::add(std::size_t first, std::size_t last, EntityType type, std::string name,
                    std::size_t prefix, std::size_t suffix) {
  std::fill(taken_.begin() + static_cast<std::ptrdiff_t>(first),
            taken_.begin() + static_cast<std::ptrdiff_t>(last) + 1, true);
  mentions_.push_back({words_[first].begin + prefix, words_[last].end - suffix, type});
  mentions_.back().name = std::move(name);
}

std::vector<Mention> NameWords::mentions() && {
  std::ranges::sort(mentions_, {}, &Mention::begin);
  return std::move(mentions_);
}

}  // namespace pressmark::indexer
