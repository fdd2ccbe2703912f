#pragma once

#include "common/error.h"
#include "searcher/conversation.h"

namespace pressmark::searcher {

/// Answers each line of --batch: "id TAB query", or only the query, which is its own id. With
/// --literal the query is a name that is looked for as it stands, whatever signs it holds; with
/// --matrix all lines are counted in one table. A name without a word finds nothing and is noted.
ExitCode batch(Conversation& talk);

}  // namespace pressmark::searcher
