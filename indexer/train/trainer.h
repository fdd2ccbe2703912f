#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/train/crf.h"
#include "indexer/train/model_writer.h"
#include "indexer/train/training_set.h"

namespace pressmark::indexer {

struct TrainerOptions {
  CrfOptions crf;
  std::uint32_t least_count = 2;       // a feature seen less often is left out
  std::size_t feature_slots = 262144;  // of the model
};

/// Takes "Nigerian" and "South African" for peoples (Misc) where a set has them as places, so that
/// all sets speak with one voice.
void tell_peoples_apart(std::vector<TaggedArticle>& articles, const LexiconTables& lexicon);

/// Trains a tagger and returns the bytes of the model. Deterministic: the same articles,
/// lexicon and options give the same bytes.
std::string train_model(const std::vector<TaggedArticle>& articles, const LexiconTables& lexicon,
                        const TrainerOptions& options);

}  // namespace pressmark::indexer
