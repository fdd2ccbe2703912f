// WARC records, plain, so that the fuzzer need not find its way through gzip.
#include "indexer/source/warc.h"
#include "tests/fuzz/memory_input.h"

using namespace pressmark::indexer;  // NOLINT(google-build-using-namespace): a fuzz target is one
                                     // function

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const PathFilter kFilter;
  ContentContext context;
  context.origin = "input";
  context.max_document_bytes = 4096;
  context.filter = &kFilter;
  context.compressed = size % 2 == 1;
  if (!context.compressed) context.bytes = size;
  const auto reader = open_warc(fuzz::memory_input(fuzz::as_text(data, size)), context);
  fuzz::drain(*reader, size, context.max_document_bytes);
  return 0;
}
