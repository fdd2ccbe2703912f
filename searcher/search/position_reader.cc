#include "searcher/search/position_reader.h"

namespace pressmark::searcher {

PositionReader::PositionReader(const Xapian::Database& database,
                               std::span<const Xapian::docid> articles, bool remote)
    : database_(database) {
  if (remote) return;
  std::vector<bool> known(database.size(), false);
  for (const Xapian::docid article : articles) {
    const std::size_t segment = (article - 1) % known.size();
    if (known[segment]) continue;
    known[segment] = true;
    samples_.push_back(database.termlist_begin(article));
  }
}

void PositionReader::start(const std::string& term) {
  term_ = term;
  const Xapian::TermIterator end;
  for (Xapian::TermIterator& sample : samples_) {
    if (sample != end) sample.skip_to(term);
    if (sample != end && *sample == term) sample.positionlist_count();
  }
}

void PositionReader::read(Xapian::docid article, std::size_t most,
                          std::vector<Xapian::termpos>& places) const {
  std::size_t count = 0;
  for (auto at = database_.positionlist_begin(article, term_);
       at != database_.positionlist_end(article, term_) && count < most; ++at, ++count)
    places.push_back(*at);
}

}  // namespace pressmark::searcher
