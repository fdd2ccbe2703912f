#include "searcher/search/ranked_terms.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/search/ranking.h"

namespace pressmark::searcher {
namespace {

using Query = Xapian::Query;

/// How much a word counts in an article of each length, as IneB2 normalises it.
class Lengths {
 public:
  explicit Lengths(const Xapian::Database& database)
      : average_(kLengthNormalisation * database.get_avlength()),
        shortest_(std::max<Xapian::termcount>(1, database.get_doclength_lower_bound())) {}

  double factor(Xapian::termcount length) {
    if (length >= kKept) return computed(length);
    if (length >= known_.size()) known_.resize(std::max<std::size_t>(2 * length, 2048), 0);
    double& factor = known_[length];
    if (factor == 0) factor = computed(length);
    return factor;
  }

  Xapian::termcount shortest() const { return shortest_; }

 private:
  static constexpr Xapian::termcount kKept = 1 << 17;  // words

  double computed(Xapian::termcount length) const { return std::log2(1 + average_ / length); }

  double average_;
  Xapian::termcount shortest_;
  std::vector<double> known_;  // 0: not yet
};

/// The weight of a term in an article. The steps of Xapian::IneB2Weight, in its order.
class TermWeight {
 public:
  /// `asked`: how often the query has the term. shared_ptr: all sources of a query use the lengths.
  TermWeight(const Xapian::Database& database, const std::string& term, double asked, double scale,
             std::shared_ptr<Lengths> lengths)
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

  double of(Xapian::termcount often, Xapian::termcount length) const {
    if (often == 0) return 0.0;
    return value(static_cast<double>(often) * lengths_->factor(length));
  }

  /// No article that has the word so often has more.
  double most(Xapian::termcount often) const {
    return often < most_.size() ? most_[often] : most_of_all_;
  }
  double most() const { return most_of_all_; }

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

/// The articles with a term that weigh enough.
class RankedTerm : public Xapian::PostingSource {
 public:
  RankedTerm(std::string term, std::shared_ptr<const TermWeight> weight,
             const SegmentTables& tables)
      : term_(std::move(term)), weight_(std::move(weight)), tables_(tables) {}

  Xapian::doccount get_termfreq_min() const override { return articles_; }
  Xapian::doccount get_termfreq_est() const override { return articles_; }
  Xapian::doccount get_termfreq_max() const override { return articles_; }
  double get_weight() const override { return here_; }

  void next(double least) override {
    if (std::exchange(started_, true)) ++at_;
    settle(least - kSlack);
  }
  void skip_to(Xapian::docid id, double least) override {
    started_ = true;
    at_.skip_to(id);
    settle(least - kSlack);
  }
  bool check(Xapian::docid id, double least) override {
    started_ = true;
    at_.skip_to(id);
    if (at_ == Xapian::PostingIterator() || *at_ != id) {
      settle(0);
      return true;
    }
    return weighs(least - kSlack);
  }
  bool at_end() const override { return started_ && at_ == Xapian::PostingIterator(); }
  Xapian::docid get_docid() const override { return *at_; }
  /// 0 before the first one was asked for.
  Xapian::docid get_docid_or_none() const { return started_ ? *at_ : 0; }

  RankedTerm* clone() const override {
    return new RankedTerm(term_, weight_, tables_);  // NOLINT: owned by Xapian
  }
  void init(const Xapian::Database& segment) override {
    started_ = false;
    articles_ = segment.get_termfreq(term_);
    at_ = segment.postlist_begin(term_);
    lengths_ = tables_.columns_of(segment).lengths();
    set_maxweight(weight_->most());
  }
  std::string get_description() const override { return term_; }

 private:
  // What Xapian asks for is a difference of sums; an article as good as the last of the list must
  // not fall out by a last bit.
  static constexpr double kSlack = 1e-9;

  bool weighs(double least) {
    const Xapian::termcount often = at_.get_wdf();
    if (weight_->most(often) < least) return false;
    here_ = weight_->of(often, length());
    return here_ >= least;
  }

  Xapian::termcount length() const {
    const Xapian::docid article = *at_;
    const Xapian::termcount known = article < lengths_.size() ? lengths_[article] : 0;
    return known > 0 ? known : at_.get_doclength();
  }

  void settle(double least) {
    while (at_ != Xapian::PostingIterator() && !weighs(least)) ++at_;
  }

  std::string term_;
  std::shared_ptr<const TermWeight> weight_;  // of all segments
  const SegmentTables& tables_;
  std::span<const std::uint32_t> lengths_;  // of this segment
  Xapian::PostingIterator at_;
  Xapian::doccount articles_ = 0;
  double here_ = 0;
  bool started_ = false;
};

/// The articles with any of some terms; the one that weighs most counts. In the place of
/// Xapian::Query::OP_MAX, which in 1.4.22 looks at a list that it has deleted once all its lists
/// end at the same article and another segment follows.
class RankedBest : public Xapian::PostingSource {
 public:
  explicit RankedBest(std::vector<std::unique_ptr<RankedTerm>> parts) : parts_(std::move(parts)) {}

  Xapian::doccount get_termfreq_min() const override {
    Xapian::doccount most = 0;
    for (const auto& part : parts_) most = std::max(most, part->get_termfreq_min());
    return most;
  }
  Xapian::doccount get_termfreq_est() const override { return get_termfreq_max(); }
  Xapian::doccount get_termfreq_max() const override {
    std::uint64_t sum = 0;
    for (const auto& part : parts_) sum += part->get_termfreq_max();
    return static_cast<Xapian::doccount>(std::min<std::uint64_t>(sum, articles_));
  }
  double get_weight() const override {
    double most = 0;
    for (const auto& part : parts_) {
      if (!part->at_end() && part->get_docid() == at_) most = std::max(most, part->get_weight());
    }
    return most;
  }

  void next(double least) override { move_to(at_ + 1, least); }
  void skip_to(Xapian::docid id, double least) override { move_to(std::max(at_, id), least); }
  bool at_end() const override { return ended_; }
  Xapian::docid get_docid() const override { return at_; }

  RankedBest* clone() const override {
    std::vector<std::unique_ptr<RankedTerm>> parts;
    for (const auto& part : parts_) parts.emplace_back(part->clone());
    return new RankedBest(std::move(parts));  // NOLINT: owned by Xapian
  }
  void init(const Xapian::Database& segment) override {
    at_ = 0;
    ended_ = false;
    articles_ = segment.get_doccount();
    double most = 0;
    for (const auto& part : parts_) {
      part->init(segment);
      most = std::max(most, part->get_maxweight());
    }
    set_maxweight(most);
  }
  std::string get_description() const override { return "RankedBest"; }

 private:
  /// A part passes over what is too little by itself: no article that is enough gets lost, nor the
  /// weight that it has.
  void move_to(Xapian::docid id, double least) {
    ended_ = true;
    for (const auto& part : parts_) {
      if (!part->at_end() && part->get_docid_or_none() < id) part->skip_to(id, least);
      if (part->at_end()) continue;
      at_ = ended_ ? part->get_docid() : std::min(at_, part->get_docid());
      ended_ = false;
    }
  }

  std::vector<std::unique_ptr<RankedTerm>> parts_;
  Xapian::docid at_ = 0;
  Xapian::doccount articles_ = 0;
  bool ended_ = false;
};

class Rewriter {
 public:
  Rewriter(const Xapian::Database& database, const SegmentTables& tables)
      : database_(database), tables_(tables), factors_(std::make_shared<Lengths>(database)) {}

  /// Depth is bounded by the parser.
  Query rewrite(const Query& query) const {
    switch (query.get_type()) {
      case Query::LEAF_TERM:
        return term(query, 1);
      case Query::OP_AND:
      case Query::OP_OR:
      case Query::OP_AND_MAYBE:
        return rebuilt(query, query.get_num_subqueries());
      case Query::OP_MAX:
        return best(query);
      case Query::OP_FILTER:
      case Query::OP_AND_NOT:
        return rebuilt(query, 1);
      case Query::OP_SCALE_WEIGHT:
        return scaled(query);
      default:
        return query;  // positions and all that has no weight
    }
  }

 private:
  Query rebuilt(const Query& query, std::size_t weighted) const {
    std::vector<Query> parts;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
      const Query part = query.get_subquery(i);
      parts.push_back(i < weighted ? rewrite(part) : part);
    }
    return {query.get_type(), parts.begin(), parts.end()};
  }

  /// The factor cannot be asked for; Xapian describes it with all its digits: "Query(0.2 * ...)".
  static double factor_of(const Query& scaled) {
    const std::string text = scaled.get_description();
    return std::strtod(text.c_str() + std::string_view("Query(").size(), nullptr);
  }

  Query scaled(const Query& query) const {
    const double factor = factor_of(query);
    const Query part = query.get_subquery(0);
    if (factor == 0) return query;
    if (part.get_type() == Query::LEAF_TERM) return term(part, factor);
    return {Query::OP_SCALE_WEIGHT, rewrite(part), factor};
  }

  Query best(const Query& query) const {
    std::vector<std::unique_ptr<RankedTerm>> parts;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
      Query part = query.get_subquery(i);
      double factor = 1;
      if (part.get_type() == Query::OP_SCALE_WEIGHT) {
        factor = factor_of(part);
        part = part.get_subquery(0);
      }
      if (part.get_type() != Query::LEAF_TERM) return rebuilt(query, query.get_num_subqueries());
      parts.push_back(ranked(part, factor));
    }
    auto* source = new RankedBest(std::move(parts));  // NOLINT: owned by the query
    return Query(source->release());
  }

  Query term(const Query& query, double scale) const {
    return Query(ranked(query, scale).release()->release());
  }

  std::unique_ptr<RankedTerm> ranked(const Query& term, double scale) const {
    const std::string name = *term.get_terms_begin();
    const auto weight =
        std::make_shared<const TermWeight>(database_, name, term.get_length(), scale, factors_);
    return std::make_unique<RankedTerm>(name, weight, tables_);
  }

  const Xapian::Database& database_;
  const SegmentTables& tables_;
  std::shared_ptr<Lengths> factors_;
};

}  // namespace

Query passing_over(const Query& query, const Xapian::Database& database,
                   const SegmentTables& tables) {
  return Rewriter(database, tables).rewrite(query);
}

Query without_weights(const Query& query) {
  switch (query.get_type()) {
    case Query::OP_AND:
    case Query::OP_OR:
    case Query::OP_MAX:
    case Query::OP_AND_MAYBE:
    case Query::OP_FILTER:
    case Query::OP_AND_NOT: {
      std::vector<Query> parts;
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
        parts.push_back(without_weights(query.get_subquery(i)));
      }
      const bool best = query.get_type() == Query::OP_MAX;
      return {best ? Query::OP_OR : query.get_type(), parts.begin(), parts.end()};
    }
    default:
      return query;
  }
}

}  // namespace pressmark::searcher
