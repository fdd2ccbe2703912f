#include "indexer/options.h"

#include <algorithm>
#include <charconv>
#include <thread>

#include <boost/program_options.hpp>
#include <fmt/core.h>

#include "common/error.h"
#include "common/option_text.h"
#include "common/program.h"
#include "common/settings.h"

namespace pressmark::indexer {
namespace {

namespace po = boost::program_options;

using Texts = std::vector<std::string>;

constexpr unsigned kMostJobs = 256;
constexpr std::size_t kLeastMemoryMib = 256;  // index_run, bytes_in_flight

po::options_description input_options() {
  po::options_description options;
  options.add_options()("files-from", po::value<std::string>()->value_name("FILE"),
                        "read paths from FILE too; - is standard input")(
      "null,0", "the paths of --files-from end in NUL, not in a line end")(
      "include", po::value<Texts>()->value_name("GLOB")->composing(),
      "take only paths or addresses that match")(
      "exclude", po::value<Texts>()->value_name("GLOB")->composing(),
      "leave out paths or addresses that match")(
      "keep-all", "index listings, consent pages, error pages and stubs too")(
      "respect-noindex", "leave out pages that ask robots not to index them")(
      "date-from-mtime", "give a file without a day the day of its last change, as unsure")(
      "sources", po::value<std::string>()->value_name("FILE"),
      "outlets: domain, name, country, separated by tabs")(
      "entities", po::value<std::string>()->value_name("FILE"),
      "names: name, type, canonical name, country, stop, separated by tabs");
  return options;
}

po::options_description run_options() {
  po::options_description options;
  options.add_options()("jobs,j", po::value<std::string>()->value_name("N"),
                        "threads (default: one a processor)")(
      "memory", po::value<std::string>()->value_name("MIB"),
      "memory to stay within (default 512; 2G: GiB)")(
      "lock-timeout", po::value<std::string>()->value_name("SECONDS"),
      "wait for another writer (default 30; 10m: minutes)")(
      "report", po::value<std::string>()->value_name("FILE"),
      "write what became of each input, a line of JSON each; - is standard output")(
      "log-file", po::value<std::string>()->value_name("FILE"),
      "add all messages to FILE, each with its time")("rebuild", "start with an empty archive")(
      "no-config", "read no configuration file")("quiet,q", "say only what is wrong")(
      "verbose,v", "say what becomes of each input that gives no article");
  return options;
}

po::options_description action_options() {
  po::options_description options;
  options.add_options()("dry-run", "show what would be indexed; no archive is needed")(
      "json", "with --dry-run: a line of JSON for each article; with --original: its place")(
      "explain", "the same as --dry-run, and which rule chose each field")(
      "check", "look for damage")("original", po::value<std::string>()->value_name("ORIGIN"),
                                  "write the bytes of a document: FILE, FILE:OFFSET, FILE!MEMBER")(
      "sha256", po::value<std::string>()->value_name("HEX"),
      "with --original: only if the bytes have this SHA-256")(
      "export-warc", po::value<std::string>()->value_name("FILE"),
      "write the originals of the hits on standard input, lines of pressmark-search --json; "
      "- is standard output")(
      "compact",
      "make one segment of all, for the fastest searches (after --prune, if that is given)")(
      "relabel",
      "find names and countries anew in the stored texts, with --entities and --sources")(
      "prune", "forget articles whose file is gone (after indexing PATHs, if there are any)")(
      "prune-all", "as --prune, also when all of a folder that was given is gone")(
      "delete", po::value<std::string>()->value_name("FILE"),
      "delete the articles whose ids FILE lists (- is standard input), and keep them out")(
      "undelete", po::value<std::string>()->value_name("FILE"),
      "let the articles be read again whose ids FILE lists")(
      "print-config", "each setting and where it comes from");
  return options;
}

po::options_description all_options() {
  po::options_description options;
  options.add(common_options()).add(input_options()).add(run_options()).add(action_options());
  options.add_options()("path", po::value<Texts>(), "");
  return options;
}

std::string text_of(const po::variables_map& values, const char* name) {
  return values.count(name) == 0 ? std::string() : values[name].as<std::string>();
}

Texts texts_of(const po::variables_map& values, const char* name) {
  return values.count(name) == 0 ? Texts() : values[name].as<Texts>();
}

/// @param given  the option as it was given, for the message
std::uint64_t number_of(const po::variables_map& values, const char* name, const std::string& given,
                        std::uint64_t least, std::uint64_t most, std::uint64_t otherwise) {
  if (values.count(name) == 0) return otherwise;
  const auto& text = values[name].as<std::string>();
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < least || number > most) {
    throw Error(ExitCode::Usage, fmt::format("{} needs a number from {} to {}, not \"{}\"", given,
                                             least, most, text));
  }
  return number;
}

/// MiB: "512", "512M", "2G", small letters too.
std::uint64_t memory_of(const po::variables_map& values, const std::string& given) {
  constexpr std::uint64_t kMost = std::uint64_t{1} << 20;
  if (values.count("memory") == 0) return 512;
  const auto& text = values["memory"].as<std::string>();
  const char letter = text.empty() ? '\0' : static_cast<char>(text.back() | 0x20);
  const std::uint64_t unit = letter == 'g' ? 1024 : 1;
  std::string_view digits = text;
  if (letter == 'g' || letter == 'm') digits.remove_suffix(1);
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool is_number = error == std::errc() && end == digits.data() + digits.size();
  if (!is_number || number > kMost / unit || number * unit < kLeastMemoryMib) {
    throw Error(ExitCode::Usage,
                fmt::format("{} needs MiB from {} to {}, as in 512, 512M or 2G, not \"{}\"", given,
                            kLeastMemoryMib, kMost, text));
  }
  return number * unit;
}

/// "30", "30s", "10m", "2h".
std::chrono::milliseconds timeout_of(const po::variables_map& values, const std::string& given) {
  std::string text =
      values.count("lock-timeout") == 0 ? "30" : values["lock-timeout"].as<std::string>();
  std::chrono::seconds unit(1);
  if (text.ends_with('m')) unit = std::chrono::minutes(1);
  if (text.ends_with('h')) unit = std::chrono::hours(1);
  std::string_view digits = text;
  if (digits.ends_with('s') || unit != std::chrono::seconds(1)) digits.remove_suffix(1);
  unsigned number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size() || number > 1'000'000) {
    throw Error(ExitCode::Usage,
                fmt::format("{} needs seconds, or 10m or 2h, not \"{}\"", given, text));
  }
  return number * unit;
}

Action action_named(std::string_view option) {
  if (option == "print-config") return Action::PrintConfig;
  if (option == "dry-run" || option == "explain") return Action::DryRun;
  if (option == "original") return Action::Original;
  if (option == "export-warc") return Action::ExportWarc;
  if (option == "relabel") return Action::Relabel;
  if (option == "delete") return Action::Delete;
  if (option == "undelete") return Action::Undelete;
  return option == "check" ? Action::Check : Action::Compact;
}

/// Whether an option says something to an action. What says how and where to work, as --jobs and
/// --db do, says it to all: scripts give it with each.
bool heeds(Action action, std::string_view option) {
  const auto is_one_of = [](auto what, auto... others) { return ((what == others) || ...); };
  const bool reads = is_one_of(action, Action::Index, Action::DryRun, Action::PrintConfig);
  if (is_one_of(option, "include", "exclude", "keep-all", "respect-noindex", "date-from-mtime"))
    return reads;
  if (is_one_of(option, "sources", "entities")) return reads || action == Action::Relabel;
  if (option == "report")
    return is_one_of(action, Action::Index, Action::DryRun, Action::Delete, Action::Undelete);
  if (option == "rebuild") return action == Action::Index;
  if (is_one_of(option, "prune", "prune-all"))
    return is_one_of(action, Action::Index, Action::Compact);
  return true;
}

/// What is asked for and not done would be missed much later.
void refuse_unheeded(Action action, const std::string& name, const po::variables_map& values) {
  for (const auto& [option, value] : values) {
    if (heeds(action, option)) continue;
    throw Error(ExitCode::Usage,
                fmt::format("--{} and --{} cannot be used together", name, option));
  }
}

Action action_of(const po::variables_map& values) {
  if (values.count("help") != 0) return Action::Help;
  if (values.count("version") != 0) return Action::Version;
  const bool has_input = values.count("path") != 0 || values.count("files-from") != 0;
  const Texts actions = [&] {
    Texts given;
    for (const char* name : {"print-config", "dry-run", "explain", "original", "export-warc",
                             "check", "compact", "relabel", "delete", "undelete"}) {
      const bool said = std::string_view(name) == "explain" && values.count("dry-run") != 0;
      if (values.count(name) != 0 && !said) given.emplace_back(name);
    }
    return given;
  }();
  if (actions.size() > 1) {
    throw Error(ExitCode::Usage,
                fmt::format("--{} and --{} cannot be used together", actions[0], actions[1]));
  }
  const bool dry = values.count("dry-run") + values.count("explain") != 0;
  if (values.count("json") != 0 && !dry && values.count("original") == 0)
    throw Error(ExitCode::Usage, "--json needs --dry-run or --original");
  if (values.count("sha256") != 0 && values.count("original") == 0)
    throw Error(ExitCode::Usage, "--sha256 needs --original");
  if (actions.empty())
    return has_input || values.count("prune") + values.count("prune-all") != 0 ? Action::Index
                                                                               : Action::Usage;
  const Action action = action_named(actions[0]);
  refuse_unheeded(action, actions[0], values);
  if (dry && !has_input)
    throw Error(ExitCode::Usage, fmt::format("--{} needs a file or directory", actions[0]));
  if (!dry && has_input)
    throw Error(ExitCode::Usage, fmt::format("--{} takes no files", actions[0]));
  return action;
}

SourceOptions source_of(const po::variables_map& values) {
  SourceOptions source;
  source.paths = texts_of(values, "path");
  source.files_from = text_of(values, "files-from");
  source.separator = values.count("null") != 0 ? ListSeparator::Nul : ListSeparator::Newline;
  source.include = texts_of(values, "include");
  source.exclude = texts_of(values, "exclude");
  if (values.count("null") != 0 && source.files_from.empty())
    throw Error(ExitCode::Usage, "-0 needs --files-from");
  return source;
}

}  // namespace

Options parse_options(const std::vector<std::string>& arguments) {
  const po::options_description all = all_options();
  po::variables_map values = parse_command_line(arguments, all, "path");
  Options options;
  options.action = action_of(values);
  if (options.action == Action::Help || options.action == Action::Version ||
      options.action == Action::Usage) {
    return options;
  }
  const bool reads_originals =
      options.action == Action::Original || options.action == Action::ExportWarc;
  if (!reads_originals) {  // which ask no archive and set nothing
    Configured with_settings = configured(Program::Index, arguments, values, all);
    values = parse_command_line(with_settings.arguments, all, "path");
    options.settings = std::move(with_settings.settings);
  }
  if (options.action == Action::PrintConfig) return options;
  options.original = text_of(values, "original");
  options.sha256 = text_of(values, "sha256");
  options.export_file = text_of(values, "export-warc");
  options.id_file = text_of(values, options.action == Action::Undelete ? "undelete" : "delete");
  if (options.action == Action::ExportWarc && options.export_file.empty())
    throw Error(ExitCode::Usage, "--export-warc needs a file");
  const bool reads_ids = options.action == Action::Delete || options.action == Action::Undelete;
  if (reads_ids && options.id_file.empty())
    throw Error(ExitCode::Usage, "--delete and --undelete need a file");
  const bool opens_archive = options.action != Action::DryRun && !reads_originals;
  if (opens_archive) options.archive = archive_path(options.settings);
  options.source = source_of(values);
  options.annotator = {text_of(values, "sources"), text_of(values, "entities")};
  options.format = values.count("json") != 0 ? DryRunFormat::Json : DryRunFormat::Human;
  options.extract = {.explain = values.count("explain") != 0,
                     .keep_all = values.count("keep-all") != 0,
                     .respect_noindex = values.count("respect-noindex") != 0,
                     .date_from_file = values.count("date-from-mtime") != 0};
  options.prune_all = values.count("prune-all") != 0;
  options.prune = options.prune_all || values.count("prune") != 0;
  options.rebuild = values.count("rebuild") != 0;
  const auto as_given = [&](const char* name) { return option_as_given(options.settings, name); };
  options.jobs =
      static_cast<unsigned>(number_of(values, "jobs", as_given("jobs"), 1, kMostJobs,
                                      std::max(1U, std::thread::hardware_concurrency())));
  options.memory_mib = memory_of(values, as_given("memory"));
  options.report_file = text_of(values, "report");
  if (options.action == Action::DryRun && options.report_file == "-") {
    throw Error(ExitCode::Usage,
                "--dry-run writes to standard output, where --report - would run into it");
  }
  options.log_file = text_of(values, "log-file");
  options.lock_timeout = timeout_of(values, as_given("lock-timeout"));
  if (values.count("quiet") != 0) options.verbosity = Verbosity::Quiet;
  if (values.count("verbose") != 0) options.verbosity = Verbosity::Verbose;
  return options;
}

std::string log_file_of(const std::vector<std::string>& arguments) {
  try {
    return text_of(parse_command_line(arguments, all_options(), "path"), "log-file");
  } catch (const Error&) {
    return {};
  }
}

std::string help_text() {
  return "usage: pressmark-index [OPTIONS] PATH...\n\n"
         "Reads news articles into an archive that pressmark-search searches: files, directories,\n"
         ".gz, WARC, JSON Lines, CSV, feeds, told apart by content. What has not changed since\n"
         "the last run is not read again.\n\n" +
         option_lines(common_options()) + "\nInput\n" + option_lines(input_options()) + "\nRun\n" +
         option_lines(run_options()) + "\nInstead of indexing\n" + option_lines(action_options()) +
         "\nExit status: 0 done, 1 some input could not be read, 2 wrong option or path, 3 "
         "archive\n"
         "missing or damaged, 4 another process is writing, 5 disk full.\n";
}

std::string usage_text() {
  return "Usage: pressmark-index --db DIR PATH...            index files and directories\n"
         "       pressmark-index --db DIR --files-from FILE  index the files that FILE lists\n"
         "       pressmark-index --dry-run --json PATH...    show what would be indexed\n"
         "       pressmark-index --db DIR --check            look for damage\n"
         "       pressmark-index --db DIR --compact          make searches faster\n"
         "       pressmark-index --help                      all options\n";
}

}  // namespace pressmark::indexer
