// A page from its bytes to its article: prescan, markup, main text, metadata, JSON-LD, dates.
#include "common/utf8.h"
#include "indexer/decode/decoder.h"
#include "indexer/extract/extractor.h"
#include "tests/fuzz/memory_input.h"

using namespace pressmark::indexer;  // NOLINT(google-build-using-namespace): a fuzz target is one
                                     // function

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  RawDocument raw;
  raw.origin = "input.html";
  raw.bytes = fuzz::as_text(data, size);
  const auto document = decode(std::move(raw));
  if (!document) return 0;
  ExtractOptions options;
  options.keep_all = true;
  const auto article = extract(*document, options);
  if (!article) return 0;
  for (const std::string* text :
       {&article->text, &article->title, &article->url, &article->dateline}) {
    if (!pressmark::is_utf8(*text)) __builtin_trap();
  }
  for (const std::string& author : article->authors) {
    if (!pressmark::is_utf8(author)) __builtin_trap();
  }
  return 0;
}
