#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "common/date.h"

namespace pressmark::indexer {

/// A day as somebody wrote it: "2024-05-03T10:00:00+02:00", "3 mai 2024", "May 3rd, 2024",
/// "2024年5月3日", "03.05.2024".
struct WrittenDate {
  Date day;               // as printed, in the writer's own zone
  std::size_t begin = 0;  // bytes of the text read
  std::size_t end =
      0;  // behind the year, month or day that stands last; a time of day is not included
  bool ambiguous = false;  // numbers only, and month and day could change places
  bool utc = false;        // with a time in UTC: the writer's own day may be a neighbour
  int hour = -1;           // of such a time; -1 when there is none
  friend bool operator==(const WrittenDate&, const WrittenDate&) = default;
};

/// The dates that stand in a text, in its order, in any language that ICU has month names for.
/// Years need four digits, but for "03.05.24", "3-May-24" and "3 May 24" alone on a line. Years of
/// the Buddhist, Persian and Islamic calendars, of emperors of Japan and of the Republic of China
/// are converted. Dates without a year are none.
///
/// @param text      UTF-8; what lies behind the first 4096 bytes is not read
/// @param language  as date_language gives it ("en-US"); it decides the order of "03/05/2024". May
/// be empty
std::vector<WrittenDate> find_dates(std::string_view text, std::string_view language);

/// Whether a digit of any script stands in a text: without one it holds no date.
bool has_digits(std::string_view text);

/// The first date of a machine's value (meta, JSON, attribute): all of the above, also "20240503"
/// and seconds since 1970, with a fraction, in thousandths or in millionths.
std::optional<WrittenDate> read_date_value(std::string_view value, std::string_view language);

}  // namespace pressmark::indexer
