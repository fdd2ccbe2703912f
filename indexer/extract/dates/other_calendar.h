#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "common/date.h"

namespace pressmark::indexer {

/// Calendars beside ours that newspapers date by.
enum class OtherCalendar : std::uint8_t {
  Persian,   // Iran and Afghanistan; 1403 began in March 2024
  Islamic,   // Umm al-Qura, the civil calendar of Saudi Arabia
  Japanese,  // years of an emperor: 令和6年
  Minguo,    // years of the Republic of China: 民國113年
};

/// The years in which news are printed by the first two.
inline constexpr int kFirstPersianYear = 1250;
inline constexpr int kLastIslamicYear = 1500;

/// A calendar and the number of its era, as ICU counts them.
struct Era {
  OtherCalendar calendar = OtherCalendar::Persian;
  int number = 0;
  friend bool operator==(const Era&, const Era&) = default;
};

/// The era whose name a word ends with ("発表は令和"); those before 1868 are none.
std::optional<Era> era_at_end(std::string_view word);

struct OtherMonth {
  OtherCalendar calendar = OtherCalendar::Persian;
  unsigned month = 0;  // 1 to 12
};

/// A month's name in Persian, Dari, Pashto, Arabic or Urdu, or written with Latin letters, whatever
/// its accents.
std::optional<OtherMonth> find_other_month(std::string_view word);

/// The day of our calendar; nothing when the other calendar has no such day.
std::optional<Date> day_of(const Era& era, int year, unsigned month, unsigned day);

}  // namespace pressmark::indexer
