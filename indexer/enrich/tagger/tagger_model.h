#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/enrich/tagger/fingerprint_table.h"
#include "indexer/enrich/tagger/tagger_features.h"
#include "indexer/enrich/tagger/tagger_lexicon.h"
#include "indexer/enrich/tagger/tagger_tags.h"

namespace pressmark::indexer {

/// Weights of one feature for tags 1 to 16, relative to tag 0.
using FeatureRow = std::array<std::int8_t, kRowTags>;
/// Score of a tag (column) behind another (row); row kTags is the line's start.
using Transitions = std::array<std::array<std::int16_t, kTags>, kTags + 1>;

/// Head of a model file; little-endian. Behind it, each on a multiple of 64 bytes: feature keys and
/// rows, word keys and clusters, phrase keys and entries.
struct ModelHeader {
  static constexpr std::array<char, 4> kMagic = {'P', 'M', 'N', '3'};
  std::array<char, 4> magic = kMagic;
  std::uint32_t feature_slots = 0;
  std::uint32_t word_slots = 0;
  std::uint32_t phrase_slots = 0;
  Transitions transitions = {};
};

/// A tagger model used where its bytes lie.
class TaggerModel {
 public:
  /// `bytes` must outlive the model, 16-byte aligned. Throws Error when they are no model.
  explicit TaggerModel(std::string_view bytes);

  const Lexicon& lexicon() const { return lexicon_; }

  /// Adds the weights of the features to `scores`.
  void add(std::span<const std::uint64_t> features, TagScores& scores) const;

  /// Tags of the tokens of one article, whose ArticleFeatures were made with this model's lexicon.
  std::vector<Tag> tag(const ArticleFeatures& article, std::span<const Token> tokens,
                       WordMemory* memory = nullptr) const;

 private:
  std::vector<TagScores> scores(const ArticleFeatures& article, const std::vector<bool>& candidates,
                                WordMemory* memory) const;

  FingerprintTable features_;
  std::span<const FeatureRow> rows_;
  Lexicon lexicon_;
  const ModelHeader* header_ = nullptr;
};

/// Most likely tags of each line under the scores and the rules of BILOU. Tokens that are no
/// candidates have tag 0.
std::vector<Tag> decode(std::span<const TagScores> scores, const std::vector<bool>& candidates,
                        std::span<const Token> tokens, const Transitions& transitions);

}  // namespace pressmark::indexer
