// Tables of articles: whether it is one, and its rows, as the bytes say or in any form.
#include "indexer/source/table_documents.h"
#include "indexer/source/utf16_stream.h"
#include "tests/fuzz/memory_input.h"

using namespace pressmark::indexer;  // NOLINT(google-build-using-namespace): a fuzz target is one
                                     // function

namespace {

std::unique_ptr<ContentReader> open_by_shape(InputBuffer input, ContentContext context) {
  input.ensure(4096);
  auto shape = table_shape(input.view(), input.at_end());
  if (!shape) shape = TableShape{{'\t', '\r', true}, {"title", "text", ""}};
  return open_table(std::move(input), std::move(context), std::move(*shape));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::as_text(data, size);
  static_cast<void>(utf16_to_utf8(bytes, Utf16::BigEndian));
  fuzz::drain_records(bytes, open_by_shape);
  return 0;
}
