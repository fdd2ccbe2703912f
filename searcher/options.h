#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/config.h"
#include "searcher/model/search_request.h"

namespace pressmark::searcher {

enum class Action {
  Search,
  Count,
  Show,
  Raw,
  ExportWarc,
  WhyNot,
  Difference,
  Batch,
  Explain,
  Compare,
  Stats,
  ListFields,
  PrintConfig,
  Verify,
  Save,
  ListSaved,
  Help,
  Version,
};

enum class Format {
  Human,
  Jsonl,
  Csv,
  Tsv,
  Urls,
  Paths,
  Ids,
  Trec,
  Bibtex,
  Ris,
  Markdown,
  Atom,
  Html,
  Template,
};

enum class When { Auto, Always, Never };

struct OutputOptions {
  Format format = Format::Human;
  std::string record;      // of Format::Template
  std::string html_file;   // takes the output instead of standard output
  bool null_ends = false;  // records end with NUL
  bool long_hits = false;
  bool kwic = false;  // every mention in its line
  bool pager = true;
  bool quiet = false;
  When colour = When::Auto;
  When links = When::Auto;
};

/// A command line of pressmark-search, checked.
struct Options {
  Action action = Action::Search;
  std::vector<std::string> archives;     // directories or tcp://HOST:PORT
  bool partial = false;                  // leave out archives that cannot be read
  double timeout_seconds = 10;           // for an answer of a remote archive
  std::optional<std::string> time_zone;  // of relative dates; nothing: that of the environment
  SearchRequest request;
  OutputOptions output;
  std::string export_file;  // the WARC file for the originals of all hits
  std::string raw;          // as `show`: the article whose original bytes are wanted
  std::string show;         // id, the beginning of one, or the number of a hit of the last list
  std::string why_not;      // the same, or an address: which clauses it misses
  std::string difference;   // the same, or an address, whose versions are compared
  std::optional<std::size_t> version;  // of the article to show or compare
  std::string compare_with;            // the query whose articles the results are compared with
  // The dates whose articles are compared: what rose or fell from the one to the other.
  std::optional<std::pair<std::string, std::string>> compare_dates;
  std::string save_as;  // name for the query
  std::string receipt_file, verify_file;
  bool only_new = false;              // of the saved query that the request is
  std::string batch_file;             // "-" is standard input
  bool literal = false;               // its lines are names, no queries
  std::optional<FacetSpec> matrix;    // its lines against these values
  bool count_only = false;            // --count, with --batch too
  std::vector<std::string> notes;     // on what was typed and may have been meant otherwise
  std::vector<ConfigValue> settings;  // of --print-config: all that are set, and where
};

/// Reads the arguments behind the program's name, the environment and the configuration files, in
/// this order of importance; opens no archive. Throws Error (ExitCode::Usage) in one line: unknown
/// option with a suggestion, wrong value with those there are.
Options parse_options(const std::vector<std::string>& arguments);

}  // namespace pressmark::searcher
