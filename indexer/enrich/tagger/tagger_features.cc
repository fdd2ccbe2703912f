#include "indexer/enrich/tagger/tagger_features.h"

#include <algorithm>

#include "indexer/enrich/words/name_cues.h"

namespace pressmark::indexer {
namespace {

/// Numbers of the templates. Never reused within one model: the shipped weights are hashed with
/// them.
enum Pattern : std::uint32_t {
  kWordAt = 1,  // + 16 * (distance + 2)
  kExact = 0x100,
  kPattern,
  kShape,
  kPrefix,
  kSuffix = kPrefix + 4,
  kFirstPart = kSuffix + 4,
  kLastPart,
  kShapeCluster,
  kShapeClasses,
  kCues,
  kSeenLower,
  kSeenCapital,
  kContext,
  kContextShape,
  kPhrase = 0x200,
  kPhraseShape,
  kPhraseMask,
  kPhraseBefore,
  kPhraseAfter,
  kPairBefore = 0x300,
  kPairAfter,
  kPairAround,
  kPairBeforeFar,
  kPairAfterFar,
  kShapesBefore,
  kShapesAfter,
  kShapesAll,
  kClustersBefore,
  kClustersAfter,
  kClustersAround,
  kFineBefore,
  kFineAfter,
  kFineBeforeShape,
  kFineAfterShape,
  kWordBeforeShape,
  kWordAfterShape,
  kPlaceShape,
  kOverMark,
  kOverMarkClusters,
  kOverMarkClasses,
  kAcrossMark,
  kPersonClasses,
  kPersonShapes,
  kCuesAround,
  kPlaceWord,
  kRunLength = 0x400,
  kRunPosition,
  kRunLast,
  kRunLastCluster,
  kRunFirst,
  kRunBefore,
  kRunAfter,
  kRunAfterCluster,
  kRunBeforeCluster,
  kRunCues,
  kRunLastShape,
  kRunHead,
  kRunHeadCluster,
  kRunHeadCues,
  kInitials = 0x500,
  kInitialsShape,
  kSubjectKind,
  kSubjectClasses,
  kKindShape,
  kKindBefore,
  kKindAfter,
  kKindAround,
  kRunKinds,
  kRunHeadKind,
  kKindAfterWord,
  kKindBeforeWord,
};

constexpr std::uint64_t pair(std::uint64_t a, std::uint64_t b) { return hash_phrase(a, b); }

std::uint64_t shape_value(Shape shape) { return static_cast<std::uint64_t>(shape); }

std::uint64_t person_bits(ClassBits classes) {
  std::uint64_t bits = 0;
  for (const char letter : {'F', 'S', 'N', 'W'})
    bits = bits * 2 + ((classes & class_bit(letter)) != 0 ? 1 : 0);
  return bits;
}

std::uint64_t bucket(std::uint32_t count) { return count >= 3 ? 3 : count; }

}  // namespace

void ArticleFeatures::own_features(const Word& word, FeatureList& list) const {
  const std::uint64_t shape = shape_value(word.shape);
  list.add(kExact, word.exact);
  list.add(kPattern, word.pattern);
  for (std::uint32_t i = 0; i < 3; ++i) {
    list.add(kPrefix + i, word.prefixes[i]);
    list.add(kSuffix + i, word.suffixes[i]);
  }
  if (word.first_part != 0) {
    list.add(kFirstPart, word.first_part);
    list.add(kLastPart, word.last_part);
  }
  list.add(kShapeCluster, pair(word.clusters.of[1], shape));
  list.add(kShapeClasses, pair(person_bits(word.known.classes()), shape));
  if (word.cues != 0) list.add(kCues, pair(word.cues, shape));
  const Seen& seen = seen_[word.folded];
  list.add(kSeenLower, pair(bucket(seen.lower), shape));
  list.add(kSeenCapital, pair(bucket(seen.capital_inside) * 4 + bucket(seen.lower), shape));
  list.add(kKindShape, pair(word.clusters.kind, shape));
  for (std::uint32_t bit = 0; bit < kContexts; ++bit) {
    if ((seen.contexts >> bit & 1) == 0) continue;
    list.add(kContext, bit);
    list.add(kContextShape, pair(bit, shape));
  }
}

void ArticleFeatures::word_features(std::uint32_t number, int distance, FeatureList& list) const {
  const Word& word = words_[number];
  const auto base = kWordAt + 16 * static_cast<std::uint32_t>(distance + 2);
  list.add(base, word.lower);
  list.add(base + 1, shape_value(word.shape));
  list.add(base + 2, word.clusters.of[0]);
  list.add(base + 3, word.clusters.of[1]);
  list.add(base + 8, word.clusters.kind);
  if (distance == 2 || distance == -2) return;
  list.add(base + 4, word.clusters.of[2]);
  list.add(base + 5, word.known.classes());
  if (distance == 0) return own_features(word, list);
  list.add(base + 6, word.suffixes[1]);
  list.add(base + 7, word.cues);
}

void ArticleFeatures::phrase_features(std::size_t token, FeatureList& list) const {
  const std::uint64_t phrases = places_[token].phrases;
  const std::uint64_t shape = shape_value(words_[places_[token].word].shape);
  std::uint64_t mask = 0;
  for (std::size_t c = 0; c < kPhraseClasses; ++c) {
    const std::uint64_t code = phrases >> (4 * c) & 15;
    if (code == 0) continue;
    mask |= std::uint64_t{1} << c;
    list.add(kPhrase, c * 8 + code);
    list.add(kPhraseShape, pair(c * 8 + code, shape));
  }
  list.add(kPhraseMask, pair(mask, person_bits(words_[places_[token].word].known.classes())));
  const auto neighbour = [&](std::uint32_t pattern, int distance) {
    if (word_at(token, distance) == 0) return;
    const std::uint64_t other =
        places_[static_cast<std::size_t>(static_cast<std::ptrdiff_t>(token) + distance)].phrases;
    for (std::size_t c = 0; c < kPhraseClasses; ++c) {
      const std::uint64_t code = other >> (4 * c) & 15;
      if (code != 0) list.add(pattern, c * 8 + code);
    }
  };
  neighbour(kPhraseBefore, -1);
  neighbour(kPhraseAfter, 1);
}

void ArticleFeatures::run_features(std::size_t token, FeatureList& list) const {
  const Place& place = places_[token];
  if (place.run_end == place.run_begin) return;
  const std::uint32_t length = std::min(place.run_end - place.run_begin, 6U);
  const Word& last = words_[places_[place.run_end - 1].word];
  const Word& first = words_[places_[place.run_begin].word];
  const Word& before = near(place.run_begin, -1);
  const Word& after = near(place.run_end - 1, 1);
  const std::uint64_t position = token == place.run_begin ? 0 : token + 1 == place.run_end ? 2 : 1;
  const std::uint64_t shape = shape_value(words_[place.word].shape);
  list.add(kRunLength, length * 4 + position);
  list.add(kRunPosition, pair(length * 4 + position, shape));
  list.add(kRunLast, last.lower);
  list.add(kRunLastCluster, pair(last.clusters.of[1], position));
  list.add(kRunFirst, first.lower);
  list.add(kRunBefore, before.lower);
  list.add(kRunAfter, after.lower);
  list.add(kRunAfterCluster, pair(after.clusters.of[1], position));
  list.add(kRunBeforeCluster, pair(before.clusters.of[1], position));
  list.add(kRunCues, pair(before.cues, after.cues));
  list.add(kRunLastShape, pair(last.cues, length));
  const Word& head = words_[places_[place.head].word];
  const std::uint64_t behind_head = token > place.head ? 4 : token == place.head ? 3 : 0;
  list.add(kRunHead, pair(head.lower, position + behind_head));
  list.add(kRunHeadCluster, pair(head.clusters.of[1], position + behind_head));
  list.add(kRunHeadCues, pair(head.cues, length));
  list.add(kRunHeadKind, pair(head.clusters.kind, position + behind_head));
  list.add(kRunKinds, pair(first.clusters.kind * 128U + last.clusters.kind, length * 4 + position));
}

void ArticleFeatures::kind_features(std::size_t token, FeatureList& list) const {
  const Place& place = places_[token];
  const Word& word = words_[place.word];
  const Word& before = near(token, -1);
  const Word& after = near(token, 1);
  const std::uint64_t shape = shape_value(word.shape);
  list.add(kKindBefore, pair(before.clusters.kind * 128U + word.clusters.kind, shape));
  list.add(kKindAfter, pair(word.clusters.kind * 128U + after.clusters.kind, shape));
  list.add(kKindAround, pair(before.clusters.kind * 128U + after.clusters.kind, shape));
  list.add(kKindBeforeWord, pair(before.lower, word.clusters.kind));
  list.add(kKindAfterWord, pair(word.clusters.kind, after.lower));
  if (place.initials != InitialsPart::None) {
    const auto part = static_cast<std::uint64_t>(place.initials);
    list.add(kInitials, part);
    list.add(kInitialsShape, pair(part, shape));
  }
  if (place.subject != 0 && capital(token)) {
    list.add(kSubjectKind, pair(place.subject, word.clusters.kind));
    list.add(kSubjectClasses, pair(place.subject, pair(word.known.classes(), shape)));
  }
}

void ArticleFeatures::token_features(std::size_t token, FeatureList& list) const {
  const Word& word = words_[places_[token].word];
  const Word& before = near(token, -1);
  const Word& after = near(token, 1);
  const Word& before2 = near(token, -2);
  const Word& after2 = near(token, 2);
  const std::uint64_t shape = shape_value(word.shape);
  const std::uint64_t shape_before = shape_value(before.shape);
  const std::uint64_t shape_after = shape_value(after.shape);
  list.add(kPairBefore, pair(before.lower, word.lower));
  list.add(kPairAfter, pair(word.lower, after.lower));
  list.add(kPairAround, pair(before.lower, after.lower));
  list.add(kPairBeforeFar, pair(before2.lower, before.lower));
  list.add(kPairAfterFar, pair(after.lower, after2.lower));
  list.add(kShapesBefore, pair(shape_before, shape));
  list.add(kShapesAfter, pair(shape, shape_after));
  list.add(kShapesAll, pair(shape_before * 16 + shape_after, shape));
  list.add(kClustersBefore, pair(before.clusters.of[0], word.clusters.of[0]));
  list.add(kClustersAfter, pair(word.clusters.of[0], after.clusters.of[0]));
  list.add(kClustersAround, pair(before.clusters.of[0], after.clusters.of[0]));
  list.add(kFineBefore, pair(before.clusters.of[1], word.clusters.of[1]));
  list.add(kFineAfter, pair(word.clusters.of[1], after.clusters.of[1]));
  list.add(kFineBeforeShape, pair(before.clusters.of[2], shape));
  list.add(kFineAfterShape, pair(after.clusters.of[2], shape));
  list.add(kWordBeforeShape, pair(before.lower, shape));
  list.add(kWordAfterShape, pair(after.lower, shape));
  list.add(kPlaceShape, pair(places_[token].place, shape));
  list.add(kPlaceWord, pair(places_[token].place, pair(person_bits(word.known.classes()), shape)));
  list.add(kPersonClasses,
           pair(person_bits(before.known.classes()) * 256 + person_bits(word.known.classes()) * 16 +
                    person_bits(after.known.classes()),
                shape));
  list.add(kPersonShapes, pair(person_bits(before.known.classes()) * 16 + shape_before,
                               person_bits(word.known.classes()) * 16 + shape));
  list.add(kCuesAround, pair(before.cues, after.cues));
  // Over a mark: "Kim Hee - sun", "Barlaam and Josaphat", "Paris , Texas".
  if (before.shape == Shape::Mark) {
    list.add(kOverMark, pair(before.lower, shape_value(before2.shape) * 16 + shape));
    list.add(kOverMarkClusters,
             pair(before.lower, pair(before2.clusters.of[0], word.clusters.of[0])));
    list.add(kOverMarkClasses, pair(before.lower, person_bits(before2.known.classes()) * 16 +
                                                      person_bits(word.known.classes())));
  }
  if (word.shape == Shape::Mark) {
    list.add(kAcrossMark, pair(word.lower, shape_before * 16 + shape_after));
    list.add(kAcrossMark, pair(word.lower, pair(before.clusters.of[0], after.clusters.of[0])));
  }
  phrase_features(token, list);
  run_features(token, list);
  kind_features(token, list);
}

}  // namespace pressmark::indexer
