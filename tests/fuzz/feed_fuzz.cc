// News feeds: items, and the article of each.
#include "common/utf8.h"
#include "indexer/decode/decoder.h"
#include "indexer/extract/extractor.h"
#include "indexer/source/feed.h"
#include "indexer/source/json_feed.h"
#include "indexer/source/xml_feed.h"
#include "tests/fuzz/memory_input.h"

using namespace pressmark::indexer;  // NOLINT(google-build-using-namespace): a fuzz target is one
                                     // function

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::as_text(data, size);
  static_cast<void>(feed_from_utf16(bytes));
  const auto open_json = [](InputBuffer input, ContentContext context) {
    return open_json_feed(std::move(input), std::move(context), {});
  };
  const auto open_xml = [](InputBuffer input, ContentContext context) {
    return open_xml_feed(std::move(input), std::move(context), {});
  };
  fuzz::drain_records(bytes, open_json);
  fuzz::drain_records(bytes, open_xml);
  RawDocument item;
  item.feed_item = true;
  item.bytes = bytes;
  const auto document = decode(std::move(item));
  if (!document) return 0;
  const auto article = extract(*document, {});
  if (article && !pressmark::is_utf8(article->text)) __builtin_trap();
  return 0;
}
