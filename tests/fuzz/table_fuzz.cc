// Files of an archive, as a damaged disk may give them back: the manifest, the facet columns, the
// tables of known files, stories and keys, the bounds of weights, the list of deletions. The first
// byte chooses which.
#include "common/checked_blocks.h"
#include "common/error.h"
#include "common/facet_columns.h"
#include "common/manifest.h"
#include "common/schema.h"
#include "common/story_table.h"
#include "common/weight_bounds.h"
#include "indexer/store/deletions.h"
#include "indexer/store/key_table.h"
#include "indexer/store/known_files.h"
#include "tests/fuzz/memory_input.h"
#include "tests/support/temp_dir.h"

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
  const WeightBounds bounds = WeightBounds::from_bytes(std::string(bytes));
  for (const char* term : {"", "Zen", "Zenboat", "boat", "~"}) {
    for (const std::uint8_t level : bounds.of(term)) (void)bounds.shares(300)[level];
  }
}

constexpr std::uint64_t kKeys[] = {0, 1, 7, std::uint64_t{1} << 33, ~std::uint64_t{0}};

void read_stories(const std::string& file) {
  const StoryTable table(file);
  for (const std::uint64_t key : kKeys) {
    (void)table.articles_of(table.story_of(key));
    if (table.story_number_of(key).value_or(0) > table.size()) __builtin_trap();
  }
  (void)StoryTable::merged({table, table});
  table.verify();
}

void read_keys(const std::string& file) {
  const indexer::KeyTable table(file);
  for (const std::uint64_t key : kKeys) {
    (void)table.find(key);
    if (table.referred(key).size() > indexer::kMostReferred + 1) __builtin_trap();
  }
  (void)table.entries();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  static const test::TempDir kFolder;
  const std::string_view bytes = indexer::fuzz::as_text(data + 1, size - 1);
  // Of the newer form of a table, which has hashes behind it, with the right ones.
  const std::string table =
      data[0] % 14 < 7 ? std::string(bytes) : CheckedBlocks::with_hashes(std::string(bytes));
  try {
    if (data[0] % 7 == 0) (void)decode_manifest(bytes, "archive");
    if (data[0] % 7 == 1) read_columns(table);
    if (data[0] % 7 == 2) (void)indexer::decode_known_files(bytes, "files");
    if (data[0] % 7 == 3) read_bounds(table);
    if (data[0] % 7 == 4) read_stories(kFolder.write("stories", table));
    if (data[0] % 7 == 5) read_keys(kFolder.write("keys", table));
    if (data[0] % 7 == 6) {
      kFolder.write(indexer::kDeletionsName, bytes);
      const indexer::Deletions deletions(kFolder.path());
    }
  } catch (const Error& error) {
    if (error.code() != ExitCode::Database) __builtin_trap();
  }
  return 0;
}
