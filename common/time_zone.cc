#include "common/time_zone.h"

#include <memory>
#include <vector>

#include <fmt/format.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>

#include "common/error.h"
#include "common/program.h"

namespace pressmark {
namespace {

/// The zone that was probably meant, whatever its capitals.
std::string suggestion(const std::string& zone) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> all(icu::TimeZone::createEnumeration());
  std::vector<std::string> names;
  while (const char* name = all ? all->next(nullptr, status) : nullptr) names.emplace_back(name);
  const auto meant = nearest(zone, names);
  return meant ? fmt::format("did you mean \"{}\"?", *meant) : "as in Europe/Kyiv, UTC, GMT+03:00";
}

}  // namespace

Date day_in_zone(Instant instant, const std::string& zone) {
  const std::unique_ptr<icu::TimeZone> known(
      icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(zone)));
  if (known == nullptr || *known == icu::TimeZone::getUnknown()) {
    throw Error(ExitCode::Usage,
                fmt::format("there is no time zone \"{}\"; {}", zone, suggestion(zone)));
  }
  int32_t from_utc = 0;
  int32_t summer = 0;
  UErrorCode status = U_ZERO_ERROR;
  const std::chrono::milliseconds since_epoch = instant.time_since_epoch();
  known->getOffset(static_cast<UDate>(since_epoch.count()), false, from_utc, summer, status);
  const std::chrono::milliseconds offset(from_utc + summer);
  return utc_day(std::chrono::floor<std::chrono::seconds>(instant + offset));
}

}  // namespace pressmark
