#include "indexer/extract/text/text_tail.h"

#include <string>

#include <gtest/gtest.h>

#include "common/text.h"

namespace pressmark::indexer {
namespace {

constexpr std::string_view kStory = "The ice came late.\n\nNobody skated.\n\n";

/// What is cut off `lines` behind a story, parted by "|".
std::string cut(std::string_view lines) {
  const std::string text = std::string(kStory).append(lines);
  const std::vector<std::string_view> all = split(text, '\n');
  std::string gone;
  for (std::size_t i = find_text_tail(all, "").end; i < all.size(); ++i) {
    if (all[i].empty()) continue;
    gone.append(gone.empty() ? "" : "|").append(all[i]);
  }
  return gone;
}

TEST(TextTail, FurnitureIsNotTheStorys) {
  EXPECT_EQ(cut("Related posts\n\nIce in June\n\nLeave a Comment"),
            "Related posts|Ice in June|Leave a Comment");
  EXPECT_EQ(cut("Comments (3)\nI saw it too.\nFirst\nReply"),
            "Comments (3)|I saw it too.|First|Reply");
  EXPECT_EQ(
      cut("Related coverage\n\nWhy is ice blue?\nHarbour 2 closed\nPier 3 opens\nFerry 4 sold\n"
          "Mayor 5 resigns"),
      "Related coverage|Why is ice blue?|Harbour 2 closed|Pier 3 opens|Ferry 4 sold|Mayor 5 "
      "resigns");
  EXPECT_EQ(cut("相关新闻\n港口2月结冰"), "相关新闻|港口2月结冰");
}

TEST(TextTail, ALastLineOfManyWordsIsTheStorysWithoutAPointToo) {
  EXPECT_EQ(cut("No one was injured in the accident"), "");
  EXPECT_EQ(cut("Correction: an earlier version named the wrong mayor"), "");
  EXPECT_EQ(cut("Harbour Times"), "Harbour Times");
}

TEST(TextTail, WhatMayBeTheStorysIsNotCutForItsShapeAlone) {
  EXPECT_EQ(cut("more to come"), "");
  EXPECT_EQ(cut("The winners:\n\nann of Lund\nbo of Umea\n\nRelated posts"), "Related posts");
  EXPECT_EQ(cut("the winners:\n\nann of Lund\nbo of Umea"), "");
  EXPECT_EQ(cut("print subscriptions\ndeath notices"), "print subscriptions|death notices");
}

TEST(TextTail, WithoutFullStopsAnywhereALineWithoutOneSaysNothing) {
  const std::vector<std::string_view> lines = {"น้ำท่วมภาคใต้",
                                               "",
                                               "ถนนสามสายถูกตัดขาด",
                                               "",
                                               "โรงเรียนปิดสามวัน และชาวบ้านสองหมู่บ้านต้องอพยพขึ้นที่สูงแล้ว",
                                               "",
                                               "ฝนยังตกหนัก",
                                               "",
                                               "ชาวบ้านอพยพแล้ว"};
  EXPECT_EQ(find_text_tail(lines, "").end, lines.size());
}

TEST(TextTail, AStoryThatGoesOnIsWhole) {
  EXPECT_EQ(cut("Watch the harbour, she said\n\nThe pier is closed.\n\nIt will open in May."), "");
  EXPECT_EQ(
      cut("Comments on the plan are welcome until May\n\nShe said: \u201cWe shall see\n\nThe plan "
          "is old.\n\nHe asked for 3 more years\n\nThe vote is in June."),
      "");
  EXPECT_EQ(cut("Home\n\nThe hosts led early.\n\nThe second half was poor."), "");
  EXPECT_EQ(cut("Weather\n\nRain is due.\n\nThen sun.\n\nShare this"), "Share this");
}

TEST(EndsAsSentence, BehindFewQuotationMarksOnly) {
  for (const char* line :
       {"She left.", "“She left.”", "«Она ушла.»", "(She left!)'\"", "彼女は去った。」"})
    EXPECT_TRUE(ends_as_sentence(line)) << line;
  std::string closed = "She left.";
  for (int i = 0; i < 10; ++i) closed += "”";
  EXPECT_TRUE(ends_as_sentence(closed));
  for (int i = 0; i < 100'000; ++i) closed += "”";  // no more of it is looked at than of a word
  EXPECT_FALSE(ends_as_sentence(closed));
  for (const char* line : {"", "She left", "”", "))))"})
    EXPECT_FALSE(ends_as_sentence(line)) << line;
}

}  // namespace
}  // namespace pressmark::indexer
