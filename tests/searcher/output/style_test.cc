#include "searcher/output/style.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/display_width.h"

namespace pressmark::searcher {
namespace {

using ::testing::ElementsAre;

TEST(Wrap, BreaksAtBlanksAndMarksWithoutColours) {
  const Snippet text{"two ferries had collided", {{4, 11}, {16, 24}}};
  EXPECT_THAT(wrap(text, {}, 16, 0), ElementsAre("two **ferries**", "had **collided**"));
}

TEST(Wrap, MarksInColourTakeNoColumns) {
  const Snippet text{"two ferries", {{4, 11}}};
  EXPECT_THAT(wrap(text, {.colours = true}, 11, 0), ElementsAre("two \x1B[1;31mferries\x1B[0m"));
}

TEST(Wrap, CutsAfterTheLastLineAllowed) {
  EXPECT_THAT(wrap({"one two three four five", {}}, {}, 10, 2), ElementsAre("one two", "three …"));
}

TEST(Wrap, WideCharactersTakeTwoColumnsAndBreakAnywhere) {
  EXPECT_THAT(wrap({"函館の漁港では", {}}, {}, 8, 0), ElementsAre("函館の漁", "港では"));
}

TEST(Wrap, AWordLongerThanTheLineIsCut) {
  EXPECT_THAT(wrap({"abcdefghijkl", {}}, {}, 8, 0), ElementsAre("abcdefgh", "ijkl"));
}

TEST(Wrap, ControlsAreMadeVisible) {
  EXPECT_THAT(wrap({"a\x1B[31mb\xE2\x80\xAE", {}}, {}, 80, 0), ElementsAre("a\\x1B[31mb\\u{202E}"));
}

TEST(Wrap, LinesFitWhateverTheText) {
  const Snippet text{"Äpfel und 漢字漢字漢字 e\xCC\x81tait superlongwordwithoutanyblankatall x",
                     {{0, 5}}};
  for (std::size_t columns = 8; columns < 30; ++columns) {
    for (const std::string& line : wrap(text, {}, columns, 0)) {
      EXPECT_LE(display_width(line), columns) << line;
    }
  }
}

TEST(DisplayWidth, CountsColumns) {
  EXPECT_EQ(display_width("abc"), 3U);
  EXPECT_EQ(display_width("函館"), 4U);
  EXPECT_EQ(display_width("e\xCC\x81"), 1U);
  EXPECT_EQ(display_width("ﾊﾝｶｸ"), 4U);
  EXPECT_EQ(fit("abcdef", 4), "abc…");
  EXPECT_EQ(fit("函館市", 4), "函…");
  EXPECT_EQ(fit("ab cd", 4), "ab…");
}

TEST(Numbers, ReadWell) {
  EXPECT_EQ(grouped(7), "7");
  EXPECT_EQ(grouped(1204), "1 204");
  EXPECT_EQ(grouped(1234567), "1 234 567");
  EXPECT_EQ(percent(1, 3), "33 %");
  EXPECT_EQ(percent(1, 1000), "<1 %");
  EXPECT_EQ(percent(0, 0), "0 %");
  EXPECT_EQ(bar(0.5, 4), "██");
  EXPECT_EQ(bar(0.0001, 4), "▏");
  EXPECT_EQ(bar(0, 4), "");
  EXPECT_EQ(bar(1.0 / 32 * 9, 4), "█▏");
}

TEST(Links, OnlyWebAddressesAndNoControls) {
  const Style style{.links = true};
  EXPECT_EQ(linked(style, "javascript:x", "t"), "t");
  EXPECT_EQ(linked(style, "https://a.example/\x1B]8;;x", "t"),
            "\x1B]8;;https://a.example/%1B]8;;x\x1B\\t\x1B]8;;\x1B\\");
  EXPECT_EQ(linked({}, "https://a.example/", "t"), "t");
}

}  // namespace
}  // namespace pressmark::searcher
