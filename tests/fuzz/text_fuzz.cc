// A plain text: whether it is a listing or a table, its header, paragraphs and what follows the
// story.
#include "common/utf8.h"
#include "indexer/decode/text_listing.h"
#include "indexer/extract/extractor.h"
#include "tests/fuzz/memory_input.h"

using namespace pressmark::indexer;  // NOLINT(google-build-using-namespace): a fuzz target is one
                                     // function

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  DecodedDocument document;
  document.format = Format::PlainText;
  document.origin = "input.txt";
  document.text = pressmark::to_utf8_lossy(fuzz::as_text(data, size));
  std::erase(document.text, '\0');
  static_cast<void>(listing_kind(document.text));
  ExtractOptions options;
  options.keep_all = true;
  const auto article = extract(document, options);
  if (!article) return 0;
  for (const std::string* text :
       {&article->text, &article->title, &article->url, &article->dateline}) {
    if (!pressmark::is_utf8(*text)) __builtin_trap();
  }
  return 0;
}
