#include "searcher/option_table.h"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/core.h>

#include "common/option_text.h"
#include "common/schema.h"
#include "common/settings.h"
#include "searcher/option_values.h"

namespace pressmark::searcher {
namespace {

namespace po = boost::program_options;

/// What stands behind an option.
enum class Takes { Nothing, One, List };

struct Row {
  const char* names;  // "limit,n"
  Takes takes;
  const char* value;  // as --help names it
  const char* help;

  std::string_view long_name() const {
    const std::string_view all(names);
    return all.substr(0, all.find(','));
  }
  /// 0 when it has none.
  char letter() const {
    const std::string_view all(names);
    return all.size() > 2 && all[all.size() - 2] == ',' ? all.back() : '\0';
  }
};

struct OptionGroup {
  std::string_view title;
  std::span<const Row> rows;
};

constexpr Row kArchive[] = {
    {"help,h", Takes::Nothing, "", "show this help"},
    {"version,V", Takes::Nothing, "", "show versions"},
    {"db,d", Takes::List, "DIR",
     "archive: a directory or tcp://HOST:PORT; several are searched as one"},
    {"partial", Takes::Nothing, "", "leave out archives that cannot be read or do not answer"},
    {"timeout", Takes::One, "SECONDS", "for an answer of a remote archive (10)"},
    {"no-config", Takes::Nothing, "", "read no configuration file"},
    {"print-config", Takes::Nothing, "", "each setting and where it comes from"},
};

constexpr Row kFilter[] = {
    {"country", Takes::List, "C", "countries the article is about: code, name or \"russian\""},
    {"from", Takes::List, "C", "country of the outlet"},
    {"source", Takes::List, "S", "outlet: domain or name"},
    {"person", Takes::List, "NAME", "person in the article"},
    {"org", Takes::List, "NAME", "organisation in the article"},
    {"place", Takes::List, "NAME", "place in the article"},
    {"entity", Takes::List, "NAME", "person, organisation or place"},
    {"lang", Takes::List, "L", "language: code or name"},
    {"author", Takes::List, "NAME", "name in the byline"},
    {"since", Takes::List, "DATE", "published on that day or later: 2022-08, 7d, yesterday"},
    {"until", Takes::List, "DATE", "published on that day or earlier"},
    {"tz", Takes::One, "ZONE", "time zone of today and 7d, as Europe/Kyiv (else TZ)"},
    {"where,w", Takes::List, "FIELD=VALUE", "any field of --list-fields"},
};

constexpr Row kList[] = {
    {"limit,n", Takes::One, "N", "hits (10); 0: all"},
    {"offset", Takes::One, "N", "hits to leave out first"},
    {"sort,s", Takes::One, "ORDER", "relevance, newest, oldest or blend (relevant and fresh)"},
    {"half-life", Takes::One, "DAYS", "blend: days in which freshness halves (365)"},
    {"match", Takes::One, "WHICH", "all words (as typed) or any, ranked by best match"},
    {"facet,f", Takes::List, "FIELDS", "count values of all matches: country,source,person:mac*"},
    {"facet-limit", Takes::One, "N", "values of a facet (10); 0: all"},
    {"facets-only", Takes::Nothing, "", "no list of hits"},
    {"facet-mode", Takes::One, "MODE", "siblings: a filter on the same field is left out; drill"},
    {"timeline", Takes::One, "INTERVAL", "matches by day, week, month, year or auto"},
    {"share", Takes::Nothing, "", "timeline: as share of all articles of the same filters"},
    {"pivot", Takes::One, "A,B", "table of two facets: country,month"},
    {"pairs", Takes::One, "A,B", "values that stand in the same articles: person,org"},
    {"related", Takes::List, "KINDS", "what stands out here: person,org,place,country,word"},
    {"compare", Takes::One, "QUERY",
     "where this query's articles differ, by --facet word,person ..."},
    {"compare-dates", Takes::One, "A,B", "what rose or fell from one time to another: 2021,2022"},
    {"new", Takes::Nothing, "", "of a saved query, @NAME: what --new has not shown before"},
    {"kwic", Takes::Nothing, "", "every mention in its line, with the number of its paragraph"},
    {"no-collapse", Takes::Nothing, "", "near-copies as hits of their own"},
    {"long", Takes::Nothing, "", "authors, names and origin of each hit"},
    {"why-not", Takes::One, "ID", "which parts of the query an article misses: id or address"},
    {"count", Takes::Nothing, "", "only the exact number of matches"},
    {"explain", Takes::Nothing, "", "how the query was understood and what each part finds"},
};

constexpr Row kAction[] = {
    {"show", Takes::One, "ID",
     "read an article: id, its first 5 letters, or number in the last list"},
    {"diff", Takes::One, "ID",
     "what changed between the last two versions of an article: id or address"},
    {"version-number", Takes::One, "N",
     "which one to --show, --diff or --raw, 1 the oldest; also --version N"},
    {"raw", Takes::One, "ID",
     "the bytes it was read from, checked, for a file: --raw 3 > page.html"},
    {"export-warc", Takes::One, "FILE",
     "the originals of all hits, each checked, into a WARC file, or to -"},
    {"similar", Takes::One, "ID", "articles like this one, or like the text that - reads"},
    {"story", Takes::One, "ID", "near-copies of this one, oldest first"},
    {"batch", Takes::One, "FILE",
     "a query a line, \"id TAB query\" or only the query; - reads input"},
    {"literal", Takes::Nothing, "", "with --batch: the lines are names, taken as they stand"},
    {"matrix", Takes::One, "FIELD",
     "with --batch: a table of its lines by month, source, country ..."},
    {"save", Takes::One, "NAME", "keep this query; @NAME stands for it in others"},
    {"verify", Takes::One, "FILE", "what a search of a --receipt finds differently now"},
    {"coverage", Takes::Nothing, "",
     "what there is at all: by month, outlet, country, outlet and year"},
    {"list-saved", Takes::Nothing, "",
     "the saved queries, @NAME, and lists of values, source:@NAME"},
    {"stats", Takes::Nothing, "", "what the archive holds"},
    {"list-fields", Takes::Nothing, "", "the fields of queries"},
};

constexpr Row kOutput[] = {
    {"format", Takes::One, "FORMAT",
     "jsonl, csv, urls, ids, trec, bibtex, atom ... or '{date} {title}'"},
    {"json", Takes::Nothing, "", "the same as --format jsonl"},
    {"receipt", Takes::One, "FILE", "write what was asked and found to FILE, for --verify"},
    {"html", Takes::One, "FILE", "write a page of hits, facets and timeline to FILE"},
    {"null,0", Takes::Nothing, "", "urls, paths, ids, templates: end records with NUL"},
    {"color", Takes::One, "WHEN", "auto, always, never"},
    {"hyperlinks", Takes::One, "WHEN", "auto, always, never"},
    {"no-pager", Takes::Nothing, "", "print past the screen"},
    {"quiet,q", Takes::Nothing, "", "no notes and no last line"},
};

constexpr OptionGroup kGroups[] = {
    {"Archive and help", kArchive},
    {"Filters (values separated by commas: any of them)", kFilter},
    {"What to show", kList},
    {"Instead of words", kAction},
    {"Output", kOutput},
};

/// Adds an option as Boost knows it.
void add(const Row& row, po::options_description& options) {
  po::options_description_easy_init add = options.add_options();
  switch (row.takes) {
    case Takes::Nothing:
      add(row.names, row.help);
      break;
    case Takes::One:
      add(row.names, po::value<std::string>()->value_name(row.value), row.help);
      break;
    case Takes::List:
      add(row.names, po::value<std::vector<std::string>>()->value_name(row.value)->composing(),
          row.help);
      break;
  }
}

/// The option that an argument names: "--limit", "--limit=5", "-n", "-n5"; null when there is none.
const Row* find_row(std::string_view argument) {
  const bool is_long = argument.starts_with("--");
  const std::string_view name = is_long ? argument.substr(2, argument.find('=') - 2) : "";
  for (const OptionGroup& group : kGroups) {
    const auto row = std::ranges::find_if(group.rows, [&](const Row& each) {
      return is_long ? each.long_name() == name : each.letter() == argument[1];
    });
    if (row != group.rows.end()) return &*row;
  }
  return nullptr;
}

constexpr std::array<std::string_view, 5> kPathBeginnings = {"/", "./", "../", "~/", "tcp://"};

/// Whether a text behind "-n", "-d" and so on can be nothing but the value of that option.
bool is_value_of(char option, std::string_view text) {
  const std::string_view name = text.substr(0, text.find_first_of(",:"));
  switch (option) {
    case 'n':
      return std::string_view("-+0123456789").find(text[0]) != std::string_view::npos;
    case 'd':
      return std::ranges::any_of(kPathBeginnings,
                                 [&](std::string_view begins) { return text.starts_with(begins); });
    case 's':
      return std::ranges::count(kSorts, text, &Choice<SortOrder>::name) > 0;
    case 'f':
      return std::ranges::count(kIntervals, name, &Choice<Interval>::name) > 0 ||
             std::ranges::any_of(fields(), [&](const Field& row) {
               return (row.facet || row.id == FieldId::Entity) && row.name == name;
             });
    case 'w':
      return text.find('=') != std::string_view::npos &&
             find_field(text.substr(0, text.find('='))) != nullptr;
    default:
      return false;
  }
}

}  // namespace

po::options_description options_in(std::span<const std::string> arguments) {
  std::set<const Row*> named;
  for (const std::string& argument : arguments) {
    if (argument == "--") break;
    if (argument.size() < 2 || argument[0] != '-' || is_query_word(argument)) continue;
    named.insert(find_row(argument));
  }
  const bool all = named.contains(nullptr);
  po::options_description options;
  for (const OptionGroup& group : kGroups) {
    for (const Row& row : group.rows) {
      if (all || named.contains(&row) || is_setting(row.long_name(), Program::Search))
        add(row, options);
    }
  }
  return options;
}

bool is_query_word(std::string_view argument) {
  if (argument.size() < 3 || argument[0] != '-' || argument[1] == '-') return false;
  return !is_value_of(argument[1], argument.substr(2));
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
      "Options may stand before, between or after the words; -- ends them.\n";
  for (const OptionGroup& group : kGroups) {
    po::options_description options;
    for (const Row& row : group.rows) add(row, options);
    out += fmt::format("\n{}\n", group.title) + option_lines(options);
  }
  return out +
         "\nSettings may stand as \"limit = 20\" in $XDG_CONFIG_HOME/pressmark/config.\n"
         "Exit status: 0 found, 1 nothing found, 2 option or query not understood, 3 archive,\n"
         "5 output not written.\n";
}

std::string_view value_name(std::string_view option) {
  const Row* row = find_row("--" + std::string(option));
  return row == nullptr ? std::string_view() : row->value;
}

std::vector<std::string> option_names() {
  std::vector<std::string> names;
  for (const OptionGroup& group : kGroups) {
    for (const Row& row : group.rows) names.emplace_back(row.long_name());
  }
  return names;
}

}  // namespace pressmark::searcher
