#include "searcher/facet/match_set.h"

#include "searcher/model/flat_weight.h"

namespace pressmark::searcher {
namespace {

/// Notes every match and keeps none: the matcher then never builds a result.
class NoteAll : public Xapian::MatchDecider {
 public:
  explicit NoteAll(std::vector<Xapian::docid>& noted) : noted_(noted) {}
  bool operator()(const Xapian::Document& document) const override {
    noted_.push_back(document.get_docid());
    return false;
  }

 private:
  std::vector<Xapian::docid>& noted_;
};

}  // namespace

MatchSet matching(std::span<const FacetSegment> segments, const Xapian::Query& query) {
  MatchSet found(segments.size());
  if (query.empty()) return found;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    Xapian::Enquire enquire(segments[i].database);
    enquire.set_query(query);
    found[i].reserve(segments[i].database.get_doccount());  // no page of it is touched before use
    enquire.set_weighting_scheme(FlatWeight());
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    const NoteAll decider(found[i]);
    enquire.get_mset(0, 1, segments[i].database.get_doccount(), nullptr, &decider);
  }
  return found;
}

std::size_t size(const MatchSet& matches) {
  std::size_t total = 0;
  for (const auto& segment : matches) total += segment.size();
  return total;
}

}  // namespace pressmark::searcher
