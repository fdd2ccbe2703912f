#pragma once

#include "common/date.h"

namespace pressmark::indexer {

/// The time of this run: what is new in it was added then, and no article is from a later day.
/// $SOURCE_DATE_EPOCH makes runs repeatable; empty, it says nothing. Throws Error
/// (ExitCode::Usage) when it is no number of seconds.
Instant run_time();

}  // namespace pressmark::indexer
