#pragma once

#include "common/error.h"
#include "searcher/conversation.h"

namespace pressmark::searcher {

/// --compare, --compare-dates: where the articles of two queries differ. ExitCode::Partial when
/// one of them finds nothing.
ExitCode compare(Conversation& talk);

}  // namespace pressmark::searcher
