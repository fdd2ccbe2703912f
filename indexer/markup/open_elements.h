#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/markup/names.h"
#include "indexer/markup/tag_rules.h"

namespace pressmark::indexer {

/// The elements that are open at a place of a page, the innermost last. Each step takes constant
/// time however many are open, so that end tags which match nothing cost no more than others.
class OpenElements {
 public:
  std::size_t size() const { return open_.size(); }
  bool empty() const { return open_.empty(); }
  /// The innermost one; requires !empty().
  Tag top() const { return open_[open_.size() - 1].tag; }

  void push(Tag tag) {
    std::size_t& same = last_[static_cast<std::size_t>(tag)];
    std::size_t& level = barriers_[level_of(tag)];
    open_.push_back({tag, same, level});
    same = level = open_.size();
  }

  /// Requires !empty().
  void pop() {
    const Open& open = open_.back();
    last_[static_cast<std::size_t>(open.tag)] = open.same_below;
    barriers_[level_of(open.tag)] = open.level_below;
    open_.pop_back();
  }

  /// Closes the innermost element of this kind with all inside it. False, and nothing closed, when
  /// none is open or the end tag does not reach it past an element of a higher rank.
  bool close(Tag tag) {
    const std::size_t place = last_[static_cast<std::size_t>(tag)];
    if (place == 0) return false;
    for (std::size_t level = level_of(tag) + 1; level < kLevels.size(); ++level) {
      if (barriers_[level] > place) return false;
    }
    while (open_.size() >= place) pop();
    return true;
  }

 private:
  // All ranks that tag_rules gives, in their order.
  static constexpr std::array<int, 9> kLevels = {10, 100, 150, 160, 170, 180, 190, 200, 220};

  static std::size_t level_of(Tag tag) {
    const auto* const found = std::ranges::lower_bound(kLevels, rank(tag));
    return static_cast<std::size_t>(found - kLevels.begin());
  }

  struct Open {
    Tag tag = Tag::Other;
    std::size_t same_below = 0;   // places count from 1; 0: none
    std::size_t level_below = 0;  // of the same rank
  };

  std::vector<Open> open_;
  std::array<std::size_t, kTagCount> last_{};           // innermost of each kind
  std::array<std::size_t, kLevels.size()> barriers_{};  // innermost of each rank
};

}  // namespace pressmark::indexer
