// One HTTP response.
#include "indexer/source/http_message.h"
#include "tests/fuzz/memory_input.h"

using namespace pressmark::indexer;  // NOLINT(google-build-using-namespace): a fuzz target is one
                                     // function

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kLimit = 1 << 16;
  const auto message = parse_http_message(fuzz::as_text(data, size), kLimit);
  if (message && message->body.size() > kLimit) __builtin_trap();
  return 0;
}
