#include "indexer/extract/dates/written_date.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include <fmt/core.h>
#include <unicode/uchar.h>

#include "common/text.h"
#include "common/utf8.h"
#include "indexer/extract/dates/date_language.h"
#include "indexer/extract/dates/date_token.h"
#include "indexer/extract/dates/date_words.h"
#include "indexer/extract/dates/han_number.h"
#include "indexer/extract/dates/machine_time.h"
#include "indexer/extract/dates/month_names.h"
#include "indexer/extract/dates/other_calendar.h"
#include "indexer/extract/dates/utc_hour.h"

namespace pressmark::indexer {
namespace {

/// Whether a word begins with an Arabic letter, U+0600 to U+06FF.
bool is_arabic(std::string_view word) {
  return !word.empty() && word.front() >= '\xD8' && word.front() <= '\xDB';
}

constexpr std::size_t kMaxTextBytes = 4096;
constexpr int kFirstYear = 1500;
constexpr int kLastYear = 2200;  // callers reject the future; Buddhist years lie above

class DateFinder {
 public:
  DateFinder(std::string_view text, std::string_view language)
      : language_(language), tokens_(date_tokens(text)) {}

  std::vector<WrittenDate> all() {
    std::vector<WrittenDate> dates;
    for (std::size_t i = 0; i < tokens_.size();) {
      last_ = i;
      time_.reset();
      std::optional<WrittenDate> date = at(i);
      if (date) {
        date->begin = tokens_[i].begin;
        date->end = tokens_[last_ + (ends_in_sign() ? 1 : 0)].end;
        const std::optional<int> hour = utc_hour(tokens_, time_.value_or(last_ + 1));
        date->utc = hour.has_value();
        date->hour = hour.value_or(-1);
        dates.push_back(*date);
        i = last_ + 1;
      } else {
        ++i;
      }
    }
    return dates;
  }

 private:
  bool has(std::size_t i) const { return i < tokens_.size(); }
  bool number(std::size_t i, std::size_t least, std::size_t most) const {
    return has(i) && tokens_[i].number && tokens_[i].digits >= least && tokens_[i].digits <= most;
  }
  bool year(std::size_t i) const { return number(i, 4, 4); }
  bool day_or_month(std::size_t i) const { return number(i, 1, 2); }
  bool word(std::size_t i) const { return has(i) && !tokens_[i].number; }

  std::optional<WrittenDate> at(std::size_t i) {
    if (is_within_value(i)) return std::nullopt;
    if (auto date = numbers(i)) return date;
    if (auto date = signs(i)) return date;
    if (auto date = day_name_year(i)) return date;
    if (auto date = name_day_year(i)) return date;
    if (auto date = year_name_day(i)) return date;
    return year_day_name(i);
  }

  /// 日 right behind the day, without which numbers in Chinese characters are none.
  bool ends_in_sign() const {
    return word(last_ + 1) && tokens_[last_ + 1].separator == 0 && tokens_[last_ + 1].text == "日";
  }

  /// A date never begins inside of a value of several numbers, but for "10:15 - 03/11/2020".
  bool is_within_value(std::size_t i) const {
    if (!tokens_[i].number || i == 0 || !tokens_[i - 1].number || !joins(tokens_[i].separator))
      return false;
    return tokens_[i].separator == ':' || tokens_[i - 1].separator != ':';
  }

  /// Separators that make one value of several numbers.
  static bool joins(char32_t c) {
    return c == '-' || c == '/' || c == ':' || c == '.' || c == 0x2013;
  }

  std::optional<WrittenDate> make(std::uint32_t y, std::uint32_t m, std::uint32_t d,
                                  std::size_t last) {
    int full_year = static_cast<int>(y);
    if (full_year > 2400 && full_year < 2700) full_year -= 543;  // Buddhist era
    if (full_year < kFirstYear || full_year > kLastYear) return std::nullopt;
    const std::optional<Date> day = make_date(full_year, m, d);
    if (!day) return std::nullopt;
    last_ = last;
    return WrittenDate{*day};
  }

  /// The calendar that a year of four digits is of, where its months have no names: no year of ours
  /// that news are of begins so.
  std::optional<OtherCalendar> calendar_of(const DateToken& year) const {
    if (year.digits != 4 || year.value < kFirstPersianYear || year.value > kLastIslamicYear)
      return std::nullopt;
    const std::string language = to_lower_ascii(language_.substr(0, language_.find_first_of("-_")));
    if (language == "ar" && !year.persian) return OtherCalendar::Islamic;
    const bool persian = language.empty() || language == "fa" || language == "ps" ||
                         language == "ckb" || year.persian;
    return persian ? std::optional(OtherCalendar::Persian) : std::nullopt;
  }

  std::optional<WrittenDate> make(const Era& era, std::uint32_t y, std::uint32_t m, std::uint32_t d,
                                  std::size_t last) {
    if (y > static_cast<std::uint32_t>(kLastIslamicYear)) return std::nullopt;
    const std::optional<Date> day = day_of(era, static_cast<int>(y), m, d);
    if (!day) return std::nullopt;
    last_ = last;
    return WrittenDate{*day};
  }

  static std::uint32_t full_year(const DateToken& token) {
    if (token.digits == 4) return token.value;
    return token.value + (token.value < 70 ? 2000U : 1900U);
  }

  /// 2024-05-03, 2024. 5. 3., 03/05/2024, 3.5.24, 20240503; 3/5-2024 in the north of Europe,
  /// 24.05.03 in the east of Asia, 03-05-24 in Dutch
  std::optional<WrittenDate> numbers(std::size_t i) {
    if (number(i, 8, 8)) {
      const std::uint32_t value = tokens_[i].value;
      if (value / 10000 < 1900 || value / 10000 > 2099) return std::nullopt;
      return make(value / 10000, value / 100 % 100, value % 100, i);
    }
    if (!day_or_month(i + 1) && !day_or_month(i + 2)) return std::nullopt;
    if (!number(i, 1, 4) || !number(i + 1, 1, 2) || !number(i + 2, 1, 4)) return std::nullopt;
    const char32_t separator = tokens_[i + 1].separator;
    const char32_t second = tokens_[i + 2].separator;
    const bool nordic =
        separator == '/' && (second == '-' || second == ' ') && year(i + 2) && is_nordic(language_);
    if ((separator != second && !nordic) || !joins(separator) || separator == ':')
      return std::nullopt;
    const std::uint32_t a = tokens_[i].value;
    const std::uint32_t b = tokens_[i + 1].value;
    if (const auto calendar = calendar_of(tokens_[i]); calendar && day_or_month(i + 2))
      return make(Era{*calendar}, a, b, tokens_[i + 2].value, i + 2);
    if (const auto calendar = calendar_of(tokens_[i + 2]); calendar && day_or_month(i))
      return make(Era{*calendar}, tokens_[i + 2].value, b, a, i + 2);
    if (year(i) && day_or_month(i + 2)) return make(a, b, tokens_[i + 2].value, i + 2);
    const bool short_year = number(i + 2, 2, 2) && tokens_[i + 1].digits == 2 &&
                            (separator != '-' || (number(i, 2, 2) && is_dutch(language_)));
    if (!day_or_month(i) || (!year(i + 2) && !short_year)) return std::nullopt;
    // "03/05/24": Chinese of Singapore writes the day in front.
    if (short_year && number(i, 2, 2) && is_year_first(language_) && (separator != '/' || a > 12))
      return make(full_year(tokens_[i]), b, tokens_[i + 2].value, i + 2);
    const std::uint32_t y = full_year(tokens_[i + 2]);
    const bool swap = (separator == '/' || separator == '-') && month_first(language_);
    const bool both = a <= 12 && b <= 12 && a != b;
    std::optional<WrittenDate> date =
        (both ? swap : b > 12) ? make(y, a, b, i + 2) : make(y, b, a, i + 2);
    if (date) date->ambiguous = both && separator != '.';
    return date;
  }

  /// 令和6年5月3日, 民國113年5月3日, 民國113-05-03; 元年 is the first year
  std::optional<WrittenDate> era_year(std::size_t i) {
    constexpr std::string_view kFirst = "元";
    if (!word(i)) return std::nullopt;
    std::string_view name = tokens_[i].text;
    const bool first = name.ends_with(kFirst);
    if (first) name.remove_suffix(kFirst.size());
    if (!first && !number(i + 1, 1, 3)) return std::nullopt;
    const std::size_t sign = first ? i + 1 : i + 2;
    const bool signs = has_signs(sign);
    if (!signs && (first || !is_in_numbers(sign))) return std::nullopt;
    const std::optional<Era> era = era_at_end(name);
    if (!era) return std::nullopt;
    const std::size_t month = signs ? sign + 1 : sign;
    const std::size_t day = signs ? sign + 3 : sign + 1;
    return make(*era, first ? 1 : tokens_[i + 1].value, tokens_[month].value, tokens_[day].value,
                day);
  }

  /// 年5月3, the year's sign at `i`
  bool has_signs(std::size_t i) const {
    return word(i) && tokens_[i].text == "年" && day_or_month(i + 1) && word(i + 2) &&
           tokens_[i + 2].text == "月" && day_or_month(i + 3);
  }

  /// -05-03, the month's number at `i`
  bool is_in_numbers(std::size_t i) const {
    return day_or_month(i) && day_or_month(i + 1) && tokens_[i].separator != ':' &&
           joins(tokens_[i].separator) && tokens_[i + 1].separator == tokens_[i].separator;
  }

  /// 2024年5月3日, 2024년 5월 3일; 3 tháng 5 năm 2024
  std::optional<WrittenDate> signs(std::size_t i) {
    if (auto date = era_year(i)) return date;
    if (year(i) && word(i + 1) && day_or_month(i + 2) && word(i + 3) && day_or_month(i + 4)) {
      const std::string_view first = tokens_[i + 1].text;
      const std::string_view second = tokens_[i + 3].text;
      if ((first == "年" && second == "月") || (first == "년" && second == "월")) {
        return make(tokens_[i].value, tokens_[i + 2].value, tokens_[i + 4].value, i + 4);
      }
    }
    if (auto date = mongolian(i)) return date;
    if (day_or_month(i) && word(i + 1) && day_or_month(i + 2) && is_vietnamese_month(i + 1)) {
      const std::size_t y = word(i + 3) && tokens_[i + 3].letters <= 4 ? i + 4 : i + 3;
      if (year(y)) return make(tokens_[y].value, tokens_[i + 2].value, tokens_[i].value, y);
    }
    return std::nullopt;
  }

  /// 2024 оны 5 сарын 3, 2024 оны 5-р сарын 03
  std::optional<WrittenDate> mongolian(std::size_t i) {
    if (!year(i) || !word(i + 1) || tokens_[i + 1].text != "оны" || !day_or_month(i + 2))
      return std::nullopt;
    const std::size_t sign = word(i + 3) && tokens_[i + 3].text == "р" ? i + 4 : i + 3;
    if (!word(sign) || tokens_[sign].text != "сарын" || !day_or_month(sign + 1))
      return std::nullopt;
    return make(tokens_[i].value, tokens_[i + 2].value, tokens_[sign + 1].value, sign + 1);
  }

  bool is_vietnamese_month(std::size_t i) const {
    const std::string word = fold_accents(tokens_[i].text);
    return word == "thang" || word == "thg";
  }

  /// 3 May 2024, 3. Mai 2024, 3 de mayo de 2024, 3rd of May, 2024, 3-May-24
  std::optional<WrittenDate> day_name_year(std::size_t i) {
    if (!day_or_month(i)) return std::nullopt;
    const std::optional<NamedMonth> month = month_after(i + 1, 2);
    if (!month) return std::nullopt;
    const bool dashes = tokens_[month->next - 1].separator == '-';
    const std::size_t y = skip_fillers(month->next, 2);
    if (year(y)) return make(*month, tokens_[y].value, tokens_[i].value, y);
    if (month->calendar == OtherCalendar::Persian &&
        is_whole_line(i, month->next, 2)) {  // "سه شنبه"
      const std::uint32_t short_of = tokens_[month->next].value;
      return make(*month, short_of + (short_of < 50 ? 1400 : 1300), tokens_[i].value, month->next);
    }
    if (month->calendar) return std::nullopt;
    if (is_whole_line(i, month->next))
      return make(short_year(month->next), month->month, tokens_[i].value, month->next);
    if (dashes && number(y, 2, 2) && tokens_[y].separator == '-')
      return make(full_year(tokens_[y]), month->month, tokens_[i].value, y);
    return std::nullopt;
  }

  /// May 3, 2024; Sept. 3rd 2024; also "Fri May 03 10:00:00 CEST 2024"
  std::optional<WrittenDate> name_day_year(std::size_t i) {
    const std::optional<NamedMonth> month = month_after(i, 0);
    if (!month || !day_or_month(month->next)) return std::nullopt;
    const std::uint32_t day = tokens_[month->next].value;
    std::size_t y = skip_fillers(month->next + 1, 2);
    // "Sat, 5 Mar 2022", "lun. 7 mar. 2022": the weekday is a month in another language.
    for (std::size_t between = month->next + 1; between < y; ++between) {
      if (!is_date_filler(tokens_[between]) && named(tokens_[between].text, language_, 0))
        return std::nullopt;
    }
    if (!year(y)) {
      y = month->next + 1;
      if (!(number(y, 1, 2) && number(y + 1, 2, 2) && tokens_[y + 1].separator == ':'))
        return std::nullopt;
      time_ = y;
      for (std::size_t steps = 0; steps < 7 && has(y) && !year(y); ++steps) ++y;
      if (!year(y)) return std::nullopt;
    }
    return make(*month, tokens_[y].value, day, y);
  }

  /// 2024. gada 3. maijs, 2024 жылғы 3 мамыр
  std::optional<WrittenDate> year_day_name(std::size_t i) {
    const bool named = word(i + 1) && (tokens_[i + 1].letters <= 4 || is_year_word(tokens_[i + 1]));
    if (!year(i) || !named || !day_or_month(i + 2)) return std::nullopt;
    const std::optional<NamedMonth> month = month_after(i + 3, 0);
    if (!month) return std::nullopt;
    return make(*month, tokens_[i].value, tokens_[i + 2].value, month->next - 1);
  }

  /// 2024. május 3., 2024 m. gegužės 3 d., 2024-May-03
  std::optional<WrittenDate> year_name_day(std::size_t i) {
    if (!year(i)) return std::nullopt;
    const std::optional<NamedMonth> month = month_after(i + 1, 2);
    if (!month || !day_or_month(month->next)) return std::nullopt;
    if (has(month->next + 1) && tokens_[month->next + 1].separator == ':') return std::nullopt;
    return make(*month, tokens_[i].value, tokens_[month->next].value, month->next);
  }

  /// Whether "3 May 24" is all that a line says, but for a weekday of so many words before and a
  /// time behind.
  bool is_whole_line(std::size_t day, std::size_t year, std::size_t weekday = 1) const {
    const auto parted = [&](std::size_t i) {
      return tokens_[i].separator == ' ' || tokens_[i].separator == '.';
    };
    if (!number(year, 2, 2) || !parted(year) || !parted(day + 1)) return false;
    const bool before = day == 0 || (day <= weekday && word(0) && word(day - 1));
    return before && (!has(year + 1) || (number(year + 1, 1, 2) && number(year + 2, 2, 2) &&
                                         tokens_[year + 2].separator == ':'));
  }

  /// "24"; "67" behind a Thai month is 2567.
  std::uint32_t short_year(std::size_t i) const {
    std::size_t at = 0;
    const char32_t c = next_code_point(tokens_[i - 1].text, at);
    const bool thai = c >= 0xE00 && c <= 0xE7F;
    return thai ? tokens_[i].value + 2500 : full_year(tokens_[i]);
  }

  struct NamedMonth {
    unsigned month = 0;
    std::size_t next = 0;  // token behind the name
    std::optional<OtherCalendar> calendar = {};
  };

  std::optional<WrittenDate> make(const NamedMonth& month, std::uint32_t y, std::uint32_t d,
                                  std::size_t last) {
    if (!month.calendar) return make(y, month.month, d, last);
    return make(Era{*month.calendar}, y, month.month, d, last);
  }

  static std::optional<NamedMonth> named(std::string_view name, std::string_view language,
                                         std::size_t next) {
    if (const auto month = MonthNames::all().find(name, language)) return NamedMonth{*month, next};
    if (const auto month = find_other_month(name))
      return NamedMonth{month->month, next, month->calendar};
    return std::nullopt;
  }

  /// The month's name that begins at `i` or behind at most `fillers` short words ("de", "th",
  /// "of").
  std::optional<NamedMonth> month_after(std::size_t i, std::size_t fillers) const {
    for (std::size_t skipped = 0; skipped <= fillers && word(i); ++skipped, ++i) {
      if (word(i + 1) && (tokens_[i + 1].separator == ' ' || tokens_[i + 1].separator == '.')) {
        std::string two(tokens_[i].text);
        if (tokens_[i + 1].separator == ' ') two += ' ';  // "ม.ค." is one name
        two += tokens_[i + 1].text;
        if (const auto month = named(two, language_, i + 2)) return with_second_name(*month);
      }
      if (const auto month = named(tokens_[i].text, language_, i + 1))
        return with_second_name(*month);
      // "آب/أغسطس": the first is too short to be told by itself
      if (word(i + 1) && tokens_[i + 1].separator == '/' && is_arabic(tokens_[i].text))
        return named(tokens_[i + 1].text, language_, i + 2);
      if (!is_date_filler(tokens_[i])) return std::nullopt;
    }
    return std::nullopt;
  }

  /// "تشرين الثاني/نوفمبر": Arabic months have two names, often both.
  NamedMonth with_second_name(NamedMonth month) const {
    const std::size_t i = month.next;
    if (!word(i) || (tokens_[i].separator != '/' && tokens_[i].separator != '(')) return month;
    std::optional<NamedMonth> second = named(tokens_[i].text, language_, i + 1);
    if (!second && word(i + 1))
      second = named(fmt::format("{} {}", tokens_[i].text, tokens_[i + 1].text), language_, i + 2);
    if (second && second->month == month.month) month.next = second->next;
    return month;
  }

  std::size_t skip_fillers(std::size_t i, std::size_t most) const {
    for (std::size_t skipped = 0; skipped < most && word(i) && tokens_[i].letters <= 4; ++skipped)
      ++i;
    return i;
  }

  std::string_view language_;
  std::vector<DateToken> tokens_;
  std::size_t last_ = 0;
  std::optional<std::size_t> time_;  // token of a time that stands before the year
};

}  // namespace

std::vector<WrittenDate> find_dates(std::string_view text, std::string_view language) {
  text = utf8_prefix(text, kMaxTextBytes);
  return DateFinder(text, language).all();
}

bool has_digits(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (u_charDigitValue(static_cast<UChar32>(c)) >= 0) return true;
    if (may_begin_han_number(c) && han_number(text.substr(begin))) return true;
  }
  return false;
}

std::optional<WrittenDate> read_date_value(std::string_view value, std::string_view language) {
  value = trim(utf8_prefix(value, 256));
  if (is_null_time(value)) return std::nullopt;
  if (auto date = read_epoch(value)) return date;
  if (is_time_in_digits(value)) value = value.substr(0, 8);
  std::vector<WrittenDate> dates = find_dates(value, language);
  if (dates.empty()) return std::nullopt;
  return dates.front();
}

}  // namespace pressmark::indexer
