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

/// Number of matches; on the way each of them is shown to the spy.
std::size_t look_at_all(const Xapian::Database& database, const Xapian::Query& query,
                        Xapian::MatchSpy* spy) {
  const Xapian::doccount all = database.get_doccount();
  if (all == 0 || query.empty()) return 0;
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(FlatWeight());
  if (spy != nullptr) enquire.add_matchspy(spy);
  return enquire.get_mset(0, 0, all).get_matches_lower_bound();
}

}  // namespace

MatchSet matching(std::span<const FacetSegment> segments, const Xapian::Query& query) {
  MatchSet found(segments.size());
  if (query.empty()) return found;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Xapian::Database& database = segments[i].database;
    if (segments[i].remote) {
      found[i].query = query;
      found[i].count = look_at_all(database, query, nullptr);
      continue;
    }
    std::vector<Xapian::docid>& articles = found[i].articles;
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    articles.reserve(database.get_doccount());  // no page of it is touched before use
    enquire.set_weighting_scheme(FlatWeight());
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    const NoteAll decider(articles);
    enquire.get_mset(0, 1, database.get_doccount(), nullptr, &decider);
    found[i].count = articles.size();
  }
  return found;
}

MatchSet everything(std::span<const FacetSegment> segments) {
  MatchSet all(segments.size());
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (segments[i].remote) {
      all[i].query = Xapian::Query::MatchAll;
      all[i].count = segments[i].database.get_doccount();
      continue;
    }
    const FacetColumns& columns = segments[i].columns;
    const Xapian::Database& database = segments[i].database;
    std::vector<Xapian::docid>& articles = all[i].articles;
    for (Xapian::docid id = 1; id < columns.rows(); ++id) {
      if (columns.key(id) != 0) articles.push_back(id);
    }
    // What was deleted stays in the columns until the next merge.
    if (articles.size() != database.get_doccount())
      articles.assign(database.postlist_begin(""), database.postlist_end(""));
    all[i].count = articles.size();
  }
  return all;
}

std::size_t size(const MatchSet& matches) {
  std::size_t total = 0;
  for (const SegmentMatches& segment : matches) total += segment.count;
  return total;
}

std::vector<std::pair<std::string, std::size_t>> remote_values(const FacetSegment& segment,
                                                               const SegmentMatches& matches,
                                                               unsigned slot) {
  Xapian::ValueCountMatchSpy spy(slot);
  look_at_all(segment.database, matches.query, &spy);
  std::vector<std::pair<std::string, std::size_t>> values;
  for (auto it = spy.values_begin(); it != spy.values_end(); ++it) {
    values.emplace_back(*it, it.get_termfreq());
  }
  return values;
}

}  // namespace pressmark::searcher
