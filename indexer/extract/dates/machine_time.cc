#include "indexer/extract/dates/machine_time.h"

#include <chrono>
#include <cstdint>
#include <string>

#include <fmt/core.h>

#include "common/date.h"

namespace pressmark::indexer {

std::optional<WrittenDate> read_epoch(std::string_view value) {
  const std::string_view whole = value.substr(0, value.find('.'));
  if (whole.size() != 10 && whole.size() != 13 && whole.size() != 16) return std::nullopt;
  std::int64_t number = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (i == whole.size()) continue;
    if (value[i] < '0' || value[i] > '9') return std::nullopt;
    if (i < 10) number = number * 10 + (value[i] - '0');
  }
  constexpr std::int64_t k1990 = 631152000;
  if (number < k1990) return std::nullopt;
  return WrittenDate{utc_day(Instant(std::chrono::seconds(number))),
                     0,
                     value.size(),
                     false,
                     true,
                     static_cast<int>(number / 3600 % 24)};
}

bool is_null_time(std::string_view value) {
  constexpr std::string_view kTime = "1970-01-01T00:00:00";
  if (value.starts_with("1970-01-01") && value.size() >= kTime.size() &&
      value.substr(11, 8) == kTime.substr(11))
    return true;
  if (value.size() != kTime.size() + 6) return false;  // "+01:00"
  const auto time = parse_instant(std::string(value.substr(0, kTime.size())) + "Z");
  const auto zone = parse_instant(fmt::format("1970-01-01T{}:00Z", value.substr(20)));
  if (!time || !zone) return false;
  return value[19] == '-' ? Instant{} - *time == *zone - Instant{} : *time == *zone;
}

bool is_time_in_digits(std::string_view value) {
  const auto below = [&](std::size_t at, std::string_view limit) {
    return value.substr(at, 2) < limit;
  };
  return value.size() == 14 && value.find_first_not_of("0123456789") == std::string_view::npos &&
         below(8, "24") && below(10, "60") && below(12, "61");
}

}  // namespace pressmark::indexer
