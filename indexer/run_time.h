#pragma once

#include "common/date.h"

namespace pressmark::indexer {

/// The time of this run: what is new in it was added then, and no article is from a later day.
/// $SOURCE_DATE_EPOCH makes runs repeatable.
Instant run_time();

}  // namespace pressmark::indexer
