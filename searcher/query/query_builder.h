#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/analysis.h"
#include "common/story_table.h"
#include "searcher/model/built_query.h"
#include "searcher/model/parsed_query.h"
#include "searcher/model/search_request.h"

namespace pressmark::searcher {

struct BuildOptions {
  Match match = Match::All;
  std::vector<std::string> languages;  // archive_languages(): whose stems a word is looked for as
  const StoryTable* stories =
      nullptr;          // for is:copy and similar:; without it no article has a copy
  bool remote = false;  // part of the archive is elsewhere: nothing that Xapian cannot send
};

/// The languages of an archive's articles, most frequent first.
std::vector<std::string> archive_languages(const Xapian::Database& database);

/// What Xapian is asked. Reads the database's terms for patterns, names and ids only. Throws
/// Xapian::Error of the database.
BuiltQuery build_query(const ParsedQuery& query, const Xapian::Database& database,
                       const BuildOptions& options, Analyzer& analyzer);

/// One clause of a query and what it would find alone, in the order of the tree. With `article`,
/// which matches one article, also whether that is among it.
struct Explanation {
  unsigned depth = 0;
  std::string clause;              // as typed, "AND", "gas"
  std::vector<std::string> terms;  // what it is looked for as
  std::size_t articles = 0;        // exact
  std::optional<bool> found;       // whether the article that is asked about matches it
};
std::vector<Explanation> explain(const ParsedQuery& query, const Xapian::Database& database,
                                 const BuildOptions& options, Analyzer& analyzer,
                                 const std::optional<Xapian::Query>& article = {});

/// A query with a word of the archive in place of one that it does not have, and what that finds.
struct Suggestion {
  std::string query;  // to be typed
  std::size_t articles = 0;
};
/// For a query without hits: at most `limit`, the nearest first, then those with most articles.
std::vector<Suggestion> did_you_mean(const ParsedQuery& query, const Xapian::Database& database,
                                     const BuildOptions& options, Analyzer& analyzer,
                                     std::size_t limit = 3);

/// For a query without hits: each filter (printed) and what the query finds without it, where that
/// is not nothing.
std::vector<Suggestion> without_each_filter(const ParsedQuery& query,
                                            const Xapian::Database& database,
                                            const BuildOptions& options, Analyzer& analyzer);

}  // namespace pressmark::searcher
