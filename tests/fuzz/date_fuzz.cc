// Dates in prose and in machines' values. The first byte chooses the language of the page.
#include <array>

#include "common/utf8.h"
#include "indexer/extract/dates/published_date.h"
#include "indexer/extract/dates/written_date.h"
#include "tests/fuzz/memory_input.h"

using namespace pressmark::indexer;  // NOLINT(google-build-using-namespace): a fuzz target is one
                                     // function

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr std::array<std::string_view, 12> kLanguages = {"",   "en", "en-GB", "de", "fa", "th",
                                                           "ja", "vi", "ar-EG", "hu", "zz", "x"};
  const std::string_view language = kLanguages[data[0] % kLanguages.size()];
  const std::string text = pressmark::to_utf8_lossy(fuzz::as_text(data + 1, size - 1));
  std::size_t last = 0;
  for (const WrittenDate& date : find_dates(text, language)) {
    if (date.begin < last || date.end <= date.begin || date.end > text.size()) __builtin_trap();
    if (!date.day.ok()) __builtin_trap();
    last = date.end;
  }
  if (const auto date = read_date_value(text, language); date && !date->day.ok()) __builtin_trap();
  DateCandidates dates(std::string(language), std::nullopt);
  dates.add(text, DateOrigin::Meta, DateRole::Published);
  dates.add_url(text);
  if (const auto day = dates.published(); day && !day->day.ok()) __builtin_trap();
  return 0;
}
