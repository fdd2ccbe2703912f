#include "indexer/run_time.h"

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <string_view>

#include <fmt/core.h>

#include "common/error.h"

namespace pressmark::indexer {

Instant run_time() {
  const char* fixed = std::getenv("SOURCE_DATE_EPOCH");
  const std::string_view text = fixed == nullptr ? "" : fixed;
  if (text.empty())
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  const Instant time{std::chrono::seconds(seconds)};
  const bool in_range =
      error == std::errc() && seconds >= 0 && time < std::chrono::sys_days{kLastDate};
  if (in_range && end == text.data() + text.size()) return time;
  throw Error(ExitCode::Usage,
              fmt::format("SOURCE_DATE_EPOCH needs seconds since 1970, not \"{}\"", text));
}

}  // namespace pressmark::indexer
