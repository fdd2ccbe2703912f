#include "common/time_zone.h"

#include <gtest/gtest.h>

#include "common/error.h"

namespace pressmark {
namespace {

std::string day(const char* instant, const char* zone) {
  return to_string(day_in_zone(*parse_instant(instant), zone));
}

TEST(TimeZone, ADayEndsAtMidnightThere) {
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
      {"2022-08-14T21:00:00Z", "GMT+03:00", "2022-08-15"},
      {"1969-12-31T23:30:00Z", "Europe/Berlin", "1970-01-01"},
      {"1970-01-01T00:30:00Z", "America/Lima", "1969-12-31"},
  };
  for (const Case& each : cases)
    EXPECT_EQ(day(each.instant, each.zone), each.want) << each.instant << ' ' << each.zone;
}

TEST(TimeZone, OneThatIsNotThereIsAMistake) {
  for (const char* zone : {"", "Europe/Berln", "Nowhere", "UTC+3", "../etc/passwd", "\xFF"}) {
    try {
      (void)day("2022-08-14T23:59:59Z", zone);
      ADD_FAILURE() << zone;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::Usage);
    }
  }
  try {
    (void)day("2022-08-14T23:59:59Z", "Europe/Berln");
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(),
                 "there is no time zone \"Europe/Berln\"; did you mean \"Europe/Berlin\"?");
  }
}

}  // namespace
}  // namespace pressmark
