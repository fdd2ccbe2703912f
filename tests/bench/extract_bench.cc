// Pages a second of extraction beside libxml2's bare tree build on the same pages in the same run.
//   PRESSMARK_BENCH_PAGES=DIR extract_bench       every .html below DIR; corpus/ when it is not set
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <libxml/HTMLparser.h>

#include "indexer/decode/decoder.h"
#include "indexer/extract/extractor.h"
#include "indexer/markup/dom.h"
#include "tests/support/temp_dir.h"

namespace {

using namespace pressmark::indexer;  // NOLINT(google-build-using-namespace): a program of one file
namespace fs = std::filesystem;

const std::vector<DecodedDocument>& pages() {
  static const std::vector<DecodedDocument> all = [] {
    const char* named = std::getenv("PRESSMARK_BENCH_PAGES");
    const fs::path folder =
        named != nullptr ? fs::path(named) : fs::path(PRESSMARK_SOURCE_DIR) / "corpus";
    std::vector<DecodedDocument> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.path().extension() != ".html") continue;
      RawDocument raw;
      raw.origin = entry.path().string();
      raw.bytes = pressmark::test::read_file(entry.path());
      auto document = decode(std::move(raw));
      if (document && document->format == Format::Html) found.push_back(std::move(*document));
    }
    return found;
  }();
  return all;
}

template <typename Work>
void over_pages(benchmark::State& state, Work work) {
  std::int64_t bytes = 0, count = 0;
  for ([[maybe_unused]] auto _ : state) {
    for (const DecodedDocument& page : pages()) {
      work(page);
      bytes += static_cast<std::int64_t>(page.text.size());
      ++count;
    }
  }
  state.SetBytesProcessed(bytes);
  state.SetItemsProcessed(count);
}

void libxml_tree(benchmark::State& state) {
  over_pages(state, [](const DecodedDocument& page) {
    xmlFreeDoc(htmlReadMemory(page.text.data(), static_cast<int>(page.text.size()), nullptr,
                              "UTF-8",
                              HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                  HTML_PARSE_NONET | static_cast<int>(XML_PARSE_HUGE)));
  });
}

void page_tree(benchmark::State& state) {
  over_pages(state,
             [](const DecodedDocument& page) { benchmark::DoNotOptimize(parse_page(page.text)); });
}

void whole_extraction(benchmark::State& state) {
  over_pages(state,
             [](const DecodedDocument& page) { benchmark::DoNotOptimize(extract(page, {})); });
}

BENCHMARK(libxml_tree)->Unit(benchmark::kMillisecond);
BENCHMARK(page_tree)->Unit(benchmark::kMillisecond);
BENCHMARK(whole_extraction)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
