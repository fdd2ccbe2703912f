// --relabel: names and countries found anew in the stored texts.
#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample_archive.h"
#include "tests/support/temp_dir.h"

namespace pressmark::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

RunResult index(const std::string& archive, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {program("pressmark-index"), "--db", archive});
  return run(arguments);
}

/// Everything that the archive says of its articles.
std::string all_of(const std::string& archive) {
  const RunResult result = search(archive, {"*", "-n", "0", "--json", "--sort", "oldest", "-q"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  const std::size_t summary = result.out.find("{\"type\":\"summary\"");  // has the time it took
  EXPECT_NE(summary, std::string::npos);
  return result.out.substr(0, summary);
}

/// A copy of the sample archive that may be changed.
class Relabel : public testing::Test {
 protected:
  Relabel() {
    fs::copy(sample_archive("default multilingual duplicates"), archive_,
             fs::copy_options::recursive);
  }

  std::string count(const std::string& query) const {
    return search(archive_, {"--count", query}).out;
  }

  TempDir dir_;
  std::string archive_ = dir_.str("db");
};

TEST_F(Relabel, WithoutTablesNothingChanges) {
  const std::string before = all_of(archive_);
  const auto facets = [&] {
    const std::string out = search(archive_, {"*", "--facets-only", "-f",
                                              "person,org,place,country,source,year", "--json"})
                                .out;
    return out.substr(0, out.find("\"elapsed_ms\""));
  };
  const std::string facets_before = facets();
  const RunResult result = index(archive_, {"--relabel", "-j", "2"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.err, HasSubstr("relabelled"));
  EXPECT_EQ(all_of(archive_), before);
  EXPECT_EQ(index(archive_, {"--check"}).exit_code, 0);
  EXPECT_EQ(facets(), facets_before);
}

TEST_F(Relabel, ATableIsAppliedAndTakenBack) {
  const std::string before = all_of(archive_);
  const std::string table = dir_.write("names.tsv", "Xi Jinping\tPER\tPresident Xi\tCN\n");
  const std::string articles = count("person:\"Xi Jinping\"");
  ASSERT_NE(articles, "0\n");
  EXPECT_EQ(index(archive_, {"--relabel", "--entities", table, "-j", "1"}).exit_code, 0);
  EXPECT_EQ(count("person:\"President Xi\""), articles);
  EXPECT_EQ(count("person:\"Xi Jinping\""), articles) << "another name of his";
  const std::string persons =
      search(archive_, {"*", "--facets-only", "-f", "person", "--facet-limit", "0"}).out;
  EXPECT_THAT(persons, HasSubstr("President Xi"));
  EXPECT_THAT(persons, Not(HasSubstr("Xi Jinping")));
  EXPECT_EQ(index(archive_, {"--relabel"}).exit_code, 0);
  EXPECT_EQ(all_of(archive_), before);
}

TEST_F(Relabel, WhatAnArticleCameWithAndItsVersionsStay) {
  const auto write = [&](const std::string& text) {
    return dir_.write(
        "in/a.jsonl",
        "{\"id\":\"a\",\"title\":\"Pier shut\",\"dateline\":\"OSLO, May 3\",\"persons\":[\"Harbour "
        "Master\"],\"countries\":[\"CL\"],\"text\":\"" +
            text + "\"}\n");
  };
  const std::string db = dir_.str("given");
  for (const std::string text : {"The pier in Lisbon is shut, Ann Miller said.",
                                 "The pier in Lisbon is open again, Ann Miller said."})
    ASSERT_EQ(index(db, {"-q", write(text)}).exit_code, 0);
  const std::string before = all_of(db);
  EXPECT_THAT(before, HasSubstr("Harbour Master"));
  EXPECT_THAT(before, Not(HasSubstr("Ann Miller\"]")));
  EXPECT_EQ(index(db, {"--relabel"}).exit_code, 0);
  EXPECT_EQ(all_of(db), before);
  EXPECT_EQ(search(db, {"--count", "is:edited"}).out, "1\n");
  EXPECT_EQ(search(db, {"--count", "country:CL"}).out, "1\n");
  EXPECT_EQ(index(db, {"--check"}).exit_code, 0);
}

TEST_F(Relabel, NeedsAnArchiveAndTakesNoFiles) {
  EXPECT_EQ(index(dir_.str("none"), {"--relabel"}).exit_code, 3);
  EXPECT_FALSE(fs::exists(dir_.str("none")));
  EXPECT_EQ(index(archive_, {"--relabel", dir_.write("a.txt", "A text.")}).exit_code, 2);
}

}  // namespace
}  // namespace pressmark::test
