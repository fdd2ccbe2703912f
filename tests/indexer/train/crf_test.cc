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

Crf trained(const CrfOptions& options) {
  const CrfLine only = line();
  Crf crf(kFeatures);
  crf.train({&only, 1}, options);
  return crf;
}

Crf trained(int rounds, int averaged_rounds) {
  return trained({.rounds = rounds, .averaged_rounds = averaged_rounds});
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

TEST(Crf, TheWeightsAreTheMeanOfTheRuns) {
  const Crf first = trained({.rounds = 3, .seed = 1}), second = trained({.rounds = 3, .seed = 2});
  const Crf mean = trained({.rounds = 3, .runs = 2, .seed = 1});
  for (std::size_t tag = 0; tag < kRowTags; ++tag) {
    EXPECT_FLOAT_EQ(mean.weights(0)[tag], (first.weights(0)[tag] + second.weights(0)[tag]) / 2);
  }
  EXPECT_NE(first.weights(0), second.weights(0));
}

TEST(Crf, ATokenWithoutFeaturesHasNoName) {
  CrfLine closed = line();
  closed.features = {2};
  closed.ends = {0, 1};
  EXPECT_EQ(trained(8, 4).decode(closed), (std::vector<Tag>{0, 0}));
}

TEST(Crf, TagsTheLineItLearned) { EXPECT_EQ(trained(8, 4).decode(line()), line().tags); }

}  // namespace
}  // namespace pressmark::indexer
