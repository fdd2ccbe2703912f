#include "indexer/extract/dates/written_date.h"

#include <string>
#include <string_view>

#include <fmt/core.h>
#include <gtest/gtest.h>
#include <unicode/dtfmtsym.h>

namespace pressmark::indexer {
namespace {

struct Case {
  std::string_view text, language, want;  // "" : none
};

std::string first_day(const Case& c) {
  const auto dates = find_dates(c.text, c.language);
  return dates.empty() ? std::string() : to_string(dates.front().day);
}

TEST(WrittenDate, ReadsWhatMachinesWrite) {
  constexpr Case kCases[] = {
      {"2024-05-03", "", "2024-05-03"},
      {"2024-05-03T10:00:00+02:00", "", "2024-05-03"},
      {"2024-05-03T23:30:00-0700", "", "2024-05-03"},
      {"2024/5/3", "", "2024-05-03"},
      {"20240503T100000Z", "", "2024-05-03"},
      {"Fri, 03 May 2024 10:00:00 GMT", "", "2024-05-03"},
      {"Fri May 03 10:00:00 CEST 2024", "en", "2024-05-03"},
      {"2024-02-29", "", "2024-02-29"},
      {"2023-02-29", "", ""},  // no such day
      {"2024-13-01", "", ""},
      {"0000-00-00", "", ""},
      {"20241301", "", ""},
      {"18991231", "", ""},
      {"21000101", "", ""},
      {"1850-01-01", "", "1850-01-01"},
      {"1403-02-14", "", "2024-05-03"},  // Persian: no newspaper is of our year 1403
      {"1403-13-01", "", ""},
      {"1403-02-14", "en", ""},
      {"1714730400", "", ""},  // seconds are for read_date_value alone
  };
  for (const Case& c : kCases) EXPECT_EQ(first_day(c), c.want) << c.text;
}

TEST(WrittenDate, ReadsWhatPeopleWrite) {
  constexpr Case kCases[] = {
      {"May 3, 2024", "en", "2024-05-03"},
      {"Published on Friday, 3rd of May, 2024 at 10.15", "en", "2024-05-03"},
      {"Sept. 3rd 2024", "en", "2024-09-03"},
      {"3. Mai 2024", "de", "2024-05-03"},
      {"Freitag, 1. März 2024, 10:15 Uhr", "de", "2024-03-01"},
      {"Stand: 03.05.2024 10:15 Uhr", "de", "2024-05-03"},
      {"03.05.24", "de", "2024-05-03"},
      {"le 1er août 2023 à 10h15", "fr", "2023-08-01"},
      {"3 de mayo de 2024", "es", "2024-05-03"},
      {"3 maggio 2024", "it", "2024-05-03"},
      {"3 мая 2024 года", "ru", "2024-05-03"},
      {"3 травня 2024", "uk", "2024-05-03"},
      {"2024年5月3日 10時15分", "ja", "2024-05-03"},
      {"2024년 5월 3일", "ko", "2024-05-03"},
      {"2024. 5. 3.", "ko", "2024-05-03"},
      {"2024. május 3.", "hu", "2024-05-03"},
      {"2024 m. gegužės 3 d.", "lt", "2024-05-03"},
      {"3 tháng 5, 2024", "vi", "2024-05-03"},
      {"3 Mayıs 2024", "tr", "2024-05-03"},
      {"٣ مايو ٢٠٢٤", "ar", "2024-05-03"},
      {"3 كانون الثاني 2024", "ar", "2024-01-03"},
      {"3 พฤษภาคม 2567", "th", "2024-05-03"},
      {"3 मई 2024", "hi", "2024-05-03"},
      {"3 ม.ค. 2567", "th", "2024-01-03"},
      {"3 มี.ค. 2567", "th", "2024-03-03"},
      {"3 जन॰ 2024", "hi", "2024-01-03"},
      {"3 जून 2024", "hi", "2024-06-03"},
      {"3 अक्टूबर 2024", "hi", "2024-10-03"},
      {"৩ জানুয়ারি ২০২৪", "bn", "2024-01-03"},
      {"3 thg 5, 2024", "vi", "2024-05-03"},
      {"יום שישי, 3 במאי 2024", "he", "2024-05-03"},
      {"2024. gada 3. maijs", "lv", "2024-05-03"},
      {"2024. gada 3. maijā", "lv", "2024-05-03"},
      {"2024. gada 3. janvārī", "lv", "2024-01-03"},
      {"2024. gada 3. marts", "lv", "2024-03-03"},
      {"2024. gada 3. martā", "lv", "2024-03-03"},
      {"3 ינואר 2024", "he", "2024-01-03"},
      {"3 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx 2024", "lv",
       ""},
      {"5 listopada 2023", "pl", "2023-11-05"},
      {"5. listopada 2023.", "hr", "2023-10-05"},
      {"3-May-24", "en", "2024-05-03"},
      {"3-May-70", "en", "1970-05-03"},
      {"3-May 24", "en", ""},
      {"03/05/70", "en-GB", "1970-05-03"},
      {"3/5/24", "en-GB", ""},
      {"03-05-24", "en-GB", ""},
      {"3/5/2024", "en_us", "2024-03-05"},
      {"3 tháng 5 năm 2024", "vi", "2024-05-03"},
      {"3 tháng 5 nữa", "vi", ""},
      {"May 3 10:00 2024", "en", "2024-05-03"},
      {"May 3 10:00:00 and no year in sight of it", "en", ""},
      {"May 3 10 2024", "en", ""},
      {"2024 May 3:30", "en", ""},
      {"2024 May", "en", ""},
      {"2024年5日3月", "ja", ""},
      {"3/5/2024", "en-GB", "2024-05-03"},
      {"3/5/2024", "en", "2024-03-05"},
      {"3/5/2024", "", "2024-05-03"},
      {"۱۴۰۳/۰۵/۱۲", "", "2024-08-02"},
      {"۱۲ مرداد ۱۴۰۳", "fa", "2024-08-02"},
      {"12 مرداد ماه 1403", "", "2024-08-02"},
      {"۲۵ ثور ۱۴۰۳", "fa-AF", "2024-05-14"},
      {"12 Mordad 1403", "en", "2024-08-02"},
      {"۳۰ اسفند ۱۴۰۲", "fa", ""},  // no leap year
      {"24/10/1445", "ar", "2024-05-03"},
      {"24 شوال 1445", "ar", "2024-05-03"},
      {"1 ربيع الأول 1446", "ar", "2024-09-04"},
      {"令和6年5月3日", "ja", "2024-05-03"},
      {"令和元年5月3日", "ja", "2019-05-03"},
      {"入力は平成31年4月30日", "", "2019-04-30"},
      {"昭和64年1月7日", "ja", "1989-01-07"},
      {"民國113年5月3日", "zh-TW", "2024-05-03"},
      {"第6年5月3日", "ja", ""},
      {"民國113-05-03", "zh-TW", "2024-05-03"},
      {"民國 113.5.3", "zh-TW", "2024-05-03"},
      {"中華民國113/5/3", "zh-TW", "2024-05-03"},
      {"令和6.5.3", "ja", "2024-05-03"},
      {"113-05-03", "zh-TW", ""},  // no era: any number
      {"民國113:05:03", "zh-TW", ""},
      {"民國113.5-3", "zh-TW", ""},
      {"令和元.5.3", "ja", ""},
      {"二〇二四年五月三日", "zh", "2024-05-03"},
      {"二零二四年十二月三十一日 星期二", "zh", "2024-12-31"},
      {"发布于二○二四年十月廿三日", "zh", "2024-10-23"},
      {"中華民國一百一十三年五月三日", "zh-TW", "2024-05-03"},
      {"中華民國一百零三年五月卅日", "zh-TW", "2014-05-30"},
      {"2024年五月3日", "zh", "2024-05-03"},
      {"二三年五月三日", "zh", ""},
      {"二〇二四年五月", "zh", ""},
      {"二〇二四年十三月三日", "zh", ""},
      {"十二三四年五月三日", "zh", ""},
      {"２０２４年５月３日", "ja", "2024-05-03"},
      {"2024‑05‑03", "", "2024-05-03"},
      {"03/\u200f05/\u200f2024", "ar", "2024-05-03"},
      {"Fri 3 May 24", "en", "2024-05-03"},
      {"3 May 24 10:15", "en", "2024-05-03"},
      {"3 May 24 people", "en", ""},
      {"In the 3 May 24", "en", ""},
      {"3 พ.ค. 67", "th", "2024-05-03"},
      {"7 die in May 2024 flood", "en", ""},
      {"10:15 - 03/05/2024", "it", "2024-05-03"},
      {"10:15 / 03-05-2024", "ka", "2024-05-03"},
      {"10:15 – 3 mai 2024", "fr", "2024-05-03"},
      {"۱۰:۱۵ - ۱۴۰۳/۰۵/۱۲", "fa", "2024-08-02"},
      {"3 أيار/مايو 2024", "ar", "2024-05-03"},
      {"3 آب/أغسطس 2024", "", "2024-08-03"},
      {"3 تشرين الثاني / نوفمبر 2024", "ar", "2024-11-03"},
      {"3 تشرين الثاني (نوفمبر) 2024", "ar", "2024-11-03"},
      {"3 نوفمبر/تشرين الثاني 2024", "ar", "2024-11-03"},
      {"No. 12 Winter/December 2023", "en", ""},
      {"5 Mon/May 2024", "en", ""},
      {"03/05/24", "zh", "2024-05-03"},
      {"24/05/03", "zh", "2024-05-03"},
      {"24.05.03 10:15", "ko", "2024-05-03"},
      {"24.05.03", "de", "2003-05-24"},
      {"03-05-24, 10:15", "nl", "2024-05-03"},
      {"3/5-2024", "da", "2024-05-03"},
      {"3/5 2024", "sv", "2024-05-03"},
      {"3/5 2024", "en-GB", ""},
      {"2024 жылғы 3 мамыр", "kk", "2024-05-03"},
      {"2024 оны 5 сарын 3", "mn", "2024-05-03"},
      {"2024 оны 5-р сарын 03", "mn", "2024-05-03"},
      {"2024 оны 5 хоног 3", "mn", ""},
      {"3. новембра 2024.", "sr", "2024-11-03"},
      {"3. novembra 2024.", "sr", "2024-11-03"},
      {"3. јуна 2024.", "sr", "2024-06-03"},
      {"3. априла 2024.", "sr", "2024-04-03"},
      {"2024ko azaroaren 3a", "eu", "2024-11-03"},
      {"3. studenog 2024.", "hr", "2024-11-03"},
      {"3 Nopember 2024", "id", "2024-11-03"},
      {"03 noi 2024", "ro", "2024-11-03"},
      {"3 नवम्बर 2024", "hi", "2024-11-03"},
      {"سه شنبه 13 آبان 99 - 10:15", "fa", "2020-11-03"},
      {"13 آبان 03", "fa", "2024-11-03"},
      {"3-го мая 2024", "ru", "2024-05-03"},
      {"3 ta' Mejju 2024", "mt", "2024-05-03"},
      {"3/5/2024", "en-US", "2024-03-05"},
      {"29/11/2022 by our desk", "en-US", "2022-11-29"},  // no other order is a day
      {"3 May", "en", ""},
      {"May 2024", "en", ""},
      {"12 of 345 articles in 2024", "en", ""},
      {"call 555-01-2024", "en", ""},
      {"version 1.2.2024.5", "en", "2024-02-01"},
      {"10:05:2024", "en", ""},
      {"", "", ""},
  };
  for (const Case& c : kCases) EXPECT_EQ(first_day(c), c.want) << c.text;
}

// "Sat, 05 Mar 2022" was a day of September, as "sat" begins that month somewhere.
TEST(WrittenDate, AWeekdayIsNoMonthInAnyLanguage) {
  for (const char* language :
       {"en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "fi", "pl", "cs",
        "hu", "ro", "hr", "tr", "id", "ms", "vi", "sw", "ru", "uk", "el"}) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale(language), status);
    ASSERT_TRUE(U_SUCCESS(status));
    using Symbols = icu::DateFormatSymbols;
    int days = 0, months = 0;
    for (const auto width : {Symbols::ABBREVIATED, Symbols::WIDE}) {
      const icu::UnicodeString* day = symbols.getWeekdays(days, Symbols::FORMAT, width);
      const icu::UnicodeString* month = symbols.getMonths(months, Symbols::FORMAT, width);
      for (int d = 1; d < days; ++d) {
        for (int m = 0; m < months; ++m) {
          std::string text;
          (day[d] + ", 5 " + month[m] + " 2022 10:00").toUTF8String(text);
          const std::string want = fmt::format("2022-{:02}-05", m + 1);
          EXPECT_EQ(first_day({text, language, {}}), want) << text << " in " << language;
          if (language == std::string_view("en")) {
            EXPECT_EQ(first_day({text, "", {}}), want) << text;
          }
        }
      }
    }
  }
}

TEST(WrittenDate, TellsWhereTheDateStandsAndWhatIsUnsure) {
  const auto dates = find_dates("Posted 3 May 2024, updated 04/06/2024", "en-GB");
  ASSERT_EQ(dates.size(), 2U);
  EXPECT_EQ(dates[0].begin, 7U);
  EXPECT_EQ(dates[0].end, 17U);
  EXPECT_FALSE(dates[0].ambiguous);
  EXPECT_TRUE(dates[1].ambiguous);
  EXPECT_TRUE(find_dates("2024-05-03T10:00:00Z", "").front().utc);
  EXPECT_TRUE(find_dates("2024-05-03T10:00:00.000+00:00", "").front().utc);
  EXPECT_FALSE(find_dates("2024-05-03T10:00:00+02:00", "").front().utc);
  EXPECT_FALSE(find_dates("2024-05-03 10:00:00 GMT+2", "").front().utc);
  EXPECT_FALSE(find_dates("2024-05-03, 10 people", "").front().utc);
  EXPECT_FALSE(find_dates("2024-05-03", "").front().utc);
}

TEST(WrittenDate, KnowsTimesInUtcHoweverTheyAreWritten) {
  for (const std::string_view text :
       {"2024-05-03T02:00:00Z", "20240503T020000Z", "20240503T0200Z", "2024-05-03 02:00:00 UTC",
        "2024-05-03 02:00:00+0000", "2024-05-03T02:00:00-00:00", "Fri, 03 May 2024 02:00:00 +0000",
        "Fri, 03 May 2024 02:00:00 GMT", "Fri May 03 02:00:00 UTC 2024"}) {
    const auto dates = find_dates(text, "en");
    ASSERT_EQ(dates.size(), 1U) << text;
    EXPECT_TRUE(dates.front().utc) << text;
    EXPECT_EQ(dates.front().hour, 2) << text;
  }
}

TEST(WrittenDate, ReadsSecondsAndTheirPartsAsValues) {
  EXPECT_EQ(to_string(read_date_value("1714730400.123", "")->day), "2024-05-03");
  EXPECT_EQ(to_string(read_date_value("1714730400123456", "")->day), "2024-05-03");
  EXPECT_FALSE(read_date_value("1714730400.12x", ""));
  EXPECT_FALSE(read_date_value("17147304.00", ""));
  EXPECT_EQ(to_string(read_date_value("1714730400", "")->day), "2024-05-03");
  EXPECT_EQ(to_string(read_date_value("1714730400000", "")->day), "2024-05-03");
  EXPECT_EQ(to_string(read_date_value("20240503101500", "")->day), "2024-05-03");
  EXPECT_FALSE(read_date_value("20240503251500", "")) << "no hour of a day";
  EXPECT_FALSE(read_date_value("20241303101500", "")) << "no month";
  EXPECT_FALSE(read_date_value("12345", ""));
  EXPECT_FALSE(read_date_value("soon", ""));
  EXPECT_FALSE(read_date_value("0600000000", "")) << "before 1990";
  EXPECT_FALSE(read_date_value("171473040x", ""));
  for (const char* null : {"1970-01-01T00:00:00Z", "1970-01-01T01:00:00+01:00",
                           "1969-12-31T19:00:00-05:00", "1970-01-01T00:00:00.000Z"}) {
    EXPECT_FALSE(read_date_value(null, "")) << null << " is no time at all";
  }
  EXPECT_EQ(to_string(read_date_value("1970-01-01T08:30:00Z", "")->day), "1970-01-01");
}

TEST(WrittenDate, LongAndHostileTextEndsSoon) {
  EXPECT_TRUE(find_dates(std::string(1U << 20U, '1'), "").empty());
  EXPECT_TRUE(find_dates(std::string(1U << 20U, '/'), "").empty());
  std::string many;
  while (many.size() < (1U << 20U)) many += "1 de de May May ";
  find_dates(many, "en");
}

}  // namespace
}  // namespace pressmark::indexer
