#include "common/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressmark {
namespace {

using ::testing::ElementsAre;

TEST(Text, CollapsesEveryKindOfSpace) {
  EXPECT_EQ(collapse_space("  a\t\u00a0b\u2009\n c\ufeff "), "a b c");
  EXPECT_EQ(collapse_space("coun\u200bcil \u200bof\ufeff2"), "council of2");
  EXPECT_EQ(collapse_space("\u200b\u1797\u200b\u1797\u200b \u1797"), "\u1797\u200b\u1797 \u1797")
      << "parts words of Khmer";
  EXPECT_EQ(trim("\u00a0 a b\u200b"), "a b");
  EXPECT_EQ(trim(" \u00a0 "), "");
}

TEST(Text, FoldsCaseAndAccents) {
  EXPECT_EQ(fold_case("STRASSE \u00c9"), "strasse \u00e9");
  EXPECT_EQ(fold_accents("\u00c9lys\u00e9e Kyïv"), "elysee kyiv");
}

TEST(Text, KeepsSignsThatMakeAnotherLetter) {
  EXPECT_EQ(fold_accents("パリ ﾊﾞﾘ ガ"), "パリ バリ ガ");
  EXPECT_EQ(fold_accents("দিল ไทย ދިވެހި"), "দিল ไทย ދިވެހި");
  EXPECT_NE(fold_accents("য়"), fold_accents("য"));
  EXPECT_EQ(fold_accents("फ़िल्म"), "फिल्म");
}

TEST(Text, ReadsALetterAsAnyKeyboardWritesIt) {
  EXPECT_EQ(fold_accents("یک"), fold_accents("يك"));
  EXPECT_EQ(fold_accents("مصطفى"), fold_accents("مصطفی"));
}

TEST(Text, FoldingAgainChangesNothing) {
  for (const std::string_view text : {"\u210Caus", "\u2121 12", "\u0130stanbul", "Stra\u1E9Ee",
                                      "\U0001D400bc", "\u03A3\u03AF\u03C2", "ﾊﾞ 각 ড়"}) {
    const std::string folded = fold_accents(text);
    EXPECT_EQ(fold_accents(folded), folded) << text;
  }
  EXPECT_EQ(fold_accents("\u210Caus"), "haus");
}

TEST(Text, ParagraphsAreSeparatedByBlankLinesWhereThereAreAny) {
  EXPECT_THAT(paragraphs("a\nb\n\nc\n\n\n"), ElementsAre("a\nb", "c"));
  EXPECT_THAT(paragraphs("a\nb\n"), ElementsAre("a", "b"));
  EXPECT_THAT(paragraphs("\n\n"), ElementsAre());
}

TEST(Text, SplitKeepsEmptyPieces) {
  EXPECT_THAT(split("a,,b,", ','), ElementsAre("a", "", "b", ""));
}

}  // namespace
}  // namespace pressmark
