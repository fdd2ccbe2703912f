#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/enrich/entities/entity_resolver.h"
#include "indexer/enrich/recognizer.h"

namespace pressmark::indexer {

/// Names of one type that an article has, as its facets would show them.
inline std::vector<std::string> found_names(std::string_view language, std::string_view text,
                                            EntityType type) {
  static const Recognizer kRecognizer;
  std::vector<std::string> found;
  for (const Entity& entity :
       resolve_entities({}, text, kRecognizer.recognize("", text, language, nullptr))) {
    if (entity.type == type) found.push_back(entity.name);
  }
  return found;
}

inline std::vector<std::string> found_persons(std::string_view language, std::string_view text) {
  return found_names(language, text, EntityType::Person);
}

inline std::vector<std::string> found_bodies(std::string_view language, std::string_view text) {
  return found_names(language, text, EntityType::Organization);
}

}  // namespace pressmark::indexer
