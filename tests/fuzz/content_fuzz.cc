// Any file: compressed, archive, WARC, JSON or page.
#include "tests/fuzz/memory_input.h"

using namespace pressmark::indexer;  // NOLINT(google-build-using-namespace): a fuzz target is one
                                     // function

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const PathFilter kFilter;
  ContentContext context;
  context.origin = "input";
  context.max_document_bytes = 1 << 16;
  context.filter = &kFilter;
  const auto reader = open_content(fuzz::memory_input(fuzz::as_text(data, size)), context);
  fuzz::drain(*reader, size, context.max_document_bytes);
  return 0;
}
