#include "indexer/extract/dates/other_calendar.h"

#include <cmath>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <unicode/calendar.h>
#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include "common/text.h"

namespace pressmark::indexer {
namespace {

using Names = std::vector<std::string>;

const char* locale_of(OtherCalendar calendar) {
  switch (calendar) {
    case OtherCalendar::Persian:
      return "fa@calendar=persian";
    case OtherCalendar::Islamic:
      return "ar@calendar=islamic-umalqura";
    case OtherCalendar::Japanese:
      return "ja@calendar=japanese";
    case OtherCalendar::Minguo:
      return "zh_TW@calendar=roc";
  }
  return "";
}

/// What ICU calls the months or the eras of a locale's calendar, folded.
Names names_in(const char* locale, const char* pattern) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::SimpleDateFormat format(icu::UnicodeString(pattern),
                                     icu::Locale::createFromName(locale), status);
  if (U_FAILURE(status)) return {};
  const icu::DateFormatSymbols& symbols = *format.getDateFormatSymbols();
  std::int32_t count = 0;
  const icu::UnicodeString* const names =
      *pattern == 'G' ? symbols.getEras(count) : symbols.getMonths(count);
  Names all;
  for (const icu::UnicodeString& name : std::span(names, static_cast<std::size_t>(count))) {
    std::string text;
    name.toUTF8String(text);
    all.push_back(fold_accents(text));
  }
  return all;
}

std::unordered_map<std::string, OtherMonth> all_months() {
  constexpr std::pair<OtherCalendar, const char*> kLocales[] = {
      {OtherCalendar::Persian, "fa@calendar=persian"},
      {OtherCalendar::Persian, "fa_AF@calendar=persian"},
      {OtherCalendar::Persian, "ps@calendar=persian"},
      {OtherCalendar::Persian, "en@calendar=persian"},
      {OtherCalendar::Islamic, "ar@calendar=islamic-umalqura"},
      {OtherCalendar::Islamic, "ur@calendar=islamic-umalqura"}};
  std::unordered_map<std::string, OtherMonth> months;
  for (const auto& [calendar, locale] : kLocales) {
    unsigned month = 0;
    for (const std::string& name : names_in(locale, "MMMM"))
      months.emplace(name, OtherMonth{calendar, ++month});
  }
  return months;
}

std::vector<std::pair<std::string, Era>> all_eras() {
  std::vector<std::pair<std::string, Era>> eras;
  const Names japanese = names_in("ja@calendar=japanese", "G");
  for (std::size_t i = japanese.size(); i-- > 0;) {
    eras.push_back({japanese[i], {OtherCalendar::Japanese, static_cast<int>(i)}});
    if (japanese[i] == fold_accents("明治")) break;
  }
  for (const char* const locale : {"zh_TW@calendar=roc", "zh@calendar=roc"}) {
    const Names names = names_in(locale, "G");
    if (names.size() == 2) eras.push_back({names[1], {OtherCalendar::Minguo, 1}});
  }
  return eras;
}

}  // namespace

std::optional<Era> era_at_end(std::string_view word) {
  static const std::vector<std::pair<std::string, Era>> eras = all_eras();
  const std::string key = fold_accents(word);
  for (const auto& [name, era] : eras) {
    if (key.ends_with(name)) return era;
  }
  return std::nullopt;
}

std::optional<OtherMonth> find_other_month(std::string_view word) {
  static const std::unordered_map<std::string, OtherMonth> months = all_months();
  const auto found = months.find(fold_accents(word));
  if (found == months.end()) return std::nullopt;
  return found->second;
}

std::optional<Date> day_of(const Era& era, int year, unsigned month, unsigned day) {
  if (month < 1) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(
      *icu::TimeZone::getGMT(), icu::Locale::createFromName(locale_of(era.calendar)), status));
  if (U_FAILURE(status)) return std::nullopt;
  calendar->setLenient(false);
  calendar->clear();
  calendar->set(UCAL_ERA, era.number);
  calendar->set(UCAL_YEAR, year);
  calendar->set(UCAL_MONTH, static_cast<std::int32_t>(month) - 1);
  calendar->set(UCAL_DATE, static_cast<std::int32_t>(day));
  constexpr double kDay = 24.0 * 60 * 60 * 1000;
  const double days = std::floor(calendar->getTime(status) / kDay);
  if (U_FAILURE(status)) return std::nullopt;
  return date_from_days(static_cast<std::int32_t>(days));
}

}  // namespace pressmark::indexer
