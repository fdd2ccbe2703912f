#include "searcher/search/ranking.h"

namespace pressmark::searcher {

std::unique_ptr<Xapian::Weight> ranking_scheme() {
  return std::make_unique<Xapian::IneB2Weight>(kLengthNormalisation);
}

}  // namespace pressmark::searcher
