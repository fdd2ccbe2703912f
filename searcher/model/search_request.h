#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/schema.h"

namespace pressmark::searcher {

enum class Match { All, Any };
enum class SortOrder { Relevance, Newest, Oldest };
enum class Interval { Day, Week, Month, Year };
enum class Collapse { Stories, Nothing };

/// What one command line asks of an archive, checked and without defaults left open.
struct SearchRequest {
  std::string query;                    // words and fields as typed
  std::vector<std::string> where;       // "field:value" filters from --country, --where ...; joined by AND
  Match match = Match::All;
  SortOrder sort = SortOrder::Relevance;
  Collapse collapse = Collapse::Stories;
  std::size_t limit = 10;               // 0: all
  std::size_t offset = 0;
  std::vector<FieldId> facets;
  std::size_t facet_limit = 10;         // 0: all
  std::optional<Interval> timeline;
};

}  // namespace pressmark::searcher
