#include "indexer/train/crf.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace pressmark::indexer {
namespace {

constexpr std::size_t kStart = kTags;

/// e^x to about 1e-6 for -80 < x < 80, from additions and multiplications alone.
float exponential(float x) {
  x = std::clamp(x, -80.0F, 80.0F);
  const float scaled = x * 1.44269504F;
  const auto whole = static_cast<int>(scaled + (scaled < 0 ? -0.5F : 0.5F));
  const float rest = (scaled - static_cast<float>(whole)) * 0.69314718F;
  float series = 1.0F / 720;
  for (const float term : {1.0F / 120, 1.0F / 24, 1.0F / 6, 0.5F, 1.0F, 1.0F})
    series = series * rest + term;
  return series * std::bit_cast<float>(static_cast<std::uint32_t>(whole + 127) << 23);
}

std::uint64_t next_random(std::uint64_t& state) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return state;
}

}  // namespace

struct Crf::Work {
  std::vector<std::array<float, kTags>> emission, forward, backward, posterior;
  std::vector<float> scale;
  std::array<std::array<float, kTags>, kTags + 1> pairs = {};
  std::vector<std::uint32_t> features, ends;
  TransitionRows factors = {};
};

std::vector<Crf::Row> Crf::scores(const CrfLine& line) const {
  std::vector<Row> scores(line.tags.size());
  std::size_t at = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    for (; at < line.ends[i]; ++at) {
      const Row& row = weights_[line.features[at]];
      for (std::size_t t = 0; t < kRowTags; ++t) scores[i][t] += row[t];
    }
  }
  return scores;
}

void Crf::marginals(const TransitionRows& factors, Work& work) {
  const std::size_t count = work.emission.size();
  for (std::size_t i = 0; i < count; ++i) {
    std::array<float, kTags> sums = {};
    if (i == 0) {
      sums = factors[kStart];
    } else {
      for (std::size_t before = 0; before < kTags; ++before) {
        const float mass = work.forward[i - 1][before];
        for (std::size_t t = 0; t < kTags; ++t) sums[t] += mass * factors[before][t];
      }
    }
    float total = 0;
    for (std::size_t t = 0; t < kTags; ++t) total += sums[t] *= work.emission[i][t];
    for (std::size_t t = 0; t < kTags; ++t) work.forward[i][t] = sums[t] / total;
    work.scale[i] = total;
  }
  work.backward[count - 1].fill(1);
  for (std::size_t i = count - 1; i > 0; --i) {
    std::array<float, kTags> weighted;
    for (std::size_t t = 0; t < kTags; ++t)
      weighted[t] = work.emission[i][t] * work.backward[i][t] / work.scale[i];
    for (std::size_t before = 0; before < kTags; ++before) {
      float sum = 0;
      for (std::size_t t = 0; t < kTags; ++t) {
        const float flow = factors[before][t] * weighted[t];
        sum += flow;
        work.pairs[before][t] += work.forward[i - 1][before] * flow;
      }
      work.backward[i - 1][before] = sum;
    }
  }
  for (std::size_t i = 0; i < count; ++i) {
    float total = 0;
    for (std::size_t t = 0; t < kTags; ++t)
      total += work.posterior[i][t] = work.forward[i][t] * work.backward[i][t];
    for (std::size_t t = 0; t < kTags; ++t) work.posterior[i][t] /= total;
  }
  for (std::size_t t = 0; t < kTags; ++t) work.pairs[kStart][t] += work.posterior[0][t];
}

void Crf::update_row(Row& weight, Row& square, const Row& gradient, const CrfOptions& options) {
  for (std::size_t t = 0; t < kRowTags; ++t) {
    const float slope = gradient[t] - options.decay * weight[t];
    square[t] += slope * slope;
    weight[t] += options.rate * slope / (std::sqrt(square[t]) + 1e-3F);
  }
}

void Crf::learn(const CrfLine& line, const CrfOptions& options, std::uint64_t& random, Work& work) {
  const std::size_t count = line.tags.size();
  work.emission.resize(count);
  work.forward.resize(count);
  work.backward.resize(count);
  work.posterior.resize(count);
  work.scale.resize(count);
  work.features.clear();
  work.ends.clear();
  const auto dropped = static_cast<std::uint32_t>(options.feature_dropout * 65536);
  const float boost = 1 / (1 - options.feature_dropout);
  std::size_t at = 0;
  for (std::size_t i = 0; i < count; ++i) {
    Row sum = {};
    for (; at < line.ends[i]; ++at) {
      if (dropped > 0 && (next_random(random) >> 40 & 0xffff) < dropped) continue;
      work.features.push_back(line.features[at]);
      const Row& row = weights_[line.features[at]];
      for (std::size_t t = 0; t < kRowTags; ++t) sum[t] += row[t];
    }
    work.ends.push_back(static_cast<std::uint32_t>(work.features.size()));
    if (!line.is_open(i)) {
      work.emission[i] = {1};
      continue;
    }
    work.emission[i][0] = 0;
    for (std::size_t t = 0; t < kRowTags; ++t) work.emission[i][t + 1] = sum[t] * boost;
    const float top = *std::ranges::max_element(work.emission[i]);
    for (float& score : work.emission[i]) score = exponential(score - top);
  }
  for (auto& row : work.pairs) row.fill(0);
  for (std::size_t before = 0; before <= kTags; ++before) {
    for (std::size_t t = 0; t < kTags; ++t) {
      const bool allowed = before == kStart
                               ? !continues(static_cast<Tag>(t))
                               : may_follow(static_cast<Tag>(before), static_cast<Tag>(t));
      work.factors[before][t] = allowed ? exponential(transitions_[before][t]) : 0;
    }
  }
  marginals(work.factors, work);

  at = 0;
  for (std::size_t i = 0; i < count; ++i) {
    Row gradient;
    float largest = 0;
    for (std::size_t t = 0; t < kRowTags; ++t) {
      gradient[t] =
          ((line.tags[i] == t + 1 ? 1.0F : 0.0F) - work.posterior[i][t + 1]) * line.weight;
      largest = std::max(largest, std::abs(gradient[t]));
    }
    if (largest < 1e-3F) {
      at = work.ends[i];
      continue;
    }
    for (; at < work.ends[i]; ++at) {
      update_row(weights_[work.features[at]], squares_[work.features[at]], gradient, options);
    }
  }
  for (std::size_t i = 0; i < count; ++i)
    work.pairs[i == 0 ? kStart : line.tags[i - 1]][line.tags[i]] -= 1;
  for (std::size_t before = 0; before <= kTags; ++before) {
    for (std::size_t t = 0; t < kTags; ++t) {
      const float slope = -work.pairs[before][t] * line.weight;
      float& square = transition_squares_[before][t];
      square += slope * slope;
      transitions_[before][t] += options.rate * slope / (std::sqrt(square) + 1e-3F);
    }
  }
}

namespace {

/// Sums of weights over rounds, and their mean at last.
template <typename Rows>
class RowMean {
 public:
  explicit RowMean(std::size_t rows) : sums_(rows) {}

  void add(const Rows& rows) {
    ++count_;
    for (std::size_t i = 0; i < sums_.size(); ++i) {
      for (std::size_t t = 0; t < sums_[i].size(); ++t) sums_[i][t] += rows[i][t];
    }
  }
  void store(Rows& rows) const {
    for (std::size_t i = 0; i < sums_.size(); ++i) {
      for (std::size_t t = 0; t < sums_[i].size(); ++t)
        rows[i][t] = sums_[i][t] / static_cast<float>(count_);
    }
  }

 private:
  std::vector<typename Rows::value_type> sums_;
  int count_ = 0;
};

}  // namespace

struct Crf::Mean {
  RowMean<std::vector<Row>> weights;
  RowMean<TransitionRows> transitions;
};

void Crf::train_once(std::span<const CrfLine> lines, const CrfOptions& options, std::uint64_t seed,
                     Mean& mean) {
  std::ranges::fill(weights_, Row{});
  std::ranges::fill(squares_, Row{});
  transitions_ = transition_squares_ = {};
  std::vector<std::uint32_t> order(lines.size());
  std::iota(order.begin(), order.end(), 0U);
  std::uint64_t random = seed * 0x9e3779b97f4a7c15U + 1;
  Work work;
  for (int round = 0; round < options.rounds; ++round) {
    for (std::size_t i = order.size(); i > 1; --i)
      std::swap(order[i - 1], order[next_random(random) % i]);
    for (const std::uint32_t number : order) {
      if (!lines[number].tags.empty()) learn(lines[number], options, random, work);
    }
    if (round + options.averaged_rounds < options.rounds) continue;
    mean.weights.add(weights_);
    mean.transitions.add(transitions_);
  }
}

void Crf::train(std::span<const CrfLine> lines, const CrfOptions& options) {
  Mean mean{RowMean<std::vector<Row>>(weights_.size()),
            RowMean<TransitionRows>(transitions_.size())};
  for (int run = 0; run < options.runs; ++run)
    train_once(lines, options, options.seed + static_cast<std::uint64_t>(run), mean);
  mean.weights.store(weights_);
  mean.transitions.store(transitions_);
}

std::vector<Tag> Crf::decode(const CrfLine& line) const {
  const std::vector<Row> rows = scores(line);
  constexpr float kImpossible = -1e9F;
  std::vector<std::array<Tag, kTags>> from(rows.size());
  std::array<float, kTags> best = {};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::array<float, kTags> next;
    for (std::size_t t = 0; t < kTags; ++t) {
      const auto tag = static_cast<Tag>(t);
      float top = kImpossible;
      if (i == 0) {
        if (!continues(tag)) top = transitions_[kStart][t];
      } else {
        for (std::size_t before = 0; before < kTags; ++before) {
          if (!may_follow(static_cast<Tag>(before), tag)) continue;
          const float score = best[before] + transitions_[before][t];
          if (score > top) top = score, from[i][t] = static_cast<Tag>(before);
        }
      }
      if ((i + 1 == rows.size() && opens(tag)) || (t > 0 && !line.is_open(i))) top = kImpossible;
      next[t] = top + (t == 0 ? 0 : rows[i][t - 1]);
    }
    best = next;
  }
  std::vector<Tag> tags(rows.size());
  auto tag = static_cast<Tag>(std::ranges::max_element(best) - best.begin());
  for (std::size_t i = rows.size(); i > 0; --i) {
    tags[i - 1] = tag;
    tag = from[i - 1][tag];
  }
  return tags;
}

}  // namespace pressmark::indexer
