#include "indexer/enrich/fingerprint.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

constexpr const char* kStory =
    "The harbour master of Port Kessen said on Tuesday that the last of the nine grain ships had "
    "left the quay before "
    "dawn, ending a blockade that had kept 14,000 tonnes of barley in the silos since early "
    "spring. Dockers cheered as "
    "the pilot boat turned, and the mayor, who had slept in her office for a week, told reporters "
    "that she would now go "
    "home. Insurance for the passage had been agreed by the two governments only on Sunday night, "
    "she said.";

std::size_t shared(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::vector<std::uint32_t> both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  return both.size();
}

TEST(Fingerprint, IsAscendingUniqueAndASampleOfOneInFour) {
  const auto found = fingerprint(kStory);
  EXPECT_TRUE(std::ranges::is_sorted(found));
  EXPECT_EQ(std::ranges::adjacent_find(found), found.end());
  EXPECT_GT(found.size(), 8U);
  EXPECT_LT(found.size(), 40U);
}

TEST(Fingerprint, DoesNotDependOnCapitalsQuotationMarksOrPunctuation) {
  const auto plain =
      fingerprint("the mayor s words \"we will not wait\" were heard from the quay to the silos");
  const auto dressed = fingerprint(
      "THE MAYOR s words: \u201cWe will not wait\u201d \u2014 were heard, from the Quay to the "
      "silos!");
  EXPECT_EQ(plain, dressed);
  EXPECT_EQ(fingerprint("a cr\u00e8me \u00c9cole in the long street"),
            fingerprint("a CR\u00c8ME \u00e9cole in the long street"));
}

TEST(Fingerprint, ACutTextKeepsTheShinglesItKeeps) {
  const std::string whole = kStory;
  const auto all = fingerprint(whole);
  const auto cut = fingerprint(whole.substr(0, whole.find(" Insurance")));
  EXPECT_EQ(shared(all, cut), cut.size());
  EXPECT_LT(cut.size(), all.size());
}

TEST(Fingerprint, VowelSignsArePartOfAWord) {
  // Two texts that differ in nothing but a vowel sign of each word.
  EXPECT_NE(fingerprint("का की कू के को का की कू के को का कू की को के का"),
            fingerprint("के को का की कू के को का की कू के की का कू को के"));
  // Five words are five words: no shingle without them.
  EXPECT_TRUE(fingerprint("काम काज काल काश").empty());
  const auto accents =
      fingerprint("la cre\u0300me bru\u0302le\u0301e de la maison de l'e\u0301te\u0301 dernier");
  EXPECT_EQ(accents, fingerprint("la creme brulee de la maison de l\u2019ete dernier"));
}

TEST(Fingerprint, PunctuationOfScriptsWithoutBlanksChangesNothing) {
  EXPECT_EQ(fingerprint("港の小麦船は、火曜日の朝に「出航」した。と市長が語った。"),
            fingerprint("港の小麦船は火曜日の朝に出航したと市長が語った"));
}

TEST(Fingerprint, ReadsScriptsWithoutBlanks) {
  const std::string text =
      "\u6e2f\u306e\u5c0f\u9ea6\u8239\u306f\u706b\u66dc\u65e5\u306e\u671d\u306b\u51fa\u822a\u3057"
      "\u305f\u3068\u5e02\u9577\u304c\u8a9e\u3063\u305f";
  EXPECT_FALSE(fingerprint(text).empty());
}

TEST(Fingerprint, IsEmptyForAFewWordsAndBoundedForAWholeBook) {
  EXPECT_TRUE(fingerprint("").empty());
  EXPECT_TRUE(fingerprint("only four words here").empty());
  std::string book;
  for (int i = 0; i < 40000; ++i) book += std::to_string(i) + " ";
  EXPECT_EQ(fingerprint(book).size(), kMaxFingerprint);
}

}  // namespace
}  // namespace pressmark::indexer
