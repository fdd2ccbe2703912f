#include "indexer/enrich/words/body_kinds.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "common/text.h"

namespace pressmark::indexer {
namespace {

TEST(BodyKinds, AreSortedAndFound) {
  EXPECT_TRUE(std::ranges::is_sorted(split(kBodyKinds, ' ')));
  EXPECT_TRUE(is_body_kind("motors"));
  EXPECT_FALSE(is_body_kind("news"));
}

}  // namespace
}  // namespace pressmark::indexer
