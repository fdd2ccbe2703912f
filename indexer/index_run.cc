#include "indexer/index_run.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <memory>
#include <utility>

#include <fmt/core.h>

#include "common/identity.h"
#include "indexer/article_processor.h"
#include "indexer/file_reading.h"
#include "indexer/hooks.h"
#include "indexer/interrupt.h"
#include "indexer/ordered_pipeline.h"
#include "indexer/progress.h"
#include "indexer/pruning.h"
#include "indexer/references.h"
#include "indexer/report.h"
#include "indexer/run_time.h"
#include "indexer/same_path.h"
#include "indexer/selection.h"
#include "indexer/source/input_size.h"
#include "indexer/store/archive_summary.h"
#include "indexer/store/intake.h"
#include "indexer/store/known_files.h"
#include "indexer/store/publisher.h"

namespace pressmark::indexer {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr std::size_t kDefaultMemoryMib = 512;
constexpr std::size_t kMostPublicationsWaiting = 2;  // for the publisher: more stop the intake
constexpr std::size_t kMostComplaints = 20;          // on standard error; the report has all
constexpr auto kProgressInterval = 100ms;
constexpr auto kLineInterval = 60s;  // where there is no line to overwrite
constexpr std::uint64_t kFreshPerPublication =
    1000;  // room for the numbers of a publication's fresh segments

IntakeLimits limits_for(std::size_t memory_mib) {
  IntakeLimits limits;
  if (memory_mib < kDefaultMemoryMib) {
    limits.segment_bytes = limits.segment_bytes * memory_mib / kDefaultMemoryMib;
  }
  return limits;
}

/// Of documents between their reading and the fresh segment that they are written into, each of
/// which takes up to some thirty times its bytes there.
std::size_t bytes_in_flight(std::size_t memory_mib) {
  constexpr std::size_t kFixed = 192;  // MiB for tables, threads and merging, whatever comes in
  return (std::size_t{12} << 20) * (memory_mib - kFixed) / (kDefaultMemoryMib - kFixed);
}

template <typename Item>
std::string_view input_of(const Item& item) {
  return item.origin;
}
std::string_view input_of(const FileUnchanged& file) { return file.stamp.path; }
std::string_view input_of(const FileDone& file) { return file.stamp.path; }

std::uint64_t key_of(const ProcessedDocument& document) {
  if (const auto* article = std::get_if<NewArticle>(&document.content)) return article->entry.key;
  return std::get<UnchangedArticle>(document.content).entry.key;
}

/// One run over a source: the pipeline, and behind it the publisher's thread.
class IndexRun {
 public:
  IndexRun(const Options& options, Log& log);
  ~IndexRun();
  IndexRun(const IndexRun&) = delete;
  IndexRun& operator=(const IndexRun&) = delete;

  ExitCode run();
  const RunReport& report() const { return report_; }

 private:
  using Pipeline = OrderedPipeline<ProcessedDocument>;

  std::unique_ptr<Source> open_source();
  Pipeline::Handlers handlers();
  void consume(Pipeline::Item item);
  void consume(ProcessedDocument document);
  void consume(Revisit revisit);
  void add(ReportRow row, NewArticle article);
  void note(ReportRow row);
  ReportRow unchanged_row(FileStamp stamp) const;
  void file_done(const FileDone& done);
  void write_segment(SegmentJob job);
  void publish(std::uint64_t number, Publication publication);
  void publisher_thread();
  void measure_input();
  void show_progress(std::string_view input);
  void finish(const Pruned& pruned);

  const Options& options_;
  Log& log_;
  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  const Instant now_ = run_time();
  FileReading file_;
  // What can be wrong with the command line is told before an archive is made or waited for.
  ArticleProcessor processor_;
  Workbench bench_;  // of the thread that called run()
  std::unique_ptr<Source> source_;
  RunReport report_;
  Publisher publisher_;
  const std::shared_ptr<const KeyIndex>
      keys_at_start_;  // shared with the intake until it gets newer ones
  KnownVersions known_versions_;
  KnownFiles known_files_;
  SamePath same_path_;
  std::size_t complaints_ = 0;
  Progress progress_;
  std::atomic<std::uint64_t> passed_ = 0;  // bytes of input
  std::atomic<std::uint64_t> whole_ = 0;   // the same in the end; 0: not known
  Pipeline pipeline_;
  Intake intake_;
  BoundedQueue<std::pair<std::uint64_t, Publication>> publications_;
  std::jthread publisher_thread_;
  std::jthread measuring_;  // the input, while it is read
};

IndexRun::IndexRun(const Options& options, Log& log)
    : options_(options),
      log_(log),
      file_(options),
      processor_(options.annotator, options.extract, now_,
                 {options.source.include, options.source.exclude}),
      source_(open_source()),
      report_(options.report_file),
      publisher_(options.archive, options.lock_timeout,
                 options.rebuild ? OpenMode::Rebuild : OpenMode::Continue),
      keys_at_start_(publisher_.keys()),
      known_files_(options.archive, publisher_.manifest().files),
      progress_(log.shows_progress() ? Progress(start_, {}, kProgressInterval)
                                     : Progress(start_, kLineInterval, kLineInterval)),
      pipeline_(*source_, {.jobs = options.jobs, .bytes = bytes_in_flight(options.memory_mib)},
                handlers()),
      intake_(
          limits_for(options.memory_mib), keys_at_start_,
          [this](std::uint64_t publication, std::size_t segment) {
            return publisher_.fresh_directory(publication * kFreshPerPublication + segment);
          },
          [this](std::uint64_t key) { return known_versions_.of(key); },
          [this](SegmentJob job) { write_segment(std::move(job)); },
          [this](std::uint64_t number, Publication publication) {
            publish(number, std::move(publication));
          }),
      publications_(kMostPublicationsWaiting, std::numeric_limits<std::size_t>::max()) {}

IndexRun::~IndexRun() { publications_.abandon(); }

std::unique_ptr<Source> IndexRun::open_source() {
  SourceOptions source = options_.source;
  source.skip_directory = options_.archive.string();
  source.stop_requested = [] { return interrupted().has_value(); };
  source.known = [this](const FileStamp& stamp) {
    const KnownFile file = file_.wanted(stamp);
    return options_.extract.date_from_file ? known_files_.contains_exactly(file)
                                           : known_files_.contains(file);
  };
  source.passed = [this](std::uint64_t bytes) { passed_ += bytes; };
  return open_sources(std::move(source));
}

IndexRun::Pipeline::Handlers IndexRun::handlers() {
  const auto make_work = [this]() -> Pipeline::Work {
    auto bench = std::make_shared<Workbench>();  // shared: std::function copies what it holds
    return [this, bench](RawDocument raw) {
      return processor_.process(std::move(raw), *keys_at_start_, *bench);
    };
  };
  return {.make_work = make_work,
          .consume = [this](Pipeline::Item item) { consume(std::move(item)); },
          .at_end = [this] { intake_.finish(); },
          .stop_requested = [] { return interrupted().has_value(); }};
}

ExitCode IndexRun::run() {
  known_versions_.set_parts(publisher_.version_parts());
  publisher_thread_ = std::jthread([this] { publisher_thread(); });
  if (log_.shows_progress() || log_.verbose()) measure_input();
  pipeline_.run();
  publications_.close();
  publisher_thread_.join();
  if (const auto said = same_path_.complaint(options_.archive, publisher_.manifest().files))
    log_.error(*said);
  log_.progress("finishing", "merging segments, looking for near-copies");
  Pruned pruned;
  if (options_.prune && !interrupted()) {
    pruned =
        prune(publisher_, known_files_, options_.prune_all ? PruneMost::Allow : PruneMost::Refuse);
  }
  publisher_.finish();
  finish(pruned);
  if (const auto signal = interrupted()) {
    log_.error(
        "stopped by a signal; what was read until then is in the archive, run it again to go on");
    return *signal;
  }
  return report_.count(Status::Failed) > 0 || pruned.refused ? ExitCode::Partial : ExitCode::Ok;
}

void IndexRun::consume(Pipeline::Item item) {
  show_progress(std::visit([](const auto& what) { return input_of(what); }, item));
  if (auto* document = std::get_if<ProcessedDocument>(&item)) {
    consume(std::move(*document));
  } else if (auto* skipped = std::get_if<SkippedInput>(&item)) {
    if (is_by_selection(skipped->skip.reason)) file_.left_out(skipped->origin);
    note(skipped_row(std::move(skipped->origin), skipped->skip));
  } else if (auto* revisit = std::get_if<Revisit>(&item)) {
    consume(std::move(*revisit));
  } else if (auto* unchanged = std::get_if<FileUnchanged>(&item)) {
    note(unchanged_row(std::move(unchanged->stamp)));
  } else {
    return file_done(std::get<FileDone>(item));  // whose inputs have been counted
  }
  intake_.input_done();
}

void IndexRun::consume(ProcessedDocument document) {
  ReportRow row{.input = std::move(document.origin), .url = std::move(document.url)};
  if (auto* skip = std::get_if<Skip>(&document.content)) {
    if (is_by_selection(skip->reason)) file_.left_out(row.input);
    ReportRow skipped = skipped_row(std::move(row.input), *skip);
    skipped.url = std::move(row.url);
    note(std::move(skipped));
  } else if (const std::uint64_t key = key_of(document); publisher_.deletions().contains(key)) {
    file_.holds(key);  // by which --undelete finds the file
    ReportRow deleted = skipped_row(std::move(row.input), {SkipReason::Deleted, {}});
    deleted.id = article_id(key);
    note(std::move(deleted));
  } else if (auto* article = std::get_if<NewArticle>(&document.content)) {
    add(std::move(row), std::move(*article));
  } else {
    auto& unchanged = std::get<UnchangedArticle>(document.content);
    row.id = article_id(unchanged.entry.key);
    if (intake_.has(unchanged.entry)) {
      file_.holds(unchanged.entry.key);
      if (unchanged.entry.crawled) intake_.captured(unchanged.entry.key, *unchanged.entry.crawled);
      row.status = Status::Unchanged;
      note(std::move(row));
    } else {  // another article of this run has taken its place
      add(std::move(row), processor_.build(std::move(unchanged), bench_));
    }
  }
}

void IndexRun::consume(Revisit revisit) {
  std::optional<std::uint64_t> key;
  for (const std::uint64_t number : numbers_of(revisit)) {
    if ((key = intake_.article_of(number))) break;
  }
  ReportRow row{.input = std::move(revisit.origin), .url = std::move(revisit.url)};
  if (key && intake_.captured(*key, revisit.crawled)) {
    row.status = Status::Unchanged;
    row.id = article_id(*key);
  } else {
    row.reason = name(SkipReason::RecordType);
    row.detail = "revisit of a page that is not in the archive";
  }
  note(std::move(row));
}

void IndexRun::add(ReportRow row, NewArticle article) {
  const std::uint64_t key = article.entry.key;
  row.id = article_id(key);
  file_.holds(key);
  const std::uint64_t publication = intake_.publication();
  switch (intake_.add(std::move(article))) {
    case Verdict::Added:
      row.status = Status::Added;
      break;
    case Verdict::Updated:
      row.status = Status::Updated;
      same_path_.updated(key, row.input);
      break;
    case Verdict::Duplicate:
      row.status = Status::Duplicate;
      break;
  }
  report_.add(std::move(row), publication);
}

void IndexRun::note(ReportRow row) {
  const bool failed = row.status == Status::Failed;
  if (failed) file_.failed(row.input);
  if (failed || row.status == Status::Skipped) {
    const std::string line = line_of(row);
    if (passes_over_folder(row)) {
      log_.error(line);
    } else if (!failed) {
      log_.detail(line);
    } else if (log_.verbose() || ++complaints_ <= kMostComplaints) {
      log_.error(line);
    } else if (complaints_ == kMostComplaints + 1) {
      log_.error("more input could not be read; --report FILE lists all of it");
    }
  }
  report_.add(std::move(row), intake_.publication());
}

/// A file that was damaged when it was read still is: each run says so, not the first one alone.
ReportRow IndexRun::unchanged_row(FileStamp stamp) const {
  if (!known_files_.damaged(file_.known(stamp)))
    return {.input = std::move(stamp.path), .status = Status::Unchanged};
  return skipped_row(std::move(stamp.path),
                     {SkipReason::Damaged, "as when it was read; what could be is in the archive"});
}

void IndexRun::file_done(const FileDone& done) {
  KnownFile file = file_.done(done);
  same_path_.file_done(file);
  if (done.stamp.path != kStandardInput) intake_.file_done(std::move(file));
}

void IndexRun::write_segment(SegmentJob job) {
  const std::uint64_t publication = job.publication;
  const std::size_t segment = job.segment;
  const fs::path directory =
      publisher_.fresh_directory(publication * kFreshPerPublication + segment);
  std::size_t bytes = 0;
  for (const NewArticle& article : job.articles) bytes += article.bytes;
  // std::function copies what it holds; the articles must not be copied.
  auto articles = std::make_shared<std::vector<NewArticle>>(std::move(job.articles));
  pipeline_.post([articles, directory] { write_fresh_segment(directory, *articles); },
                 [this, publication, segment] { intake_.segment_written(publication, segment); },
                 bytes);
}

void IndexRun::publish(std::uint64_t number, Publication publication) {
  pipeline_.expect();
  publications_.push({number, std::move(publication)});
}

void IndexRun::publisher_thread() {
  while (auto next = publications_.pop()) {
    const std::uint64_t number = next->first;
    try {
      publisher_.publish(std::move(next->second));
      pipeline_.complete(
          [this, number, keys = publisher_.keys(), versions = publisher_.version_parts()] {
            known_versions_.set_parts(versions);
            intake_.published(number, keys);
            report_.durable(number);
          });
    } catch (...) {
      pipeline_.complete([failure = std::current_exception()] { std::rethrow_exception(failure); });
      return;
    }
  }
}

/// On a thread of its own: nobody waits for a share that comes a moment later.
void IndexRun::measure_input() {
  measuring_ = std::jthread([this](const std::stop_token& stop) {
    SourceOptions source = options_.source;
    source.skip_directory = options_.archive.string();
    whole_ = input_size(source, [&stop] { return stop.stop_requested(); }).value_or(0);
  });
}

void IndexRun::show_progress(std::string_view input) {
  if (!log_.shows_progress() && !log_.verbose()) return;
  const auto now = Progress::Clock::now();
  if (!progress_.due(now)) return;
  const auto [name, figures] =
      progress_.line(now, {input, report_.count(Status::Added) + report_.count(Status::Updated),
                           report_.read(), passed_, whole_});
  if (log_.shows_progress()) {
    log_.progress(name, figures);
  } else {
    log_.detail(name + "  " + figures);
  }
}

void IndexRun::finish(const Pruned& pruned) {
  report_.close();
  log_.note(report_.summary());
  if (pruned.refused) {
    log_.error(
        fmt::format("--prune would remove {} of {} articles because all of {} is gone (a disk that "
                    "is not mounted?) and removed none; --prune-all removes them",
                    grouped(pruned.articles), grouped(publisher_.articles()), pruned.folders));
  } else if (options_.prune) {
    log_.note(fmt::format("pruned {} articles whose files are gone", grouped(pruned.articles)));
  }
  if (publisher_.old_archive_stands()) {
    log_.error("nothing was indexed; the archive is left as it was");
    return;
  }
  const auto seconds =
      std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - start_)
          .count();
  const std::string minutes = seconds < 60 ? "" : fmt::format("{} min ", seconds / 60);
  log_.note(
      fmt::format("archive: {}; {}{} s", summary_of(options_.archive), minutes, seconds % 60));
}

}  // namespace

ExitCode run_index(const Options& options, Log& log) {
  run_pre_index(options.archive);  // may fetch what is read below, and take its time: no lock yet
  RunCounts counts;
  const ExitCode code = [&] {
    IndexRun run(options, log);
    watch_for_interrupts();  // who waits for the lock has nothing to lose
    const ExitCode ended = run.run();
    counts = {run.report().count(Status::Added), run.report().count(Status::Updated),
              run.report().count(Status::Failed)};
    return ended;
  }();  // the archive is free again: the hook may read and write it
  if (counts.added + counts.updated > 0 && !interrupted()) {
    run_post_index(options.archive, counts, log);
  }
  return code;
}

}  // namespace pressmark::indexer
