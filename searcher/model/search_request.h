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

/// Whether a filter on the facet's own field narrows the facet too.
enum class FacetMode { Siblings, Drill };

/// What to count: the values of a field, or days, weeks, months or years of publication.
struct FacetSpec {
  FieldId field = FieldId::Source;
  std::optional<Interval> interval;  // with FieldId::Date only
  friend bool operator==(const FacetSpec&, const FacetSpec&) = default;
};

/// "country", "month": as --facet takes it and outputs name it.
std::string name(const FacetSpec& spec);
std::string_view name(Interval interval);

/// Articles by time.
struct TimelineSpec {
  enum class Measure { Count, Share };
  Interval interval = Interval::Month;
  Measure measure = Measure::Count;
  friend bool operator==(const TimelineSpec&, const TimelineSpec&) = default;
};

/// What one command line asks of an archive, checked and without defaults left open.
struct SearchRequest {
  std::string query;               // words and fields as typed
  std::vector<std::string> where;  // "field:value" from --country, --where ...; joined by AND
  std::string similar_to;          // id: articles like this one
  std::string story_of;            // id: the near-copies of this one
  Match match = Match::All;
  SortOrder sort = SortOrder::Relevance;
  Collapse collapse = Collapse::Stories;
  std::size_t limit = 10;  // 0: all
  std::size_t offset = 0;
  std::vector<FacetSpec> facets;
  std::size_t facet_limit = 10;  // 0: all
  FacetMode facet_mode = FacetMode::Siblings;
  std::optional<TimelineSpec> timeline;
  bool only_counts = false;      // no list of hits
  std::vector<FieldId> related;  // Person, Org, Place, Country; Body for words
};

}  // namespace pressmark::searcher
