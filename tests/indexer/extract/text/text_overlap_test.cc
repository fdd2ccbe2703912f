#include "indexer/extract/text/text_overlap.h"

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

TEST(TextOverlap, IgnoresSpacingPunctuationAndCase) {
  const TextOverlap overlap("The ferry left Halden at dawn; nobody was aboard.");
  EXPECT_DOUBLE_EQ(overlap.share_of("THE FERRY - left Halden,at dawn"), 1.0);
  EXPECT_LT(overlap.share_of("A quite different sentence about cattle prices"), .05);
  EXPECT_DOUBLE_EQ(overlap.share_of("ferry"), 0);  // too short to tell
}

TEST(TextOverlap, WorksWithoutSpaces) {
  const TextOverlap overlap(
      "\u5e02\u9577\u306f\u6e2f\u306e\u8a08\u753b\u3092\u4e00\u5e74\u5ef6\u671f\u3059\u308b\u3068"
      "\u767a\u8868\u3057\u305f");
  EXPECT_DOUBLE_EQ(
      overlap.share_of("\u6e2f\u306e\u8a08\u753b\u3092\u4e00\u5e74\u5ef6\u671f\u3059\u308b\u3068"),
      1.0);
}

TEST(TextOverlap, EmptyTextHoldsNothing) {
  EXPECT_TRUE(TextOverlap("").empty());
  EXPECT_DOUBLE_EQ(TextOverlap("").share_of("a sentence long enough to have runs"), 0);
}

}  // namespace
}  // namespace pressmark::indexer
