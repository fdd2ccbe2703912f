// Extracts HTML pages given as files and prints a line of JSON for each: the article with the rules
// that chose its fields, or why it was skipped. For trials.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <sys/resource.h>

#include "common/json_writer.h"
#include "indexer/article_json.h"
#include "indexer/decode/decoder.h"
#include "indexer/extract/extractor.h"

namespace {

using namespace pressmark::indexer;  // NOLINT(google-build-using-namespace): a program of one file

Outcome<Article> read_article(const char* path) {
  std::ifstream in(path, std::ios::binary);
  RawDocument raw;
  raw.origin = path;
  raw.bytes = std::string(std::istreambuf_iterator<char>(in), {});
  return decode(std::move(raw)).and_then([](const DecodedDocument& document) {
    return extract(document, {.explain = true});
  });
}

}  // namespace

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    auto article = read_article(argv[i]);
    if (article) {
      std::puts(article_json({std::move(*article), {}}, WithNotes::Yes).c_str());
      continue;
    }
    pressmark::JsonWriter json;
    json.begin_object();
    json.member("path", argv[i]);
    json.member("skip", std::string(name(article.error().reason)) + " " + article.error().detail);
    json.end_object();
    std::puts(json.take().c_str());
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::fprintf(stderr, "%d pages, %.2f s CPU\n", argc - 1,
               static_cast<double>(usage.ru_utime.tv_sec) +
                   static_cast<double>(usage.ru_utime.tv_usec) / 1e6);
}
