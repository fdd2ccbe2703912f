// Pages a second of extraction with all metadata beside libxml2's bare tree build, on the same
// pages in the same run, and the ratio of the two.
//   extract_bench [PATH...] [--benchmark_...]      pages of files, directories, .gz; corpus/
//   without
#include <cstdio>
#include <string>
#include <variant>
#include <vector>

#include <benchmark/benchmark.h>
#include <libxml/HTMLparser.h>

#include "indexer/decode/decoder.h"
#include "indexer/extract/extractor.h"
#include "indexer/extract/metadata.h"
#include "indexer/markup/dom.h"
#include "indexer/source/source.h"
#include "tests/bench/speeds.h"

namespace {

using namespace pressmark::indexer;  // NOLINT(google-build-using-namespace): a program of one file

std::vector<DecodedDocument> read_pages(std::vector<std::string> paths) {
  if (paths.empty()) paths.push_back(std::string(PRESSMARK_SOURCE_DIR) + "/corpus");
  SourceOptions options;
  options.paths = std::move(paths);
  const auto source = open_sources(std::move(options));
  std::vector<DecodedDocument> pages;
  while (auto item = source->next()) {
    auto* raw = std::get_if<RawDocument>(&*item);
    if (raw == nullptr) continue;
    auto document = decode(std::move(*raw));
    if (document && document->format == Format::Html) pages.push_back(std::move(*document));
  }
  return pages;
}

void libxml_tree(const DecodedDocument& page) {
  xmlFreeDoc(htmlReadMemory(page.text.data(), static_cast<int>(page.text.size()), nullptr, "UTF-8",
                            HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                HTML_PARSE_NONET | static_cast<int>(XML_PARSE_HUGE)));
}

void page_tree(const DecodedDocument& page) { benchmark::DoNotOptimize(parse_page(page.text)); }

void page_metadata(const DecodedDocument& page) {
  benchmark::DoNotOptimize(read_metadata(parse_page(page.text), page));
}

void whole_extraction(const DecodedDocument& page) { benchmark::DoNotOptimize(extract(page, {})); }

void add(const char* name, void (*work)(const DecodedDocument&),
         const std::vector<DecodedDocument>& pages) {
  const auto body = [work, &pages](benchmark::State& state) {
    std::int64_t bytes = 0, count = 0;
    for ([[maybe_unused]] auto _ : state) {
      for (const DecodedDocument& page : pages) {
        work(page);
        bytes += static_cast<std::int64_t>(page.text.size());
        ++count;
      }
    }
    state.SetBytesProcessed(bytes);
    state.SetItemsProcessed(count);
  };
  benchmark::RegisterBenchmark(name, body)->Unit(benchmark::kMillisecond)->MinTime(3);
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const std::vector<DecodedDocument> pages =
      read_pages(std::vector<std::string>(argv + 1, argv + argc));
  std::printf("%zu pages\n", pages.size());
  add("libxml_tree", libxml_tree, pages);
  add("page_tree", page_tree, pages);
  add("page_metadata", page_metadata, pages);
  add("whole_extraction", whole_extraction, pages);
  pressmark::test::Speeds speeds;
  benchmark::RunSpecifiedBenchmarks(&speeds);
  const double ours = speeds.items("whole_extraction"), tree = speeds.items("libxml_tree");
  std::printf("extraction %.0f pages/s, libxml2's tree %.0f pages/s, ratio %.2f\n", ours, tree,
              ours / tree);
}
