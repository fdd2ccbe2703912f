#pragma once

#include <string>

#include "common/date.h"

namespace pressmark {

/// The civil day of an instant in a zone.
///
/// @param zone  its name in the IANA database ("Europe/Kyiv", "UTC") or "GMT+03:00"
/// Throws Error (ExitCode::Usage) with a suggestion when there is no such zone.
Date day_in_zone(Instant instant, const std::string& zone);

}  // namespace pressmark
