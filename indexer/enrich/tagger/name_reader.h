#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "indexer/enrich/tagger/name_span.h"
#include "indexer/enrich/tagger/tagger_features.h"
#include "indexer/enrich/tagger/word_set.h"
#include "indexer/enrich/words/name_cues.h"
#include "indexer/enrich/words/tagger_tokenizer.h"

namespace pressmark::indexer {

/// "van", "ten", "bin": stands in front of a surname, and as a rule of nothing else. `lower` is the
/// word's hash.
inline bool is_particle(std::uint64_t lower) {
  static const WordSet kParticles(
      "abu af bin bint da de del della den der di dos du ibn ould ten ter van von zu zur");
  return kParticles.contains(lower);
}

/// The words around the names of one article. Views all it is given, which must outlive it.
class NameReader {
 public:
  NameReader(const ArticleFeatures& article, std::string_view text, std::span<const Token> tokens,
             std::span<const NameSpan> names)
      : article_(article), text_(text), tokens_(tokens) {
    for (const NameSpan& name : names) {
      if (name.type != NameType::Person || alone(name)) continue;
      for (std::size_t i = name.first; i <= name.last; ++i) persons_.insert(folded(i));
      if ((classes(name.first) & (class_bit('F') | class_bit('S'))) != 0)
        fronts_.insert(folded(name.first));
    }
  }

  static bool alone(const NameSpan& name) { return name.first == name.last; }

  const ArticleFeatures& article() const { return article_; }
  std::size_t tokens() const { return tokens_.size(); }
  std::string_view bytes(std::size_t token) const {
    return text_.substr(tokens_[token].begin, tokens_[token].end - tokens_[token].begin);
  }
  bool starts_line(std::size_t token) const { return tokens_[token].starts_line; }

  /// The word at a distance within the token's line; 0 beyond.
  std::uint32_t word(std::size_t token, int distance) const {
    return article_.word_at(token, distance);
  }
  std::uint64_t lower(std::size_t token, int distance) const {
    return article_.lower_hash(word(token, distance));
  }
  std::uint32_t folded(std::size_t token) const { return article_.folded(word(token, 0)); }
  std::uint16_t cues(std::size_t token, int distance) const {
    return article_.cues(word(token, distance));
  }
  bool small(std::size_t token, int distance) const {
    return article_.shape(word(token, distance)) == Shape::Lower;
  }
  /// Bits of Context: what all occurrences of the word show.
  std::uint32_t contexts(std::size_t token) const { return article_.contexts(word(token, 0)); }
  ClassBits classes(std::size_t token) const { return article_.classes(word(token, 0)); }

  /// Whether what follows is no noun that the name only describes, as in "the Aalto plan".
  bool has_no_noun_behind(const NameSpan& name) const {
    static const WordSet kVerbs(
        "are can could had has have is may that was were which who whom whose will would");
    return !small(name.last, 1) || (cues(name.last, 1) & (kCueLink | kCueWhere)) != 0 ||
           kVerbs.contains(lower(name.last, 1));
  }

  /// Whether the word is part of somebody's name, or stands behind a title or given name.
  bool names_person(std::size_t token) const {
    return persons_.contains(folded(token)) ||
           (contexts(token) & (kAfterTitle | kAfterFirstName | kAfterRole)) != 0;
  }
  /// Whether anything in the article shows that the word is somebody's name.
  bool shows_person(std::size_t token) const {
    return names_person(token) || (contexts(token) & (kBeforeSpeech | kBeforeSurname)) != 0;
  }
  /// Whether a person named in full has the word, a known name, in front: "Jordan" Ashby, "Xi"
  /// Jinping.
  bool stands_in_front(std::size_t token) const { return fronts_.contains(folded(token)); }
  /// Whether the name is a person of one word of whom nothing else is known.
  bool lone_person(const NameSpan& name) const {
    return name.type == NameType::Person && alone(name) && !shows_person(name.first);
  }

 private:
  const ArticleFeatures& article_;
  std::string_view text_;
  std::span<const Token> tokens_;
  std::unordered_set<std::uint32_t> persons_;  // words of persons named by several words
  // ... and of them those in front that are known as names
  std::unordered_set<std::uint32_t> fronts_;
};

}  // namespace pressmark::indexer
