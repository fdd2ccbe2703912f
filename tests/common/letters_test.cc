#include "common/letters.h"

#include <gtest/gtest.h>

namespace pressmark {
namespace {

TEST(Letters, KnowsTheScriptsWithoutBlanks) {
  for (const char32_t c : std::u32string_view(U"東東あアーㄅไລཀကក々〇ｱ\U00020000"))
    EXPECT_TRUE(sets_no_blanks(c)) << static_cast<unsigned>(c);
  for (const char32_t c : std::u32string_view(U"aяαאبक한、。・「１"))
    EXPECT_FALSE(sets_no_blanks(c)) << static_cast<unsigned>(c);
}

TEST(Letters, AWordOfKatakanaHasItsLongVowels) {
  for (const char32_t c : std::u32string_view(U"アーヴｶ")) EXPECT_TRUE(is_katakana(c));
  for (const char32_t c : std::u32string_view(U"あ・島a")) EXPECT_FALSE(is_katakana(c));
}

TEST(Letters, APointMayPartAForeignersNames) {
  for (const char32_t c : std::u32string_view(U"·・•‧･")) EXPECT_TRUE(is_name_point(c));
  for (const char32_t c : std::u32string_view(U".。、-")) EXPECT_FALSE(is_name_point(c));
}

TEST(Letters, GershayimStandBeforeTheLastLetters) {
  struct Case {
    std::string_view text;
    std::size_t at, want;
  };
  const Case cases[] = {
      {"צה\"ל", 4, 1},   {"צה״ל", 4, 2},      {"צה”ל", 4, 3},      {"מנכ\"לית", 6, 1},
      {"ש\"ח", 2, 1},    {"ב\"הארץ", 2, 0},  // a name behind "in"
      {"ה\"גל\"", 2, 0}, {"\"צה\"ל\"", 0, 0}, {"\"צה\"ל\"", 5, 1}, {"\"צה\"ל\"", 8, 0},
      {"צה\"", 4, 0},    {"5\"ל", 1, 0},      {"צה\"ל", 5, 0},     {"צה\"ל", 99, 0},
  };
  for (const Case& c : cases) EXPECT_EQ(gershayim_at(c.text, c.at), c.want) << c.text << c.at;
}

}  // namespace
}  // namespace pressmark
