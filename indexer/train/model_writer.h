#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "indexer/enrich/tagger/tagger_features.h"
#include "indexer/enrich/tagger/tagger_model.h"
#include "indexer/train/crf.h"

namespace pressmark::indexer {

/// Known names and word clusters as the tables of a model; owns what a Lexicon views.
struct LexiconTables {
  std::vector<std::uint16_t> phrase_keys, word_keys;
  std::vector<PhraseEntry> phrases;
  std::vector<std::uint32_t> clusters;

  Lexicon view() const { return Lexicon(phrase_keys, phrases, word_keys, clusters); }
};

/// Tables from files of known names (name TAB class letters) and of clusters (word TAB four
/// numbers, most frequent first). What finds no place in its bucket is left out, the rarest first.
LexiconTables make_lexicon(const std::vector<std::string>& name_files,
                           const std::string& cluster_file);

/// A feature with its trained weights.
struct TrainedFeature {
  std::uint64_t hash = 0;
  std::uint32_t count = 0;
  Crf::Row weights = {};
};

struct TrainedTagger {
  std::vector<TrainedFeature> features;
  Crf::TransitionRows transitions = {};
};

/// The bytes of a model file: weights rounded to 8 bits; of the features as many as fit
/// `feature_slots`, those that matter most.
std::string write_model(const TrainedTagger& tagger, const LexiconTables& lexicon,
                        std::size_t feature_slots);

}  // namespace pressmark::indexer
