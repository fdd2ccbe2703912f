#include "searcher/versions/text_diff.h"

#include <string>

#include <gtest/gtest.h>

namespace pressmark::searcher {
namespace {

/// "a [-b-][+c+] d", paragraphs parted by " / ".
std::string shown(const Difference& difference) {
  std::string out;
  for (const auto& paragraph : difference.paragraphs) {
    if (!out.empty()) out += " / ";
    for (const DifferencePiece& piece : paragraph) {
      if (piece.kind == DifferencePiece::Kind::Same) out += "(" + piece.text + ")";
      if (piece.kind == DifferencePiece::Kind::Removed) out += "[-" + piece.text + "-]";
      if (piece.kind == DifferencePiece::Kind::Added) out += "[+" + piece.text + "+]";
    }
  }
  return out;
}

struct Case {
  std::string_view before, after, want;
};

constexpr Case kCases[] = {
    {"", "", ""},
    {"The bridge is safe.", "The bridge is safe.", "(The bridge is safe.)"},
    {"The bridge is safe.", "The  bridge is  safe.", "(The bridge is safe.)"},
    {"The bridge is safe.", "The bridge is closed.", "(The bridge is)[-safe.-][+closed.+]"},
    {"The old bridge is safe.", "The bridge is safe.", "(The)[-old-](bridge is safe.)"},
    {"One.\n\nTwo.\n\nThree.", "One.\n\nThree.", "(One.) / [-Two.-] / (Three.)"},
    {"One.\n\nThree.", "One.\n\nTwo.\n\nThree.\n\nFour.",
     "(One.) / [+Two.+] / (Three.) / [+Four.+]"},
    {"", "One.\n\nTwo.", "[+One.+] / [+Two.+]"},
    {"It is safe.\n\nNo comment.", "It is closed.",
     "(It is)[-safe.-][+closed.+] / [-No comment.-]"},
};

TEST(TextDiff, ShowsWhatWasTakenOutAndPutIn) {
  for (const Case& c : kCases)
    EXPECT_EQ(shown(text_difference(c.before, c.after)), c.want) << c.before << " -> " << c.after;
}

TEST(TextDiff, SaysHowMuchChanged) {
  EXPECT_EQ(text_difference("", "").changed, 0);
  EXPECT_EQ(text_difference("a b c", "a b c").changed, 0);
  EXPECT_EQ(text_difference("a b c", "d e f").changed, 1);
  EXPECT_DOUBLE_EQ(text_difference("a b c d", "a b c e").changed, 0.25);
}

TEST(TextDiff, LongTextsAreComparedByParagraphs) {
  std::string before = "First word.\n\n";
  std::string after = "First words.\n\n";
  for (std::size_t i = 0; i < kMaxDiffWords; ++i) {
    before += "word ";
    after += "word ";
  }
  const Difference difference = text_difference(before, after);
  ASSERT_EQ(difference.paragraphs.size(), 2U);
  ASSERT_EQ(difference.paragraphs[0].size(), 2U);
  EXPECT_EQ(difference.paragraphs[0][0].text, "First word.");
  EXPECT_EQ(difference.paragraphs[0][1].text, "First words.");
  EXPECT_EQ(difference.paragraphs[1][0].kind, DifferencePiece::Kind::Same);
}

TEST(TextDiff, TextsThatShareNothingTakeNoAge) {
  std::string before, after;
  for (int i = 0; i < 5000; ++i) {
    before += "a" + std::to_string(i) + " ";
    after += "b" + std::to_string(i) + " ";
  }
  const Difference difference = text_difference(before, after);
  EXPECT_EQ(difference.changed, 1);
  ASSERT_EQ(difference.paragraphs.size(), 1U);
  EXPECT_EQ(difference.paragraphs[0].size(), 2U);
}

}  // namespace
}  // namespace pressmark::searcher
