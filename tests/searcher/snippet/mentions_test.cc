#include <gtest/gtest.h>

#include "searcher/snippet/snippet_maker.h"

namespace pressmark::searcher {
namespace {

TEST(Mentions, StandInTheirParagraphWithItsNumber) {
  //                        0         1         2           3          4
  //                        01234567890123456789012 3 4567890123456789012345
  const Snippet marked = {"The gas leaked at noon.\n\nNo gas. L'eau du gaz reste.",
                          {{4, 7}, {28, 31}, {42, 45}}};
  const auto found = mentions(marked, 8);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0], (Mention{1, "The ", "gas", " leaked …"}));
  EXPECT_EQ(found[1], (Mention{2, "No ", "gas", ". L'eau …"}));
  EXPECT_EQ(found[2].paragraph, 2U);
  EXPECT_EQ(found[2].word, "gaz");
  EXPECT_EQ(found[2].before, "…'eau du ");
}

TEST(Mentions, CountCharactersAndNotBytes) {
  const auto found = mentions({"ééé gaz ééé", {{4, 7}}}, 3);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0], (Mention{1, "…éé ", "gaz", " éé…"}));
}

TEST(Mentions, OfNothingAreNone) { EXPECT_TRUE(mentions({"a text", {}}, 10).empty()); }

}  // namespace
}  // namespace pressmark::searcher
