// A query from its text to its matches, in all modes of the parser; what is printed of it is
// understood again.
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/field_terms.h"
#include "common/schema.h"
#include "searcher/query/parser.h"
#include "searcher/query/query_builder.h"
#include "searcher/search/searcher.h"

using namespace pressmark;            // NOLINT(google-build-using-namespace): a fuzz target is one
using namespace pressmark::searcher;  // NOLINT(google-build-using-namespace): function

namespace {

Xapian::WritableDatabase small_database() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (const char* word : {"gas", "leak", "harbour"}) {
    Xapian::Document document;
    document.add_posting(word, 1);
    document.add_posting(std::string("Zen") + word, 1);
    document.add_boolean_term(value_term(FieldId::Lang, "en"));
    document.add_value(slot::kSortDate, "20220814");
    database.add_document(document);
  }
  return database;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Xapian::WritableDatabase kDatabase = small_database();
  static Analyzer analyzer;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const ParseMode mode :
       {ParseMode::Strict, ParseMode::Sentence, ParseMode::Tolerant, ParseMode::Literal}) {
    ParseContext context;
    context.today = std::chrono::year(2022) / 9 / 15;
    context.mode = mode;
    const auto query = parse_query(text, context);
    if (!query) continue;
    const BuiltQuery built = build_query(*query, kDatabase, {Match::All, {"en", "de"}}, analyzer);
    (void)find(kDatabase, built, {});
    context.mode = ParseMode::Strict;
    if (mode != ParseMode::Strict) continue;
    const std::string printed = print(*query);
    if (printed.size() > kMaxQueryBytes) continue;  // escapes and whole dates make it longer
    const auto again = parse_query(printed, context);
    if (!again || !(*again == *query)) __builtin_trap();
  }
  (void)parse_filter(text, {});
  const std::vector<std::string> filters = {std::string(text)};
  (void)joined_text("gas OR leak", filters, {});
  return 0;
}
