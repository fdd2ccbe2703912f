#include "searcher/search/recency_keys.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "common/schema.h"

namespace pressmark::searcher {

/// Every number of an article there can be, without a weight; whoever asks for one is told of by
/// making its segment the current one.
class RecencyKeys::Note : public Xapian::PostingSource {
 public:
  Note(const SegmentTables& tables, std::shared_ptr<Segment> current)
      : tables_(tables), current_(std::move(current)) {}

  Xapian::doccount get_termfreq_min() const override { return articles_; }
  Xapian::doccount get_termfreq_est() const override { return articles_; }
  Xapian::doccount get_termfreq_max() const override { return articles_; }
  void next(double) override { move_to(at_ + 1); }
  void skip_to(Xapian::docid id, double) override { move_to(std::max(at_, id)); }
  bool at_end() const override { return at_ > last_; }
  Xapian::docid get_docid() const override { return at_; }
  Note* clone() const override {
    return new Note(tables_, current_);  // NOLINT: owned by Xapian
  }
  void init(const Xapian::Database& segment) override {
    at_ = 0;
    last_ = segment.get_lastdocid();
    articles_ = segment.get_doccount();
    columns_ = &tables_.of(segment).columns;
    set_maxweight(0);
  }
  std::string get_description() const override { return "Note"; }

 private:
  void move_to(Xapian::docid id) {
    at_ = id;
    current_->columns = columns_;
  }

  const SegmentTables& tables_;
  std::shared_ptr<Segment> current_;  // of the one who makes keys
  const FacetColumns* columns_ = nullptr;
  Xapian::docid at_ = 0;
  Xapian::docid last_ = 0;
  Xapian::doccount articles_ = 0;
};

RecencyKeys::RecencyKeys(const SegmentTables& tables)
    : tables_(tables), current_(std::make_shared<Segment>()) {
  if (tables.segments.size() == 1) current_->columns = &tables.segments.begin()->second.columns;
}

Xapian::Query RecencyKeys::noted(const Xapian::Query& query) const {
  if (tables_.segments.size() == 1) return query;
  auto* note = new Note(tables_, current_);  // NOLINT: owned by the query
  return {Xapian::Query::OP_FILTER, query, Xapian::Query(note->release())};
}

std::string RecencyKeys::operator()(const Xapian::Document& article) const {
  constexpr std::size_t kDayDigits = 8;
  const FacetColumns& columns = *current_->columns;
  std::uint32_t day = columns.date(article.get_docid());
  std::string key(day == 0 ? 1 : kDayDigits, '0');
  for (std::size_t i = key.size(); day > 0 && i > 0; day /= 10) {
    key[--i] = static_cast<char>('0' + day % 10);
  }
  return key + encode_key(columns.key(article.get_docid()));
}

}  // namespace pressmark::searcher
