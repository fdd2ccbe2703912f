#include "indexer/train/crf.h"

#include <vector>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

constexpr std::size_t kFeatures = 3;

/// A line of two tokens: the first has features 0 and 1 and is a person, the second has 2.
CrfLine line() {
  CrfLine line;
  line.features = {0, 1, 2};
  line.ends = {2, 3};
  line.tags = {make_tag(NameType::Person, TagPart::Unit), 0};
  return line;
}

Crf trained(int rounds, int averaged_rounds) {
  const CrfLine only = line();
  const std::vector<const CrfLine*> lines = {&only};
  Crf crf(kFeatures);
  crf.train(lines, {.rounds = rounds, .averaged_rounds = averaged_rounds});
  return crf;
}

TEST(Crf, TheWeightsAreTheMeanOfTheLastRounds) {
  const Crf second = trained(2, 1), third = trained(3, 1), mean = trained(3, 2);
  for (std::size_t feature = 0; feature < kFeatures; ++feature) {
    for (std::size_t tag = 0; tag < kRowTags; ++tag) {
      EXPECT_FLOAT_EQ(mean.weights(feature)[tag],
                      (second.weights(feature)[tag] + third.weights(feature)[tag]) / 2);
    }
  }
  for (std::size_t tag = 0; tag < kTags; ++tag) {
    EXPECT_FLOAT_EQ(mean.transitions()[kTags][tag],
                    (second.transitions()[kTags][tag] + third.transitions()[kTags][tag]) / 2);
  }
  EXPECT_NE(mean.weights(0), third.weights(0));
}

TEST(Crf, TagsTheLineItLearned) { EXPECT_EQ(trained(8, 4).decode(line()), line().tags); }

}  // namespace
}  // namespace pressmark::indexer
