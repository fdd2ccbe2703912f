#include "common/date.h"

#include <gtest/gtest.h>

namespace pressmark {
namespace {

using namespace std::chrono_literals;  // NOLINT(google-build-using-namespace): y, d are literals of
                                       // <chrono>

TEST(Date, ReadsOnlyDaysThatExist) {
  struct Case {
    std::string_view text;
    std::optional<Date> want;
  };
  const Case cases[] = {
      {"2024-02-29", 2024y / 2 / 29},
      {"2023-02-29", std::nullopt},
      {"0999-12-31", std::nullopt},
      {"1000-01-01", 1000y / 1 / 1},
      {"2024-2-9", std::nullopt},
      {"2024-13-01", std::nullopt},
      {"", std::nullopt},
      {"2024/02/28", std::nullopt},
      {"2024-02/28", std::nullopt},
      {"2024-02-2x", std::nullopt},
      {"2024-/2-28", std::nullopt},
      {"20x4-02-28", std::nullopt},
      {"2024-00-28", std::nullopt},
      {"9999-12-31", 9999y / 12 / 31},
  };
  for (const Case& c : cases) EXPECT_EQ(parse_iso_date(c.text), c.want) << c.text;
}

TEST(Date, LiesWithinFourDigits) {
  EXPECT_EQ(make_date(9999, 12, 31), kLastDate);
  EXPECT_EQ(make_date(10000, 1, 1), std::nullopt);
  EXPECT_EQ(make_date(999, 12, 31), std::nullopt);
  EXPECT_EQ(make_date(2024, 2, 30), std::nullopt);
}

TEST(Date, SortsAsTextAsInTime) {
  EXPECT_EQ(sortable(1850y / 1 / 1), "18500101");
  EXPECT_LT(sortable(1850y / 1 / 1), sortable(2024y / 2 / 9));
  EXPECT_EQ(days_since_epoch(1969y / 12 / 31), -1);
  EXPECT_EQ(date_from_days(-1), 1969y / 12 / 31);
}

TEST(Instant, RoundTrips) {
  const auto instant = parse_instant("2023-03-14T09:00:01Z");
  ASSERT_TRUE(instant.has_value());
  EXPECT_EQ(to_string(*instant), "2023-03-14T09:00:01Z");
  EXPECT_EQ(to_string(utc_day(*instant)), "2023-03-14");
  EXPECT_EQ(parse_instant("2023-03-14T09:00:01.5Z"), instant);
  for (const char* wrong : {"", "2023-03-14T09:00Z", "2023-03-14 09:00:01Z", "2023-03-14T25:00:01Z",
                            "2023-03-14T09:60:01Z", "2023-03-14T09:00:61Z", "2023-03-14T09-00:01Z",
                            "2023-03-14T09:00-01Z", "2023-03-14T09:00:01+",
                            "2023-03-14T09:00:01,5Z", "2023-02-30T09:00:01Z",
                            "2023-03-14Tx9:00:01Z", "2023-03-14T09:x0:01Z", "2023-03-14T09:00:/1Z"})
    EXPECT_EQ(parse_instant(wrong), std::nullopt) << wrong;
}

}  // namespace
}  // namespace pressmark
