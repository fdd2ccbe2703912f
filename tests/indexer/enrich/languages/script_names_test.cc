#include "indexer/enrich/languages/script_names.h"

#include <string>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

TEST(ScriptNames, OtherLanguagesHaveNoRules) {
  for (const std::string_view language : {"en", "de", "th", "", "xx"}) {
    EXPECT_FALSE(has_name_rules(language)) << language;
    EXPECT_TRUE(script_names("国家主席 Сергей Вершинин", language).empty()) << language;
  }
}

/// Runs of what names are made of neither take long nor make long names.
TEST(ScriptNames, RunsOfNamesEndSomewhere) {
  const std::pair<std::string_view, std::string_view> runs[] = {
      {"ar", "محمد "},       {"ar", "عبد الله "}, {"ar", "بن "},      {"el", "Γιώργος "},
      {"el", "Παπάς-"},      {"fa", "علی "},      {"he", "דוד "},     {"he", "משה-"},
      {"ja", "ア・"},        {"ja", "佐藤"},      {"ja", "株式会社"}, {"ko", "김철수 "},
      {"ko", "블라디미르 "}, {"zh", "普·"},       {"zh", "总统"},     {"zh", "有限公司"},
      {"zh", "记者张伟、"},
  };
  for (const auto& [language, run] : runs) {
    std::string text;
    while (text.size() < 100'000) text += run;
    std::size_t end = 0;
    for (const Mention& mention : script_names(text, language)) {
      EXPECT_GE(mention.begin, end) << run;
      EXPECT_LT(mention.end - mention.begin, 300U) << run;
      EXPECT_LE(mention.end, text.size()) << run;
      end = mention.end;
    }
  }
}

}  // namespace
}  // namespace pressmark::indexer
