#pragma once

#include <span>
#include <string>
#include <string_view>

#include "common/analysis.h"
#include "common/story_table.h"
#include "searcher/answer.h"
#include "searcher/facet/cross_counter.h"
#include "searcher/facet/match_set.h"
#include "searcher/model/built_query.h"
#include "searcher/model/search_request.h"

namespace pressmark::searcher {

/// Counts over all matches for an answer: total, facets, timeline, tables, related values.
/// Everything it refers to must outlive it.
struct AnswerCounts {
  std::span<const FacetSegment> segments;
  const SearchRequest& request;
  const BuiltQuery& built;
  const StoryTable* stories;  // null: stories are not counted
  std::span<const std::string> languages;
  std::string_view locale;
  Analyzer& analyzer;
  ValueFilter filter;  // how a value of a facet is asked for
  DateRange asked;     // ends of the query's own dates: rows of time go to them
  Xapian::Query base;  // of a share: the filters without the words

  void add_to(Answer& answer) const;

 private:
  Timeline timeline(const MatchSet& matches) const;
};

}  // namespace pressmark::searcher
