#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/story_table.h"
#include "common/tokenizer.h"
#include "searcher/model/parsed_query.h"

namespace pressmark::searcher {

/// What a filter of a query asks of Xapian: no weights. `notes` for stderr, such as a name that
/// stands nowhere as a whole.
struct BuiltFilter {
  Xapian::Query query;
  std::vector<std::string> notes;
};

/// What a filter is built for.
struct FilterContext {
  const StoryTable* stories = nullptr;  // null: no article has a copy
  bool remote = false;                  // part of the archive is elsewhere
  bool excluded = false;                // the filter leaves out what it finds
};

/// `node` is a Filter. Reads the database's terms for names only.
BuiltFilter build_filter(const QueryNode& node, const Xapian::Database& database,
                         const FilterContext& context, Folder& folder);

}  // namespace pressmark::searcher
