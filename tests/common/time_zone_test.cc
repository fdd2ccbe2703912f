#include "common/time_zone.h"

#include <cstdlib>
#include <ctime>
#include <string>

#include <fmt/core.h>
#include <gtest/gtest.h>

#include "common/date.h"

namespace pressmark {
namespace {

/// Leaves the process's zone as it was.
class TimeZone : public testing::Test {
 protected:
  TimeZone() {
    const char* zone = std::getenv("TZ");
    was_set_ = zone != nullptr;
    if (was_set_) before_ = zone;
  }
  ~TimeZone() override {
    if (was_set_)
      setenv("TZ", before_.c_str(), 1);
    else
      unsetenv("TZ");
    unsetenv("TZDIR");
    tzset();
  }

 private:
  std::string before_;
  bool was_set_ = false;
};

std::string day(const char* instant, const char* zone) {
  use_time_zone(zone);
  const std::time_t seconds = parse_instant(instant)->time_since_epoch().count();
  std::tm parts = {};
  localtime_r(&seconds, &parts);
  return fmt::format("{}-{:02}-{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

TEST_F(TimeZone, ADayEndsAtMidnightThere) {
  struct Case {
    const char* instant;
    const char* zone;
    const char* want;
  };
  const Case cases[] = {
      {"2022-08-14T23:59:59Z", "UTC", "2022-08-14"},
      {"2022-08-15T00:00:00Z", "UTC", "2022-08-15"},
      {"2022-08-14T20:59:59Z", "Europe/Kyiv", "2022-08-14"},  // in summer
      {"2022-08-14T21:00:00Z", "Europe/Kyiv", "2022-08-15"},
      {"2022-12-31T21:59:59Z", "Europe/Kyiv", "2022-12-31"},  // in winter
      {"2022-12-31T22:00:00Z", "Europe/Kyiv", "2023-01-01"},
      {"2022-08-15T03:59:59Z", "America/New_York", "2022-08-14"},
      {"2022-08-15T04:00:00Z", "America/New_York", "2022-08-15"},
      {"2022-08-14T10:00:00Z", "Pacific/Kiritimati", "2022-08-15"},
      {"2022-08-14T18:15:00Z", "Asia/Kathmandu", "2022-08-15"},
      {"2022-08-14T21:00:00Z", "Etc/GMT-3", "2022-08-15"},
      {"1969-12-31T23:30:00Z", "Europe/Berlin", "1970-01-01"},
      {"1970-01-01T00:30:00Z", "America/Lima", "1969-12-31"},
  };
  for (const Case& each : cases)
    EXPECT_EQ(day(each.instant, each.zone), each.want) << each.instant << ' ' << each.zone;
}

TEST_F(TimeZone, OneThatIsNotThereIsAMistake) {
  for (const char* zone : {"", "Europe", "Europe/Berln", "Nowhere", "UTC+3", "tzdata.zi",
                           "../zoneinfo/UTC", "/etc/localtime", "\xFF"})
    EXPECT_TRUE(time_zone_fault(zone)) << zone;
  EXPECT_EQ(time_zone_fault("Europe/Berln"),
            "there is no time zone \"Europe/Berln\"; did you mean \"Europe/Berlin\"?");
  EXPECT_FALSE(time_zone_fault("Europe/Berlin"));
}

TEST_F(TimeZone, UtcNeedsNoDatabase) {
  setenv("TZDIR", "/nonexistent", 1);
  EXPECT_TRUE(time_zone_fault("Europe/Berlin"));
  EXPECT_FALSE(time_zone_fault("UTC"));
}

}  // namespace
}  // namespace pressmark
