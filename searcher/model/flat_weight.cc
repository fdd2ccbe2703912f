#include "searcher/model/flat_weight.h"

namespace pressmark::searcher {

FlatWeight* FlatWeight::clone() const { return new FlatWeight; }  // NOLINT: owned by Xapian

}  // namespace pressmark::searcher
