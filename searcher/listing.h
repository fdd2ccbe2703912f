#pragma once

#include "common/error.h"
#include "searcher/conversation.h"

namespace pressmark::searcher {

/// Hits, facets, timeline and what else the request names, remembered for --show; where nothing
/// matches, what was perhaps meant.
ExitCode list(Conversation& talk, const ParsedQuery& query);

/// Hits that --new has not shown of this saved query. They count as shown once the output is out:
/// when it failed, the next call shows them again. Ends the conversation.
ExitCode list_new(Conversation& talk, const ParsedQuery& query);

}  // namespace pressmark::searcher
