// Files of an archive, as a damaged disk may give them back: the manifest, the facet columns, the
// table of known files, the bounds of weights. The first byte chooses which.
#include "common/error.h"
#include "common/facet_columns.h"
#include "common/manifest.h"
#include "common/schema.h"
#include "common/weight_bounds.h"
#include "indexer/store/known_files.h"
#include "tests/fuzz/memory_input.h"

using namespace pressmark;  // NOLINT(google-build-using-namespace): a fuzz target is one function

namespace {

void read_columns(std::string_view bytes) {
  const FacetColumns columns = FacetColumns::from_bytes(std::string(bytes));
  for (Xapian::docid article = 0; article < 20; ++article) {
    (void)columns.date(article);
    (void)columns.key(article);
    for (unsigned slot = 0; slot < 40; ++slot) {
      const ListColumn& column = columns.list(slot);
      for (const std::uint32_t number : column.of(article)) {
        if (number < column.size()) (void)std::string(column.value(number));
      }
    }
  }
}

void read_bounds(std::string_view bytes) {
  const WeightBounds bounds{map_bytes(std::string(bytes))};
  for (const char* term : {"", "Zen", "Zenboat", "boat", "~"}) {
    for (const std::uint8_t level : bounds.of(term)) (void)bounds.shares(300)[level];
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes = indexer::fuzz::as_text(data + 1, size - 1);
  try {
    if (data[0] % 4 == 0) (void)decode_manifest(bytes, "archive");
    if (data[0] % 4 == 1) read_columns(bytes);
    if (data[0] % 4 == 2) (void)indexer::decode_known_files(bytes, "files");
    if (data[0] % 4 == 3) read_bounds(bytes);
  } catch (const Error& error) {
    if (error.code() != ExitCode::Database) __builtin_trap();
  }
  return 0;
}
