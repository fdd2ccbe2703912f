#include "indexer/enrich/tagger/name_span.h"

namespace pressmark::indexer {

std::vector<NameSpan> names_of(std::span<const Tag> tags) {
  std::vector<NameSpan> names;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    if (tags[i] == 0) continue;
    const std::size_t first = i;
    while (opens(tags[i]) && i + 1 < tags.size()) ++i;
    names.push_back({first, i, type_of(tags[first])});
  }
  return names;
}

std::uint64_t name_key(const ArticleFeatures& article, std::size_t first, std::size_t last) {
  std::uint64_t key = 0;
  for (std::size_t i = first; i <= last; ++i)
    key = hash_phrase(key, article.folded(article.word_at(i, 0)));
  return key;
}

}  // namespace pressmark::indexer
