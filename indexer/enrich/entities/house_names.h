#pragma once

#include <string_view>
#include <vector>

#include "indexer/enrich/entities/entity_desk.h"
#include "indexer/model/annotations.h"

namespace pressmark::indexer {

/// The entities of an article under the names that they have in a whole archive. Well-known bodies,
/// persons and places have one name (data/known_names.tsv: "IMF" is the International Monetary
/// Fund, "Zelenskiy" Volodymyr Zelensky, "Kiev" Kyiv) and what taggers take for bodies has none
/// ("GDP"); others lose "Inc.", "plc" and the like, unless what is left is a place of the article,
/// or one word that could be another's name. The names that a renamed entity has in texts are among
/// its variants.
///
/// @param own       the user's table: names that it knows are left to it
/// @param language  of the article: others than English have other bodies' initials, and names of
/// their own for places
/// @return          order as from resolve_entities()
std::vector<Entity> with_house_names(std::vector<Entity> entities, const EntityDesk& own,
                                     std::string_view language);

/// Whether the table of well-known names has the body or person.
bool is_house_name(EntityType type, std::string_view name);

}  // namespace pressmark::indexer
