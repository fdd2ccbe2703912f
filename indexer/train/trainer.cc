#include "indexer/train/trainer.h"

#include <algorithm>

#include <fmt/core.h>

#include "indexer/enrich/tagger/name_candidates.h"
#include "indexer/enrich/tagger/name_division.h"
#include "indexer/enrich/tagger/tagger_features.h"

namespace pressmark::indexer {
namespace {

/// Numbers of features in the order of their first sight.
class FeatureIndex {
 public:
  FeatureIndex() : slots_(1 << 20) {}

  std::uint32_t number(std::uint64_t hash) {
    if (hashes.size() * 2 > slots_.size()) grow();
    std::size_t slot = hash & (slots_.size() - 1);
    while (slots_[slot] != 0 && hashes[slots_[slot] - 1] != hash)
      slot = (slot + 1) & (slots_.size() - 1);
    if (slots_[slot] == 0) {
      hashes.push_back(hash);
      counts.push_back(0);
      slots_[slot] = static_cast<std::uint32_t>(hashes.size());
    }
    ++counts[slots_[slot] - 1];
    return slots_[slot] - 1;
  }

  std::vector<std::uint64_t> hashes;
  std::vector<std::uint32_t> counts;

 private:
  void grow() {
    slots_.assign(slots_.size() * 2, 0);
    for (std::size_t i = 0; i < hashes.size(); ++i) {
      std::size_t slot = hashes[i] & (slots_.size() - 1);
      while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
      slots_[slot] = static_cast<std::uint32_t>(i + 1);
    }
  }
  std::vector<std::uint32_t> slots_;
};

/// Leaves out features seen less than `least` times; returns the new number of each, or its old
/// count when dropped.
std::size_t drop_rare(FeatureIndex& index, std::vector<CrfLine>& lines, std::uint32_t least) {
  constexpr std::uint32_t kDropped = ~std::uint32_t{0};
  std::vector<std::uint32_t> renumbered(index.hashes.size(), kDropped);
  std::uint32_t kept = 0;
  for (std::size_t i = 0; i < renumbered.size(); ++i) {
    if (index.counts[i] < least) continue;
    index.hashes[kept] = index.hashes[i];
    index.counts[kept] = index.counts[i];
    renumbered[i] = kept++;
  }
  index.hashes.resize(kept);
  index.counts.resize(kept);
  for (CrfLine& line : lines) {
    std::vector<std::uint32_t> features;
    std::size_t at = 0;
    for (std::uint32_t& end : line.ends) {
      for (; at < end; ++at) {
        if (renumbered[line.features[at]] != kDropped)
          features.push_back(renumbered[line.features[at]]);
      }
      end = static_cast<std::uint32_t>(features.size());
    }
    line.features = std::move(features);
  }
  return kept;
}

/// The lines of all articles.
struct LineSet {
  std::vector<CrfLine> lines;
  FeatureIndex index;
};

/// Features of what the tagger will score, and of other tokens of names ("2019 general election"):
/// better a name that is read to its end in training than half of one.
void add_lines(LineSet& set, const TaggedArticle& article, const Lexicon& lexicon) {
  const ArticleFeatures features(article.text, article.tokens, lexicon);
  const std::vector<bool> candidates = name_candidates(features);
  FeatureList list;
  for (std::size_t i = 0; i < article.tokens.size(); ++i) {
    if (i == 0 || article.tokens[i].starts_line) {
      set.lines.push_back({});
      set.lines.back().weight = article.weight;
    }
    CrfLine& line = set.lines.back();
    list.clear();
    if (candidates[i] || article.tags[i] != 0) {
      for (int distance = -2; distance <= 2; ++distance)
        features.word_features(features.word_at(i, distance), distance, list);
      features.token_features(i, list);
    }
    for (const std::uint64_t hash : list.hashes()) line.features.push_back(set.index.number(hash));
    line.ends.push_back(static_cast<std::uint32_t>(line.features.size()));
    line.tags.push_back(article.tags[i]);
  }
}

TrainedTagger train(const std::vector<TaggedArticle>& articles, const Lexicon& lexicon,
                    const TrainerOptions& options) {
  LineSet set;
  for (const TaggedArticle& article : articles) add_lines(set, article, lexicon);
  drop_rare(set.index, set.lines, options.least_count);
  fmt::print(stderr, "{} articles, {} lines, {} features\n", articles.size(), set.lines.size(),
             set.index.hashes.size());
  Crf crf(set.index.hashes.size());
  crf.train(set.lines, options.crf);
  TrainedTagger tagger;
  for (std::size_t i = 0; i < set.index.hashes.size(); ++i)
    tagger.features.push_back({set.index.hashes[i], set.index.counts[i], crf.weights(i)});
  tagger.transitions = crf.transitions();
  return tagger;
}

}  // namespace

void tell_peoples_apart(std::vector<TaggedArticle>& articles, const LexiconTables& lexicon) {
  for (TaggedArticle& article : articles) {
    const ArticleFeatures features(article.text, article.tokens, lexicon.view());
    for (std::size_t first = 0; first < article.tags.size(); ++first) {
      if (article.tags[first] == 0 || type_of(article.tags[first]) != NameType::Place) continue;
      std::size_t last = first;
      while (opens(article.tags[last])) ++last;
      if (is_people(article.text, article.tokens, features, first, last)) {
        for (std::size_t i = first; i <= last; ++i)
          article.tags[i] = make_tag(NameType::Misc, part_of(article.tags[i]));
      }
      first = last;
    }
  }
}

std::string train_model(const std::vector<TaggedArticle>& articles, const LexiconTables& lexicon,
                        const TrainerOptions& options) {
  return write_model(train(articles, lexicon.view(), options), lexicon, options.feature_slots);
}

}  // namespace pressmark::indexer
