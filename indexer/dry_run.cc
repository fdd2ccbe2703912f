#include "indexer/dry_run.h"

#include <string>
#include <utility>
#include <variant>

#include <fmt/core.h>

#include "common/program.h"
#include "indexer/article_json.h"
#include "indexer/article_processor.h"
#include "indexer/ordered_pipeline.h"
#include "indexer/report.h"
#include "indexer/run_time.h"

namespace pressmark::indexer {
namespace {

/// What is to be printed of one document, or why nothing is.
struct Printed {
  std::string origin;
  Outcome<std::string> text;
};

std::string print(const IndexedArticle& article, const Options& options) {
  if (options.format == DryRunFormat::Human) return article_text(article);
  return article_json(article, options.extract.explain ? WithNotes::Yes : WithNotes::No) + "\n";
}

}  // namespace

ExitCode run_dry(const Options& options, Log& log) {
  using Pipeline = OrderedPipeline<Printed>;
  const ArticleProcessor processor(options.annotator, options.extract, run_time(),
                                   {options.source.include, options.source.exclude});
  const auto source = open_sources(options.source);
  RunReport report(options.report_file);
  const auto left_out = [&](std::string origin, const Skip& skip) {
    ReportRow row = skipped_row(std::move(origin), skip);
    if (row.status == Status::Failed || passes_over_folder(row)) {
      log.error(line_of(row));
    } else {
      log.note(line_of(row));  // which is what was asked
    }
    report.add(std::move(row), 0);
  };
  const auto consume = [&](Pipeline::Item item) {
    if (auto* skipped = std::get_if<SkippedInput>(&item))
      left_out(std::move(skipped->origin), skipped->skip);
    if (auto* revisit = std::get_if<Revisit>(&item))
      left_out(std::move(revisit->origin), Skip{SkipReason::RecordType, "revisit"});
    auto* printed = std::get_if<Printed>(&item);
    if (printed == nullptr) return;
    if (!printed->text) {
      left_out(std::move(printed->origin), printed->text.error());
      return;
    }
    write_output(*printed->text);
    report.add({.input = std::move(printed->origin), .status = Status::Added}, 0);
  };
  const Pipeline::Work work = [&](RawDocument raw) {
    std::string origin = raw.origin;
    return Printed{std::move(origin),
                   processor.read(std::move(raw)).map([&](const IndexedArticle& article) {
                     return print(article, options);
                   })};
  };
  Pipeline pipeline(*source, {.jobs = options.jobs},
                    {.make_work = [&] { return work; },
                     .consume = consume,
                     .at_end = [] {},
                     .stop_requested = [] { return false; }});
  pipeline.run();
  report.durable(0);
  report.close();
  if (report.count(Status::Skipped) > 0) log.note("dry run, " + report.summary());
  return report.count(Status::Failed) > 0 ? ExitCode::Partial : ExitCode::Ok;
}

}  // namespace pressmark::indexer
