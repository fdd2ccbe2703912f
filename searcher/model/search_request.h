#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/schema.h"

namespace pressmark::searcher {

enum class Match { All, Any };
enum class SortOrder { Relevance, Newest, Oldest, Blend };
enum class Interval { Day, Week, Month, Year };
enum class Collapse { Stories, Nothing };

/// Whether a filter on the facet's own field narrows the facet too.
enum class FacetMode { Siblings, Drill };

/// What to count: the values of a field, or days, weeks, months or years of publication; with
/// FieldId::Body words, where two queries are compared.
struct FacetSpec {
  FieldId field = FieldId::Source;
  std::optional<Interval> interval;  // with FieldId::Date only
  std::string pattern;  // only values that have a word beginning so: "mac*"; empty: all
  FacetSpec() = default;
  FacetSpec(FieldId of, std::optional<Interval> by, std::string only = {})
      : field(of), interval(by), pattern(std::move(only)) {}
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
  bool fitting = false;  // the interval is chosen to fit the days found
  TimelineSpec() = default;
  TimelineSpec(Interval by, Measure shown) : interval(by), measure(shown) {}
  friend bool operator==(const TimelineSpec&, const TimelineSpec&) = default;
};

/// Two facets against each other.
struct CrossSpec {
  enum class Kind {
    Table,
    Pairs,
    Queries,  // a table whose rows are queries, not a facet
  };
  Kind kind = Kind::Table;
  FacetSpec rows, columns;
  friend bool operator==(const CrossSpec&, const CrossSpec&) = default;
};

/// What the rows are: "country", "query".
std::string rows_name(const CrossSpec& spec);

/// What one command line asks of an archive, checked and without defaults left open.
struct SearchRequest {
  std::string query;               // words and fields as typed
  std::vector<std::string> where;  // "field:value" from --country, --where ...; joined by AND
  std::string similar_to;          // id: articles like this one; "-": like similar_text
  std::string similar_text;        // UTF-8
  std::string story_of;            // id: the near-copies of this one
  Match match = Match::All;
  SortOrder sort = SortOrder::Relevance;
  double half_life_days = 365;  // of SortOrder::Blend
  Collapse collapse = Collapse::Stories;
  std::size_t limit = 10;  // 0: all
  std::size_t offset = 0;
  std::vector<FacetSpec> facets;
  std::size_t facet_limit = 10;  // 0: all
  std::size_t period_limit = 0;  // of a facet by time: its latest rows; 0: all
  FacetMode facet_mode = FacetMode::Siblings;
  std::optional<TimelineSpec> timeline;
  std::vector<CrossSpec> crossings;
  bool only_counts = false;      // no list of hits
  std::vector<FieldId> related;  // Person, Org, Place, Country; Body for words

  /// Whether anything is counted beside the hits.
  bool counts() const {
    return !facets.empty() || timeline || !crossings.empty() || !related.empty();
  }
};

/// What was typed, filters of options included, in a line: a title for a page or a feed.
std::string title_of(const SearchRequest& request);

}  // namespace pressmark::searcher
