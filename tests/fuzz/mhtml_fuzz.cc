// A page saved as a MIME message, plain or with the parts of a packed file marked.
#include "indexer/source/mhtml.h"
#include "tests/fuzz/memory_input.h"

using namespace pressmark::indexer;  // NOLINT(google-build-using-namespace): a fuzz target is one
                                     // function

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static_cast<void>(looks_like_mhtml(fuzz::as_text(data, size)));
  fuzz::drain_records(fuzz::as_text(data, size), open_mhtml);
  return 0;
}
