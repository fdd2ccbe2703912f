#include "indexer/enrich/words/word_breaks.h"

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

bool alone(std::string_view text, std::string_view name, std::string_view language) {
  const std::size_t begin = text.find(name);
  return WordBreaks(text, language).stand_alone(begin, begin + name.size());
}

TEST(WordBreaks, AWordOfKatakanaIsOne) {
  EXPECT_FALSE(alone("バリアを", "バリ", "ja"));
  EXPECT_FALSE(alone("マリーを", "マリ", "ja"));
  EXPECT_FALSE(alone("カーナビで", "ーナ", "ja"));
  EXPECT_TRUE(alone("バリの", "バリ", "ja"));
  EXPECT_TRUE(alone("ボスニア・ヘルツェゴビナ", "ボスニア", "ja"));
}

TEST(WordBreaks, ADictionaryTellsWhereOthersEnd) {
  EXPECT_FALSE(alone("ลาวาไหล", "ลาว", "th"));
  EXPECT_FALSE(alone("สภากาชาด", "ชาด", "th"));
  EXPECT_TRUE(alone("รัฐบาลไทยกล่าว", "ไทย", "th"));
  EXPECT_FALSE(alone("他刚果断拒绝", "刚果", "zh"));
  EXPECT_TRUE(alone("中国政府", "中国", "zh"));
}

TEST(WordBreaks, AWordMadeFromANameHoldsIt) {
  EXPECT_TRUE(alone("日本人は", "日本", "ja"));
  EXPECT_TRUE(alone("バリ島で", "バリ", "ja"));
  EXPECT_FALSE(alone("中国地方で", "中国", "ja"));
}

TEST(WordBreaks, BlanksAreBreaksEverywhereElse) {
  EXPECT_TRUE(alone("in Mali today", "Mali", "de"));
  EXPECT_TRUE(alone("", "", "zh"));
}

}  // namespace
}  // namespace pressmark::indexer
