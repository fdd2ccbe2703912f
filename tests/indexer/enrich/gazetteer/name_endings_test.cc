#include "indexer/enrich/gazetteer/name_endings.h"

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

TEST(NameEndings, AreThoseOfTheLanguage) {
  EXPECT_TRUE(is_name_ending("", "de"));
  EXPECT_TRUE(is_name_ending("s", "de"));        // Irans
  EXPECT_TRUE(is_name_ending("erinnen", "de"));  // Iranerinnen
  EXPECT_TRUE(is_name_ending("ischen", "de"));
  EXPECT_FALSE(is_name_ending("k", "de"));   // Malik
  EXPECT_FALSE(is_name_ending("bu", "es"));  // Malibu
  EXPECT_TRUE(is_name_ending("ом", "ru"));   // Ираном
  EXPECT_TRUE(is_name_ending("цы", "ru"));   // иранцы
  EXPECT_FALSE(is_name_ending("нин", "ru"));
  EXPECT_TRUE(is_name_ending("lılar", "tr"));  // Iraklılar
  EXPECT_FALSE(is_name_ending("ye", "tr"));    // Maliye; "Mali'ye" has an apostrophe
}

TEST(NameEndings, OfKoreanMayBeSeveral) {
  EXPECT_TRUE(is_name_ending("으로", "ko"));
  EXPECT_TRUE(is_name_ending("대사관에서는", "ko"));
  EXPECT_FALSE(is_name_ending("적", "ko"));
  EXPECT_FALSE(is_name_ending("족이라고", "ko"));
}

TEST(NameEndings, AreShortInALanguageWithoutAList) {
  EXPECT_TRUE(is_name_ending("ab", "xx"));
  EXPECT_FALSE(is_name_ending("abc", "xx"));
}

}  // namespace
}  // namespace pressmark::indexer
