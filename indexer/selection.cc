#include "indexer/selection.h"

#include <string>

#include "common/hash.h"
#include "common/schema.h"

namespace pressmark::indexer {

std::uint64_t selection_of(const Options& options) {
  const std::string text = encode_values(options.source.include) + "\n" +
                           encode_values(options.source.exclude) +
                           (options.extract.keep_all ? "\nall" : "\n") +
                           (options.extract.respect_noindex ? "\nnoindex" : "") +
                           (options.extract.date_from_file ? "\nmtime" : "");
  const std::uint64_t hash = hash64(text);
  return hash == 0 ? 1 : hash;
}

bool is_by_selection(SkipReason reason) {
  switch (reason) {
    case SkipReason::Excluded:
    case SkipReason::NoText:
    case SkipReason::Listing:
    case SkipReason::ConsentPage:
    case SkipReason::ErrorPage:
    case SkipReason::Stub:
    case SkipReason::NoIndex:
      return true;
    default:
      return false;
  }
}

}  // namespace pressmark::indexer
