// One line of JSON Lines.
#include "common/utf8.h"
#include "indexer/decode/decoder.h"
#include "indexer/extract/extractor.h"
#include "tests/fuzz/memory_input.h"

using namespace pressmark::indexer;  // NOLINT(google-build-using-namespace): a fuzz target is one
                                     // function

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  RawDocument raw;
  raw.origin = "input.jsonl:1";
  raw.media_type = "application/json";
  raw.bytes = "{" + std::string(fuzz::as_text(data, size));
  const auto document = decode(std::move(raw));
  if (!document) return 0;
  const auto article = extract(*document, {});
  if (article && !pressmark::is_utf8(article->text)) __builtin_trap();
  return 0;
}
