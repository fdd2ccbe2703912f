#include <cstdio>
#include <filesystem>
#include <string>
#include <system_error>
#include <unistd.h>
#include <vector>

#include <fmt/core.h>
#ifdef PRESSMARK_MIMALLOC
#include <mimalloc.h>
#endif

#include "common/last_words.h"
#include "common/option_text.h"
#include "common/program.h"
#include "common/settings.h"
#include "indexer/dry_run.h"
#include "indexer/index_run.h"
#include "indexer/markup/dom.h"
#include "indexer/options.h"
#include "indexer/original_output.h"
#include "indexer/relabel.h"
#include "indexer/store/archive_lock.h"
#include "indexer/store/archive_summary.h"
#include "indexer/store/check.h"
#include "indexer/store/leftovers.h"
#include "indexer/store/publisher.h"
#include "indexer/takedown.h"
#include "indexer/warc_export.h"

namespace {

using namespace pressmark;
using namespace pressmark::indexer;

constexpr const char* kName = "pressmark-index";

/// What an article frees the next one takes: pages go back to the system only when nobody asked for
/// them for a second. The allocator's own 25 ms cost two or three percent of the processor's time.
void keep_free_pages() {
#ifdef PRESSMARK_MIMALLOC
  mi_option_set(mi_option_decommit_delay, 1000);  // ms
#endif
}

ExitCode check(const Options& options) {
  (void)read_manifest(options.archive);  // the lock would make an archive
  try {
    write_output(check_archive(options.archive) + "\n");
    return ExitCode::Ok;
  } catch (const Error& error) {
    const bool can_lock = access(options.archive.c_str(), W_OK) == 0;
    if (error.code() != ExitCode::Database || !can_lock) throw;
  }
  // What is half written looks like damage: once more, while nobody writes.
  const ArchiveLock lock(options.archive, options.lock_timeout);
  write_output(check_archive(options.archive) + "\n");
  return ExitCode::Ok;
}

ExitCode compact(const Options& options, Log& log) {
  (void)read_manifest(options.archive);  // never makes an archive
  const ExitCode pruned = options.prune ? run_index(options, log) : ExitCode::Ok;
  if (pruned != ExitCode::Ok && pruned != ExitCode::Partial) return pruned;  // by a signal
  Publisher(options.archive, options.lock_timeout, OpenMode::Continue).compact();
  log.note("archive: " + summary_of(options.archive));
  return pruned;
}

/// A report empties its file: that of "--report crawl.jsonl", where the name of the report was
/// forgotten, is all there is of the crawl.
/// A log adds its lines to it.
void spare_input(const Options& options) {
  std::vector<std::string> inputs = options.source.paths;
  inputs.insert(inputs.end(), {options.source.files_from, options.id_file,
                               options.annotator.sources_file, options.annotator.entities_file});
  for (const std::string& input : inputs) {
    std::error_code not_there;
    if (std::filesystem::equivalent(options.report_file, input, not_there)) {
      throw Error(ExitCode::Usage,
                  fmt::format("--report would write over {}, which is to be read", input));
    }
    if (std::filesystem::equivalent(options.log_file, input, not_there)) {
      keep_fatal_messages({});  // nor this one
      throw Error(ExitCode::Usage,
                  fmt::format("--log-file would write to {}, which is to be read", input));
    }
  }
}

ExitCode run(const std::vector<std::string>& arguments) {
  if (!arguments.empty() && arguments.front() == "--complete") {  // for shells: no --help names it
    const std::string help = help_text();
    const bool value = option_of_value(read_option_lines(help), arguments) != nullptr;
    if (!value && arguments.back().starts_with('-'))
      write_output(complete_option(help, arguments.back()));
    return ExitCode::Ok;
  }
  keep_fatal_messages(log_file_of(arguments));
  const Options options = parse_options(arguments);
  spare_input(options);
  Log log(kName, options.verbosity, options.log_file);
  const bool uses_archive = options.action == Action::Check || options.action == Action::Compact ||
                            options.action == Action::Index || options.action == Action::Relabel ||
                            options.action == Action::Delete || options.action == Action::Undelete;
  if (uses_archive) use_archive(kName, options.archive, remove_fresh_files);
  switch (options.action) {
    case Action::Help:
      write_output(help_text());
      return ExitCode::Ok;
    case Action::Version:
      write_output(version_text(kName) + fmt::format("libxml2 {}\n", parser_version()));
      return ExitCode::Ok;
    case Action::Usage:
      std::fputs(usage_text().c_str(), stderr);
      return ExitCode::Usage;
    case Action::PrintConfig:
      write_output(settings_text(options.settings));
      return ExitCode::Ok;
    case Action::DryRun:
      return run_dry(options, log);
    case Action::Original:
      write_original(options);
      return ExitCode::Ok;
    case Action::ExportWarc:
      return export_warc(options, log);
    case Action::Check:
      return check(options);
    case Action::Compact:
      return compact(options, log);
    case Action::Index:
      if (options.source.paths.empty() && options.source.files_from.empty())
        (void)read_manifest(options.archive);  // --prune alone never makes an archive
      return run_index(options, log);
    case Action::Relabel:
      return run_relabel(options, log);
    case Action::Delete:
      return run_delete(options, log);
    case Action::Undelete:
      return run_undelete(options, log);
  }
  return ExitCode::Usage;
}

}  // namespace

int main(int argc, char** argv) {
  keep_free_pages();
  return run_program(kName, argc, argv, run);
}
