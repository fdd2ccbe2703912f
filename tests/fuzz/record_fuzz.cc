// The stored record of an article: damage is noticed, and what reads well is written the same
// again.
#include <cstdint>
#include <string_view>

#include "common/stored_article.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto article =
      pressmark::decode_stored_article({reinterpret_cast<const char*>(data), size});
  if (!article) return 0;
  const auto again = pressmark::decode_stored_article(pressmark::encode(*article));
  if (!again || !(*again == *article)) __builtin_trap();
  return 0;
}
