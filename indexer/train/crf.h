#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/enrich/tagger/tagger_tags.h"

namespace pressmark::indexer {

/// Features of the tokens of one line. A token without any can have tag 0 alone.
struct CrfLine {
  std::vector<std::uint32_t> features;  // of all tokens, one after another
  std::vector<std::uint32_t> ends;      // behind each token's last feature
  std::vector<Tag> tags;
  float weight = 1;

  bool is_open(std::size_t token) const { return ends[token] > (token == 0 ? 0 : ends[token - 1]); }
};

struct CrfOptions {
  int rounds = 8;
  float rate = 0.1F;
  float decay = 0;  // L2 on the weights that a line touches
  float feature_dropout = 0.2F;
  int averaged_rounds = 1;  // the weights are the mean of those behind each of the last rounds
  int runs = 1;             // ... of several trainings, each in another order
  std::uint64_t seed = 1;
};

/// Conditional random field over BILOU tags, trained by AdaGrad line by line. Plain float
/// arithmetic in a fixed order, with an exponential of its own: the same lines give the same
/// weights anywhere.
class Crf {
 public:
  using Row = std::array<float, kRowTags>;
  using TransitionRows = std::array<std::array<float, kTags>, kTags + 1>;

  explicit Crf(std::size_t features) : weights_(features), squares_(features) {}

  void train(std::span<const CrfLine> lines, const CrfOptions& options);

  std::vector<Row> scores(const CrfLine& line) const;
  std::vector<Tag> decode(const CrfLine& line) const;

  const Row& weights(std::size_t feature) const { return weights_[feature]; }
  const TransitionRows& transitions() const { return transitions_; }

 private:
  struct Work;
  struct Mean;
  void train_once(std::span<const CrfLine> lines, const CrfOptions& options, std::uint64_t seed,
                  Mean& mean);
  void learn(const CrfLine& line, const CrfOptions& options, std::uint64_t& random, Work& work);
  static void marginals(const TransitionRows& factors, Work& work);
  void update_row(Row& weight, Row& square, const Row& gradient, const CrfOptions& options);

  std::vector<Row> weights_, squares_;
  TransitionRows transitions_ = {};
  TransitionRows transition_squares_ = {};
};

}  // namespace pressmark::indexer
