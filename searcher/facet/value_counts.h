#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/date.h"
#include "common/story_table.h"
#include "searcher/facet/match_set.h"

namespace pressmark::searcher {

struct ValueCount {
  std::string_view value;  // into the columns of the segments, or into ValueCounts::owned
  std::size_t count = 0;
};

/// How often each value of a slot occurs among some articles, once an article.
struct ValueCounts {
  std::vector<ValueCount> values;
  std::size_t distinct = 0;  // values in all, also those that were not kept
  std::size_t missing = 0;   // articles without a value
  // Values that came from remote segments; shared: copies look at the same texts.
  std::shared_ptr<const std::vector<std::string>> owned;
};

/// @param most  values kept, the most frequent, ties by value; 0: all, in no order
ValueCounts count_values(std::span<const FacetSegment> segments, const MatchSet& matches,
                         unsigned slot, std::size_t most = 0);

/// Articles that have a value in none of the slots.
std::size_t count_missing(std::span<const FacetSegment> segments, const MatchSet& matches,
                          std::span<const unsigned> slots);

/// Articles by day of publication, YYYYMMDD; 0 counts the undated ones.
std::map<std::uint32_t, std::size_t> count_days(std::span<const FacetSegment> segments,
                                                const MatchSet& matches);

/// Earliest and latest day of publication among some articles, YYYYMMDD; 0 and 0 when none is
/// dated.
std::pair<std::uint32_t, std::uint32_t> first_and_last_day(std::span<const FacetSegment> segments,
                                                           const MatchSet& matches);

/// Numbers YYYYMMDD as days; nothing when they are none.
std::optional<std::pair<Date, Date>> as_dates(std::pair<std::uint32_t, std::uint32_t> days);

/// Stories among some articles. Articles that stand alone are stories of their own. Segments here
/// only: no table knows the stories of remote ones.
std::size_t count_stories(std::span<const FacetSegment> segments, const MatchSet& matches,
                          const StoryTable& stories);

}  // namespace pressmark::searcher
