#include "searcher/query/date_expression.h"

#include <string>

#include <gtest/gtest.h>

namespace pressmark::searcher {
namespace {

using namespace std::chrono_literals;

constexpr Date kToday = 2022y / 9 / 15;  // a Thursday

/// "2022-08-01..2022-08-31", "none", or "error at OFFSET+LENGTH".
std::string read(std::string_view text) {
  const auto value = parse_date_expression(text, kToday);
  if (!value)
    return "error at " + std::to_string(value.error().offset) + "+" +
           std::to_string(value.error().length);
  if (value->form == FilterValue::Form::None) return "none";
  if (value->form == FilterValue::Form::Any) return "any";
  const auto end = [](const std::optional<Date>& day) {
    return day ? to_string(*day) : std::string();
  };
  return end(value->dates.first) + ".." + end(value->dates.last);
}

TEST(DateExpression, ReadsEveryForm) {
  const struct {
    std::string_view text, want;
  } cases[] = {
      {"2022", "2022-01-01..2022-12-31"},
      {"2022-08", "2022-08-01..2022-08-31"},
      {"2022-08-14", "2022-08-14..2022-08-14"},
      {"20220814", "2022-08-14..2022-08-14"},
      {"2022.08.14", "2022-08-14..2022-08-14"},
      {"2022.8.14.", "2022-08-14..2022-08-14"},
      {"2022.8", "2022-08-01..2022-08-31"},
      {"2022.8..2022.9", "2022-08-01..2022-09-30"},
      {"2022-08..2022-09", "2022-08-01..2022-09-30"},
      {"2022-08..", "2022-08-01.."},
      {"..2019", "..2019-12-31"},
      {"2022-08-01/2022-08-15", "2022-08-01..2022-08-15"},
      {"2022-08/P6W", "2022-08-01..2022-09-11"},
      {"P1W/2022-08-14", "2022-08-08..2022-08-14"},
      {"P1M", "2022-08-16..2022-09-15"},
      {"7d", "2022-09-09..2022-09-15"},
      {"3w", "2022-08-26..2022-09-15"},
      {"6m", "2022-03-16..2022-09-15"},
      {"1y", "2021-09-16..2022-09-15"},
      {"30d..7d", "2022-08-16..2022-09-08"},
      {"today", "2022-09-15..2022-09-15"},
      {"yesterday", "2022-09-14..2022-09-14"},
      {"last week", "2022-09-05..2022-09-11"},
      {"last_week", "2022-09-05..2022-09-11"},
      {"this month", "2022-09-01..2022-09-30"},
      {"last month", "2022-08-01..2022-08-31"},
      {"this year", "2022-01-01..2022-12-31"},
      {"last 2 weeks", "2022-09-02..2022-09-15"},
      {"monday", "2022-09-12..2022-09-12"},
      {"thursday", "2022-09-15..2022-09-15"},
      {"aug-2022", "2022-08-01..2022-08-31"},
      {"August 2022", "2022-08-01..2022-08-31"},
      {"14 August 2022", "2022-08-14..2022-08-14"},
      {"August 14, 2022", "2022-08-14..2022-08-14"},
      {"14.8.2022", "2022-08-14..2022-08-14"},
      {">=2022-08", "2022-08-01.."},
      {">2022-08", "2022-09-01.."},
      {"<2022-08", "..2022-07-31"},
      {"<=2022-08", "..2022-08-31"},
      {"2024-02-29", "2024-02-29..2024-02-29"},
      {"1855", "1855-01-01..1855-12-31"},
      {"2022-08-14/P0D", "2022-08-14..2022-08-14"},
      {"P0D/2022-08-14", "2022-08-14..2022-08-14"},
      {"P0D", "2022-09-15..2022-09-15"},
      {"last 99999 months", "1000-01-01..2022-09-15"},
      {"P60000Y", "1000-01-01..2022-09-15"},
      {"2022/P60000Y", "2022-01-01..9999-12-31"},
      {"2022-W32", "2022-08-08..2022-08-14"},
      {"2018-w11..2018-w12", "2018-03-12..2018-03-25"},
      {"2020-W53", "2020-12-28..2021-01-03"},
      {"2019-W01", "2018-12-31..2019-01-06"},
      {"2022-Q3", "2022-07-01..2022-09-30"},
      {"2022q1", "2022-01-01..2022-03-31"},
      {"Q4 2022", "2022-10-01..2022-12-31"},
      {"q2-2022", "2022-04-01..2022-06-30"},
      {"2021-Q4..2022-Q1", "2021-10-01..2022-03-31"},
      {">=2022-Q2", "2022-04-01.."},
      {"this quarter", "2022-07-01..2022-09-30"},
      {"last quarter", "2022-04-01..2022-06-30"},
      {"last monday", "2022-09-12..2022-09-12"},
      {"last thursday", "2022-09-08..2022-09-08"},
      {"2022/08/14", "2022-08-14..2022-08-14"},
      {"2022/8", "2022-08-01..2022-08-31"},
      {"14/8/2022", "2022-08-14..2022-08-14"},
      {"8/14/2022", "2022-08-14..2022-08-14"},
      {"4/4/2022", "2022-04-04..2022-04-04"},
      {"14-08-2022", "2022-08-14..2022-08-14"},
      {"8/2022", "2022-08-01..2022-08-31"},
      {"2022/08/01..14/8/2022", "2022-08-01..2022-08-14"},
      {">=2022/08/14", "2022-08-14.."},
      {"2021/2022", "2021-01-01..2022-12-31"},
      {"none", "none"},
      {"undated", "none"},
      {"any", "any"},
  };
  for (const auto& c : cases) EXPECT_EQ(read(c.text), c.want) << c.text;
}

TEST(DateExpression, SaysWhereAFormIsWrong) {
  const struct {
    std::string_view text, want;
  } cases[] = {
      {"2022-Q5", "error at 5+2"},
      {"q0 2022", "error at 0+2"},
      {"q3", "error at 0+2"},
      {"2022-q33", "error at 0+8"},
      {"2022-13", "error at 5+2"},
      {"2022-13..", "error at 5+2"},
      {"2022..2022-02-30", "error at 14+2"},
      {"2023-02-29", "error at 8+2"},
      {"3/4/2022", "error at 0+8"},
      {"4-3-2022", "error at 0+8"},
      {"14/15/2022", "error at 0+2"},
      {"14/8", "error at 0+4"},
      {"14/8/22", "error at 5+2"},
      {"2022-W53", "error at 6+2"},
      {"2022-W00", "error at 6+2"},
      {"2022-W", "error at 0+6"},
      {"foo", "error at 0+3"},
      {"2022-09..2022-08", "error at 0+7"},
      {"..", "error at 0+0"},
      {"999", "error at 0+3"},
      {"", "error at 0+0"},
      {"31 feb 2022", "error at 0+2"},
      {">9999", "error at 0+5"},
      {"2022-08/Pxx", "error at 8+3"},
      {"7x", "error at 0+2"},
      {"last fortnight", "error at 0+14"},
  };
  for (const auto& c : cases) EXPECT_EQ(read(c.text), c.want) << c.text;
}

TEST(DateExpression, KnowsEveryMonthWeekdayAndUnitByItsNames) {
  const char* const months[][2] = {{"january", "jan"}, {"february", "feb"}, {"march", "mar"},
                                   {"april", "apr"},   {"may", "may"},      {"june", "jun"},
                                   {"july", "jul"},    {"august", "aug"},   {"september", "sep"},
                                   {"october", "oct"}, {"november", "nov"}, {"december", "dec"}};
  for (unsigned i = 0; i < 12; ++i) {
    const std::string day = to_string(Date{2021y / std::chrono::month(i + 1) / 3});
    for (const char* name : months[i]) {
      EXPECT_EQ(read("3 " + std::string(name) + " 2021"), day + ".." + day) << name;
    }
  }
  EXPECT_EQ(read("Sept 3, 2021"), "2021-09-03..2021-09-03");
  const char* const weekdays[][2] = {{"friday", "fri"},  {"saturday", "sat"}, {"sunday", "sun"},
                                     {"monday", "mon"},  {"tuesday", "tue"},  {"wednesday", "wed"},
                                     {"thursday", "thu"}};
  for (int i = 0; i < 7; ++i) {  // the last one before or on a Thursday
    const std::string day =
        to_string(Date{std::chrono::sys_days(kToday) - std::chrono::days(6 - i)});
    for (const char* name : weekdays[i]) EXPECT_EQ(read(name), day + ".." + day) << name;
  }
  for (const char* which : {"last", "past", "previous"}) {
    EXPECT_EQ(read(std::string(which) + " week"), "2022-09-05..2022-09-11") << which;
    EXPECT_EQ(read(std::string(which) + " 1 day"), "2022-09-15..2022-09-15") << which;
  }
  EXPECT_EQ(read("last 2 days"), "2022-09-14..2022-09-15");
  EXPECT_EQ(read("last 1 week"), "2022-09-09..2022-09-15");
  EXPECT_EQ(read("last 1 month"), "2022-08-16..2022-09-15");
  EXPECT_EQ(read("last 2 months"), "2022-07-16..2022-09-15");
  EXPECT_EQ(read("last 1 year"), "2021-09-16..2022-09-15");
  EXPECT_EQ(read("last 3 years"), "2019-09-16..2022-09-15");
  EXPECT_EQ(read("this week"), "2022-09-12..2022-09-18");
  EXPECT_EQ(read("last year"), "2021-01-01..2021-12-31");
  EXPECT_EQ(read("2022-01/P1Y2M3W4D"), "2022-01-01..2023-03-25");
}

TEST(DateExpression, RefusesWhatOnlyLooksLikeADate) {
  for (const char* text : {"0999-W10",
                           "2022-W1x",
                           "2022-Wxx",
                           "2022-W123",
                           "14/x/2022",
                           "2022-08-14-01",
                           "2022-8a",
                           "2022-008",
                           "20221314",
                           "20220800",
                           "2022.8.14.1",
                           "2022.008",
                           "2022.13",
                           "999.8.14",
                           "14 2022",
                           "14 foo 2022",
                           "foo 14 2022",
                           "aug 14 22",
                           "aug",
                           "14 aug 2022 x",
                           "aug 99999",
                           "0 aug 2022",
                           "x.8.2022",
                           "14.x.2022",
                           "last",
                           "last x",
                           "last x weeks",
                           "last 0 days",
                           "last 2 fortnights",
                           "next week",
                           "this 2 weeks",
                           "100000000d",
                           "last 100000000 days",
                           "d",
                           "P",
                           "Pd",
                           "P1",
                           "P1x",
                           "P99999999Y",
                           "2022/P1",
                           "P100000000D/2022",
                           "1/2/3/2022",
                           "12345/8",
                           "14/8/20222",
                           "8/22"}) {
    EXPECT_TRUE(read(text).starts_with("error at ")) << text << ": " << read(text);
  }
}

TEST(DateExpression, ErrorsShowWhatWasTyped) {
  EXPECT_EQ(parse_date_expression("Foo_2022-Q3", kToday).error().message,
            "cannot read the date \"Foo_2022-Q3\"");
  EXPECT_EQ(parse_date_expression("3/4/2022", kToday).error().suggestion,
            "write year-month-day: 2022-03-04 or 2022-04-03");
}

TEST(DateExpression, KeepsToTheCalendarAtMonthEnds) {
  const auto value = parse_date_expression("1m..", 2022y / 3 / 31);
  ASSERT_TRUE(value.has_value());
  EXPECT_EQ(*value->dates.first, Date{2022y / 2 / 28});
}

}  // namespace
}  // namespace pressmark::searcher
