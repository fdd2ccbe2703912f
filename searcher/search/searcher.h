#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/story_table.h"
#include "searcher/model/built_query.h"
#include "searcher/model/search_request.h"
#include "searcher/search/segment_tables.h"
#include "searcher/search/shard_set.h"

namespace pressmark::searcher {

struct SearchOptions {
  SortOrder sort = SortOrder::Relevance;
  std::size_t offset = 0;
  std::size_t limit = 10;                 // 0: all
  const StoryTable* fold_into = nullptr;  // one hit a story: its best article; null: every article
  double half_life_days = 365;            // of SortOrder::Blend
  bool fold_by_text = false;  // fold copies too that the table cannot know, of different archives
  const SegmentTables* tables = nullptr;  // as far as known
  bool remote = false;  // part of the archive is elsewhere: nothing that Xapian cannot send
};

struct FoundArticle {
  Xapian::docid id = 0;
  double score = 0;
  std::uint64_t key = 0;    // the number behind its id
  std::string order;        // among equal scores: the greater first
  std::uint64_t story = 0;  // key of its story
  std::vector<Xapian::docid>
      folded;  // articles of the same story that ranked below it, as far as looked at
};

struct Found {
  std::vector<FoundArticle> articles;  // in their order; ties by day, newest first, then by key
  std::size_t total = 0;               // matching articles, before folding
  bool total_exact = false;
};

/// Runs a built query. The same archive content gives the same answer however it is cut into
/// segments. Throws Xapian::Error of the database, DatabaseModifiedError among them: see
/// with_reopening.
Found find(const Xapian::Database& database, const BuiltQuery& query, const SearchOptions& options);

/// Exact number of articles that match.
std::size_t count(const Xapian::Database& database, const Xapian::Query& query);

/// Calls `request` with all shards as one database; when an archive changes under it
/// (Xapian::DatabaseModifiedError, or a segment vanished), opens what it is now and calls again, at
/// most ten times; when a remote archive fails, leaves it out and calls again or throws Error
/// (ExitCode::Database). All reading, records included, belongs into it.
void with_reopening(ShardSet& archive, const std::function<void(const Xapian::Database&)>& request);

}  // namespace pressmark::searcher
