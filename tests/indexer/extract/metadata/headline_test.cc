#include "indexer/extract/metadata/headline.h"

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

const Outlet kEcho{"pennine-echo.example", "The Pennine Echo"};

TEST(Headline, IsTheVisibleOneThatAgreesWithAStatedTitle) {
  EXPECT_EQ(choose_headline({{"The Pennine Echo", "Weir opens after ten years of work"},
                             {},
                             {"Weir opens after ten years"},
                             "Weir opens after ten years - The Pennine Echo"},
                            kEcho),
            "Weir opens after ten years of work");
}

TEST(Headline, LosesMarksWithoutWidthInOnePass) {
  EXPECT_EQ(choose_headline({{}, {}, {}, "We\u00ADir \u200Bopens\uFEFF after ten years"}, kEcho),
            "Weir opens after ten years");
  std::string marks = "Weir opens ";
  for (int i = 0; i < 2'000'000; ++i) marks += "\u00AD";
  EXPECT_EQ(choose_headline({{}, {}, {marks + "after ten years"}, {}}, kEcho),
            "Weir opens after ten years");
}

TEST(Headline, WithoutAVisibleOneIsStatedWithoutTheOutlet) {
  EXPECT_EQ(choose_headline({{}, {}, {}, "Weir opens after ten years | The Pennine Echo"}, kEcho),
            "Weir opens after ten years");
}

TEST(Headline, LosesALabelThatNoTitleStates) {
  EXPECT_EQ(
      choose_headline(
          {{"Rivers: Weir opens after ten years"}, {}, {"Weir opens after ten years"}, ""}, kEcho),
      "Weir opens after ten years");
  EXPECT_EQ(
      choose_headline({{"News Weir opens after ten years"}, {}, {"Weir opens after ten years"}, ""},
                      kEcho),
      "Weir opens after ten years");
}

TEST(Headline, KeepsABeginningThatOneTitleStatesAndAnotherLacks) {
  EXPECT_EQ(choose_headline({{"'A good day': weir opens after ten years"},
                             {},
                             {"'A good day': weir opens after ten years"},
                             "Weir opens after ten years | The Pennine Echo"},
                            kEcho),
            "'A good day': weir opens after ten years");
}

TEST(Headline, TakesTheBlanksOfAStatedTitle) {
  EXPECT_EQ(
      choose_headline(
          {{"RiversWeir opens after ten years"}, {}, {"Rivers / Weir opens after ten years"}, ""},
          kEcho),
      "Rivers / Weir opens after ten years");
}

TEST(Headline, HasNoMarksWithoutWidth) {
  EXPECT_EQ(choose_headline({{"Wehr\u00ADan\u00ADla\u00ADge wieder in Betrieb\u200B"},
                             {},
                             {"Wehranlage wieder in Betrieb"},
                             ""},
                            kEcho),
            "Wehranlage wieder in Betrieb");
}

TEST(Headline, WhatThePageCallsALabelIsNone) {
  HeadlineEvidence evidence;
  evidence.visible = {"Harbour | Ferry sold to the islanders"};
  evidence.unlabelled = {"Ferry sold to the islanders"};
  evidence.document_title = "Harbour | Ferry sold to the islanders - The Echo";
  evidence.stated = {"Ferry sold to the islanders"};
  EXPECT_EQ(choose_headline(evidence, {"", "The Echo"}), "Ferry sold to the islanders");
  evidence.stated = {"Harbour: Ferry sold to the islanders"};
  evidence.visible = {"Harbour Ferry sold to the islanders"};
  EXPECT_EQ(choose_headline(evidence, {"", "The Echo"}), "Harbour: Ferry sold to the islanders");
}

TEST(Headline, IsAnH2WithTheTitlesWordsBeforeAnH1OfOthers) {
  HeadlineEvidence evidence{{"Jump to the side column"},
                            {"Weir opens after ten years"},
                            {"Weir opens after ten years"},
                            ""};
  EXPECT_EQ(choose_headline(evidence, kEcho), "Jump to the side column");
  evidence.visible_at = {80};
  evidence.subheads_at = {20};
  EXPECT_EQ(choose_headline(evidence, kEcho), "Weir opens after ten years");
  evidence.subheads_at = {90};
  EXPECT_EQ(choose_headline(evidence, kEcho), "Jump to the side column");
}

TEST(Headline, ArrowsPartATitleUnlessTheyQuote) {
  EXPECT_EQ(without_outlet("The Pennine Echo >> Weir opens", kEcho), "Weir opens");
  EXPECT_EQ(without_outlet("Weir opens « The Pennine Echo", kEcho), "Weir opens");
  EXPECT_EQ(without_outlet("Roe : « The Pennine Echo » fait tout", kEcho),
            "Roe : « The Pennine Echo » fait tout");
  EXPECT_EQ(without_outlet("Roe: «Das Wehr bleibt» » The Pennine Echo", kEcho),
            "Roe: «Das Wehr bleibt»");
}

}  // namespace
}  // namespace pressmark::indexer
