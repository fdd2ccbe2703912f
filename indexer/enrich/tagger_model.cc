#include "indexer/enrich/tagger_model.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "common/error.h"
#include "indexer/enrich/tagger_second.h"

namespace pressmark::indexer {
namespace {

constexpr int kImpossible = std::numeric_limits<int>::min() / 2;

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
  for (const std::uint64_t feature : features) {
    const std::size_t slot = features_.find(feature);
    if (slot == FingerprintTable::kNone) continue;
    const FeatureRow& row = rows_[slot];
    for (std::size_t t = 0; t < kRowTags; ++t)
      scores[t] = static_cast<std::int16_t>(scores[t] + row[t]);
  }
}

std::vector<TagScores> TaggerModel::first_scores(const ArticleFeatures& article,
                                                 std::size_t tokens) const {
  constexpr int kReach = 2;
  constexpr std::size_t kPlaces = 2 * kReach + 1;
  std::vector<TagScores> by_word(article.words() * kPlaces);
  FeatureList list;
  for (std::uint32_t word = 0; word < article.words(); ++word) {
    for (std::size_t place = 0; place < kPlaces; ++place) {
      list.clear();
      article.word_features(word, static_cast<int>(place) - kReach, list);
      by_word[word * kPlaces + place] = {};
      add(list.hashes(), by_word[word * kPlaces + place]);
    }
  }
  std::vector<TagScores> scores(tokens);
  for (std::size_t i = 0; i < tokens; ++i) {
    list.clear();
    article.token_features(i, list);
    scores[i] = {};
    add(list.hashes(), scores[i]);
    for (std::size_t place = 0; place < kPlaces; ++place) {
      add_scores(scores[i],
                 by_word[article.word_at(i, static_cast<int>(place) - kReach) * kPlaces + place]);
    }
  }
  return scores;
}

std::vector<Tag> TaggerModel::tag(const ArticleFeatures& article,
                                  std::span<const Token> tokens) const {
  std::vector<TagScores> scores = first_scores(article, tokens.size());
  const std::vector<Tag> first = decode(scores, tokens, header_->transitions[0]);
  const SecondReading second(article, first);
  FeatureList list;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    list.clear();
    second.features(i, list);
    add(list.hashes(), scores[i]);
  }
  return decode(scores, tokens, header_->transitions[1]);
}

std::vector<Tag> decode(std::span<const TagScores> scores, std::span<const Token> tokens,
                        const Transitions& transitions) {
  std::vector<Tag> tags(tokens.size(), 0);
  std::vector<std::array<Tag, kTags>> from(tokens.size());
  std::array<int, kTags> best = {};
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    std::array<int, kTags> next = {};
    const bool last = i + 1 == tokens.size() || tokens[i + 1].starts_line;
    for (Tag tag = 0; tag < kTags; ++tag) {
      int top = kImpossible;
      Tag source = 0;
      if (tokens[i].starts_line) {
        if (!continues(tag)) top = transitions[kTags][tag];
      } else if (continues(tag)) {
        const auto begin = make_tag(type_of(tag), TagPart::Begin);
        for (const Tag before : {begin, static_cast<Tag>(begin + 1)}) {
          const int score = best[before] + transitions[before][tag];
          if (score > top) top = score, source = before;
        }
      } else {
        for (Tag before = 0; before < kTags; ++before) {
          if (opens(before)) continue;
          const int score = best[before] + transitions[before][tag];
          if (score > top) top = score, source = before;
        }
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
