// A newswire's XML.
#include "common/utf8.h"
#include "indexer/extract/extractor.h"
#include "tests/fuzz/memory_input.h"

using namespace pressmark::indexer;  // NOLINT(google-build-using-namespace): a fuzz target is one
                                     // function

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  DecodedDocument document;
  document.format = Format::NewsXml;
  document.text = pressmark::to_utf8_lossy(fuzz::as_text(data, size));
  std::erase(document.text, '\0');
  const auto article = extract(document, {});
  if (article && !pressmark::is_utf8(article->text)) __builtin_trap();
  return 0;
}
