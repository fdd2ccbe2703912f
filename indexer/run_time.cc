#include "indexer/run_time.h"

#include <chrono>
#include <cstdlib>

namespace pressmark::indexer {

Instant run_time() {
  if (const char* fixed = std::getenv("SOURCE_DATE_EPOCH")) {
    return Instant(std::chrono::seconds(std::strtoll(fixed, nullptr, 10)));
  }
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}  // namespace pressmark::indexer
