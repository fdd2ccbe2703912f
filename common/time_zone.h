#pragma once

#include <optional>
#include <string>

namespace pressmark {

/// What is wrong with the name of a zone, with a suggestion; nothing when there is such a zone.
///
/// @param zone  its name in the IANA database, which is the system's: "Europe/Kyiv"; "UTC" is
/// there without it
std::optional<std::string> time_zone_fault(const std::string& zone);

/// Makes this the zone of localtime(3) in the whole process, as the variable TZ does. For the start
/// of a program: no other thread may run yet.
/// @param zone  without time_zone_fault()
void use_time_zone(const std::string& zone);

}  // namespace pressmark
