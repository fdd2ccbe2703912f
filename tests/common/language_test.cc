#include "common/language.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressmark {
namespace {

using ::testing::Contains;

TEST(Language, FindsCodesAndNames) {
  struct Case {
    std::string_view name;
    std::string_view code;  // empty: unknown
  };
  constexpr Case kCases[] = {
      {"de", "de"},      {"DEU", "de"},      {"ger", "de"},      {"German", "de"},
      {"deutsch", "de"}, {"немецкий", "de"}, {"pt-BR", "pt"},    {"zh_Hant", "zh"},
      {"中文", "zh"},    {"Greek", "el"},    {"français", "fr"}, {"francais", "fr"},
      {"farsi", "fa"},   {"klingon", ""},    {"", ""},           {"english-speaking", ""},
  };
  for (const Case& test : kCases)
    EXPECT_EQ(find_language(test.name).value_or(""), test.code) << test.name;
}

TEST(Language, NamesAndSuggests) {
  EXPECT_EQ(language_name("uk"), "Ukrainian");
  EXPECT_EQ(language_name("uk", "de"), "Ukrainisch");
  EXPECT_THAT(suggest_languages("germn"), Contains("German"));
}

}  // namespace
}  // namespace pressmark
