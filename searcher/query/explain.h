#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/analysis.h"
#include "searcher/model/built_query.h"
#include "searcher/model/parsed_query.h"
#include "searcher/query/query_builder.h"

namespace pressmark::searcher {

/// What the clauses of a query are built and counted with. All it refers to must outlive it.
struct ClauseCounter {
  const Xapian::Database& database;
  const BuildOptions& options;
  Analyzer& analyzer;
  /// Exact number of the articles that match, as a search would find them.
  std::function<std::size_t(BuiltQuery query)> count;
};

/// One clause of a query and what it would find alone, in the order of the tree. With `article`,
/// which matches one article, also whether that is among it.
struct Explanation {
  unsigned depth = 0;
  std::string clause;              // as typed, "AND", "gas"
  std::vector<std::string> terms;  // what it is looked for as
  std::size_t articles = 0;        // exact
  std::optional<bool> found;       // whether the article that is asked about matches it
  std::vector<std::string> notes;  // what is to be known of it; of a part that has no parts
};
std::vector<Explanation> explain(const ParsedQuery& query, const ClauseCounter& counter,
                                 const std::optional<Xapian::Query>& article = {});

/// A query with a word of the archive in place of one that it does not have, and what that finds.
struct Suggestion {
  std::string query;  // to be typed
  std::size_t articles = 0;
};
/// For a query without hits: at most `limit`, the nearest first, then those with most articles.
std::vector<Suggestion> did_you_mean(const ParsedQuery& query, const ClauseCounter& counter,
                                     std::size_t limit = 3);

/// For a query without hits: each filter (printed) and what the query finds without it, where that
/// is not nothing.
std::vector<Suggestion> without_each_filter(const ParsedQuery& query, const ClauseCounter& counter);

}  // namespace pressmark::searcher
