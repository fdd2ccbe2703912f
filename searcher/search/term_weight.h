#pragma once

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/weight_bounds.h"

namespace pressmark::searcher {

/// How much a word counts in an article of each length, as IneB2 normalises it.
class Lengths {
 public:
  explicit Lengths(const Xapian::Database& database);

  double factor(Xapian::termcount length) {
    if (length >= kKept) return computed(length);
    if (length >= known_.size()) known_.resize(std::max<std::size_t>(2 * length, 2048), 0);
    double& factor = known_[length];
    if (factor == 0) factor = computed(length);
    return factor;
  }

  Xapian::termcount shortest() const { return shortest_; }
  double average() const { return average_; }

 private:
  static constexpr Xapian::termcount kKept = 1 << 17;  // words

  double computed(Xapian::termcount length) const;

  double average_;
  Xapian::termcount shortest_;
  std::vector<double> known_;  // 0: not yet
};

/// The weight of a term in an article. The steps of Xapian::IneB2Weight, in its order.
class TermWeight {
 public:
  /// `asked`: how often the query has the term. shared_ptr: all sources of a query use the lengths.
  TermWeight(const Xapian::Database& database, const std::string& term, double asked, double scale,
             std::shared_ptr<Lengths> lengths);

  double of(Xapian::termcount often, Xapian::termcount length) const {
    if (often == 0) return 0.0;
    return value(static_cast<double>(often) * lengths_->factor(length));
  }

  /// No article that has the word so often has more.
  double most(Xapian::termcount often) const {
    return often < most_.size() ? most_[often] : most_of_all_;
  }
  double most() const { return most_of_all_; }

  /// The most that each level of a segment's bounds stands for, ascending.
  std::array<double, WeightBounds::kLevels> of_levels(const WeightBounds& bounds) const;

 private:
  double value(double normal) const {
    const double product = normal * burst_ / (normal + 1.0);
    return product * rarity_;
  }

  double bound(Xapian::termcount often) const {
    const Xapian::termcount shortest = std::max(lengths_->shortest(), often);
    return value(static_cast<double>(often) * lengths_->factor(shortest));
  }

  std::shared_ptr<Lengths> lengths_;
  double rarity_ = 0;
  double burst_ = 0;
  double most_of_all_ = 0;
  std::array<double, 64> most_ = {};  // by how often
};

}  // namespace pressmark::searcher
