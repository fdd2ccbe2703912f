#include "indexer/extract/dates/date_language.h"

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

TEST(DateLanguage, TheOutletsCountryCountsWhereThePageSaysNoMore) {
  EXPECT_EQ(date_language("de-AT", {"lefigaro.fr", ""}), "de-AT");
  EXPECT_EQ(date_language("en", {"herald.example", ""}), "en");
  EXPECT_EQ(date_language("en", {"herald.uk", ""}), "en-uk");
  EXPECT_EQ(date_language("en", {"theguardian.com", ""}), "en-GB") << "a known outlet";
  EXPECT_EQ(date_language("", {"herald.example", ""}), "");
  EXPECT_EQ(date_language("", {"herald.pl", ""}), "pl-pl");
  EXPECT_EQ(date_language("", {"lefigaro.fr", ""}), "fr-FR");
}

TEST(DateLanguage, OnlyTheUnitedStatesWriteTheMonthFirst) {
  for (const char* const tag : {"en", "en-US", "en_US"}) EXPECT_TRUE(month_first(tag)) << tag;
  for (const char* const tag : {"", "en-GB", "en-uk", "fr", "es-US", "und"})
    EXPECT_FALSE(month_first(tag)) << tag;
}

}  // namespace
}  // namespace pressmark::indexer
