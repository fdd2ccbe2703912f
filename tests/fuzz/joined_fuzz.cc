// Files of JSON objects: one a line, over several lines, or joined without anything between them.
#include "indexer/source/json_documents.h"
#include "tests/fuzz/memory_input.h"

using namespace pressmark::indexer;  // NOLINT(google-build-using-namespace): a fuzz target is one
                                     // function

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::as_text(data, size);
  static_cast<void>(json_shape(bytes));
  fuzz::drain_records(bytes, open_json_lines);
  fuzz::drain_records(bytes, open_json_objects);
  return 0;
}
