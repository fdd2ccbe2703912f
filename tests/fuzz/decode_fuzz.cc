// Bytes of any charset; the first line stands for the charset of an HTTP header.
#include "common/utf8.h"
#include "indexer/decode/decoder.h"
#include "tests/fuzz/memory_input.h"

using namespace pressmark::indexer;  // NOLINT(google-build-using-namespace): a fuzz target is one
                                     // function

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = fuzz::as_text(data, size);
  const auto line = std::min(input.find('\n'), input.size());
  RawDocument raw;
  raw.origin = "input";
  raw.charset = input.substr(0, line);
  raw.bytes = input.substr(std::min(line + 1, input.size()));
  const auto document = decode(std::move(raw));
  if (document && !pressmark::is_utf8(document->text)) __builtin_trap();
  if (document && document->text.find('\0') != std::string::npos) __builtin_trap();
  return 0;
}
