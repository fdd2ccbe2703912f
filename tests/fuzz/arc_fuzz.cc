// ARC records, plain or with the parts of a packed file marked.
#include "indexer/source/arc.h"
#include "tests/fuzz/memory_input.h"

using namespace pressmark::indexer;  // NOLINT(google-build-using-namespace): a fuzz target is one
                                     // function

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::drain_records(fuzz::as_text(data, size), open_arc);
  return 0;
}
