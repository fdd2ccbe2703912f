#include "searcher/option_table.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "common/option_text.h"
#include "common/schema.h"
#include "searcher/option_values.h"

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

Group archive_options() {
  Group group{"Archive and help", po::options_description()};
  group.options.add_options()         //
      ("help,h", "show this help")    //
      ("version,V", "show versions")  //
      ("db,d", list("DIR"),
       "archive: a directory or tcp://HOST:PORT; several are searched as one")  //
      ("partial", "leave out archives that cannot be read or do not answer")    //
      ("timeout", text("SECONDS"), "for an answer of a remote archive (10)")    //
      ("no-config", "read no configuration file")                               //
      ("print-config", "each setting and where it comes from");
  return group;
}

Group filter_options() {
  Group group{"Filters (values separated by commas: any of them)", po::options_description()};
  group.options.add_options()                                                              //
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
      ("tz", text("ZONE"), "time zone of today and 7d, as Europe/Kyiv (else TZ)")          //
      ("where,w", list("FIELD=VALUE"), "any field of --list-fields");
  return group;
}

Group list_options() {
  Group group{"What to show", po::options_description()};
  group.options.add_options()                                                                  //
      ("limit,n", text("N"), "hits (10); 0: all")                                              //
      ("offset", text("N"), "hits to leave out first")                                         //
      ("sort,s", text("ORDER"), "relevance, newest, oldest or blend (relevant and fresh)")     //
      ("half-life", text("DAYS"), "blend: days in which freshness halves (365)")               //
      ("match", text("WHICH"), "all words (as typed) or any, ranked by best match")            //
      ("facet,f", list("FIELDS"), "count values of all matches: country,source,person:mac*")   //
      ("facet-limit", text("N"), "values of a facet (10); 0: all")                             //
      ("facets-only", "no list of hits")                                                       //
      ("facet-mode", text("MODE"), "siblings: a filter on the same field is left out; drill")  //
      ("timeline", text("INTERVAL"), "matches by day, week, month, year or auto")              //
      ("share", "timeline: as share of all articles of the same filters")                      //
      ("pivot", text("A,B"), "table of two facets: country,month")                             //
      ("pairs", text("A,B"), "values that stand in the same articles: person,org")             //
      ("related", list("KINDS"), "what stands out here: person,org,place,country,word")        //
      ("compare", text("QUERY"),
       "where this query's articles differ, by --facet word,person ...")                       //
      ("compare-dates", text("A,B"), "what rose or fell from one time to another: 2021,2022")  //
      ("new", "of a saved query, @NAME: what --new has not shown before")                      //
      ("kwic", "every mention in its line, with the number of its paragraph")                  //
      ("no-collapse", "near-copies as hits of their own")                                      //
      ("long", "authors, names and origin of each hit")                                        //
      ("why-not", text("ID"), "which parts of the query an article misses: id or address")(
          "count", "only the exact number of matches")  //
      ("explain", "how the query was understood and what each part finds");
  return group;
}

Group action_options() {
  Group group{"Instead of words", po::options_description()};
  group.options.add_options()  //
      ("show", text("ID"),
       "read an article: id, its first 5 letters, or number in the last list")  //
      ("diff", text("ID"),
       "what changed between the last two versions of an article: id or address")  //
      ("version-number", text("N"),
       "which one to --show, --diff or --raw, 1 the oldest; also --version N")  //
      ("raw", text("ID"),
       "the bytes it was read from, checked, for a file: --raw 3 > page.html")                   //
      ("export-warc", text("FILE"), "the originals of all hits into a WARC file, each checked")  //
      ("similar", text("ID"), "articles like this one, or like the text that - reads")           //
      ("story", text("ID"), "near-copies of this one, oldest first")                             //
      ("batch", text("FILE"),
       "a query a line, \"id TAB query\" or only the query; - reads input")  //
      ("literal", "with --batch: the lines are names, taken as they stand")(
          "matrix", text("FIELD"),
          "with --batch: a table of its lines by month, source, country ...")(
          "save", text("NAME"), "keep this query; @NAME stands for it in others")       //
      ("verify", text("FILE"), "what a search of a --receipt finds differently now")    //
      ("coverage", "what there is at all: by month, outlet, country, outlet and year")  //
      ("list-saved", "the saved queries, @NAME, and lists of values, source:@NAME")     //
      ("stats", "what the archive holds")                                               //
      ("list-fields", "the fields of queries");
  return group;
}

Group output_options() {
  Group group{"Output", po::options_description()};
  group.options.add_options()  //
      ("format", text("FORMAT"),
       "jsonl, csv, urls, ids, trec, bibtex, atom ... or '{date} {title}'")              //
      ("json", "the same as --format jsonl")                                             //
      ("receipt", text("FILE"), "write what was asked and found to FILE, for --verify")  //
      ("html", text("FILE"), "write a page of hits, facets and timeline to FILE")        //
      ("null,0", "urls, paths, ids, templates: end records with NUL")                    //
      ("color", text("WHEN"), "auto, always, never")                                     //
      ("hyperlinks", text("WHEN"), "auto, always, never")                                //
      ("no-pager", "print past the screen")                                              //
      ("quiet,q", "no notes and no last line");
  return group;
}

std::vector<Group> option_groups() {
  std::vector<Group> groups;
  groups.push_back(archive_options());
  groups.push_back(filter_options());
  groups.push_back(list_options());
  groups.push_back(action_options());
  groups.push_back(output_options());
  return groups;
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

po::options_description all_options() {
  po::options_description all;
  for (const Group& group : option_groups()) {
    for (const auto& option : group.options.options()) all.add(option);
  }
  return all;
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
  for (const Group& group : option_groups()) {
    out += fmt::format("\n{}\n", group.title);
    out += option_lines(group.options);
  }
  return out +
         "\nSettings may stand as \"limit = 20\" in $XDG_CONFIG_HOME/pressmark/config.\n"
         "Exit status: 0 found, 1 nothing found, 2 option or query not understood, 3 archive,\n"
         "5 output not written.\n";
}

std::vector<std::string> option_names() {
  const po::options_description all = all_options();
  std::vector<std::string> names;
  for (const auto& option : all.options()) names.push_back(option->long_name());
  return names;
}

}  // namespace pressmark::searcher
