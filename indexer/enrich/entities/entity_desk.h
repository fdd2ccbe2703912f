#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/model/annotations.h"

namespace pressmark::indexer {

/// A table of names: merges, renames, stops, and ties to a country. The user's own (--entities), or
/// the one of well-known names.
///
/// Lines of a TSV file: name, type, canonical name, country, "stop"; later columns may be missing.
/// `type` is person, org or place, or empty for any. A first line "name ..." and lines of '#' are
/// passed over. Names are compared without case and accents. const and thread-safe once read.
class EntityDesk {
 public:
  /// What the table says of a name.
  struct Rule {
    std::string canonical;  // empty: as it is
    std::string country;    // ISO 3166-1 alpha-2; may be empty
    bool stop = false;      // it is no entity
  };

  EntityDesk() = default;

  /// Throws Error (ExitCode::Usage) when the file cannot be read or a line is wrong, with its
  /// number.
  static EntityDesk from_file(const std::string& path);
  static EntityDesk from_text(std::string_view text, const std::string& path);

  /// The entities under the table's names, those of one name put together; order as from
  /// resolve_entities().
  std::vector<Entity> apply(std::vector<Entity> entities) const;

  /// ISO 3166-1 alpha-2 codes that the user has tied to entities among these (before apply), each
  /// once.
  std::vector<std::string> countries_of(std::span<const Entity> entities) const;

  /// Null when the table does not know the name.
  const Rule* rule_for(EntityType type, std::string_view name) const;

  /// The other names of a canonical one, as keys (form_key), ascending.
  std::vector<std::string> names_of(EntityType type, std::string_view canonical) const;

 private:
  /// Type as a number; 3 for any.
  using Key = std::pair<int, std::string>;

  std::map<Key, Rule> rules_;
  std::multimap<Key, std::string> names_;  // by canonical name
};

/// Entities of one type and name put together; order as from resolve_entities().
std::vector<Entity> put_together(std::vector<Entity> entities);

}  // namespace pressmark::indexer
