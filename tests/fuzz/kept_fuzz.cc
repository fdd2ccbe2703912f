// What a user keeps: a receipt, the list that was shown last, which articles were shown, a saved
// query, a list of values. The first byte chooses which.
#include <algorithm>
#include <cstdlib>
#include <string>

#include "common/error.h"
#include "common/hash.h"
#include "searcher/last_list.h"
#include "searcher/query/parser.h"
#include "searcher/receipt.h"
#include "searcher/saved_queries.h"
#include "searcher/seen_articles.h"
#include "tests/support/temp_dir.h"

using namespace pressmark;            // NOLINT(google-build-using-namespace): a fuzz target is one
using namespace pressmark::searcher;  // NOLINT(google-build-using-namespace): function

namespace {

const test::TempDir& home() {
  static const test::TempDir kHome;
  static const bool kSet = setenv("XDG_CONFIG_HOME", kHome.str().c_str(), 1) == 0 &&
                           setenv("XDG_STATE_HOME", kHome.str().c_str(), 1) == 0;
  if (!kSet) __builtin_trap();
  return kHome;
}

/// The input also gets the sum that a fuzzer would not find.
void read_receipt_of(std::string text) {
  text += "sum: " + hash128_hex(text) + "\n";
  const Receipt receipt = decode_receipt(text, "receipt");
  (void)differences(receipt, {});
}

void read_last_list(std::string_view bytes) {
  home().write("pressmark/last-list", "/a\n" + std::string(bytes));
  const auto list = recall_list({"/a"});
  if (list && std::ranges::any_of(list->ids, &std::string::empty)) __builtin_trap();
}

void read_seen(std::string_view bytes) {
  const std::string file = home().write("seen", bytes);
  {
    SeenArticles seen(file);  // holds a lock
    seen.add("new");
    seen.keep();
  }
  if (!SeenArticles(file).contains("new")) __builtin_trap();
}

void read_saved(std::string_view ending, std::string_view bytes, std::string_view query) {
  home().write("pressmark/searches/x" + std::string(ending), bytes);
  ParseContext context;
  context.saved = saved_query;
  context.list = value_list;
  (void)parse_query(query, context);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  try {
    if (data[0] % 5 == 0) read_receipt_of(bytes);
    if (data[0] % 5 == 1) read_last_list(bytes);
    if (data[0] % 5 == 2) read_seen(bytes);
    if (data[0] % 5 == 3) read_saved(kSavedEnding, bytes, "boat @x");
    if (data[0] % 5 == 4) read_saved(kListEnding, bytes, "boat source:@x country:@x");
  } catch (const Error& error) {
    if (error.code() != ExitCode::Usage) __builtin_trap();
  }
  return 0;
}
