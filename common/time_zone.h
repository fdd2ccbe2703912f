#pragma once

#include <string>

namespace pressmark {

/// Makes this the zone of localtime(3) in the whole process, as the variable TZ does. For the start
/// of a program: no other thread may run yet.
///
/// @param zone  its name in the IANA database, which is the system's: "Europe/Kyiv", "UTC"
/// Throws Error (ExitCode::Usage) with a suggestion when there is no such zone.
void use_time_zone(const std::string& zone);

}  // namespace pressmark
