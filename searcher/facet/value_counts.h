#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/story_table.h"
#include "searcher/facet/match_set.h"

namespace pressmark::searcher {

struct ValueCount {
  std::string_view value;  // into the columns of the segments
  std::size_t count = 0;
};

/// How often each value of a slot occurs among some articles, once an article.
struct ValueCounts {
  std::vector<ValueCount> values;  // each value once, in no order
  std::size_t missing = 0;         // articles without a value
};

ValueCounts count_values(std::span<const FacetSegment> segments, const MatchSet& matches,
                         unsigned slot);

/// Articles that have a value in none of the slots.
std::size_t count_missing(std::span<const FacetSegment> segments, const MatchSet& matches,
                          std::span<const unsigned> slots);

/// Articles by day of publication, YYYYMMDD; 0 counts the undated ones.
std::map<std::uint32_t, std::size_t> count_days(std::span<const FacetSegment> segments,
                                                const MatchSet& matches);

/// Stories among some articles. Articles that stand alone are stories of their own.
std::size_t count_stories(std::span<const FacetSegment> segments, const MatchSet& matches,
                          const StoryTable& stories);

}  // namespace pressmark::searcher
