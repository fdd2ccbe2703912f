#include "indexer/train/trainer.h"

#include <algorithm>

#include <fmt/core.h>

#include "indexer/enrich/tagger/name_division.h"
#include "indexer/enrich/tagger/tagger_features.h"
#include "indexer/enrich/tagger/tagger_second.h"

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

/// Lines of all articles, their features made by `make(article, token, list)`, and where each
/// article's lines begin.
struct LineSet {
  std::vector<CrfLine> lines;
  std::vector<std::size_t> begins;
  FeatureIndex index;
};

template <typename Make>
void add_lines(LineSet& set, const TaggedArticle& article, Make make) {
  set.begins.push_back(set.lines.size());
  FeatureList list;
  for (std::size_t i = 0; i < article.tokens.size(); ++i) {
    if (i == 0 || article.tokens[i].starts_line) {
      set.lines.push_back({});
      set.lines.back().weight = article.weight;
    }
    CrfLine& line = set.lines.back();
    list.clear();
    make(i, list);
    for (const std::uint64_t hash : list.hashes()) line.features.push_back(set.index.number(hash));
    line.ends.push_back(static_cast<std::uint32_t>(line.features.size()));
    line.tags.push_back(article.tags[i]);
  }
}

class Trainer {
 public:
  Trainer(const std::vector<TaggedArticle>& articles, const LexiconTables& lexicon,
          const TrainerOptions& options)
      : articles_(articles), lexicon_(lexicon.view()), options_(options) {}

  TrainedTagger train();

 private:
  ArticleFeatures features_of(const TaggedArticle& article) const {
    return ArticleFeatures(article.text, article.tokens, lexicon_);
  }
  void read_first();
  void tag_parts();
  void read_second();
  std::vector<const CrfLine*> all_lines(const LineSet& set, std::size_t left_out_part) const;
  static void collect(const Crf& crf, const LineSet& set, TrainedTagger& tagger);

  const std::vector<TaggedArticle>& articles_;
  Lexicon lexicon_;
  const TrainerOptions& options_;
  LineSet first_, second_;
  std::vector<std::vector<Tag>> guesses_;  // tags of the first reading by article
  std::vector<std::vector<std::array<float, kRowTags>>> base_;  // its scores by line
};

constexpr std::size_t kNoPart = ~std::size_t{0};

std::vector<const CrfLine*> Trainer::all_lines(const LineSet& set,
                                               std::size_t left_out_part) const {
  std::vector<const CrfLine*> lines;
  for (std::size_t a = 0; a < articles_.size(); ++a) {
    if (articles_[a].group % options_.parts == left_out_part) continue;
    const std::size_t end = a + 1 < articles_.size() ? set.begins[a + 1] : set.lines.size();
    for (std::size_t i = set.begins[a]; i < end; ++i) lines.push_back(&set.lines[i]);
  }
  return lines;
}

void Trainer::read_first() {
  for (const TaggedArticle& article : articles_) {
    const ArticleFeatures features = features_of(article);
    add_lines(first_, article, [&](std::size_t token, FeatureList& list) {
      for (int distance = -2; distance <= 2; ++distance) {
        features.word_features(features.word_at(token, distance), distance, list);
      }
      features.token_features(token, list);
    });
  }
  drop_rare(first_.index, first_.lines, options_.least_count);
}

void Trainer::tag_parts() {
  guesses_.resize(articles_.size());
  base_.resize(first_.lines.size());
  for (std::size_t part = 0; part < options_.parts; ++part) {
    Crf crf(first_.index.hashes.size());
    crf.train(all_lines(first_, part), options_.first);
    for (std::size_t a = 0; a < articles_.size(); ++a) {
      if (articles_[a].group % options_.parts != part) continue;
      const std::size_t end = a + 1 < articles_.size() ? first_.begins[a + 1] : first_.lines.size();
      for (std::size_t i = first_.begins[a]; i < end; ++i) {
        base_[i] = crf.scores(first_.lines[i]);
        const std::vector<Tag> tags = crf.decode(first_.lines[i]);
        guesses_[a].insert(guesses_[a].end(), tags.begin(), tags.end());
      }
    }
    fmt::print(stderr, "part {} of {} tagged\n", part + 1, options_.parts);
  }
}

void Trainer::read_second() {
  for (std::size_t a = 0; a < articles_.size(); ++a) {
    const ArticleFeatures features = features_of(articles_[a]);
    const SecondReading second(features, guesses_[a]);
    add_lines(second_, articles_[a],
              [&](std::size_t token, FeatureList& list) { second.features(token, list); });
  }
  for (std::size_t i = 0; i < base_.size(); ++i) second_.lines[i].base = std::move(base_[i]);
  drop_rare(second_.index, second_.lines, options_.least_count);
}

void Trainer::collect(const Crf& crf, const LineSet& set, TrainedTagger& tagger) {
  for (std::size_t i = 0; i < set.index.hashes.size(); ++i) {
    tagger.features.push_back({set.index.hashes[i], set.index.counts[i], crf.weights(i)});
  }
}

TrainedTagger Trainer::train() {
  read_first();
  fmt::print(stderr, "{} articles, {} lines, {} features\n", articles_.size(), first_.lines.size(),
             first_.index.hashes.size());
  TrainedTagger tagger;
  Crf first(first_.index.hashes.size());
  first.train(all_lines(first_, kNoPart), options_.first);
  fmt::print(stderr, "first reading trained\n");
  collect(first, first_, tagger);
  tagger.transitions = {first.transitions(), first.transitions()};
  if (!options_.second_reading) return tagger;
  tag_parts();
  read_second();
  Crf second(second_.index.hashes.size());
  second.train(all_lines(second_, kNoPart), options_.second);
  collect(second, second_, tagger);
  tagger.transitions[1] = second.transitions();
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
  return write_model(Trainer(articles, lexicon, options).train(), lexicon, options.feature_slots);
}

}  // namespace pressmark::indexer
