#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace pressmark::indexer {

enum class EntityType { Person, Organization, Place };

/// One name in the text. Byte offsets into Article::text; end is behind the last byte.
struct Mention {
  std::size_t begin = 0;
  std::size_t end = 0;
  EntityType type = EntityType::Person;
  // An organisation's full name may have a place or people around it: "Nigerian Senate".
  std::size_t lead = 0;   // bytes of the full name before `begin`
  std::size_t tail = 0;   // and behind `end`
  bool part = false;      // a place that belongs to the full name of the organisation beside it
  std::string name = {};  // in the nominative, where the text declines it; empty: as it stands
  friend bool operator==(const Mention&, const Mention&) = default;
};

/// A name under its canonical form: "Vladimir Putin" for every "Putin" and "Mr Putin" of one
/// article.
struct Entity {
  EntityType type = EntityType::Person;
  std::string name;
  std::uint32_t count = 0;            // mentions
  std::vector<std::string> variants;  // other names of it, seen or known; without this one
  friend bool operator==(const Entity&, const Entity&) = default;
};

/// Names that the text does not carry by itself, found by the enrich stage.
struct Annotations {
  std::string language;           // ISO 639-1 ("de", "zh"); empty when it cannot be told
  std::vector<Mention> mentions;  // by offset, not overlapping
  std::vector<Entity> entities;   // by type, then most mentioned first
  std::vector<std::string>
      countries;               // ISO 3166-1 alpha-2 that the article is about, most important first
  std::string source_country;  // ISO 3166-1 alpha-2 of the outlet; empty when unknown
  std::vector<std::uint32_t> fingerprint;  // enrich/fingerprint.h; what near-copies share
};

}  // namespace pressmark::indexer
