#include "common/utf8.h"

#include <gtest/gtest.h>

namespace pressmark {
namespace {

TEST(Utf8, TellsWellFormedFromIllFormed) {
  EXPECT_TRUE(is_utf8("caf\u00e9 \u4e2d \U0001F600"));
  EXPECT_FALSE(is_utf8("caf\xe9 x"));
  EXPECT_FALSE(is_utf8("\xed\xa0\x80"));  // a surrogate
  EXPECT_FALSE(is_utf8("\xc0\xaf"));      // overlong
  EXPECT_FALSE(is_utf8("\xe4\xb8"));      // cut
}

TEST(Utf8, LossyIsAlwaysWellFormed) {
  EXPECT_EQ(to_utf8_lossy("a\xff"
                          "b"),
            "a\uFFFDb");
  for (int first = 0; first < 256; ++first) {
    const std::string bytes{static_cast<char>(first), 'x', static_cast<char>(first)};
    EXPECT_TRUE(is_utf8(to_utf8_lossy(bytes))) << first;
  }
}

TEST(Utf8, OffsetsCountCodePoints) {
  const std::string text = "a\u00e9\u4e2db";
  CodePointOffsets offsets(text);
  EXPECT_EQ(offsets.at(0), 0U);
  EXPECT_EQ(offsets.at(3), 2U);
  EXPECT_EQ(offsets.at(text.size()), 4U);
  EXPECT_EQ(offsets.at(1), 1U);
}

TEST(Utf8, PrefixEndsBetweenCodePoints) {
  EXPECT_EQ(utf8_prefix("a\u4e2d", 3), "a");
  EXPECT_EQ(utf8_prefix("a\u4e2d", 4), "a\u4e2d");
}

}  // namespace
}  // namespace pressmark
