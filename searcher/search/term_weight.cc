#include "searcher/search/term_weight.h"

#include <cmath>
#include <utility>

#include "searcher/search/ranking.h"

namespace pressmark::searcher {

Lengths::Lengths(const Xapian::Database& database)
    : average_(kLengthNormalisation * database.get_avlength()),
      shortest_(std::max<Xapian::termcount>(1, database.get_doclength_lower_bound())) {}

double Lengths::computed(Xapian::termcount length) const {
  return std::log2(1 + average_ / length);
}

TermWeight::TermWeight(const Xapian::Database& database, const std::string& term, double asked,
                       double scale, std::shared_ptr<Lengths> lengths)
    : lengths_(std::move(lengths)) {
  const double with = database.get_termfreq(term);
  const Xapian::termcount most_often = database.get_wdf_upper_bound(term);
  if (with == 0 || most_often == 0) return;
  const double all = database.get_doccount();
  const double times = static_cast<double>(database.get_collection_freq(term));
  const double expected = all * (1.0 - std::exp(-(times / all)));
  rarity_ = asked * std::log2((all + 1.0) / (expected + 0.5)) * scale;
  burst_ = (times + 1.0) / with;
  for (std::size_t often = 1; often < most_.size(); ++often) {
    most_[often] = bound(static_cast<Xapian::termcount>(often));
  }
  most_of_all_ = bound(most_often);
}

std::array<double, WeightBounds::kLevels> TermWeight::of_levels(const WeightBounds& bounds) const {
  auto weights = bounds.shares(lengths_->average());
  for (double& weight : weights) weight *= burst_ * rarity_;
  return weights;
}

}  // namespace pressmark::searcher
