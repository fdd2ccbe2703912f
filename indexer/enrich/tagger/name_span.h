#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/enrich/tagger/tagger_features.h"
#include "indexer/enrich/tagger/tagger_tags.h"

namespace pressmark::indexer {

/// A name by its tokens, both included.
struct NameSpan {
  std::size_t first = 0;
  std::size_t last = 0;
  NameType type = NameType::Person;
  friend bool operator==(const NameSpan&, const NameSpan&) = default;
};

/// The names that the tags of an article tell, in order.
std::vector<NameSpan> names_of(std::span<const Tag> tags);

/// The same number for the same words of an article, whatever their case.
std::uint64_t name_key(const ArticleFeatures& article, std::size_t first, std::size_t last);

}  // namespace pressmark::indexer
