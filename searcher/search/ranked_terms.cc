#include "searcher/search/ranked_terms.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/search/ranked_parts.h"
#include "searcher/search/term_weight.h"

namespace pressmark::searcher {
namespace {

using Query = Xapian::Query;

/// The articles of a part that weigh enough.
class RankedSource : public Xapian::PostingSource {
 public:
  explicit RankedSource(std::unique_ptr<RankedPart> part) : part_(std::move(part)) {}

  Xapian::doccount get_termfreq_min() const override {
    return static_cast<Xapian::doccount>(matches_.least);
  }
  Xapian::doccount get_termfreq_max() const override {
    return static_cast<Xapian::doccount>(matches_.most);
  }
  /// Xapian walks through the list that it takes for the shortest and asks the others. This one is
  /// shorter than it seems, since it passes over most of what it has.
  Xapian::doccount get_termfreq_est() const override {
    const double guess = matches_.guess > kLong ? matches_.guess / kPassedOver : matches_.guess;
    return static_cast<Xapian::doccount>(guess + 0.5);
  }
  double get_weight() const override { return here_; }

  void next(double least) override { move_to(asked_ + 1, least); }
  void skip_to(Xapian::docid id, double least) override {
    move_to(std::max(asked_ + 1, id), least);
  }
  bool check(Xapian::docid id, double least) override {
    const double enough = least - kSlack;
    if (id <= asked_) return at_ == id;
    if (part_->bound(id / WeightBounds::kBlock) >= enough) {
      part_->seek(id, 0);
      if (part_->at() != id) {
        move_to(id, 0);
        return true;
      }
      here_ = part_->weight();
      at_ = id;
    }
    asked_ = id;
    return at_ == id && here_ >= enough;
  }
  bool at_end() const override { return at_ == kNoArticle; }
  Xapian::docid get_docid() const override { return at_; }

  RankedSource* clone() const override {
    return new RankedSource(part_->copy());  // NOLINT: owned by Xapian
  }
  void init(const Xapian::Database& segment) override {
    part_->open(segment);
    matches_ = part_->matches();
    last_block_ = segment.get_lastdocid() / WeightBounds::kBlock;
    at_ = 0;
    asked_ = 0;
    set_maxweight(part_->most());
  }
  std::string get_description() const override { return "RankedSource"; }

 private:
  // What Xapian asks for is a difference of sums; an article as good as the last of the list must
  // not fall out by a last bit.
  static constexpr double kSlack = 1e-9;
  static constexpr double kLong = 8192;
  static constexpr double kPassedOver = 8;

  /// To the first article from this number on that weighs enough.
  void move_to(Xapian::docid id, double least) {
    const double enough = least - kSlack;
    Xapian::docid rich = kNoArticle;  // the block that was looked at last
    for (;; ++id) {
      Xapian::docid block = id / WeightBounds::kBlock;
      if (block != rich) {
        while (block <= last_block_ && part_->bound(block) < enough) ++block;
        if (block > last_block_) break;
        rich = block;
        id = std::max(id, block * WeightBounds::kBlock);
      }
      part_->seek(id, enough);
      id = part_->at();
      if (id == kNoArticle) break;
      if (id / WeightBounds::kBlock != rich) {
        --id;  // its block first
        continue;
      }
      here_ = part_->weight();
      if (here_ < enough) continue;
      at_ = id;
      asked_ = id;
      return;
    }
    at_ = kNoArticle;
  }

  std::unique_ptr<RankedPart> part_;
  RankedPart::Matches matches_;
  Xapian::docid last_block_ = 0;
  Xapian::docid asked_ = 0;  // what was asked for last, or found: the next is behind it
  Xapian::docid at_ = 0;
  double here_ = 0;
};

class Rewriter {
 public:
  Rewriter(const Xapian::Database& database, const SegmentTables& tables)
      : database_(database), tables_(tables), factors_(std::make_shared<Lengths>(database)) {}

  /// Depth is bounded by the parser.
  Query rewrite(const Query& query) const {
    if (auto part = part_of(query, 1)) {
      auto* source = new RankedSource(std::move(part));  // NOLINT: owned by the query
      return Query(source->release());
    }
    switch (query.get_type()) {
      case Query::OP_AND:
      case Query::OP_OR:
      case Query::OP_MAX:
      case Query::OP_AND_MAYBE:
        return rebuilt(query, query.get_num_subqueries());
      case Query::OP_FILTER:
      case Query::OP_AND_NOT:
        return rebuilt(query, 1);
      case Query::OP_SCALE_WEIGHT: {
        const double factor = factor_of(query);
        if (factor == 0) return query;
        return {Query::OP_SCALE_WEIGHT, rewrite(query.get_subquery(0)), factor};
      }
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

  /// A query of nothing but words; null for another.
  std::unique_ptr<RankedPart> part_of(const Query& query, double scale) const {
    switch (query.get_type()) {
      case Query::LEAF_TERM:
        return term(query, scale);
      case Query::OP_SCALE_WEIGHT:
        return part_of(query.get_subquery(0), scale * factor_of(query));
      case Query::OP_AND:
        return group(Joined::All, query, scale);
      case Query::OP_OR:
        return group(Joined::Any, query, scale);
      case Query::OP_MAX:
        return group(Joined::Best, query, scale);
      default:
        return nullptr;
    }
  }

  std::unique_ptr<RankedPart> group(Joined how, const Query& query, double scale) const {
    RankedParts parts;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
      parts.push_back(part_of(query.get_subquery(i), scale));
      if (!parts.back()) return nullptr;
    }
    return joined(how, std::move(parts));
  }

  std::unique_ptr<RankedPart> term(const Query& query, double scale) const {
    std::string name = *query.get_terms_begin();
    auto weight =
        std::make_shared<const TermWeight>(database_, name, query.get_length(), scale, factors_);
    return ranked_term(std::move(name), std::move(weight), tables_);
  }

  const Xapian::Database& database_;
  const SegmentTables& tables_;
  std::shared_ptr<Lengths> factors_;
};

Query over_parts(const Query& query, Query::op op, Query (*change)(const Query&)) {
  std::vector<Query> parts;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    parts.push_back(change(query.get_subquery(i)));
  }
  return {op, parts.begin(), parts.end()};
}

}  // namespace

Query passing_over(const Query& query, const Xapian::Database& database,
                   const SegmentTables& tables) {
  return Rewriter(database, tables).rewrite(query);
}

Query without_weights(const Query& query) {
  switch (query.get_type()) {
    case Query::OP_MAX:
      return over_parts(query, Query::OP_OR, without_weights);
    case Query::OP_AND:
    case Query::OP_OR:
    case Query::OP_AND_MAYBE:
    case Query::OP_FILTER:
    case Query::OP_AND_NOT:
      return over_parts(query, query.get_type(), without_weights);
    default:
      return query;
  }
}

Query for_estimate(const Query& query) {
  switch (query.get_type()) {
    case Query::OP_FILTER: {
      const Query filter = query.get_subquery(1);
      const bool positions =
          filter.get_type() == Query::OP_PHRASE || filter.get_type() == Query::OP_NEAR;
      if (positions && query.get_num_subqueries() == 2) return filter;
      return over_parts(query, query.get_type(), for_estimate);
    }
    case Query::OP_MAX:
      return over_parts(query, Query::OP_OR, for_estimate);
    case Query::OP_AND:
    case Query::OP_OR:
    case Query::OP_AND_MAYBE:
    case Query::OP_AND_NOT:
      return over_parts(query, query.get_type(), for_estimate);
    default:
      return query;
  }
}

}  // namespace pressmark::searcher
