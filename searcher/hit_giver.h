#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "searcher/answer.h"
#include "searcher/hit_maker.h"

namespace pressmark::searcher {

/// Gives hits one by one, each once also when the archive changes under the list.
class HitGiver {
 public:
  /// The archive's revision and number of shards.
  using State = std::pair<std::uint64_t, std::size_t>;

  /// `taker` must outlive this object. Ranks begin behind `offset`.
  HitGiver(const HitTaker& taker, std::size_t offset)
      : taker_(taker), rank_(offset), none_(offset) {}

  /// A list of this state of the archive begins.
  void begin(State state) {
    several_ = several_ || (rank_ > none_ && state_ != state);
    state_ = state;
  }

  /// Gives those that the taker has not had and wants.
  /// @return  the rank of the last that was given, of this list or of one before it
  std::size_t give(const std::vector<FoundArticle>& articles, const HitMaker& maker, bool by_story);

  /// Whether hits were given of more than one state.
  bool of_several_states() const { return several_; }

 private:
  const HitTaker& taker_;
  std::size_t rank_;
  std::size_t none_;
  // Keys of what was taken, which stay what they are when the archive changes, and how often: of
  // several archives more than one may have the article.
  std::unordered_map<std::uint64_t, std::size_t> done_;
  State state_;
  bool several_ = false;
};

}  // namespace pressmark::searcher
