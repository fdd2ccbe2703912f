#include "searcher/search/reliable_query.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace pressmark::searcher {
namespace {

using Query = Xapian::Query;

/// Walks a term's list as it stands.
class TermSource : public Xapian::PostingSource {
 public:
  explicit TermSource(std::string term) : term_(std::move(term)) {}

  Xapian::doccount get_termfreq_min() const override { return articles_; }
  Xapian::doccount get_termfreq_est() const override { return articles_; }
  Xapian::doccount get_termfreq_max() const override { return articles_; }
  void next(double) override {
    if (std::exchange(started_, true)) ++at_;
  }
  void skip_to(Xapian::docid id, double) override {
    started_ = true;
    at_.skip_to(id);
  }
  bool at_end() const override { return started_ && at_ == Xapian::PostingIterator(); }
  Xapian::docid get_docid() const override { return *at_; }
  TermSource* clone() const override { return new TermSource(term_); }  // NOLINT: owned by Xapian
  void init(const Xapian::Database& database) override {
    started_ = false;
    articles_ = database.get_termfreq(term_);
    at_ = database.postlist_begin(term_);
  }
  std::string get_description() const override { return term_; }

 private:
  std::string term_;
  bool started_ = false;
  Xapian::doccount articles_ = 0;
  Xapian::PostingIterator at_;
};

enum class Weighted { No, Yes };

class Checker {
 public:
  explicit Checker(std::span<const Xapian::Database> segments) {
    for (const Xapian::Database& segment : segments) {
      const bool has_gaps = segment.get_doccount() != segment.get_lastdocid();
      if (has_gaps) with_gaps_.push_back(&segment);
    }
  }

  /// Depth is bounded by the parser.
  Query rewrite(const Query& query, Weighted weighted) const {
    if (with_gaps_.empty()) return query;
    switch (query.get_type()) {
      case Query::LEAF_TERM:
        return weighted == Weighted::No ? term(query) : query;
      case Query::OP_AND:
      case Query::OP_OR:
      case Query::OP_XOR:
      case Query::OP_MAX:
      case Query::OP_AND_MAYBE:
      case Query::OP_SYNONYM:
        return rebuilt(query, weighted, weighted);
      case Query::OP_FILTER:
      case Query::OP_AND_NOT:
        return rebuilt(query, weighted, Weighted::No);
      case Query::OP_SCALE_WEIGHT:
        // The factor cannot be asked for. Only 0 matters, and what is below it has no weight.
        if (!query.get_description().starts_with("Query(0 * ")) return query;
        return {Query::OP_SCALE_WEIGHT, rewrite(query.get_subquery(0), Weighted::No), 0.0};
      default:
        return query;  // words with positions, ranges, sources: read from their own lists
    }
  }

 private:
  Query rebuilt(const Query& query, Weighted first, Weighted others) const {
    std::vector<Query> parts;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
      parts.push_back(rewrite(query.get_subquery(i), i == 0 ? first : others));
    }
    return {query.get_type(), parts.begin(), parts.end()};
  }

  Query term(const Query& query) const {
    const std::string name = *query.get_terms_begin();
    const bool all_have_it = std::ranges::any_of(with_gaps_, [&](const Xapian::Database* segment) {
      return segment->get_termfreq(name) == segment->get_doccount();
    });
    return all_have_it ? unweighted_term(name) : query;
  }

  std::vector<const Xapian::Database*> with_gaps_;
};

}  // namespace

Query unweighted_term(const std::string& term) {
  return Query((new TermSource(term))->release());  // NOLINT: owned by the query
}

BuiltQuery reliable(BuiltQuery query, std::span<const Xapian::Database> segments) {
  const Checker rewriter(segments);
  query.text = rewriter.rewrite(query.text, Weighted::Yes);
  for (auto& [field, filter] : query.filters) filter = rewriter.rewrite(filter, Weighted::No);
  query.rest = rewriter.rewrite(query.rest, Weighted::No);
  return query;
}

}  // namespace pressmark::searcher
