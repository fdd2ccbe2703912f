// One archive, or its articles in several, here and behind xapian-tcpsrv: the answers are the same.
#include <algorithm>
#include <filesystem>
#include <regex>

#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include "common/schema.h"
#include "tests/support/sample_archive.h"
#include "tests/support/served_archive.h"
#include "tests/support/temp_dir.h"

namespace pressmark::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// Names of all files of the sample corpus, from the root of the sources.
std::vector<std::string> corpus() {
  std::vector<std::string> files;
  const fs::path root(PRESSMARK_SOURCE_DIR);
  for (const char* folder : {"default", "multilingual", "duplicates"}) {
    for (const auto& entry : fs::directory_iterator(root / "corpus" / folder)) {
      files.push_back(fs::relative(entry.path(), root).string());
    }
  }
  std::ranges::sort(files);
  return files;
}

/// The corpus dealt out to archives, in turn.
class Dealt {
 public:
  explicit Dealt(std::size_t count) {
    const std::vector<std::string> files = corpus();
    for (std::size_t i = 0; i < count; ++i) {
      std::string list;
      for (std::size_t at = i; at < files.size(); at += count) list += files[at] + "\n";
      names_.push_back(directory_.str("part-" + std::to_string(i)));
      const RunResult made =
          run({"/bin/sh", "-c",
               "cd '" PRESSMARK_SOURCE_DIR "' && exec \"$0\" --db \"$1\" -q --files-from -",
               program("pressmark-index"), names_.back()},
              list);
      EXPECT_EQ(made.exit_code, 0) << made.err;
    }
  }
  const std::vector<std::string>& names() const { return names_; }

 private:
  TempDir directory_;
  std::vector<std::string> names_;
};

/// What a command prints when it asks these archives.
std::string answer(const std::vector<std::string>& archives,
                   const std::vector<std::string>& command) {
  std::vector<std::string> arguments;
  for (std::size_t i = 1; i < archives.size(); ++i) {
    arguments.insert(arguments.end(), {"--db", archives[i]});
  }
  arguments.insert(arguments.end(), command.begin(), command.end());
  const RunResult result = search(archives.front(), arguments);
  EXPECT_LE(result.exit_code, 1) << result.err;
  // When an article was added differs, as the archives were made one after the other.
  static const std::regex kMoment("20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z");
  return std::regex_replace(result.out, kMoment, "MOMENT");
}

const std::vector<std::vector<std::string>> kCommands = {
    {"flood", "--format", "csv"},
    {"storm OR ferry OR railway", "-n", "0", "--format", "csv"},
    {"the harbour and the railway of the north", "--match", "any", "-n", "20", "--format", "csv"},
    {"\"lightning strike\"", "--format", "csv"},
    {"power", "NEAR/30", "storm", "--format", "csv"},
    {"title:ferry", "--format", "csv"},
    {"inflat*", "OR", "ferr*", "--format", "csv"},
    {"kariba", "--format", "csv"},
    {"kariba", "--no-collapse", "--format", "ids"},
    {"*", "--sort", "newest", "-n", "0", "--format", "ids"},
    {"*", "--sort", "oldest", "-n", "25", "--offset", "5", "--format", "ids"},
    {"ferry", "--sort", "blend", "--format", "csv"},
    {"river", "--country", "fr,de", "-f", "country,lang,source,year,month,entity,person",
     "--facet-limit", "0", "--facets-only", "--format", "csv"},
    {"-f", "country,lang,source,author,org,place,section", "--facet-limit", "7", "--facets-only"},
    {"-f", "person:h*", "--facets-only", "--format", "csv"},
    {"--timeline", "year", "--share", "river", "--facets-only", "--format", "csv"},
    {"--timeline", "auto", "--facets-only", "--format", "csv"},
    {"--related", "country,place,word", "river", "--facets-only", "--format", "csv"},
    {"--pivot", "country,year", "--format", "csv"},
    {"--pairs", "country,lang", "--format", "csv"},
    {"--pairs", "country", "--format", "csv"},
    {"lang:en", "--compare", "lang:fr,de", "--facet", "word,lang,person", "--format", "csv"},
    {"--compare-dates", "..2019,2020..", "--facet", "word,country", "--json"},
    {"--count", "river"},
    {"--explain", "river -lyon country:fr since:2019"},
    {"ferry", "-n", "3", "--long"},
    {"ferry", "--kwic"},
    {"url:https://*", "-n", "0", "--format", "ids"},
    {"floood", "--format", "ids"}};

TEST(Shards, FourArchivesAnswerAsOne) {
  const Dealt one(1), four(4);
  for (const auto& command : kCommands) {
    EXPECT_EQ(answer(four.names(), command), answer(one.names(), command))
        << testing::PrintToString(command);
  }
}

TEST(Shards, TwoRemoteArchivesAndOneHereAnswerAsOne) {
  const Dealt one(1), three(3);
  const ServedArchive first(three.names()[0]), second(three.names()[1]);
  const std::vector<std::string> mixed = {first.name(), second.name(), three.names()[2]};
  for (const auto& command : kCommands) {
    EXPECT_EQ(answer(mixed, command), answer(one.names(), command))
        << testing::PrintToString(command);
  }
}

TEST(Shards, AnArticleIsReadFromWhereItLies) {
  const Dealt two(2);
  const ServedArchive served(two.names()[0]);
  for (const std::string& id : {answer({two.names()[0]}, {"*", "-n", "1", "--format", "ids"}),
                                answer({two.names()[1]}, {"*", "-n", "1", "--format", "ids"})}) {
    const std::string shown =
        answer({served.name(), two.names()[1]}, {"--show", id.substr(0, id.size() - 1)});
    EXPECT_THAT(shown, HasSubstr(id.substr(0, 13)));
  }
}

TEST(Shards, OneThatIsDownIsSaidOrLeftOut) {
  const std::string& here = sample_archive("default");
  const std::string gone = nobody();
  const RunResult failed = search(here, {"--db", gone, "flood"});
  EXPECT_EQ(failed.exit_code, 3);
  EXPECT_EQ(failed.out, "");
  EXPECT_EQ(std::ranges::count(failed.err, '\n'), 1) << failed.err;
  EXPECT_THAT(failed.err, HasSubstr(gone));
  EXPECT_THAT(failed.err, HasSubstr("--partial"));
  const RunResult partial = search(here, {"--db", gone, "--partial", "flood"});
  EXPECT_EQ(partial.exit_code, 0) << partial.err;
  EXPECT_EQ(partial.out, search(here, {"flood"}).out);
  EXPECT_THAT(partial.err, HasSubstr("left out"));
  EXPECT_EQ(search(gone, {"--partial", "flood"}).exit_code, 3);
}

TEST(Shards, OneThatHangsIsSaidOrLeftOut) {
  const std::string& here = sample_archive("default");
  const SilentServer silent;
  const RunResult failed = search(here, {"--db", silent.name(), "--timeout", "1", "flood"});
  EXPECT_EQ(failed.exit_code, 3);
  EXPECT_THAT(failed.err, HasSubstr("no answer in time"));
  const RunResult partial =
      search(here, {"--db", silent.name(), "--timeout", "1", "--partial", "flood"});
  EXPECT_EQ(partial.exit_code, 0) << partial.err;
  EXPECT_EQ(partial.out, search(here, {"flood"}).out);
}

TEST(Shards, ARemoteNameIsCheckedAndItsLimitsAreSaid) {
  const std::string& here = sample_archive("default");
  for (const char* wrong : {"tcp://", "tcp://host", "tcp://host:0", "tcp://host:99999"}) {
    EXPECT_EQ(search(here, {"--db", wrong, "flood"}).exit_code, 2) << wrong;
  }
  const ServedArchive served(here);
  const std::vector<std::vector<std::string>> asked = {
      {"is:copy"}, {"flood", "-similar:>3"}, {"--count", "is:copy"}, {"-f", "year", "is:copy"}};
  for (const auto& command : asked) {
    const RunResult copies = search(served.name(), command);
    EXPECT_EQ(copies.exit_code, 2);
    EXPECT_EQ(copies.err,
              "pressmark-search: is:copy and similar: need the table of near-copies, a file of the "
              "archive that xapian-tcpsrv does not serve; ask the archive where it lies\n");
  }
}

TEST(Shards, WhatARemoteArchiveDoesNotTellIsUnknownNotNothing) {
  const std::string& here = sample_archive("default");
  const ServedArchive served(here);
  const RunResult json = search(served.name(), {"--stats", "--json"});
  for (const char* unknown : {"in_stories", "bytes", "db_revision"})
    EXPECT_THAT(json.out, Not(HasSubstr(unknown)));
  EXPECT_THAT(search(served.name(), {"--stats"}).out, HasSubstr("unknown near-copies of others"));
  EXPECT_THAT(search(here, {"--stats", "--json"}).out, HasSubstr("\"in_stories\":"));
  EXPECT_THAT(search(served.name(), {"flood"}).err, HasSubstr("tables of near-copies"));
  EXPECT_THAT(search(here, {"flood"}).err, Not(HasSubstr("tables of near-copies")));
}

TEST(Shards, AnArchiveThatIsGivenTwiceIsOne) {
  const Dealt two(2);
  const std::string &name = two.names()[0], other = two.names()[1];
  const TempDir dir;
  fs::copy(name, dir.str("copy"), fs::copy_options::recursive);
  const ServedArchive served(name);
  const std::string count = answer({name}, {"--count", "*"});
  for (const std::string& again : {name, name + "/.", dir.str("copy"), served.name()}) {
    const RunResult both = search(name, {"--db", again, "--count", "*"});
    EXPECT_EQ(both.out, count) << again;
    EXPECT_THAT(both.err, HasSubstr("is the same archive as")) << again;
  }
  EXPECT_NE(answer({name, other}, {"--count", "*"}), count);
  dir.write("late.txt", "A late report\n\nThe harbour of Dundee was reopened on Tuesday.\n");
  EXPECT_EQ(run({program("pressmark-index"), "-q", "--db", dir.str("copy"), dir.str("late.txt")})
                .exit_code,
            0);
  const RunResult forked = search(name, {"--db", dir.str("copy"), "--count", "*"});
  EXPECT_EQ(forked.exit_code, 2) << forked.out;
  EXPECT_THAT(forked.err, HasSubstr("one archive at two times"));
}

/// A copy of the sample archive whose segments say other things of themselves.
std::string stamped_archive(const TempDir& directory, const std::string& schema,
                            const std::string& xapian) {
  const std::string copy = directory.str("schema-" + schema + "-" + xapian);
  fs::copy(sample_archive("default"), copy, fs::copy_options::recursive);
  for (const auto& entry : fs::directory_iterator(copy)) {
    if (!fs::exists(entry.path() / "iamglass")) continue;
    Xapian::WritableDatabase segment(entry.path().string(), Xapian::DB_OPEN);
    segment.set_metadata("schema", schema);
    segment.set_metadata("xapian", xapian);
  }
  return copy;
}

TEST(Shards, ARemoteArchiveOfAnotherSchemaIsRefusedAsOneHere) {
  const TempDir directory;
  struct Case {
    std::string schema, xapian, want;
  };
  const std::string ours = std::to_string(kSchemaVersion);
  const std::string newer = std::to_string(kSchemaVersion + 1);
  const Case cases[] = {
      {"2", "1.4.22", "has the older schema 2 (this version reads " + ours + "); index it again"},
      {newer, "1.4.22",
       "was written by a newer Pressmark (schema " + newer + ", this one reads " + ours + ")"},
      {ours, "2.0.0", "was written with Xapian 2.0.0"}};
  for (const auto& [schema, xapian, want] : cases) {
    const ServedArchive served(stamped_archive(directory, schema, xapian));
    const RunResult refused = search(served.name(), {"flood"});
    EXPECT_EQ(refused.exit_code, 3);
    EXPECT_EQ(refused.out, "");
    EXPECT_THAT(refused.err, StartsWith("pressmark-search: the archive " + served.name() + " "));
    EXPECT_THAT(refused.err, HasSubstr(want));
    EXPECT_EQ(std::ranges::count(refused.err, '\n'), 1) << refused.err;
    const RunResult left = search(sample_archive("default"),
                                  {"--db", served.name(), "--partial", "flood", "--format", "ids"});
    EXPECT_EQ(left.exit_code, 0) << left.err;
    EXPECT_THAT(left.err, HasSubstr("left out"));
  }
}

TEST(Shards, ARemoteArchiveFromBeforeStampsIsKnownByItsRecords) {
  const TempDir directory;
  const ServedArchive served(stamped_archive(directory, "", ""));
  const RunResult refused = search(served.name(), {"flood"});
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_THAT(refused.err, HasSubstr(fmt::format("has the older schema 3 (this version reads {})",
                                                 kSchemaVersion)));
}

TEST(Shards, TheSameArticleTwiceIsOneHit) {
  const std::string& here = sample_archive("default");
  const Dealt again(1);
  const RunResult both = search(here, {"--db", again.names()[0], "lyon", "flood", "--json"});
  EXPECT_EQ(std::ranges::count(both.out, '\n'), 2) << both.out;
  EXPECT_THAT(both.out, HasSubstr("\"similar\":0"));
  EXPECT_THAT(both.out, Not(HasSubstr("\"rank\":2")));
}

TEST(Shards, AListWithoutALimitHasEveryCopyThatOneWithALimitHas) {
  const std::string& here = sample_archive("default");
  const Dealt again(1);
  const auto list = [&](const std::string& limit) {
    return search(here, {"--db", again.names()[0], "flood", "--no-collapse", "--format", "ids",
                         "--sort", "relevance", "-n", limit});
  };
  const RunResult all = list("0");
  EXPECT_GT(std::ranges::count(all.out, '\n'), 2);
  EXPECT_EQ(all.out, list("100").out) << all.err;
}

}  // namespace
}  // namespace pressmark::test
