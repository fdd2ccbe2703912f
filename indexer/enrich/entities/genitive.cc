#include "indexer/enrich/entities/genitive.h"

#include <algorithm>
#include <array>

namespace pressmark::indexer {

Genitive genitive_behind(std::string_view text, std::size_t end) {
  constexpr auto kVerbs = std::to_array<std::string_view>(
      {"are", "could", "did", "does", "had", "has", "have", "is", "may", "might", "said", "says",
       "was", "were", "will", "would"});
  static_assert(std::ranges::is_sorted(kVerbs));
  for (const std::string_view ending : {"'s", "\u2019s"}) {
    const bool inside = text.substr(0, end).ends_with(ending);
    std::string_view rest = text.substr(inside ? end - ending.size() : end);
    if (!rest.starts_with(ending)) continue;
    rest.remove_prefix(ending.size());
    if (rest.starts_with(',')) rest.remove_prefix(1);  // "the house, Sotheby's, said"
    if (!rest.starts_with(' ')) return {ending};
    rest.remove_prefix(1);
    const std::string_view word = rest.substr(0, rest.find_first_of(" .,;:\n"));
    return {ending, std::ranges::binary_search(kVerbs, word)};
  }
  return {};
}

}  // namespace pressmark::indexer
