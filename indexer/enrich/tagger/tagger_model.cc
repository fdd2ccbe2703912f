#include "indexer/enrich/tagger/tagger_model.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

#include "common/error.h"
#include "indexer/enrich/tagger/name_candidates.h"
#include "indexer/enrich/tagger/word_memory.h"

namespace pressmark::indexer {
namespace {

constexpr int kImpossible = std::numeric_limits<int>::min() / 2;

/// Tags behind which no name is open, tag 0 first.
constexpr auto kClosers = [] {
  std::array<Tag, 1 + 2 * kNameTypes> closers = {};
  std::size_t count = 0;
  for (Tag tag = 0; tag < kTags; ++tag) {
    if (!opens(tag)) closers[count++] = tag;
  }
  return closers;
}();

/// Takes arrays from the front of a model's bytes, each on a multiple of 64.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  template <typename T>
  std::span<const T> take(std::size_t count) {
    at_ = (at_ + 63) / 64 * 64;
    if (at_ > bytes_.size() || (bytes_.size() - at_) / sizeof(T) < count)
      throw Error(ExitCode::Database, "names.model is cut short");
    const auto* first = reinterpret_cast<const T*>(bytes_.data() + at_);
    at_ += count * sizeof(T);
    return {first, count};
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

void add_scores(TagScores& sum, const TagScores& part) {
  for (std::size_t t = 0; t < kRowTags; ++t) sum[t] = static_cast<std::int16_t>(sum[t] + part[t]);
}

}  // namespace

TaggerModel::TaggerModel(std::string_view bytes) {
  Reader reader(bytes);
  header_ = reader.take<ModelHeader>(1).data();
  if (header_->magic != ModelHeader::kMagic)
    throw Error(ExitCode::Database, "names.model is of another version");
  features_ = FingerprintTable(reader.take<std::uint16_t>(header_->feature_slots));
  rows_ = reader.take<FeatureRow>(header_->feature_slots);
  const auto word_keys = reader.take<std::uint16_t>(header_->word_slots);
  const auto clusters = reader.take<std::uint32_t>(header_->word_slots);
  const auto phrase_keys = reader.take<std::uint16_t>(header_->phrase_slots);
  const auto phrases = reader.take<PhraseEntry>(header_->phrase_slots);
  lexicon_ = Lexicon(phrase_keys, phrases, word_keys, clusters);
}

void TaggerModel::add(std::span<const std::uint64_t> features, TagScores& scores) const {
  // The model is larger than a processor's nearer caches: all its lines are asked for at once.
  for (const std::uint64_t feature : features) features_.prefetch(feature);
  std::array<std::uint32_t, FeatureList::kMax> slots;
  std::size_t found = 0;
  for (const std::uint64_t feature : features) {
    const std::size_t slot = features_.find(feature);
    if (slot == FingerprintTable::kNone) continue;
    __builtin_prefetch(&rows_[slot]);
    slots[found++] = static_cast<std::uint32_t>(slot);
  }
  for (std::size_t i = 0; i < found; ++i) {
    const FeatureRow& row = rows_[slots[i]];
    for (std::size_t t = 0; t < kRowTags; ++t)
      scores[t] = static_cast<std::int16_t>(scores[t] + row[t]);
  }
}

std::vector<TagScores> TaggerModel::scores(const ArticleFeatures& article,
                                           const std::vector<bool>& candidates,
                                           WordMemory* memory) const {
  constexpr int kReach = 2;
  constexpr std::size_t kPlaces = 2 * kReach + 1;
  std::vector<TagScores> by_word(article.words() * kPlaces);
  std::vector<bool> known(by_word.size());
  FeatureList list;
  const auto scores_of_word = [&](std::uint32_t word, std::size_t place) -> const TagScores& {
    // What a neighbour adds is the same in every article; a word's own features are not.
    if (auto* kept = memory == nullptr || place == kReach
                         ? nullptr
                         : memory->find(article.exact_hash(word))) {
      if (!std::exchange(kept->known[place], true)) {
        list.clear();
        article.word_features(word, static_cast<int>(place) - kReach, list);
        add(list.hashes(), kept->scores[place]);
      }
      return kept->scores[place];
    }
    const std::size_t at = word * kPlaces + place;
    if (!known[at]) {
      known[at] = true;
      list.clear();
      article.word_features(word, static_cast<int>(place) - kReach, list);
      add(list.hashes(), by_word[at]);
    }
    return by_word[at];
  };
  std::vector<TagScores> scores(candidates.size(), TagScores{});
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (!candidates[i]) continue;
    list.clear();
    article.token_features(i, list);
    add(list.hashes(), scores[i]);
    for (std::size_t place = 0; place < kPlaces; ++place) {
      const std::uint32_t word = article.word_at(i, static_cast<int>(place) - kReach);
      add_scores(scores[i], scores_of_word(word, place));
    }
  }
  return scores;
}

std::vector<Tag> TaggerModel::tag(const ArticleFeatures& article, std::span<const Token> tokens,
                                  WordMemory* memory) const {
  const std::vector<bool> candidates = name_candidates(article);
  return decode(scores(article, candidates, memory), candidates, tokens, header_->transitions);
}

std::vector<Tag> decode(std::span<const TagScores> scores, const std::vector<bool>& candidates,
                        std::span<const Token> tokens, const Transitions& transitions) {
  std::vector<Tag> tags(tokens.size(), 0);
  std::vector<std::array<Tag, kTags>> from(tokens.size());
  std::array<int, kTags> best = {};
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    std::array<int, kTags> next;
    next.fill(kImpossible / 2);
    const bool last = i + 1 == tokens.size() || tokens[i + 1].starts_line;
    const bool first = tokens[i].starts_line;
    // Behind a token that is in no name only tag 0 can stand.
    const std::size_t closers = first || candidates[i - 1] ? kClosers.size() : 1;
    for (Tag tag = 0; tag < (candidates[i] ? kTags : 1); ++tag) {
      int top = kImpossible;
      Tag source = 0;
      const auto consider = [&](Tag before) {
        const int score = best[before] + transitions[before][tag];
        if (score > top) top = score, source = before;
      };
      if (first) {
        if (!continues(tag)) top = transitions[kTags][tag];
      } else if (continues(tag)) {
        const auto begin = make_tag(type_of(tag), TagPart::Begin);
        consider(begin);
        consider(static_cast<Tag>(begin + 1));
      } else {
        for (std::size_t k = 0; k < closers; ++k) consider(kClosers[k]);
      }
      if (last && opens(tag)) top = kImpossible;
      next[tag] = std::max(top, kImpossible / 2) + (tag == 0 ? 0 : scores[i][tag - 1U]);
      from[i][tag] = source;
    }
    best = next;
    if (!last) continue;
    auto tag = static_cast<Tag>(std::ranges::max_element(best) - best.begin());
    for (std::size_t k = i;; --k) {
      tags[k] = tag;
      tag = from[k][tag];
      if (tokens[k].starts_line) break;
    }
  }
  return tags;
}

}  // namespace pressmark::indexer
