#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <unordered_map>

#include "common/analysis.h"
#include "searcher/facet/match_set.h"

namespace pressmark::searcher {

/// In how many of some articles each word stands, as folded forms; once an article.
struct WordCounts {
  std::unordered_map<std::string, std::size_t> forms;
  std::size_t sample = 0;  // articles looked at
};

inline constexpr std::size_t kRelatedSample = 300;

/// From an even sample of at most kRelatedSample matches: the same one however the archive is cut
/// into segments.
WordCounts count_words(std::span<const FacetSegment> segments, const MatchSet& matches);

/// Whether a word says nothing of what is written about: a function word of one of the languages,
/// or a word of the query.
///
/// @param terms  BuiltQuery::terms, sorted
bool says_nothing(const std::string& form, std::span<const std::string> languages,
                  std::span<const std::string> terms, Analyzer& analyzer);

}  // namespace pressmark::searcher
