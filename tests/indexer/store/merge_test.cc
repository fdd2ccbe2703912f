#include "indexer/store/merge.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

using Sizes = std::vector<std::uint64_t>;

TEST(PickMerge, LeavesFewSegmentsAlone) {
  EXPECT_EQ(pick_merge(Sizes{}, 3), std::nullopt);
  EXPECT_EQ(pick_merge(Sizes{5, 5, 5}, 3), std::nullopt);
}

TEST(PickMerge, TakesSmallNeighbours) {
  EXPECT_EQ(pick_merge(Sizes{900, 5, 5, 900}, 3), (MergeRange{1, 3}));
  EXPECT_EQ(pick_merge(Sizes{8, 8, 8, 8}, 3), (MergeRange{0, 4}));
}

TEST(PickMerge, ALargeSegmentIsNotMergedWithOneSmallOne) {
  const auto range = pick_merge(Sizes{1000, 40, 30, 20}, 3);
  ASSERT_TRUE(range);
  EXPECT_GE(range->first, 1U);
}

/// How often an article is written, on average, when a night brings `nights` equal portions.
double rewrites(std::size_t nights, std::uint64_t portion, std::size_t most) {
  Sizes sizes;
  std::uint64_t merged = 0;
  for (std::size_t night = 0; night < nights; ++night) {
    sizes.push_back(portion);
    while (const auto range = pick_merge(sizes, most)) {
      const auto first = sizes.begin() + static_cast<std::ptrdiff_t>(range->first);
      const auto last = sizes.begin() + static_cast<std::ptrdiff_t>(range->last);
      *first = std::accumulate(first, last, std::uint64_t{0});
      merged += *first;
      sizes.erase(first + 1, last);
    }
    EXPECT_LE(sizes.size(), most);
  }
  return static_cast<double>(merged) / static_cast<double>(nights * portion);
}

TEST(PickMerge, ThousandsOfNightsRewriteAnArticleAFewTimes) {
  EXPECT_LT(rewrites(100, 1000, 10), 3);
  EXPECT_LT(rewrites(3000, 1000, 10), 6);
}

}  // namespace
}  // namespace pressmark::indexer
