// --new: each article of a saved query once, over runs with new, changed and re-indexed articles.
#include <filesystem>
#include <random>
#include <set>
#include <sstream>

#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/run.h"
#include "tests/support/temp_dir.h"

namespace pressmark::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class NewSince : public ::testing::Test {
 protected:
  NewSince() { setenv("XDG_CONFIG_HOME", dir_.str("config").c_str(), 1); }
  ~NewSince() override { unsetenv("XDG_CONFIG_HOME"); }

  void write_article(int number, int version, bool matches) const {
    dir_.write(fmt::format("in/{}.jsonl", number),
               fmt::format(
                   "{{\"id\":\"n{0}\",\"title\":\"Bulletin {0}\",\"text\":\"Bulletin number {0} in "
                   "version {1}. The {2} stays closed while the dredger works, and the ferry "
                   "leaves from the fish quay.\"}}\n",
                   number, version, matches ? "harbour" : "museum"));
  }
  RunResult index(std::vector<std::string> more = {}) const {
    more.insert(more.begin(),
                {program("pressmark-index"), "--db", dir_.str("db"), "--quiet", dir_.str("in")});
    return run(more);
  }
  RunResult search(std::vector<std::string> words) const {
    words.insert(words.begin(), {program("pressmark-search"), "--db", dir_.str("db")});
    return run(words);
  }
  /// External ids that one call of --new shows.
  std::vector<std::string> shown(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"@port", "--new", "--quiet", "--format", "{title}"});
    const RunResult result = search(more);
    std::vector<std::string> found;
    std::istringstream in(result.out);
    for (std::string line; std::getline(in, line);) found.push_back(line);
    EXPECT_EQ(result.exit_code, found.empty() ? 1 : 0) << result.err;
    return found;
  }

  TempDir dir_;
};

TEST_F(NewSince, TheDaysOfTheSummaryAreThoseOfWhatIsShown) {
  for (const char* day : {"2021-03-01", "2022-03-02"}) {
    dir_.write(
        fmt::format("in/{}.jsonl", day),
        fmt::format(
            "{{\"id\":\"{0}\",\"date\":\"{0}\",\"title\":\"Ferry of {0}\",\"text\":\"The harbour "
            "stays closed while the dredger works.\"}}\n",
            day));
  }
  EXPECT_EQ(index().exit_code, 0);
  EXPECT_EQ(search({"harbour", "--save", "port"}).exit_code, 0);
  const auto asked = [&] {
    return search({"@port", "--new", "--sort", "oldest", "-n", "1", "--json"}).out;
  };
  EXPECT_THAT(asked(), HasSubstr(R"("first_date":"2021-03-01","last_date":"2021-03-01")"));
  EXPECT_THAT(asked(), HasSubstr(R"("first_date":"2022-03-02","last_date":"2022-03-02")"));
  EXPECT_THAT(asked(), Not(HasSubstr("first_date")));
}

TEST_F(NewSince, ShowsEachMatchOnceOverRunsWithUpdatesAndARebuild) {
  std::mt19937 random(11);
  std::set<std::string> matching, all_shown;
  write_article(0, 0, true);
  matching.insert("Bulletin 0");
  EXPECT_EQ(index().exit_code, 0);
  EXPECT_EQ(search({"harbour", "--save", "port"}).exit_code, 0);
  for (int run = 1; run <= 8; ++run) {
    for (int i = 0; i < 3; ++i) {
      const int number = static_cast<int>(random() % 12);
      const bool matches = random() % 3 != 0;
      write_article(number, run, matches);
      const std::string title = fmt::format("Bulletin {}", number);
      matches ? (void)matching.insert(title) : (void)matching.erase(title);
    }
    EXPECT_EQ(index(run == 5 ? std::vector<std::string>{"--rebuild"} : std::vector<std::string>{})
                  .exit_code,
              0);
    for (const std::string& title : shown())
      EXPECT_TRUE(all_shown.insert(title).second) << title << " twice, in run " << run;
    for (const std::string& title : matching)
      EXPECT_TRUE(all_shown.contains(title)) << title << " missed in run " << run;
    EXPECT_TRUE(shown().empty());
  }
  EXPECT_GT(all_shown.size(), 5U);
}

TEST_F(NewSince, ALimitLeavesTheRestForTheNextCall) {
  for (int number = 0; number < 5; ++number) write_article(number, 1, true);
  EXPECT_EQ(index().exit_code, 0);
  EXPECT_EQ(search({"harbour", "--save", "port"}).exit_code, 0);
  EXPECT_EQ(shown({"--limit", "2"}).size(), 2U);
  EXPECT_EQ(shown({"--limit", "2"}).size(), 2U);
  EXPECT_EQ(shown().size(), 1U);
}

TEST_F(NewSince, WhatCouldNotBeWrittenIsShownAgain) {
  write_article(1, 1, true);
  EXPECT_EQ(index().exit_code, 0);
  EXPECT_EQ(search({"harbour", "--save", "port"}).exit_code, 0);
  const RunResult full = run({"/bin/sh", "-c", "\"$0\" --db \"$1\" @port --new --json > /dev/full",
                              program("pressmark-search"), dir_.str("db")});
  EXPECT_EQ(full.exit_code, 5);
  EXPECT_EQ(shown().size(), 1U);
}

// They counted as shown, and the next call said "Nothing new".
TEST_F(NewSince, WhatAFormatDoesNotShowCountsAsNotShown) {
  write_article(1, 1, true);
  EXPECT_EQ(index().exit_code, 0);
  EXPECT_EQ(search({"harbour", "--save", "port"}).exit_code, 0);
  const RunResult urls = search({"@port", "--new", "--format", "urls"});  // it has none
  EXPECT_EQ(urls.exit_code, 1);
  EXPECT_EQ(urls.out, "");
  for (const std::vector<std::string>& counts :
       std::vector<std::vector<std::string>>{{"--facet", "lang", "--format", "csv"},
                                             {"--facet", "lang", "--facets-only"},
                                             {"--timeline", "year"},
                                             {"--related", "person"},
                                             {"--pivot", "lang,year"}}) {
    std::vector<std::string> words = {"@port", "--new"};
    words.insert(words.end(), counts.begin(), counts.end());
    EXPECT_EQ(search(words).exit_code, 2) << counts[0];
  }
  EXPECT_EQ(shown().size(), 1U);
}

TEST_F(NewSince, SaysWhatIsToBeKnownOfTheQuery) {
  write_article(1, 1, true);
  EXPECT_EQ(index().exit_code, 0);
  EXPECT_EQ(search({"harbour", "source:nowhere.example", "--save", "port"}).exit_code, 0);
  EXPECT_THAT(search({"@port", "--new"}).err,
              HasSubstr("no source of this archive is called \"nowhere.example\""));
}

TEST_F(NewSince, NeedsOneSavedQuery) {
  write_article(1, 1, true);
  EXPECT_EQ(index().exit_code, 0);
  EXPECT_EQ(search({"harbour", "--new"}).exit_code, 2);
  EXPECT_EQ(search({"@port", "--new", "--country", "fr"}).exit_code, 2);
  EXPECT_EQ(search({"@port", "--new"}).exit_code, 2);
  EXPECT_EQ(search({"harbour", "--save", "port"}).exit_code, 0);
  const RunResult first = search({"@port", "--new", "--format", "atom"});
  EXPECT_EQ(first.exit_code, 0);
  EXPECT_THAT(first.out, HasSubstr("<title>Bulletin 1</title>"));
  const RunResult second = search({"@port", "--new"});
  EXPECT_EQ(second.exit_code, 1);
  EXPECT_THAT(second.err, HasSubstr("Nothing new in  @port"));
}

}  // namespace
}  // namespace pressmark::test
