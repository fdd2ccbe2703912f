#include "indexer/enrich/entity_resolver.h"

namespace pressmark::indexer {

std::vector<Entity> resolve_entities(std::string_view /*title*/, std::string_view /*text*/,
                                     std::span<const Mention> /*mentions*/) {
  return {};
}

}  // namespace pressmark::indexer
