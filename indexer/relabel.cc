#include "indexer/relabel.h"

#include <string>
#include <utility>

#include <fmt/core.h>

#include "common/identity.h"
#include "common/stored_article.h"
#include "indexer/article_processor.h"
#include "indexer/interrupt.h"
#include "indexer/ordered_pipeline.h"
#include "indexer/progress.h"
#include "indexer/report.h"
#include "indexer/store/archive_summary.h"
#include "indexer/store/publisher.h"
#include "indexer/store/segment_rewriter.h"

namespace pressmark::indexer {
namespace {

/// The records of a segment as if they were documents.
class RecordSource : public Source {
 public:
  explicit RecordSource(const std::filesystem::path& segment)
      : segment_(segment.string()), reader_(segment) {}

  std::optional<SourceItem> next() override {
    std::optional<std::string> record = reader_.next();
    if (!record) return std::nullopt;
    RawDocument raw;
    raw.origin = segment_;
    raw.bytes = std::move(*record);
    return raw;
  }

 private:
  std::string segment_;
  SegmentReader reader_;
};

StoredArticle decoded(const RawDocument& raw) {
  auto record = decode_stored_article(raw.bytes);
  if (!record)
    throw Damage(
        fmt::format("{}: a stored article cannot be read: {}", raw.origin, record.error().what));
  return std::move(*record);
}

class Relabelling {
 public:
  Relabelling(const Options& options, Log& log)
      : options_(options),
        log_(log),
        publisher_(options.archive, options.lock_timeout, OpenMode::Continue),
        processor_(options.annotator, {}, {}) {}

  ExitCode run() {
    for (std::size_t i = 0; i < publisher_.manifest().segments.size() && !interrupted(); ++i)
      rewrite(i);
    publisher_.finish();
    log_.note(fmt::format("relabelled {} articles", grouped(articles_)));
    log_.note("archive: " + summary_of(options_.archive));
    const auto signal = interrupted();
    if (signal) log_.error("stopped by a signal; some articles have their old names");
    return signal.value_or(ExitCode::Ok);
  }

 private:
  using Pipeline = OrderedPipeline<NewArticle>;

  void rewrite(std::size_t number) {
    const Segment segment = publisher_.manifest().segments[number];
    RecordSource source(options_.archive / segment.directory);
    SegmentRewriter rewriter(publisher_, number);
    const auto keys = publisher_.keys();
    const auto make_work = [&]() -> Pipeline::Work {
      auto bench = std::make_shared<Workbench>();  // shared: std::function copies what it holds
      return
          [&, bench](RawDocument raw) { return processor_.relabel(decoded(raw), *keys, *bench); };
    };
    std::uint64_t done = 0;
    const auto consume = [&](Pipeline::Item item) {
      rewriter.add(std::move(std::get<NewArticle>(item)));
      ++done;
      if (const auto now = Progress::Clock::now(); log_.shows_progress() && progress_.due(now)) {
        const std::uint64_t all = articles_ + done;
        const auto [name, figures] =
            progress_.line(now, {segment.directory, all, all, all, publisher_.articles()});
        log_.progress(name, figures);
      }
    };
    Pipeline pipeline(source, {.jobs = options_.jobs},
                      {.make_work = make_work,
                       .consume = consume,
                       .at_end = [] {},
                       .stop_requested = [] { return interrupted().has_value(); }});
    pipeline.run();
    if (interrupted()) return;  // the segment stays as it is
    rewriter.finish();
    articles_ += done;
  }

  const Options& options_;
  Log& log_;
  Publisher publisher_;
  ArticleProcessor processor_;
  Progress progress_{Progress::Clock::now(), {}, std::chrono::milliseconds(100)};
  std::uint64_t articles_ = 0;
};

}  // namespace

ExitCode run_relabel(const Options& options, Log& log) {
  (void)read_manifest(options.archive);  // never makes an archive
  Relabelling relabelling(options, log);
  watch_for_interrupts();  // who waits for the lock has nothing to lose
  return relabelling.run();
}

}  // namespace pressmark::indexer
