#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "common/schema.h"
#include "common/stored_article.h"

namespace pressmark::searcher {

/// Text with marked ranges: code point offsets, ascending, [begin, end).
struct Snippet {
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> highlights;
};

struct Hit {
  std::size_t rank = 0;        // from 1
  double score = 0;
  StoredArticle article;
  std::string story;           // the same for all near-copies
  std::size_t similar = 0;     // near-copies folded under this hit
  std::vector<std::string> similar_sources;
  Snippet snippet;
};

struct FacetValue {
  std::string value;           // as in a query
  std::string label;           // for people: "Germany"
  std::size_t count = 0;
};

struct Facet {
  FieldId field;
  std::vector<FacetValue> values;   // most frequent first, ties by value; dates in time order
  std::size_t distinct = 0;         // values in all, also those beyond the limit
  std::size_t missing = 0;          // articles without a value: the "(none)" row
  std::size_t total = 0;            // articles counted
};

struct SearchResult {
  std::vector<Hit> hits;
  std::size_t total = 0;            // exact number of matching articles
  std::size_t distinct = 0;         // stories among them
  std::vector<Facet> facets;
  std::vector<std::string> notes;
};

}  // namespace pressmark::searcher
