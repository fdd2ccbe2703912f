#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis.h"
#include "searcher/facet/match_set.h"
#include "searcher/model/search_result.h"

namespace pressmark::searcher {

/// Log-likelihood ratio (Dunning's G2) of a value that `count` of `sample` articles have, and
/// `archived` of the archive's `articles`, the sample among them. 0 when it is no more frequent in
/// the sample; 10.8 is p < .001.
double significance(std::size_t count, std::size_t sample, std::size_t archived,
                    std::size_t articles);

/// Least significance of what is listed: p < .001.
inline constexpr double kLeastSignificance = 10.83;
/// And least number of its articles: one is no pattern.
inline constexpr std::size_t kLeastCount = 2;

/// The values of a field that stand out among some articles, most significant first; exact.
Related related_values(std::span<const FacetSegment> segments, const MatchSet& matches,
                       FieldId field, std::size_t limit, std::string_view locale);

/// Words that stand out among those of count_words().
///
/// @param languages  of the archive: their function words are left out
/// @param terms      BuiltQuery::terms, sorted: the query's own words are left out
Related related_words(std::span<const FacetSegment> segments, const MatchSet& matches,
                      std::span<const std::string> languages, std::span<const std::string> terms,
                      std::size_t limit, Analyzer& analyzer);

}  // namespace pressmark::searcher
