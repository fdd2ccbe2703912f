// Extracts HTML pages given as files (UTF-8) and prints a line of JSON for each: path, text or
// skip, title. For trials.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <sys/resource.h>

#include "common/json_writer.h"
#include "common/utf8.h"
#include "indexer/extract/extractor.h"

int main(int argc, char** argv) {
  using namespace pressmark;
  using namespace pressmark::indexer;
  for (int i = 1; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    DecodedDocument document;
    document.origin = argv[i];
    document.text = to_utf8_lossy(std::string(std::istreambuf_iterator<char>(in), {}));
    const auto article = extract(document, {});
    JsonWriter json;
    json.begin_object();
    json.member("path", argv[i]);
    if (article) {
      json.member("title", article->title);
      json.member("text", article->text);
    } else {
      json.member("skip", std::string(name(article.error().reason)) + " " + article.error().detail);
    }
    json.end_object();
    std::puts(json.take().c_str());
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::fprintf(stderr, "%d pages, %.2f s CPU\n", argc - 1,
               static_cast<double>(usage.ru_utime.tv_sec) +
                   static_cast<double>(usage.ru_utime.tv_usec) / 1e6);
}
