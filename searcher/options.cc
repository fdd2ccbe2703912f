#include "searcher/options.h"

#include <algorithm>
#include <optional>
#include <span>

#include <boost/program_options.hpp>
#include <fmt/core.h>

#include "common/error.h"
#include "common/program.h"
#include "common/settings.h"
#include "common/text.h"
#include "common/time_zone.h"
#include "searcher/option_table.h"
#include "searcher/option_uses.h"
#include "searcher/option_values.h"
#include "searcher/output/row_printer.h"

namespace pressmark::searcher {
namespace {

namespace po = boost::program_options;

/// The items of all values of an option, which may be lists with commas.
std::vector<std::string> items(const po::variables_map& given, const char* option) {
  std::vector<std::string> found;
  if (given.count(option) == 0) return found;
  for (const std::string& value : given[option].as<std::vector<std::string>>()) {
    for (const std::string_view item : split(value, ',')) {
      if (!trim(item).empty()) found.emplace_back(trim(item));
    }
  }
  if (found.empty()) throw Error(ExitCode::Usage, fmt::format("--{} needs a value", option));
  return found;
}

/// Reads the parsed options one after the other into an Options.
class Reader {
 public:
  /// @param typed  those of the command line alone
  Reader(po::variables_map given, const po::variables_map& typed,
         const std::vector<ConfigValue>& settings)
      : given_(std::move(given)), typed_(typed), settings_(settings) {}

  Options read() {
    what();
    filters();
    list_options();
    counts();
    output();
    archives();
    return options_;
  }

 private:
  bool has(const char* name) const { return given_.count(name) != 0; }
  const std::string& value(const char* name) const { return given_[name].as<std::string>(); }
  std::string as_given(const char* name) const { return option_as_given(settings_, name); }
  std::size_t number_of(const char* name) const { return number(as_given(name), value(name)); }

  template <typename T>
  T choice(const char* name, std::span<const Choice<T>> choices) const {
    return choose(as_given(name), value(name), choices);
  }

  const std::string& article(const char* name) const {
    if (trim(value(name)).empty()) {
      throw Error(
          ExitCode::Usage,
          fmt::format("--{} needs an article: its id, address or number in the last list", name));
    }
    return value(name);
  }

  void what() {
    SearchRequest& request = options_.request;
    if (has("word")) {
      for (const std::string& word : given_["word"].as<std::vector<std::string>>()) {
        if (!request.query.empty()) request.query += ' ';
        request.query += word;
      }
    }
    if (has("similar")) request.similar_to = article("similar");
    if (has("story")) {
      request.story_of = article("story");
      request.sort = SortOrder::Oldest;
      request.collapse = Collapse::Nothing;
    }
    if (has("verify")) options_.verify_file = value("verify");
    if (has("receipt")) {
      options_.receipt_file = value("receipt");
      if (options_.receipt_file == "-")
        throw Error(ExitCode::Usage, "--receipt needs a file; standard output has the list");
      if (request.query.empty() || has("similar") || has("story"))
        throw Error(ExitCode::Usage, "--receipt goes with a query");
    }
    if (has("show")) options_.show = article("show");
    if (has("raw")) options_.raw = article("raw");
    if (has("export-warc")) options_.export_file = value("export-warc");
    if (has("why-not")) why_not();
    if (has("diff")) options_.difference = article("diff");
    if (has("version-number")) {
      if (!has("show") && !has("diff") && !has("raw"))
        throw Error(ExitCode::Usage, "--version-number goes with --show, --diff or --raw");
      options_.version = number_of("version-number");
    }
    if (has("save")) options_.save_as = value("save");
    compare();
    batch();
    const std::pair<const char*, Action> actions[] = {{"help", Action::Help},
                                                      {"version", Action::Version},
                                                      {"list-fields", Action::ListFields},
                                                      {"print-config", Action::PrintConfig},
                                                      {"list-saved", Action::ListSaved},
                                                      {"save", Action::Save},
                                                      {"stats", Action::Stats},
                                                      {"show", Action::Show},
                                                      {"raw", Action::Raw},
                                                      {"export-warc", Action::ExportWarc},
                                                      {"why-not", Action::WhyNot},
                                                      {"diff", Action::Difference},
                                                      {"batch", Action::Batch},
                                                      {"verify", Action::Verify},
                                                      {"compare", Action::Compare},
                                                      {"compare-dates", Action::Compare},
                                                      {"explain", Action::Explain}};
    for (const auto& [name, action] : actions) {
      if (!has(name)) continue;
      options_.action = action;
      return;
    }
    if (has("count")) options_.action = Action::Count;
  }

  bool has_query() const {
    return !options_.request.query.empty() ||
           std::ranges::any_of(kFilterOptions, [&](std::string_view name) {
             return has(std::string(name).c_str());
           });
  }

  void compare() {
    if (has("compare")) {
      options_.compare_with = value("compare");
      if (trim(options_.compare_with).empty())
        throw Error(ExitCode::Usage, "--compare needs a query to compare with");
      if (!has_query()) throw Error(ExitCode::Usage, "--compare goes with a query");
    }
    if (has("compare-dates")) {
      const auto dates = split(value("compare-dates"), ',');
      if (dates.size() != 2 || trim(dates[0]).empty() || trim(dates[1]).empty())
        wrong(as_given("compare-dates"), value("compare-dates"), "two times, as in 2021,2022");
      options_.compare_dates.emplace(trim(dates[0]), trim(dates[1]));
    }
  }

  void why_not() {
    options_.why_not = article("why-not");
    if (!has_query()) throw Error(ExitCode::Usage, "--why-not goes with a query");
  }

  void batch() {
    if (has("batch")) options_.batch_file = value("batch");
    for (const char* option : {"literal", "matrix"}) {
      if (has(option) && !has("batch"))
        throw Error(ExitCode::Usage, fmt::format("--{} goes with --batch", option));
    }
    options_.literal = has("literal");
    if (has("matrix")) {
      options_.matrix = facet_spec("--matrix", value("matrix"));
      if (has("count")) throw Error(ExitCode::Usage, "--matrix and --count are two answers");
    }
  }

  void archives() {
    if (has("db")) options_.archives = given_["db"].as<std::vector<std::string>>();
    if (std::ranges::count(options_.archives, "") > 0)
      throw Error(ExitCode::Usage, "--db needs a directory or tcp://HOST:PORT");
    if (options_.archives.empty()) {
      if (auto standard = default_archive()) options_.archives.push_back(std::move(*standard));
    }
    if (has("tz")) {
      options_.time_zone = value("tz");
      if (const auto fault = time_zone_fault(*options_.time_zone))
        throw Error(ExitCode::Usage, fmt::format("{}: {}", as_given("tz"), *fault));
    }
    options_.partial = has("partial");
    if (has("timeout")) {
      options_.timeout_seconds = static_cast<double>(number_of("timeout"));
      if (options_.timeout_seconds < 1)
        wrong(as_given("timeout"), value("timeout"), "1 second or more");
    }
    constexpr Action kWithout[] = {Action::Help,        Action::Version, Action::ListFields,
                                   Action::PrintConfig, Action::Save,    Action::ListSaved};
    if (options_.archives.empty() && std::ranges::count(kWithout, options_.action) == 0)
      throw Error(ExitCode::Usage, "which archive? give --db DIR or set PRESSMARK_DB");
  }

  void filters() {
    for (const std::string_view name : kFilterOptions) {
      const std::string option(name);
      if (!has(option.c_str())) continue;
      for (const std::string& text : given_[option].as<std::vector<std::string>>()) {
        if (text.empty()) throw Error(ExitCode::Usage, fmt::format("--{} needs a value", option));
        options_.request.where.push_back(option == "where" ? text : option + ":" + text);
      }
    }
  }

  void list_options() {
    SearchRequest& request = options_.request;
    if (has("limit")) request.limit = number_of("limit");
    if (has("offset")) request.offset = number_of("offset");
    if (has("sort")) request.sort = choice<SortOrder>("sort", kSorts);
    if (has("half-life")) {
      request.half_life_days = static_cast<double>(number_of("half-life"));
      if (request.half_life_days < 1)
        wrong(as_given("half-life"), value("half-life"), "1 day or more");
    }
    if (has("match")) request.match = choice<Match>("match", kMatches);
    if (has("no-collapse")) request.collapse = Collapse::Nothing;
    options_.count_only = has("count");
    if (has("new")) only_new();
    if (options_.action == Action::ExportWarc) all_originals();
  }

  /// --export-warc: every match, each copy by itself, unless a limit is typed.
  void all_originals() {
    if (options_.export_file.empty())
      throw Error(ExitCode::Usage, "--export-warc needs a file to write");
    options_.request.collapse = Collapse::Nothing;
    if (typed_.count("limit") == 0) options_.request.limit = 0;
  }

  /// --new: everything that is new, each copy by itself, unless a limit is given.
  void only_new() {
    SearchRequest& request = options_.request;
    const bool saved =
        request.query.starts_with('@') && request.query.find(' ') == std::string::npos;
    if (options_.action != Action::Search) return;  // check_uses() says what does not go with it
    if (!saved || !request.where.empty()) {
      throw Error(ExitCode::Usage, "--new goes with one saved query: pressmark-search @NAME --new");
    }
    options_.only_new = true;
    request.collapse = Collapse::Nothing;
    if (!has("limit")) request.limit = 0;
  }

  void counts() {
    SearchRequest& request = options_.request;
    const bool compares = has("compare") || has("compare-dates");
    for (const std::string& name : items(given_, "facet")) {
      request.facets.push_back(compares && name == "word" ? FacetSpec(FieldId::Body, {})
                                                          : facet_spec("--facet", name));
    }
    if (compares && request.facets.empty())
      request.facets = {{FieldId::Body, {}}, {FieldId::Person, {}}, {FieldId::Source, {}}};
    if (has("facet-limit")) request.facet_limit = number_of("facet-limit");
    if (typed_.count("facet-limit") != 0) request.period_limit = request.facet_limit;
    if (has("facet-mode")) {
      request.facet_mode = choice<FacetMode>("facet-mode", kModes);
    }
    if (has("timeline")) {
      TimelineSpec spec;
      const auto interval = choice<std::optional<Interval>>("timeline", kTimelines);
      spec.fitting = !interval;
      if (interval) spec.interval = *interval;
      if (has("share")) spec.measure = TimelineSpec::Measure::Share;
      request.timeline = spec;
    } else if (has("share")) {
      throw Error(ExitCode::Usage, "--share goes with --timeline day, week, month, year or auto");
    }
    for (const std::string& name : items(given_, "related")) {
      request.related.push_back(choose<FieldId>("--related", name, kRelated));
    }
    cross("pivot", CrossSpec::Kind::Table);
    cross("pairs", CrossSpec::Kind::Pairs);
    if (has("coverage")) coverage();
    request.only_counts = has("coverage") || has("facets-only") || !request.crossings.empty();
    if (has("facets-only") && !request.counts()) {
      throw Error(ExitCode::Usage,
                  "--facets-only goes with --facet, --timeline, --pivot, --pairs or --related");
    }
  }

  /// --coverage: what there is at all, by month, outlet and country, and outlets by year.
  void coverage() {
    SearchRequest& request = options_.request;
    if (request.query.empty() && request.where.empty()) request.query = "*";
    request.facets.insert(request.facets.begin(), {FacetSpec(FieldId::Source, std::nullopt),
                                                   FacetSpec(FieldId::Country, std::nullopt)});
    if (!request.timeline) request.timeline.emplace();
    request.crossings.push_back({CrossSpec::Kind::Table, FacetSpec(FieldId::Source, std::nullopt),
                                 FacetSpec(FieldId::Date, Interval::Year)});
  }

  /// "country,month" of --pivot or --pairs; one facet stands for itself twice.
  void cross(const char* option, CrossSpec::Kind kind) {
    if (!has(option)) return;
    const auto names = split(value(option), ',');
    if (names.size() > 2) wrong(as_given(option), value(option), "two facets, as in country,month");
    const FacetSpec rows = facet_spec(as_given(option), std::string(trim(names.front())));
    const FacetSpec columns = facet_spec(as_given(option), std::string(trim(names.back())));
    options_.request.crossings.push_back({kind, rows, columns});
  }

  Format named_format() const {
    if (has("html")) {
      if (has("format") || has("json"))
        throw Error(ExitCode::Usage, "--html and --format name two formats");
      return Format::Html;
    }
    if (!has("format")) return has("json") ? Format::Jsonl : Format::Human;
    const std::string& format = value("format");
    if (format.find('{') != std::string::npos) return Format::Template;
    const std::span<const Choice<Format>> formats(kFormats);
    const auto found = find(formats, format);
    if (!found) {
      wrong(as_given("format"), format,
            "human, jsonl, csv, tsv, urls, paths, ids, trec, bibtex, ris, markdown, atom, html "
            "or a "
            "template '{date} {title}'");
    }
    if (has("json") && *found != Format::Jsonl)
      throw Error(ExitCode::Usage, "--json and --format name two formats");
    return *found;
  }

  /// A format that the action cannot be printed in is wrong where it is asked for here; one of a
  /// configuration file is for what has it.
  Format possible(Format format) const {
    const Uses& uses = uses_of(given_);
    const std::span<const Choice<Format>> formats(kFormats);
    std::string names;
    for (const std::string_view name : split(uses.formats, ' ')) {
      if (name.empty() || find(formats, name) == format) return format;
      names += (names.empty() ? "" : ", ") + std::string(name);
    }
    for (const char* option : {"format", "json", "html"}) {
      if (typed_.count(option) == 0) continue;
      throw Error(ExitCode::Usage,
                  fmt::format("--{} does not go with --{}, which can be printed as: {}", option,
                              action_name(uses, given_), names));
    }
    return Format::Human;
  }

  void output() {
    OutputOptions& out = options_.output;
    out.format = possible(named_format());
    if (out.format == Format::Template) {
      out.record = value("format");
      if (const auto record = Template::parse(out.record); !record)
        throw Error(ExitCode::Usage, fmt::format("{}: {}", as_given("format"), record.error()));
    }
    if (has("html")) out.html_file = value("html");
    // A table of counts has no room for hits.
    const bool table = out.format == Format::Csv || out.format == Format::Tsv;
    if (table && options_.request.counts()) options_.request.only_counts = true;
    out.null_ends = has("null");
    constexpr Format kLines[] = {Format::Urls, Format::Paths, Format::Ids, Format::Template};
    if (out.null_ends && std::ranges::count(kLines, out.format) == 0)
      throw Error(ExitCode::Usage, "--null goes with --format urls, paths, ids or a template");
    out.long_hits = has("long");
    out.kwic = has("kwic");
    const bool lines = out.format == Format::Human || out.format == Format::Jsonl;
    if (typed_.count("kwic") != 0 && (!lines || options_.request.only_counts))
      throw Error(ExitCode::Usage, "--kwic goes with a list of hits, for people or as --json");
    out.pager = !has("no-pager");
    out.quiet = has("quiet");
    if (has("color")) out.colour = choice<When>("color", kWhens);
    if (has("hyperlinks")) out.links = choice<When>("hyperlinks", kWhens);
  }

  po::variables_map given_;
  const po::variables_map& typed_;
  const std::vector<ConfigValue>& settings_;
  Options options_;
};

/// "--version 2" beside --show, --diff or --raw is the version of an article; alone it is our own.
std::vector<std::string> with_version_number(std::vector<std::string> arguments) {
  const auto has = [&](std::string_view option) {
    return std::ranges::any_of(arguments, [&](const std::string& each) {
      return each == option || each.starts_with(std::string(option) + "=");
    });
  };
  if (!has("--show") && !has("--diff") && !has("--raw")) return arguments;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    std::string& argument = arguments[i];
    if (argument != "--version" && !argument.starts_with("--version=")) continue;
    const bool bare = argument == "--version";
    if (bare && (i + 1 == arguments.size() || arguments[i + 1].starts_with("--")))
      throw Error(ExitCode::Usage, "--version needs the number of a version here");
    argument.insert(std::string_view("--version").size(), "-number");
  }
  return arguments;
}

}  // namespace

Options parse_options(const std::vector<std::string>& given_arguments) {
  const std::vector<std::string> arguments = with_version_number(given_arguments);
  po::options_description options = options_in(arguments);
  options.add_options()("word", po::value<std::vector<std::string>>()->composing(), "");
  const auto given = parse_command_line(arguments, options, "word", is_query_word);
  Configured all = configured(Program::Search, arguments, given, options);
  const bool as_typed = all.arguments == arguments;
  Options result =
      Reader(as_typed ? given : parse_command_line(all.arguments, options, "word", is_query_word),
             given, all.settings)
          .read();
  check_uses(given);
  result.notes = notes_on_words(arguments);
  result.settings = std::move(all.settings);
  return result;
}

}  // namespace pressmark::searcher
