#include "indexer/enrich/words/word_scanner.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

using ::testing::ElementsAre;

std::uint64_t hash(std::string_view word) {
  const std::vector<Word> words = scan_words(word);
  EXPECT_EQ(words.size(), 1U) << word;
  return words.empty() ? 0 : words[0].hash;
}

TEST(WordScanner, FoldsCaseAndAccents) {
  EXPECT_EQ(hash("\u00c9GYPTE"), hash("egypte"));
  EXPECT_EQ(hash("\u0141\u00f3d\u017a"), hash("lodz"));
}

TEST(WordScanner, APointWithinADoubledAbbreviationEndsNoSentence) {
  for (const std::string_view text : {"EE.UU. dice", "EE. UU. dice", "EE UU dice"})
    EXPECT_EQ(scan_words(text).at(1).before, Gap::Space) << text;
  EXPECT_EQ(scan_words("La EE. Una").at(2).before, Gap::Sentence);
  EXPECT_EQ(scan_words("EE.UU. Dice").at(2).before, Gap::Sentence);
}

TEST(WordScanner, KeepsVowelSignsOfIndicScripts) {
  EXPECT_NE(hash("\u092a\u0947\u0930\u0942"), hash("\u092a\u0930"));  // Peru, and "on"
  EXPECT_NE(hash("\u0995\u09c1"), hash("\u0995"));
  EXPECT_EQ(hash("\u0905\u095e\u0917\u093e\u0928"),
            hash("\u0905\u092b\u0917\u093e\u0928"));  // a dot below may be left out
}

TEST(WordScanner, VoicingMakesAnotherKana) {
  const auto hashes = [](std::string_view text) {
    std::vector<std::uint64_t> found;
    for (const Word& word : scan_words(text)) found.push_back(word.hash);
    return found;
  };
  EXPECT_NE(hashes("バリ"), hashes("ハリ"));
  EXPECT_EQ(hashes("バリ"), hashes("ﾊﾞﾘ"));
  EXPECT_EQ(hashes("バリ"), hashes("ハ\u3099リ"));
}

TEST(WordScanner, ReadsALetterAsAnyKeyboardWritesIt) {
  EXPECT_EQ(hash("ایران"), hash("ايران"));
  EXPECT_EQ(hash("یک"), hash("يك"));
  EXPECT_EQ(hash("য়\u09be"), hash("য\u09bc\u09be"));
}

TEST(WordScanner, AHebrewAbbreviationIsOneWord) {
  EXPECT_EQ(hash("ארה\"ב"), hash("ארה״ב"));
  EXPECT_EQ(scan_words("ב\"הארץ\"").size(), 2U);
}

TEST(WordScanner, JoinersAndGereshBindLetters) {
  EXPECT_EQ(hash("\u06a9\u06cc\u067e\u200c\u0648\u0631\u062f"),
            hash("\u06a9\u06cc\u067e\u0648\u0631\u062f"));
  EXPECT_EQ(hash("\u05e6\u05f3\u05d0\u05d3"), hash("\u05e6'\u05d0\u05d3"));
}

TEST(WordScanner, TellsWhatStandsBetweenWords) {
  std::vector<Gap> gaps;
  for (const Word& word :
       scan_words("One two-three, four \u2014 five - six. Seven\neight (nine) ten\u2013eleven"))
    gaps.push_back(word.before);
  EXPECT_THAT(gaps,
              ElementsAre(Gap::Line, Gap::Space, Gap::Hyphen, Gap::Comma, Gap::Dash, Gap::Dash,
                          Gap::Sentence, Gap::Line, Gap::Other, Gap::Other, Gap::Dash));
}

TEST(WordScanner, LeavesPossessivesOffAndKeepsAbbreviationsWhole) {
  const std::vector<Word> words = scan_words("Chile's U.S. dogs' bone");
  ASSERT_EQ(words.size(), 4U);
  EXPECT_TRUE(words[0].possessive);
  EXPECT_EQ(words[0].hash, hash("chile"));
  EXPECT_TRUE(words[1].dotted && words[1].caps);
  EXPECT_EQ(words[1].hash, hash("us"));
  EXPECT_TRUE(words[2].possessive);
  EXPECT_FALSE(words[3].possessive);
}

TEST(WordScanner, ACharacterOfAScriptWithoutBlanksIsAWord) {
  EXPECT_EQ(scan_words("\u65e5\u672c").size(), 2U);
  EXPECT_EQ(scan_words("\u0e44\u0e17\u0e22").size(), 3U);
}

}  // namespace
}  // namespace pressmark::indexer
