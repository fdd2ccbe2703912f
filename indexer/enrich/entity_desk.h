#pragma once

#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "indexer/model/annotations.h"

namespace pressmark::indexer {

/// The user's table of names: merges, renames, stops, and ties to a country.
///
/// Lines of a TSV file: name, type, canonical name, country, "stop"; later columns may be missing.
/// `type` is person, org or place, or empty for any. A first line "name ..." and lines of '#' are
/// passed over. Names are compared without case and accents. const and thread-safe once read.
class EntityDesk {
 public:
  EntityDesk() = default;

  /// Throws Error (ExitCode::Usage) when the file cannot be read or a line is wrong, with its
  /// number.
  static EntityDesk from_file(const std::string& path);
  static EntityDesk from_text(std::string_view text, const std::string& path);

  /// The entities under the user's names, those of one name put together; order as from
  /// resolve_entities().
  std::vector<Entity> apply(std::vector<Entity> entities) const;

  /// ISO 3166-1 alpha-2 codes that the user has tied to entities among these (before apply), each
  /// once.
  std::vector<std::string> countries_of(std::span<const Entity> entities) const;

 private:
  struct Rule {
    std::string canonical;  // empty: as it is
    std::string country;
    bool stop = false;
  };
  /// Type as a number; 3 for any.
  using Key = std::pair<int, std::string>;
  const Rule* rule_for(const Entity& entity) const;

  std::map<Key, Rule> rules_;
};

}  // namespace pressmark::indexer
