#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "common/analysis.h"
#include "searcher/facet/word_counts.h"
#include "searcher/model/search_result.h"

namespace pressmark::searcher {

/// The values whose share of two sets of articles differs, most significant first: two articles at
/// least on one side and p < .001 by the log-likelihood ratio of the two shares. An article of both
/// sets counts in both.
///
/// @param here, there  the same facet of the two, with all values
/// @param limit        values kept; 0: all
Comparison compared(const Facet& here, const Facet& there, std::size_t limit);

/// The same of words.
///
/// @param languages  of the archive: their function words are left out
/// @param terms      BuiltQuery::terms of both queries, sorted: their words are left out
Comparison compared_words(const WordCounts& here, const WordCounts& there,
                          std::span<const std::string> languages,
                          std::span<const std::string> terms, std::size_t limit,
                          Analyzer& analyzer);

}  // namespace pressmark::searcher
