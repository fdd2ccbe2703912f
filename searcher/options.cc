#include "searcher/options.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <span>

#include <boost/program_options.hpp>
#include <fmt/format.h>

#include "common/error.h"
#include "common/program.h"
#include "common/text.h"

namespace pressmark::searcher {
namespace {

namespace po = boost::program_options;

struct Group {
  std::string_view title;
  po::options_description options;
};

po::typed_value<std::string>* text(const char* name) {
  return po::value<std::string>()->value_name(name);
}

po::typed_value<std::vector<std::string>>* list(const char* name) {
  return po::value<std::vector<std::string>>()->value_name(name)->composing();
}

/// Options that are the filters of the same name in a query.
constexpr std::array<std::string_view, 12> kFilterOptions = {
    "country", "from",   "source", "person", "org",   "place",
    "lang",    "author", "since",  "until",  "where", "entity"};

/// The table of options: parsing, --help, completion and tests read it.
std::vector<Group> option_groups() {
  std::vector<Group> groups(4);
  groups[0].title = "Filters (values separated by commas: any of them)";
  groups[0].options.add_options()                                                          //
      ("country", list("C"), "countries the article is about: code, name or \"russian\"")  //
      ("from", list("C"), "country of the outlet")                                         //
      ("source", list("S"), "outlet: domain or name")                                      //
      ("person", list("NAME"), "person in the article")                                    //
      ("org", list("NAME"), "organisation in the article")                                 //
      ("place", list("NAME"), "place in the article")                                      //
      ("entity", list("NAME"), "person, organisation or place")                            //
      ("lang", list("L"), "language: code or name")                                        //
      ("author", list("NAME"), "name in the byline")                                       //
      ("since", list("DATE"), "published on that day or later: 2022-08, 7d, yesterday")    //
      ("until", list("DATE"), "published on that day or earlier")                          //
      ("where,w", list("FIELD=VALUE"), "any field of --list-fields");
  groups[1].title = "What to show";
  groups[1].options.add_options()                                                               //
      ("limit,n", text("N"), "hits (10); 0: all")                                               //
      ("offset", text("N"), "hits to leave out first")                                          //
      ("sort,s", text("ORDER"), "relevance, newest or oldest")                                  //
      ("match", text("WHICH"), "all words (as typed) or any, ranked by best match")             //
      ("facet,f", list("FIELDS"), "count values over all matches: country,source,person,year")  //
      ("facet-limit", text("N"), "values of a facet (10); 0: all")                              //
      ("facets-only", "no list of hits")                                                        //
      ("facet-mode", text("MODE"), "siblings: a filter on the same field is left out; drill")   //
      ("timeline", text("INTERVAL"), "matches by day, week, month or year")                     //
      ("share", "timeline: as share of all articles of the same filters")                       //
      ("related", list("KINDS"), "what stands out here: person,org,place,country,word")         //
      ("no-collapse", "near-copies as hits of their own")                                       //
      ("long", "authors, names and origin of each hit")                                         //
      ("count", "only the exact number of matches")                                             //
      ("explain", "how the query was understood and what each part finds");
  groups[2].title = "Instead of words";
  groups[2].options.add_options()  //
      ("show", text("ID"),
       "read an article: id, its first 5 letters, or number in the last list")  //
      ("similar", text("ID"), "articles like this one")                         //
      ("story", text("ID"), "near-copies of this one, oldest first")            //
      ("batch", text("FILE"),
       "a query a line, \"id TAB query\" or only the query; - reads input")  //
      ("stats", "what the archive holds")                                    //
      ("list-fields", "the fields of queries");
  groups[3].title = "Output";
  groups[3].options.add_options()  //
      ("format", text("FORMAT"),
       "human, jsonl, csv, tsv, urls, paths, ids, trec or '{date} {title}'")  //
      ("json", "the same as --format jsonl")                                  //
      ("null,0", "urls, paths, ids, templates: end records with NUL")         //
      ("color", text("WHEN"), "auto, always, never")                          //
      ("hyperlinks", text("WHEN"), "auto, always, never")                     //
      ("no-pager", "print past the screen")                                   //
      ("quiet,q", "no notes and no last line");
  return groups;
}

po::options_description all_options() {
  po::options_description all = common_options();
  for (const Group& group : option_groups()) {
    for (const auto& option : group.options.options()) all.add(option);
  }
  return all;
}

/// "-russia" and "-country:us" are words of the query; "-n", "-n5" and "--anything" are options.
bool is_query_word(std::string_view argument) {
  if (argument.size() < 3 || argument[0] != '-' || argument[1] == '-') return false;
  const char sign = argument[2];
  const bool number = sign == '-' || sign == '+' || (sign >= '0' && sign <= '9');
  return !(argument[1] == 'n' && number);
}

[[noreturn]] void wrong(std::string_view option, std::string_view value, std::string_view allowed) {
  throw Error(ExitCode::Usage,
              fmt::format("--{} cannot be \"{}\"; it can be: {}", option, value, allowed));
}

std::size_t number(std::string_view option, const std::string& value) {
  constexpr std::size_t kMost = 1000000000;
  std::size_t result = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), result);
  if (error != std::errc() || end != value.data() + value.size() || result > kMost) {
    wrong(option, value, "a number from 0 to 1000000000");
  }
  return result;
}

template <typename T>
struct Choice {
  std::string_view name;
  T value;
};

template <typename T>
std::optional<T> find(std::span<const Choice<T>> choices, std::string_view name) {
  for (const Choice<T>& choice : choices) {
    if (equals_ascii_nocase(choice.name, name)) return choice.value;
  }
  return std::nullopt;
}

template <typename T>
T choose(std::string_view option, const std::string& value, std::span<const Choice<T>> choices) {
  if (const auto found = find(choices, value)) return *found;
  std::string names;
  for (const Choice<T>& choice : choices) {
    names += (names.empty() ? "" : ", ") + std::string(choice.name);
  }
  wrong(option, value, names);
}

constexpr std::array kSorts = {Choice<SortOrder>{"relevance", SortOrder::Relevance},
                               Choice<SortOrder>{"newest", SortOrder::Newest},
                               Choice<SortOrder>{"oldest", SortOrder::Oldest}};
constexpr std::array kMatches = {Choice<Match>{"all", Match::All},
                                 Choice<Match>{"any", Match::Any}};
constexpr std::array kModes = {Choice<FacetMode>{"siblings", FacetMode::Siblings},
                               Choice<FacetMode>{"drill", FacetMode::Drill}};
constexpr std::array kIntervals = {
    Choice<Interval>{"day", Interval::Day}, Choice<Interval>{"week", Interval::Week},
    Choice<Interval>{"month", Interval::Month}, Choice<Interval>{"year", Interval::Year}};
constexpr std::array kWhens = {Choice<When>{"auto", When::Auto},
                               Choice<When>{"always", When::Always},
                               Choice<When>{"never", When::Never}};
constexpr std::array kFormats = {
    Choice<Format>{"human", Format::Human}, Choice<Format>{"jsonl", Format::Jsonl},
    Choice<Format>{"json", Format::Jsonl},  Choice<Format>{"csv", Format::Csv},
    Choice<Format>{"tsv", Format::Tsv},     Choice<Format>{"urls", Format::Urls},
    Choice<Format>{"paths", Format::Paths}, Choice<Format>{"ids", Format::Ids},
    Choice<Format>{"trec", Format::Trec}};
constexpr std::array kRelated = {
    Choice<FieldId>{"person", FieldId::Person}, Choice<FieldId>{"org", FieldId::Org},
    Choice<FieldId>{"place", FieldId::Place}, Choice<FieldId>{"country", FieldId::Country},
    Choice<FieldId>{"word", FieldId::Body}};

/// The items of all values of an option, which may be lists with commas.
std::vector<std::string> items(const po::variables_map& given, const char* option) {
  std::vector<std::string> found;
  if (given.count(option) == 0) return found;
  for (const std::string& value : given[option].as<std::vector<std::string>>()) {
    for (const std::string_view item : split(value, ',')) {
      if (!trim(item).empty()) found.emplace_back(trim(item));
    }
  }
  return found;
}

FacetSpec facet_spec(const std::string& name) {
  const std::span<const Choice<Interval>> intervals(kIntervals);
  if (const auto interval = find(intervals, name)) return {FieldId::Date, interval};
  const Field* row = find_field(name);
  if (row != nullptr && row->id == FieldId::Date) return {FieldId::Date, Interval::Day};
  if (row != nullptr && (row->facet || row->id == FieldId::Entity)) return {row->id, std::nullopt};
  std::vector<std::string> known = {"entity", "year", "month", "week", "day"};
  for (const Field& each : fields()) {
    if (each.facet && each.id != FieldId::Date) known.emplace_back(each.name);
  }
  std::string allowed;
  for (const std::string& each : known) allowed += (allowed.empty() ? "" : ", ") + each;
  const auto meant = nearest(name, known);
  wrong("facet", name, allowed + (meant ? "; did you mean " + *meant + "?" : ""));
}

/// Reads the parsed options one after the other into an Options.
class Reader {
 public:
  explicit Reader(const po::variables_map& given) : given_(given) {}

  Options read() {
    what();
    filters();
    list_options();
    counts();
    output();
    if (options_.action != Action::Help && options_.action != Action::Version &&
        options_.action != Action::ListFields) {
      options_.archive = archive_path(given_);
    }
    return options_;
  }

 private:
  bool has(const char* name) const { return given_.count(name) != 0; }
  const std::string& value(const char* name) const { return given_[name].as<std::string>(); }

  void what() {
    SearchRequest& request = options_.request;
    if (has("word")) {
      for (const std::string& word : given_["word"].as<std::vector<std::string>>()) {
        if (!request.query.empty()) request.query += ' ';
        request.query += word;
      }
    }
    if (has("similar")) request.similar_to = value("similar");
    if (has("story")) {
      request.story_of = value("story");
      request.sort = SortOrder::Oldest;
      request.collapse = Collapse::Nothing;
    }
    if (has("show")) options_.show = value("show");
    if (has("batch")) options_.batch_file = value("batch");
    const std::pair<const char*, Action> actions[] = {{"help", Action::Help},
                                                      {"version", Action::Version},
                                                      {"list-fields", Action::ListFields},
                                                      {"stats", Action::Stats},
                                                      {"show", Action::Show},
                                                      {"batch", Action::Batch},
                                                      {"explain", Action::Explain}};
    for (const auto& [name, action] : actions) {
      if (!has(name)) continue;
      options_.action = action;
      return;
    }
    if (has("count")) options_.action = Action::Count;
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
    if (has("limit")) request.limit = number("limit", value("limit"));
    if (has("offset")) request.offset = number("offset", value("offset"));
    if (has("sort")) request.sort = choose<SortOrder>("sort", value("sort"), kSorts);
    if (has("match")) request.match = choose<Match>("match", value("match"), kMatches);
    if (has("no-collapse")) request.collapse = Collapse::Nothing;
    options_.count_only = has("count");
  }

  void counts() {
    SearchRequest& request = options_.request;
    for (const std::string& name : items(given_, "facet")) {
      request.facets.push_back(facet_spec(name));
    }
    if (has("facet-limit")) request.facet_limit = number("facet-limit", value("facet-limit"));
    if (has("facet-mode")) {
      request.facet_mode = choose<FacetMode>("facet-mode", value("facet-mode"), kModes);
    }
    if (has("timeline")) {
      request.timeline =
          TimelineSpec{choose<Interval>("timeline", value("timeline"), kIntervals),
                       has("share") ? TimelineSpec::Measure::Share : TimelineSpec::Measure::Count};
    } else if (has("share")) {
      throw Error(ExitCode::Usage, "--share goes with --timeline day, week, month or year");
    }
    for (const std::string& name : items(given_, "related")) {
      request.related.push_back(choose<FieldId>("related", name, kRelated));
    }
    request.only_counts = has("facets-only");
    const bool anything = !request.facets.empty() || request.timeline || !request.related.empty();
    if (has("facets-only") && !anything) {
      throw Error(ExitCode::Usage, "--facets-only goes with --facet, --timeline or --related");
    }
  }

  void output() {
    OutputOptions& out = options_.output;
    out.format_given = has("format") || has("json");
    if (has("json")) out.format = Format::Jsonl;
    if (has("format")) {
      const std::string& format = value("format");
      if (format.find('{') != std::string::npos) {
        out.format = Format::Template;
        out.record = format;
      } else {
        const std::span<const Choice<Format>> formats(kFormats);
        const auto found = find(formats, format);
        if (!found) {
          wrong("format", format,
                "human, jsonl, csv, tsv, urls, paths, ids, trec or a template '{date} {title}'");
        }
        if (has("json") && *found != Format::Jsonl) {
          throw Error(ExitCode::Usage, "--json and --format name two formats");
        }
        out.format = *found;
      }
    }
    out.null_ends = has("null");
    out.long_hits = has("long");
    out.pager = !has("no-pager");
    out.quiet = has("quiet");
    if (has("color")) out.colour = choose<When>("color", value("color"), kWhens);
    if (has("hyperlinks")) out.links = choose<When>("hyperlinks", value("hyperlinks"), kWhens);
  }

  const po::variables_map& given_;
  Options options_;
};

void append_options(std::string& out, const po::options_description& group) {
  for (const auto& option : group.options()) {
    const std::string name =
        option->canonical_display_name(po::command_line_style::allow_dash_for_short);
    std::string left = name.size() == 2 ? name + ", " : "    ";
    left += "--" + option->long_name();
    const std::string argument = option->format_parameter();
    if (!argument.empty()) left += " " + argument;
    out += fmt::format("  {:<26} {}\n", left, option->description());
  }
}

}  // namespace

Options parse_options(const std::vector<std::string>& arguments) {
  po::options_description options = all_options();
  options.add_options()("word", po::value<std::vector<std::string>>()->composing(), "");
  const auto given = parse_command_line(arguments, options, "word", is_query_word);
  return Reader(given).read();
}

std::string usage_text() {
  return "usage: pressmark-search [--db DIR] WORDS...\n"
         "   pressmark-search gas pipeline --country de --since 2022-08\n"
         "   pressmark-search '\"red line\" OR sabotage' --sort newest -n 20\n"
         "   pressmark-search gazprom --facet country,source,person\n"
         "   pressmark-search --show 3          (third hit of the last list)\n"
         "all options: pressmark-search --help\n";
}

std::string help_text() {
  std::string out =
      "usage: pressmark-search [OPTIONS] WORDS...\n\n"
      "Searches a news archive made by pressmark-index. All words must match, in any form;\n"
      "\"exact phrase\", OR, -word, (groups) and field:value as in country:ua,ru.\n"
      "Options may stand before, between or after the words; -- ends them.\n\n";
  append_options(out, common_options());
  for (const Group& group : option_groups()) {
    out += fmt::format("\n{}\n", group.title);
    append_options(out, group.options);
  }
  return out +
         "\nExit status: 0 found, 1 nothing found, 2 option or query not understood, 3 archive,\n"
         "5 output not written.\n";
}

std::vector<std::string> option_names() {
  const po::options_description all = all_options();
  std::vector<std::string> names;
  for (const auto& option : all.options()) names.push_back(option->long_name());
  return names;
}

}  // namespace pressmark::searcher
