#include "searcher/options.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/error.h"
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

TEST(Options, AWordWithAMinusBelongsToTheQuery) {
  EXPECT_EQ(parse({"energy", "-russia", "-country:us"}).request.query,
            "energy -russia -country:us");
  EXPECT_EQ(parse({"-news", "gas"}).request.query, "-news gas");
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
  EXPECT_THAT(complaint({"-f", "year:2*"}), HasSubstr("cannot be \"year\""));
}

TEST(Options, TwoFacetsMakeATable) {
  const Options options = parse({"--pivot", "country,month", "--pairs", "person"});
  ASSERT_EQ(options.request.crossings.size(), 2U);
  EXPECT_EQ(options.request.crossings[0].columns, (FacetSpec{FieldId::Date, Interval::Month}));
  EXPECT_EQ(options.request.crossings[1].rows, options.request.crossings[1].columns);
  EXPECT_TRUE(options.request.only_counts);
  EXPECT_THAT(complaint({"--pivot", "a,b,c"}), HasSubstr("two facets"));
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
    EXPECT_FALSE(filter && is_setting(name)) << name;
  }
  EXPECT_TRUE(is_setting("limit"));
  EXPECT_FALSE(is_setting("batch"));
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
