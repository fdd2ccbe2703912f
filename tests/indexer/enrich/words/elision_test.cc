#include "indexer/enrich/words/elision.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

using ::testing::ElementsAre;

TEST(ElidedArticle, StandsInFrontOfACapitalInLanguagesThatElide) {
  EXPECT_EQ(elided_article("l'Ukraine", "fr"), 2U);
  EXPECT_EQ(elided_article("L\u2019\u00c9gypte", "fr"), 4U);
  EXPECT_EQ(elided_article("dell'Iran", "it"), 5U);
  EXPECT_EQ(elided_article("d'It\u00e0lia", "ca"), 2U);
}

TEST(ElidedArticle, IsNothingElse) {
  EXPECT_EQ(elided_article("l'Ukraine", "en"), 0U);
  EXPECT_EQ(elided_article("l'automne", "fr"), 0U);
  EXPECT_EQ(elided_article("Ukraine", "fr"), 0U);
  EXPECT_EQ(elided_article("aujourd'hui", "fr"), 0U);
  EXPECT_EQ(elided_article("quelquefois'Iran", "fr"), 0U);
  EXPECT_EQ(elided_article("l'", "fr"), 0U);
  EXPECT_EQ(elided_article("'Iran", "fr"), 0U);
  EXPECT_EQ(elided_article("", "fr"), 0U);
  EXPECT_EQ(elided_article("\u00e9l'Iran", "fr"), 0U);
}

std::vector<std::string> parted(std::string_view text, std::string_view language) {
  std::vector<Token> tokens = split_tokens(text);
  part_articles(text, language, tokens);
  std::vector<std::string> words;
  for (const Token& token : tokens)
    words.emplace_back(text.substr(token.begin, token.end - token.begin));
  return words;
}

TEST(PartArticles, LeavesNamesOfPersonsWhole) {
  EXPECT_THAT(parted("pour l'Inde", "fr"), ElementsAre("pour", "l'", "Inde"));
  EXPECT_THAT(parted("L\u2019Inde joue", "fr"), ElementsAre("L\u2019", "Inde", "joue"));
  EXPECT_THAT(parted("ha detto Dell'Utri", "it"), ElementsAre("ha", "detto", "Dell'Utri"));
  EXPECT_THAT(parted("Jeanne d'Arc", "fr"), ElementsAre("Jeanne", "d'Arc"));
  EXPECT_THAT(parted("pour l'Inde", "en"), ElementsAre("pour", "l'Inde"));
}

TEST(PartEndings, StandBehindTurkishNames) {
  const auto parted = [](std::string_view text, std::string_view language) {
    std::vector<Token> tokens = split_tokens(text);
    part_endings(text, language, tokens);
    std::vector<std::string> words;
    for (const Token& token : tokens)
      words.emplace_back(text.substr(token.begin, token.end - token.begin));
    return words;
  };
  EXPECT_THAT(parted("Ankara'dan geldi", "tr"), ElementsAre("Ankara", "'dan", "geldi"));
  EXPECT_THAT(parted("Demir\u2019in evi", "tr"), ElementsAre("Demir", "\u2019in", "evi"));
  EXPECT_THAT(parted("Ankara'dan", "en"), ElementsAre("Ankara'dan"));
}

}  // namespace
}  // namespace pressmark::indexer
