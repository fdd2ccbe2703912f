// Members of tar and zip files, web archives in WACZ among them.
#include "indexer/source/archive_members.h"
#include "tests/fuzz/memory_input.h"

using namespace pressmark::indexer;  // NOLINT(google-build-using-namespace): a fuzz target is one
                                     // function

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const PathFilter kFilter;
  static const FileProgress kProgress;
  ContentContext context;
  context.origin = "input";
  context.max_document_bytes = 1 << 16;
  context.filter = &kFilter;
  context.progress = &kProgress;
  context.depth = 1;
  const auto reader = open_archive(fuzz::memory_input(fuzz::as_text(data, size)), context);
  fuzz::drain(*reader, size, context.max_document_bytes);
  return 0;
}
