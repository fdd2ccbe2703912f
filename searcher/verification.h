#pragma once

#include "common/error.h"
#include "searcher/conversation.h"
#include "searcher/receipt.h"

namespace pressmark::searcher {

/// The receipt of a query: all that matches, each copy by itself, in one state of the archive.
Receipt receipt_of(Conversation& talk, const ParsedQuery& query);

/// Says what the search of a receipt finds differently now. The conversation asks the receipt's
/// query, on its day.
ExitCode verify(Conversation& talk, const Receipt& then);

}  // namespace pressmark::searcher
