#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "indexer/extract/dates/date_token.h"

namespace pressmark::indexer {

/// The hour of a time in UTC that begins at a token: "T10:00:00.000Z", "T100000+0000", "02:00 UTC".
/// Empty when no time stands there, or one of another zone.
std::optional<int> utc_hour(const std::vector<DateToken>& tokens, std::size_t at);

}  // namespace pressmark::indexer
