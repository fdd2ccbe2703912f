#include "indexer/enrich/tagger/tagger_second.h"

#include <algorithm>

namespace pressmark::indexer {
namespace {

enum Pattern : std::uint32_t {
  kTag = 0x800,
  kTagBefore,
  kTagAfter,
  kTagShape,
  kTagsBefore,
  kTagsAfter,
  kElsewhere,
  kElsewhereTag,
  kMajority,
  kMajorityTag,
  kMajorityShape,
  kUntagged,
  kTypes,
  kNeighbourMajority,
};

constexpr std::uint64_t kEdge = kTags;

std::uint64_t bucket(std::uint32_t count) { return count >= 5 ? 3 : count >= 2 ? 2 : count; }

}  // namespace

SecondReading::SecondReading(const ArticleFeatures& article, std::span<const Tag> tags)
    : article_(article), tags_(tags), counts_(article.folded_words()) {
  for (std::size_t i = 0; i < tags.size(); ++i) {
    std::uint16_t& count = counts_[article.folded(article.word_at(i, 0))][tags[i]];
    if (count < 0xffff) ++count;
  }
}

Tag SecondReading::tag_at(std::size_t token, int distance) const {
  if (article_.word_at(token, distance) == 0) return static_cast<Tag>(kEdge);
  return tags_[static_cast<std::size_t>(static_cast<std::ptrdiff_t>(token) + distance)];
}

void SecondReading::features(std::size_t token, FeatureList& list) const {
  const std::uint32_t word = article_.word_at(token, 0);
  const auto shape = static_cast<std::uint64_t>(article_.shape(word));
  const Tag tag = tags_[token];
  const Tag before = tag_at(token, -1);
  const Tag after = tag_at(token, 1);
  list.add(kTag, tag);
  list.add(kTagBefore, before);
  list.add(kTagAfter, after);
  list.add(kTagShape, tag * 32U + shape);
  list.add(kTagsBefore, tag * 32U + before);
  list.add(kTagsAfter, tag * 32U + after);

  std::array<std::uint32_t, kNameTypes> types = {};
  const auto& counts = counts_[article_.folded(word)];
  for (Tag other = 1; other < kTags; ++other) {
    const std::uint32_t count = counts[other] - (other == tag ? 1U : 0U);
    if (count == 0) continue;
    types[static_cast<std::size_t>(type_of(other))] += count;
    list.add(kElsewhere, other * 4U + bucket(count));
    list.add(kElsewhereTag, (other * 4U + bucket(count)) * 32U + tag);
  }
  const std::uint32_t untagged = counts[0] - (tag == 0 ? 1U : 0U);
  list.add(kUntagged, (bucket(untagged) * 32U + tag) * 32U + shape);
  const auto best = static_cast<std::size_t>(std::ranges::max_element(types) - types.begin());
  const std::uint64_t majority = types[best] == 0 ? 7 : best;
  list.add(kMajority, majority * 4 + bucket(untagged));
  list.add(kMajorityTag, majority * 32U + tag);
  list.add(kMajorityShape, (majority * 4 + bucket(types[best])) * 32U + shape);
  std::uint64_t seen = 0;
  for (const std::uint32_t count : types) seen = seen * 4 + bucket(count);
  list.add(kTypes, seen * 32U + tag);
}

}  // namespace pressmark::indexer
