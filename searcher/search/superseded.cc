#include "searcher/search/superseded.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace pressmark::searcher {
namespace {

/// Given articles of given segments, which are told apart by their UUIDs.
class ArticlesOfSegments : public Xapian::PostingSource {
 public:
  using Articles = std::map<std::string, std::vector<Xapian::docid>>;  // in ascending order

  explicit ArticlesOfSegments(Articles articles) : all_(std::move(articles)) {}

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return get_termfreq_max(); }
  // Never more than the segment has, though some of them may be deleted already: Xapian subtracts
  // it, and an estimate below nothing becomes one of thousands of millions.
  Xapian::doccount get_termfreq_max() const override { return most_; }
  void next(double) override {
    if (std::exchange(started_, true)) ++at_;
  }
  void skip_to(Xapian::docid id, double) override {
    started_ = true;
    const auto found = std::lower_bound(here_.begin(), here_.end(), id);
    at_ = std::max(at_, static_cast<std::size_t>(found - here_.begin()));
  }
  bool at_end() const override { return started_ && at_ == here_.size(); }
  Xapian::docid get_docid() const override { return here_[at_]; }
  ArticlesOfSegments* clone() const override {
    return new ArticlesOfSegments(all_);  // NOLINT: owned by Xapian
  }
  void init(const Xapian::Database& segment) override {
    started_ = false;
    at_ = 0;
    const auto found = all_.find(segment.get_uuid());
    here_ = found == all_.end() ? std::vector<Xapian::docid>() : found->second;
    most_ = std::min(static_cast<Xapian::doccount>(here_.size()), segment.get_doccount());
  }
  std::string get_description() const override { return "ArticlesOfSegments"; }

 private:
  Articles all_;
  std::vector<Xapian::docid> here_;
  Xapian::doccount most_ = 0;
  std::size_t at_ = 0;
  bool started_ = false;
};

}  // namespace

BuiltQuery without_superseded(BuiltQuery query, const SegmentSet& archive) {
  const Manifest& manifest = archive.manifest();
  if (manifest.dead.empty()) return query;
  ArticlesOfSegments::Articles articles;
  for (std::size_t i = 0; i < manifest.segments.size(); ++i) {
    std::vector<Xapian::docid> dead;
    for (const DeadArticle& article : manifest.dead) {
      if (article.directory == manifest.segments[i].directory) dead.push_back(article.docid);
    }
    std::ranges::sort(dead);
    if (!dead.empty()) articles.emplace(archive.segments()[i].get_uuid(), std::move(dead));
  }
  using Query = Xapian::Query;
  auto* source = new ArticlesOfSegments(std::move(articles));  // NOLINT: owned by the query
  query.rest = Query(Query::OP_AND_NOT, query.rest, Query(source->release()));
  return query;
}

}  // namespace pressmark::searcher
