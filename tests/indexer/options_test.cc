#include "indexer/options.h"

#include <set>

#include <fmt/core.h>
#include <gtest/gtest.h>

#include "common/error.h"

namespace pressmark::indexer {
namespace {

using namespace std::chrono_literals;
using Arguments = std::vector<std::string>;

TEST(IndexerOptions, FilesAreIndexedByDefault) {
  const Options options = parse_options(
      {"--db", "news", "a.html", "-j2", "crawl", "--exclude", "*.css", "--exclude", "*.js"});
  EXPECT_EQ(options.action, Action::Index);
  EXPECT_EQ(options.archive, "news");
  EXPECT_EQ(options.source.paths, (Arguments{"a.html", "crawl"}));
  EXPECT_EQ(options.source.exclude, (Arguments{"*.css", "*.js"}));
  EXPECT_EQ(options.jobs, 2U);
  EXPECT_EQ(options.lock_timeout, 30s);
}

TEST(IndexerOptions, TheActionIsAnOption) {
  EXPECT_EQ(parse_options({}).action, Action::Usage);
  EXPECT_EQ(parse_options({"--help", "--quiet"}).action, Action::Help);
  EXPECT_EQ(parse_options({"-V"}).action, Action::Version);
  EXPECT_EQ(parse_options({"--db", "x", "--check"}).action, Action::Check);
  EXPECT_EQ(parse_options({"--db", "x", "--compact"}).action, Action::Compact);
  EXPECT_EQ(parse_options({"--db", "x", "--delete", "-"}).id_file, "-");
  EXPECT_EQ(parse_options({"--db", "x", "--undelete", "ids"}).action, Action::Undelete);
  EXPECT_EQ(parse_options({"--db", "x", "--prune"}).action, Action::Index);
  EXPECT_EQ(parse_options({"--db", "x", "--files-from", "-", "-0"}).source.separator,
            ListSeparator::Nul);
  const Options dry = parse_options({"--dry-run", "--json", "a.html"});
  EXPECT_EQ(dry.action, Action::DryRun);
  EXPECT_EQ(dry.format, DryRunFormat::Json);
}

TEST(IndexerOptions, TimeoutsHaveUnits) {
  EXPECT_EQ(parse_options({"--db", "x", "y", "--lock-timeout", "0"}).lock_timeout, 0s);
  EXPECT_EQ(parse_options({"--db", "x", "y", "--lock-timeout", "5s"}).lock_timeout, 5s);
  EXPECT_EQ(parse_options({"--db", "x", "y", "--lock-timeout", "10m"}).lock_timeout, 10min);
  EXPECT_EQ(parse_options({"--db", "x", "y", "--lock-timeout=2h"}).lock_timeout, 2h);
}

TEST(IndexerOptions, MemoryHasUnits) {
  const struct {
    const char* text;
    std::uint64_t mib;
  } cases[] = {{"300", 300}, {"512M", 512},        {"512m", 512},     {"2G", 2048},
               {"2g", 2048}, {"1048576", 1048576}, {"1024G", 1048576}};
  for (const auto& c : cases)
    EXPECT_EQ(parse_options({"--db", "x", "y", "--memory", c.text}).memory_mib, c.mib) << c.text;
}

TEST(IndexerOptions, WhatMakesNoSenseIsRefused) {
  const Arguments wrong[] = {
      {"--db", "x", "y", "--jobs", "0"},
      {"--db", "x", "y", "--jobs", "two"},
      {"--db", "x", "y", "-j-1"},
      {"--db", "x", "y", "--memory", "255"},
      {"--db", "x", "y", "--memory", "255M"},
      {"--db", "x", "y", "--memory", "1025G"},
      {"--db", "x", "y", "--memory", "99999999999999999G"},
      {"--db", "x", "y", "--memory", "M"},
      {"--db", "x", "y", "--sources", "a.tsv", "--sources", "b.tsv"},
      {"--db", "x", "--delete", "a", "--delete", "b"},
      {"--db", "x", "y", "--lock-timeout", "m"},
      {"--db", "x", "y", "--lock-timeout", "-1"},
      {"--db", "x", "--check", "--compact"},
      {"--db", "x", "--check", "y"},
      {"--json", "y"},
      {"--sha256", "00"},
      {"--original", "a.html", "--dry-run"},
      {"--original", "a.html", "b.html"},
      {"--db", "x", "--delete", "ids", "y"},
      {"--db", "x", "--delete", "ids", "--undelete", "ids"},
      {"--db", "x", "--delete", ""},
      {"--explain"},
      {"--db", "x", "--explain", "--check"},
      {"--dry-run"},
      {"--dry-run", "a.html", "--report", "-"},
      {"--db", "x", "y", "-0"},
      {"--db", "", "y"},
      {"--db", "x", "y", "--verbos"},
  };
  for (const Arguments& arguments : wrong) {
    try {
      parse_options(arguments);
      FAIL() << arguments.back();
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::Usage) << error.what();
    }
  }
}

/// The message of an Error (ExitCode::Usage); "accepted" without one.
std::string refusal(const Arguments& arguments) {
  try {
    parse_options(arguments);
    return "accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::Usage);
    return error.what();
  }
}

TEST(IndexerOptions, WhatAnActionDoesNotHeedIsRefused) {
  const Arguments actions[] = {{"--check"},
                               {"--compact"},
                               {"--relabel"},
                               {"--delete", "ids"},
                               {"--undelete", "ids"},
                               {"--original", "a"},
                               {"--export-warc", "a"},
                               {"--dry-run", "a.html"},
                               {"a.html"}};
  const Arguments options[] = {{"--prune"},        {"--prune-all"},       {"--rebuild"},
                               {"--report", "r"},  {"--include", "x"},    {"--exclude", "x"},
                               {"--keep-all"},     {"--respect-noindex"}, {"--date-from-mtime"},
                               {"--sources", "t"}, {"--entities", "t"}};
  const std::set<std::string> fit = {
      "--compact --prune",    "--compact --prune-all",       "--relabel --sources",
      "--relabel --entities", "--delete --report",           "--undelete --report",
      "--dry-run --report",   "--dry-run --include",         "--dry-run --exclude",
      "--dry-run --keep-all", "--dry-run --respect-noindex", "--dry-run --date-from-mtime",
      "--dry-run --sources",  "--dry-run --entities"};
  for (const Arguments& action : actions) {
    for (const Arguments& option : options) {
      Arguments arguments = {"--db", "x", "--no-config"};
      arguments.insert(arguments.end(), action.begin(), action.end());
      arguments.insert(arguments.end(), option.begin(), option.end());
      const bool fits =
          action[0] == "a.html" || fit.contains(fmt::format("{} {}", action[0], option[0]));
      EXPECT_EQ(refusal(arguments),
                fits ? "accepted"
                     : fmt::format("{} and {} cannot be used together", action[0], option[0]));
    }
    Arguments anywhere = {"--db",           "x", "--jobs",     "1", "--memory",    "300",
                          "--lock-timeout", "1", "--log-file", "l", "--no-config", "--quiet"};
    anywhere.insert(anywhere.end(), action.begin(), action.end());
    EXPECT_EQ(refusal(anywhere), "accepted") << action[0];
  }
}

TEST(IndexerOptions, ExplainIsADryRun) {
  for (const Arguments& arguments :
       {Arguments{"--explain", "y"}, Arguments{"--dry-run", "--explain", "y"}}) {
    const Options options = parse_options(arguments);
    EXPECT_EQ(options.action, Action::DryRun);
    EXPECT_TRUE(options.extract.explain);
  }
}

TEST(IndexerOptions, HelpNamesEveryOption) {
  const std::string help = help_text();
  for (const char* option : {"--db",
                             "--jobs",
                             "--files-from",
                             "--null",
                             "--include",
                             "--exclude",
                             "--keep-all",
                             "--respect-noindex",
                             "--date-from-mtime",
                             "--sources",
                             "--entities",
                             "--memory",
                             "--lock-timeout",
                             "--report",
                             "--log-file",
                             "--rebuild",
                             "--quiet",
                             "--verbose",
                             "--dry-run",
                             "--json",
                             "--explain",
                             "--check",
                             "--compact",
                             "--prune",
                             "--relabel",
                             "--delete",
                             "--undelete",
                             "--help",
                             "--version"}) {
    EXPECT_NE(help.find(option), std::string::npos) << option;
  }
}

}  // namespace
}  // namespace pressmark::indexer
