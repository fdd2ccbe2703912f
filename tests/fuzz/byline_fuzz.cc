// Names of authors in a byline, as a field states them and as a line of a page prints them.
#include "common/utf8.h"
#include "indexer/extract/authors/byline.h"
#include "indexer/extract/metadata/page_authors.h"
#include "tests/fuzz/memory_input.h"

using namespace pressmark::indexer;  // NOLINT(google-build-using-namespace): a fuzz target is one
                                     // function

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string line = pressmark::to_utf8_lossy(fuzz::as_text(data, size));
  const Outlet outlet{"harbour-echo.example", "The Harbour Echo"};
  for (const BylineOrigin origin : {BylineOrigin::Structured, BylineOrigin::Visible}) {
    for (const std::string& name : author_names(line, origin, outlet)) {
      if (name.empty() || !pressmark::is_utf8(name)) __builtin_trap();
      if (name.front() == ' ' || name.back() == ' ') __builtin_trap();
    }
  }
  const std::string signature = signing_organization(line, outlet);
  if (!pressmark::is_utf8(signature)) __builtin_trap();
  if (!signature.empty() && (signature.front() == ' ' || signature.back() == ' ')) __builtin_trap();
  static_cast<void>(begins_as_byline(line));
  return 0;
}
