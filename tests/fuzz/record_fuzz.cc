// The stored record of an article: damage is noticed, and what reads well is written the same
// again. The input also gets the checksum that a fuzzer would not find.
#include <cstdint>
#include <string>

#include "common/hash.h"
#include "common/stored_article.h"

namespace {

void check(const std::string& record) {
  const auto article = pressmark::decode_stored_article(record);
  if (!article) return;
  const auto again = pressmark::decode_stored_article(pressmark::encode(*article));
  if (!again || !(*again == *article)) __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string record(reinterpret_cast<const char*>(data), size);
  check(record);
  const std::uint32_t crc = pressmark::crc32_of(record);
  for (unsigned shift = 0; shift < 32; shift += 8) record += static_cast<char>(crc >> shift & 0xFF);
  check(record);
  return 0;
}
