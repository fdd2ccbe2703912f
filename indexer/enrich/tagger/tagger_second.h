#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/enrich/tagger/tagger_features.h"
#include "indexer/enrich/tagger/tagger_tags.h"

namespace pressmark::indexer {

/// What the tags of a first reading of the whole article say of each token: how the same word was
/// tagged elsewhere, and the tags around it.
class SecondReading {
 public:
  /// `article` and `tags` must outlive this object; one tag for each token of the article.
  SecondReading(const ArticleFeatures& article, std::span<const Tag> tags);

  void features(std::size_t token, FeatureList& list) const;

 private:
  Tag tag_at(std::size_t token, int distance) const;

  const ArticleFeatures& article_;
  std::span<const Tag> tags_;
  std::vector<std::array<std::uint16_t, kTags>> counts_;  // by folded word
};

}  // namespace pressmark::indexer
