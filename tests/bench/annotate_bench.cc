// Tokens a second of the recogniser and megabytes a second of the country tagger, each on one core,
// beside ICU's word boundaries on the same texts in the same run; and what loading their tables
// costs.
//   annotate_bench [PATH...] [--benchmark_...]      articles as the indexer reads them; corpus/
//   without
#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include "indexer/decode/decoder.h"
#include "indexer/enrich/countries/country_tagger.h"
#include "indexer/enrich/language_identifier.h"
#include "indexer/enrich/recognizer.h"
#include "indexer/enrich/tagger/word_memory.h"
#include "indexer/enrich/words/tagger_tokenizer.h"
#include "indexer/extract/extractor.h"
#include "indexer/source/source.h"
#include "tests/bench/speeds.h"

namespace {

using namespace pressmark::indexer;  // NOLINT(google-build-using-namespace): a program of one file

struct Sample {
  Article article;
  std::string language;
  std::vector<Mention> mentions;
  std::size_t tokens = 0;
};

std::vector<Sample> read_articles(std::vector<std::string> paths, const Recognizer& recognizer) {
  if (paths.empty()) paths.push_back(std::string(PRESSMARK_SOURCE_DIR) + "/corpus");
  SourceOptions options;
  options.paths = std::move(paths);
  const auto source = open_sources(std::move(options));
  std::vector<Sample> samples;
  while (auto item = source->next()) {
    auto* raw = std::get_if<RawDocument>(&*item);
    if (raw == nullptr) continue;
    auto article = decode(std::move(*raw)).and_then([](const DecodedDocument& document) {
      return extract(document, {});
    });
    if (!article) continue;
    Sample& sample = samples.emplace_back();
    sample.language = identify_language(article->title, article->text, article->declared_language);
    sample.mentions = recognizer.recognize(article->title, article->text, sample.language);
    sample.tokens = split_tokens(article->title).size() + split_tokens(article->text).size();
    sample.article = std::move(*article);
  }
  return samples;
}

/// `work` on each article of a pass.
template <typename Work>
void add(const char* name, const std::vector<Sample>& samples, Work work) {
  const auto body = [&samples, work](benchmark::State& state) {
    std::int64_t bytes = 0, tokens = 0;
    for ([[maybe_unused]] auto _ : state) {
      for (const Sample& sample : samples) {
        work(sample);
        bytes +=
            static_cast<std::int64_t>(sample.article.title.size() + sample.article.text.size());
        tokens += static_cast<std::int64_t>(sample.tokens);
      }
    }
    state.SetBytesProcessed(bytes);
    state.SetItemsProcessed(tokens);
  };
  benchmark::RegisterBenchmark(name, body)->Unit(benchmark::kMillisecond)->MinTime(2);
}

template <typename Table>
void add_load(const char* name) {
  const auto body = [](benchmark::State& state) {
    for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(Table());
  };
  benchmark::RegisterBenchmark(name, body)->Unit(benchmark::kMillisecond);
}

/// The baseline: a walk over the boundaries of all words.
void walk_words(icu::BreakIterator& words, const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  UText* const view =
      utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status);
  words.setText(view, status);
  std::size_t count = 0;
  while (words.next() != icu::BreakIterator::DONE) ++count;
  benchmark::DoNotOptimize(count);
  utext_close(view);
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const Recognizer recognizer;
  const CountryTagger countries;
  WordMemory memory;
  const std::vector<Sample> samples =
      read_articles(std::vector<std::string>(argv + 1, argv + argc), recognizer);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(), status));
  if (samples.empty() || U_FAILURE(status)) {
    std::fprintf(stderr, "annotate_bench: no articles\n");
    return 1;
  }
  std::printf("%zu articles\n", samples.size());
  add("icu_words", samples, [&](const Sample& sample) { walk_words(*words, sample.article.text); });
  add("recognizer", samples, [&](const Sample& sample) {
    benchmark::DoNotOptimize(
        recognizer.read(sample.article.title, sample.article.text, sample.language, &memory));
  });
  add("countries", samples, [&](const Sample& sample) {
    benchmark::DoNotOptimize(countries.tag(sample.article, sample.language, sample.mentions, {}));
  });
  add_load<Recognizer>("load_recognizer");
  add_load<CountryTagger>("load_countries");
  pressmark::test::Speeds speeds;
  benchmark::RunSpecifiedBenchmarks(&speeds);
  std::printf(
      "names %.0f tokens/s, %.2f of ICU's walk over the words; countries %.1f MB/s, %.2f of it; "
      "loading %.2f and %.2f us\n",
      speeds.items("recognizer"), speeds.items("recognizer") / speeds.items("icu_words"),
      speeds.bytes("countries") / 1e6, speeds.bytes("countries") / speeds.bytes("icu_words"),
      speeds.seconds("load_recognizer") * 1e6, speeds.seconds("load_countries") * 1e6);
}
