#include "indexer/markup/open_elements.h"

#include <vector>

#include <gtest/gtest.h>

#include "indexer/markup/tag_rules.h"

namespace pressmark::indexer {
namespace {

/// The same by a walk over all that is open.
bool close_slowly(std::vector<Tag>& open, Tag tag) {
  for (std::size_t i = open.size(); i-- > 0;) {
    if (open[i] == tag) {
      open.resize(i);
      return true;
    }
    if (rank(open[i]) > rank(tag)) return false;
  }
  return false;
}

TEST(OpenElements, CloseWhatAWalkOverThemCloses) {
  constexpr Tag kTags[] = {Tag::B,  Tag::P,     Tag::Div, Tag::Td,
                           Tag::Tr, Tag::Table, Tag::I,   Tag::Body};
  OpenElements open;
  std::vector<Tag> expected;
  std::uint32_t random = 1;
  for (int step = 0; step < 20000; ++step) {
    random = random * 1664525U + 1013904223U;
    const Tag tag = kTags[(random >> 16U) % std::size(kTags)];
    if ((random >> 28U) < 9) {
      open.push(tag);
      expected.push_back(tag);
    } else {
      ASSERT_EQ(open.close(tag), close_slowly(expected, tag)) << "step " << step;
    }
    ASSERT_EQ(open.size(), expected.size());
    if (expected.empty()) continue;
    ASSERT_EQ(open.top(), expected.back());
  }
}

TEST(OpenElements, EveryRankHasItsLevel) {
  for (std::size_t i = 0; i < kTagCount; ++i) {
    OpenElements open;
    open.push(static_cast<Tag>(i));
    EXPECT_TRUE(open.close(static_cast<Tag>(i))) << i;
    EXPECT_TRUE(open.empty());
  }
}

}  // namespace
}  // namespace pressmark::indexer
