#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "common/config.h"
#include "common/log.h"
#include "indexer/enrich/annotator.h"
#include "indexer/extract/extractor.h"
#include "indexer/source/source.h"

namespace pressmark::indexer {

/// What the program is asked to do.
enum class Action {
  Help,
  Version,
  Usage,
  PrintConfig,
  Index,
  DryRun,
  Original,
  ExportWarc,
  Check,
  Compact,
  Relabel,
  Delete,
  Undelete
};
enum class DryRunFormat { Human, Json };

/// The command line as values.
struct Options {
  Action action = Action::Usage;
  std::filesystem::path archive;
  SourceOptions source;
  ExtractOptions extract;  // without the day, which is that of the run
  AnnotatorOptions annotator;
  DryRunFormat format = DryRunFormat::Human;
  std::string original;     // of --original: where a document was read
  std::string export_file;  // of --export-warc
  std::string sha256;       // that it must have; empty: any
  std::string id_file;      // of --delete and --undelete
  bool prune = false;
  bool prune_all = false;  // also most of the archive, where whole folders are gone
  bool rebuild = false;
  unsigned jobs = 1;
  std::size_t memory_mib = 512;
  std::string report_file;
  std::string log_file;
  std::chrono::milliseconds lock_timeout{30'000};
  Verbosity verbosity = Verbosity::Normal;
  std::vector<ConfigValue> settings;  // of --print-config: all that are set, and where
};

/// Throws Error (ExitCode::Usage). Opens nothing.
Options parse_options(const std::vector<std::string>& arguments);

/// The file of --log-file, also of a command line that parse_options() refuses; empty: none, or no
/// option can be told.
std::string log_file_of(const std::vector<std::string>& arguments);

/// What --help shows.
std::string help_text();

/// Six lines for a command line without anything.
std::string usage_text();

}  // namespace pressmark::indexer
