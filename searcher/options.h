#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/model/search_request.h"

namespace pressmark::searcher {

enum class Action { Search, Count, Show, Batch, Explain, Stats, ListFields, Help, Version };

enum class Format { Human, Jsonl, Csv, Tsv, Urls, Paths, Ids, Trec, Template };

enum class When { Auto, Always, Never };

struct OutputOptions {
  Format format = Format::Human;
  bool format_given = false;
  std::string record;      // of Format::Template
  bool null_ends = false;  // records end with NUL
  bool long_hits = false;
  bool pager = true;
  bool quiet = false;
  When colour = When::Auto;
  When links = When::Auto;
};

/// A command line of pressmark-search, checked.
struct Options {
  Action action = Action::Search;
  std::filesystem::path archive;
  SearchRequest request;
  OutputOptions output;
  std::string show;         // id, the beginning of one, or the number of a hit of the last list
  std::string batch_file;   // "-" is standard input
  bool count_only = false;  // --count, with --batch too
};

/// Reads the arguments behind the program's name; opens nothing. Throws Error (ExitCode::Usage) in
/// one line: unknown option with a suggestion, wrong value with those there are.
Options parse_options(const std::vector<std::string>& arguments);

/// What --help prints; and the few lines that a call without arguments gets.
std::string help_text();
std::string usage_text();

/// All long options, for completion and tests.
std::vector<std::string> option_names();

}  // namespace pressmark::searcher
