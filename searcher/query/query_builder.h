#pragma once

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

}  // namespace pressmark::searcher
