#include "indexer/extract/text/text_lines.h"

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

TEST(TextLines, AreWithoutWhatCopyingLeaves) {
  const TextLines text(
      "\ufeffBy\u00a0Jane\u202fDoe \n\u200e3\u00a0March\u200f\n\n caf\u00e9 \u201cx\u201d");
  EXPECT_EQ(text.lines(), (std::vector<std::string_view>{"By Jane Doe", "3 March", "",
                                                         "caf\u00e9 \u201cx\u201d"}));
}

TEST(TextLines, KeepMarksWithinALine) {
  const TextLines text("a\u200fb");
  EXPECT_EQ(text.lines(), (std::vector<std::string_view>{"a\u200fb"}));
}

}  // namespace
}  // namespace pressmark::indexer
