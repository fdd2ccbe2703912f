#include "searcher/options.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/error.h"
#include "common/settings.h"
#include "searcher/option_table.h"

namespace pressmark::searcher {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Options parse(std::vector<std::string> arguments) {
  arguments.emplace_back("--no-config");
  arguments.insert(arguments.end(), {"--db", "archive"});
  return parse_options(arguments);
}

std::string complaint(const std::vector<std::string>& arguments) {
  try {
    parse_options(arguments);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::Usage);
    return error.what();
  }
  return "no complaint";
}

TEST(Options, StandAnywhereAmongTheWords) {
  for (const auto& arguments :
       std::vector<std::vector<std::string>>{{"-n", "3", "gas", "pipeline"},
                                             {"gas", "-n3", "pipeline"},
                                             {"gas", "pipeline", "-n", "3"}}) {
    const Options options = parse(arguments);
    EXPECT_EQ(options.request.query, "gas pipeline");
    EXPECT_EQ(options.request.limit, 3U);
  }
}

TEST(Options, WithoutAValueSayIt) {
  EXPECT_EQ(complaint({"gas", "--limit"}), "--limit needs a value");
  EXPECT_EQ(complaint({"gas", "-n"}), "--limit needs a value");
  EXPECT_EQ(complaint({"gas", "--country="}), "--country needs a value");
  EXPECT_EQ(complaint({"gas", "--facet", ","}), "--facet needs a value");
}

TEST(Options, AWordWithAMinusBelongsToTheQuery) {
  EXPECT_EQ(parse({"energy", "-russia", "-country:us"}).request.query,
            "energy -russia -country:us");
  EXPECT_EQ(parse({"-news", "gas"}).request.query, "-news gas");
}

TEST(Options, WithOneDashAreWordsThatAreLeftOutWhichIsSaid) {
  EXPECT_EQ(parse({"gas", "-limit", "5"}).request.query, "gas -limit 5");
  EXPECT_THAT(parse({"gas", "-limit", "5"}).notes,
              ElementsAre("\"-limit\" leaves out articles with a word; the option is --limit"));
  EXPECT_THAT(parse({"gas", "-facet=country", "-no-collapse"}).notes, ::testing::SizeIs(2));
  EXPECT_THAT(parse({"gas", "-facet", "source,from", "-sort", "newest"}).notes,
              ::testing::SizeIs(2));
  EXPECT_THAT(parse({"gas", "-limits", "-country:us", "--count"}).notes, ElementsAre());
  // These leave out what they say.
  EXPECT_THAT(parse({"gas", "-story", "-show", "-new", "5", "-country", "oil", "-person"}).notes,
              ElementsAre());
  EXPECT_THAT(parse({"gas", "--", "-limit", "5", "-facet=country"}).notes, ElementsAre());
}

// "-fcountry" was looked for as a word that must not be there.
TEST(Options, AValueMayStandRightBehindAShortOption) {
  const Options options = parse({"gas", "-d/srv/news", "-fcountry,year", "-snewest", "-wlang=de"});
  EXPECT_EQ(options.request.query, "gas");
  EXPECT_THAT(options.archives, ElementsAre("/srv/news", "archive"));
  EXPECT_EQ(options.request.facets.size(), 2U);
  EXPECT_EQ(options.request.sort, SortOrder::Newest);
  EXPECT_THAT(options.request.where, ElementsAre("lang=de"));
  EXPECT_EQ(parse({"gas", "-d.c.", "-date:2022/P1M", "-words:>=500", "-from:ua", "-sport", "-fat"})
                .request.query,
            "gas -d.c. -date:2022/P1M -words:>=500 -from:ua -sport -fat");
}

// Each of these was answered as if one of the two were not there.
TEST(Options, WhatAnActionHasNoUseForIsRefused) {
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
      {{"--batch", "f", "oil"}, "--batch takes no words; leave out: oil"},
      {{"--stats", "gas", "country:ua"}, "--stats takes no words; leave out: gas country:ua"},
      {{"--stats", "--country", "ua"}, "--country does not go with --stats"},
      {{"--count", "gas", "--facet", "country"}, "--facet does not go with --count"},
      {{"--count", "gas", "--timeline", "year"}, "--timeline does not go with --count"},
      {{"--coverage", "--count"}, "--coverage does not go with --count"},
      {{"--batch", "f", "--facet", "country"}, "--facet does not go with --batch"},
      {{"--batch", "f", "--explain"}, "--explain does not go with --batch"},
      {{"--show", "1", "--count"}, "--count does not go with --show"},
      {{"--similar", "1", "--story", "2"}, "--similar does not go with --story"},
      {{"--show", "1", "--country", "ua"}, "--country does not go with --show"},
      {{"--diff", "1", "gas"}, "--diff takes no words"},
      {{"--raw", "1", "--show", "1"}, "--raw does not go with --show"},
      {{"--similar", "x", "--explain", "die"}, "--similar does not go with --explain"},
      {{"--verify", "r", "--since", "7d"}, "--since does not go with --verify"},
      {{"--list-fields", "country"}, "--list-fields takes no words"},
      {{"--save", "x", "gas", "--offset", "3"}, "--offset does not go with --save"},
      {{"@s", "--new", "--facet", "lang"}, "--facet does not go with --new"},
      {{"@s", "--new", "--facets-only", "-f", "lang"}, "--facet does not go with --new"},
      {{"@s", "--new", "--offset", "2"}, "--offset does not go with --new"},
      {{"@s", "--new", "--count"}, "--new does not go with --count"},
      {{"--story", " "}, "--story needs an article"},
      {{"--show", "--version", "1"}, "--show needs a value"},
      {{"--limit", "--json"}, "--limit needs a value"},
      {{"--show", "3", "--version", "--json"}, "--version needs the number"},
      {{"-f", "lang", "--format", "urls"}, "can be printed as: human, jsonl, csv, tsv, html"},
      {{"-f", "lang", "--facets-only", "--format", "{title}"}, "--format does not go with --facet"},
      {{"--show", "1", "--format", "csv"}, "can be printed as: human, jsonl"},
      {{"--verify", "r", "--json"}, "--json does not go with --verify"},
      {{"gas", "--format", "csv", "-0"}, "--null goes with --format urls"}};
  for (auto [arguments, want] : cases) {
    arguments.emplace_back("--no-config");
    EXPECT_THAT(complaint(arguments), HasSubstr(want)) << ::testing::PrintToString(arguments);
  }
}

TEST(Options, WhatIsUsedOrSaysOnlyHowItLooksIsTaken) {
  const std::vector<std::vector<std::string>> all = {
      {"--batch", "f", "--country", "ua", "--count", "--literal", "--format", "ids", "-0"},
      {"--batch", "f", "--matrix", "month", "--since", "2022", "--no-collapse", "--json"},
      {"--batch", "f", "--match", "any", "--format", "trec", "--limit", "100", "--offset", "3"},
      {"--batch", "f", "--similar", "x"},
      {"--count", "gas", "--person", "x", "--sort", "newest", "-n", "3", "--receipt", "r"},
      {"--count", "--story", "x"},
      {"--show", "1", "gas", "--version", "2", "--color", "always", "--json"},
      {"--why-not", "x", "--explain", "--country", "ua"},
      {"--stats", "--facet-limit", "3", "-q", "--no-pager"},
      {"--coverage", "--facet", "lang", "--timeline", "year", "gas", "--html", "p"},
      {"@s", "--new", "--format", "atom", "-n", "3", "--sort", "oldest"},
      {"--help", "--stats", "gas", "--facet", "country"},
      {"--print-config", "-n", "3", "--json"},
      {"--save", "x", "gas", "--country", "ua"}};
  for (const auto& arguments : all)
    EXPECT_NO_THROW(parse(arguments)) << ::testing::PrintToString(arguments);
  EXPECT_EQ(parse(all[9]).request.facets.size(), 3U) << "--coverage adds to the facets given";
}

TEST(Options, TwoDashesEndThem) {
  const Options options = parse_options({"--no-config", "--db", "archive", "--", "gas", "--limit"});
  EXPECT_EQ(options.request.query, "gas --limit");
}

TEST(Options, FiltersBecomeTheFieldsOfTheSameName) {
  const Options options = parse({"gas", "--country", "ru,in", "--person", "Xi Jinping", "--since",
                                 "2022-08", "-w", "lang=de"});
  EXPECT_THAT(options.request.where,
              ElementsAre("country:ru,in", "person:Xi Jinping", "since:2022-08", "lang=de"));
}

TEST(Options, FacetsAreFieldsOrPeriods) {
  const Options options = parse({"gas", "-f", "country,person", "--facet", "month"});
  ASSERT_EQ(options.request.facets.size(), 3U);
  EXPECT_EQ(options.request.facets[1], (FacetSpec{FieldId::Person, {}}));
  EXPECT_EQ(options.request.facets[2], (FacetSpec{FieldId::Date, Interval::Month}));
}

TEST(Options, AFacetMayHaveAPattern) {
  EXPECT_EQ(parse({"-f", "person:mac*,year"}).request.facets[0],
            (FacetSpec{FieldId::Person, {}, "mac*"}));
  EXPECT_THAT(complaint({"-f", "year:2*"}), HasSubstr("times are narrowed by --since"));
}

TEST(Options, TwoFacetsMakeATable) {
  const Options options = parse({"--pivot", "country,month", "--pairs", "person"});
  ASSERT_EQ(options.request.crossings.size(), 2U);
  EXPECT_EQ(options.request.crossings[0].columns, (FacetSpec{FieldId::Date, Interval::Month}));
  EXPECT_EQ(options.request.crossings[1].rows, options.request.crossings[1].columns);
  EXPECT_TRUE(options.request.only_counts);
  EXPECT_THAT(complaint({"--pivot", "a,b,c"}), HasSubstr("two facets"));
}

TEST(Options, TwoQueriesOrTimesAreCompared) {
  const Options queries = parse({"gas", "--compare", "oil", "--facet", "source,word"});
  EXPECT_EQ(queries.action, Action::Compare);
  EXPECT_EQ(queries.compare_with, "oil");
  EXPECT_THAT(queries.request.facets,
              ElementsAre(FacetSpec(FieldId::Source, {}), FacetSpec(FieldId::Body, {})));
  const Options times = parse({"gas", "--compare-dates", "2021, 2022"});
  EXPECT_EQ(times.compare_dates->first, "2021");
  EXPECT_EQ(times.compare_dates->second, "2022");
  EXPECT_EQ(times.request.facets.size(), 3U);
  EXPECT_THAT(complaint({"--compare", "oil"}), HasSubstr("goes with a query"));
  EXPECT_THAT(complaint({"gas", "--compare", " "}), HasSubstr("needs a query"));
  EXPECT_THAT(complaint({"gas", "--compare-dates", "2021"}), HasSubstr("two times"));
  EXPECT_THAT(complaint({"gas", "--compare", "oil", "--compare-dates", "2021,2022"}),
              HasSubstr("does not go with"));
  EXPECT_THAT(complaint({"gas", "--compare", "oil", "--count"}), HasSubstr("does not go with"));
  EXPECT_THAT(complaint({"gas", "--facet", "word"}), HasSubstr("cannot be \"word\""));
}

TEST(Options, SeveralArchivesAreNamed) {
  const Options options = parse({"x", "-d", "tcp://alpha:6431", "--partial", "--timeout", "3"});
  EXPECT_THAT(options.archives, ElementsAre("tcp://alpha:6431", "archive"));
  EXPECT_TRUE(options.partial);
  EXPECT_EQ(options.timeout_seconds, 3);
}

TEST(Options, OnlySettingsMayStandInAFile) {
  for (const std::string& name : option_names()) {
    const bool filter = std::ranges::count(kFilterOptions, name) > 0;
    EXPECT_FALSE(filter && is_setting(name, Program::Search)) << name;
  }
  EXPECT_TRUE(is_setting("limit", Program::Search));
  EXPECT_FALSE(is_setting("batch", Program::Search));
}

TEST(Options, FormatsAndTemplates) {
  EXPECT_EQ(parse({"x", "--json"}).output.format, Format::Jsonl);
  EXPECT_EQ(parse({"x", "--format", "csv"}).output.format, Format::Csv);
  const Options options = parse({"x", "--format", "{date} {title}", "-0"});
  EXPECT_EQ(options.output.format, Format::Template);
  EXPECT_EQ(options.output.record, "{date} {title}");
  EXPECT_TRUE(options.output.null_ends);
}

TEST(Options, ActionsStandInPlaceOfWords) {
  EXPECT_EQ(parse({"--show", "3"}).action, Action::Show);
  EXPECT_EQ(parse({"--raw", "3"}).action, Action::Raw);
  EXPECT_EQ(parse({"--count", "gas"}).action, Action::Count);
  EXPECT_EQ(parse({"--batch", "q.txt"}).action, Action::Batch);
  EXPECT_EQ(parse({"--explain", "gas"}).action, Action::Explain);
  EXPECT_EQ(parse({"--list-fields"}).action, Action::ListFields);
  EXPECT_EQ(parse({"--help", "show"}).action, Action::Help);
  EXPECT_EQ(parse({"show"}).action, Action::Search);
}

TEST(Options, ComplaintsSayWhatWouldBeRight) {
  EXPECT_THAT(complaint({"x", "--limt", "3"}), HasSubstr("did you mean --limit?"));
  EXPECT_THAT(complaint({"x", "--lim", "3"}), HasSubstr("unknown option"));
  EXPECT_THAT(complaint({"x", "-n", "-5"}), HasSubstr("a number from 0"));
  EXPECT_THAT(complaint({"x", "-n-5"}), HasSubstr("a number from 0"));
  EXPECT_THAT(complaint({"x", "--limit", "ten"}), HasSubstr("\"ten\""));
  EXPECT_THAT(complaint({"x", "--sort", "date"}), HasSubstr("relevance, newest, oldest"));
  EXPECT_THAT(complaint({"x", "--facet", "contry"}), HasSubstr("did you mean country?"));
  EXPECT_THAT(complaint({"x", "--facet", "title"}), HasSubstr("cannot be \"title\""));
  EXPECT_THAT(complaint({"x", "--format", "xml"}), HasSubstr("jsonl"));
  EXPECT_THAT(complaint({"x", "--share"}), HasSubstr("--timeline"));
  EXPECT_THAT(complaint({"x", "--facets-only"}), HasSubstr("--facet"));
  EXPECT_THAT(complaint({"x", "--country", ""}), HasSubstr("--country needs a value"));
}

TEST(Options, OfACommandLineAreKnownHoweverTheyAreWritten) {
  for (const std::string& name : option_names()) {
    for (const std::string& typed : {"--" + name, "--" + name + "=7"}) {
      const std::vector<std::string> arguments = {"x", typed};
      EXPECT_NE(options_in(arguments).find_nothrow(name, false), nullptr) << typed;
    }
  }
  EXPECT_TRUE(parse({"x", "-q"}).output.quiet);
  EXPECT_EQ(parse_options({"--db", "archive", "--", "x", "--limt"}).request.query, "x --limt");
  EXPECT_THAT(complaint({"x", "-Z"}), HasSubstr("unknown option"));
}

TEST(Options, EveryOneStandsInTheHelp) {
  const std::string help = help_text();
  for (const std::string& name : option_names()) EXPECT_THAT(help, HasSubstr("--" + name));
  for (std::size_t at = 0; at < help.size();) {
    const std::size_t end = std::min(help.find('\n', at), help.size());
    EXPECT_LE(end - at, 100U) << help.substr(at, end - at);
    at = end + 1;
  }
}

}  // namespace
}  // namespace pressmark::searcher
