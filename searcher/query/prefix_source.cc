#include "searcher/query/prefix_source.h"

#include <algorithm>

namespace pressmark::searcher {

Xapian::Query PrefixSource::query(const std::string& prefix) {
  auto* source = new PrefixSource(prefix);  // NOLINT: owned by the query
  return Xapian::Query(source->release());
}

PrefixSource* PrefixSource::clone() const {
  return new PrefixSource(prefix_);
}  // NOLINT: owned by Xapian

void PrefixSource::init(const Xapian::Database& database) {
  articles_.clear();
  at_ = 0;
  const auto last = database.allterms_end(prefix_);
  for (auto term = database.allterms_begin(prefix_); term != last; ++term) {
    articles_.insert(articles_.end(), database.postlist_begin(*term), database.postlist_end(*term));
  }
  std::ranges::sort(articles_);
  articles_.erase(std::unique(articles_.begin(), articles_.end()), articles_.end());
}

void PrefixSource::next(double) { ++at_; }

void PrefixSource::skip_to(Xapian::docid id, double) {
  const auto from =
      articles_.begin() + static_cast<std::ptrdiff_t>(std::max<std::size_t>(at_, 1)) - 1;
  at_ =
      static_cast<std::size_t>(std::lower_bound(from, articles_.end(), id) - articles_.begin()) + 1;
}

}  // namespace pressmark::searcher
