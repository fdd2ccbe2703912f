#pragma once

#include <optional>
#include <utility>

#include <xapian.h>

#include "common/date.h"

namespace pressmark {

/// Earliest and latest day of publication among the articles of a database; nothing when none is
/// dated. By their terms, a few dozen of which are looked at (of a remote database all are sent):
/// what Xapian keeps as the bounds of a slot stays that of articles which were deleted, also when
/// segments are merged.
std::optional<std::pair<Date, Date>> published_days(const Xapian::Database& database);

/// The later of the two.
std::optional<Date> newest_published_day(const Xapian::Database& database);

}  // namespace pressmark
