#include "common/time_zone.h"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>
#include <vector>

#include <fmt/core.h>

#include "common/program.h"

namespace pressmark {
namespace {

namespace fs = std::filesystem;

/// Where tzset(3) looks.
fs::path database() {
  const char* elsewhere = std::getenv("TZDIR");
  return elsewhere == nullptr || *elsewhere == '\0' ? "/usr/share/zoneinfo" : elsewhere;
}

/// Names of zones begin with a capital; what begins otherwise ("posix/", "tzdata.zi") is no zone.
bool may_be_zone(std::string_view name) {
  constexpr std::string_view kCapitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  constexpr std::string_view kOthers = "abcdefghijklmnopqrstuvwxyz0123456789_+-/";
  return !name.empty() && kCapitals.find(name.front()) != name.npos &&
         std::ranges::all_of(name, [&](char c) {
           return kCapitals.find(c) != kCapitals.npos || kOthers.find(c) != kOthers.npos;
         });
}

std::vector<std::string> all_zones() {
  std::vector<std::string> names;
  std::error_code none;
  const fs::path top = database();
  for (fs::recursive_directory_iterator file(top, none), end; file != end; file.increment(none)) {
    std::string name = file->path().lexically_relative(top);
    if (may_be_zone(name) && file->is_regular_file(none)) names.push_back(std::move(name));
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace

std::optional<std::string> time_zone_fault(const std::string& zone) {
  std::error_code none;
  // tzset takes what it does not know for UTC and says nothing.
  if (zone == "UTC" || (may_be_zone(zone) && fs::is_regular_file(database() / zone, none)))
    return std::nullopt;
  const auto meant = nearest(zone, all_zones());
  return fmt::format(
      "there is no time zone \"{}\"; {}", zone,
      meant ? fmt::format("did you mean \"{}\"?", *meant) : "as in Europe/Kyiv, UTC");
}

void use_time_zone(const std::string& zone) {
  setenv("TZ", zone.c_str(), 1);
  tzset();
}

}  // namespace pressmark
