#pragma once

#include <optional>
#include <string_view>

#include "indexer/extract/dates/written_date.h"

namespace pressmark::indexer {

/// Seconds since 1970, with a fraction or without, milliseconds or microseconds, from 1990 on: a
/// smaller number is no time that a page would print so.
std::optional<WrittenDate> read_epoch(std::string_view value);

/// What a machine prints for a time that it does not have: the beginning of 1970, in its own zone
/// or in Greenwich's ("1970-01-01T01:00:00+01:00").
bool is_null_time(std::string_view value);

/// "20240503101500": day and time in one number.
bool is_time_in_digits(std::string_view value);

}  // namespace pressmark::indexer
