// --delete and --undelete: which articles go, that they stay away, and how they come back.
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/run.h"
#include "tests/support/temp_dir.h"

namespace pressmark::test {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;

std::string disputed_record(const std::string& slug, const std::string& what) {
  return fmt::format(
      "{{\"url\":\"https://www.quay-post.example/{0}\",\"title\":\"The quay at "
      "{0}\",\"text\":\"The "
      "quay at {0} {1}, and the harbour master closed the northern basin until the morning.\"}}\n",
      slug, what);
}

class Takedown : public ::testing::Test {
 protected:
  Takedown() {
    dir.write("a.jsonl",
              disputed_record("elm", "was flooded") + disputed_record("oak", "was flooded"));
    dir.write("b.jsonl", disputed_record("ash", "was flooded"));
    EXPECT_EQ(index({"a.jsonl", "b.jsonl"}).exit_code, 0);
    dir.write("b.jsonl", disputed_record("ash", "was repaired later, as plumbers say"));
    EXPECT_EQ(index({"b.jsonl"}).exit_code, 0);
  }

  RunResult index(const std::vector<std::string>& arguments, std::string_view input = {}) {
    std::vector<std::string> argv = {
        "/usr/bin/env", "-C", dir.str(""), program("pressmark-index"), "--db", dir.str("db")};
    argv.insert(argv.end(), arguments.begin(), arguments.end());
    return run(argv, input);
  }
  RunResult search(const std::vector<std::string>& arguments) {
    std::vector<std::string> argv = {program("pressmark-search"), "--db", dir.str("db")};
    argv.insert(argv.end(), arguments.begin(), arguments.end());
    return run(argv);
  }
  /// The list that --delete takes.
  std::string ids(const std::string& query) {
    return search({query, "--no-collapse", "--limit", "0", "--format", "ids"}).out;
  }
  std::string titles() {
    return search({"*", "--no-collapse", "--limit", "0", "--sort", "oldest", "--format", "{title}"})
        .out;
  }

  TempDir dir;
};

TEST_F(Takedown, SaysWhatItDeletedAndWhatItDoesNotKnow) {
  const std::string elm = ids("title:elm"), unknown = "anzz7exl5atvi";
  dir.write("list", elm + unknown + "\n\nhttps://www.quay-post.example/oak\n" + elm);
  const RunResult done = index({"--delete", "list", "--report", "report.jsonl"});
  EXPECT_EQ(done.exit_code, 1);
  EXPECT_THAT(done.err,
              HasSubstr("deleted " + elm.substr(0, 13) + "  https://www.quay-post.example/elm\n"));
  EXPECT_THAT(done.err, HasSubstr("pressmark-index: no such article: " + unknown + "\n"));
  EXPECT_THAT(done.err, HasSubstr("no such article: https://www.quay-post.example/oak\n"));
  EXPECT_THAT(done.err, HasSubstr("deleted 1; 0 deleted before; 2 unknown\narchive: 2 articles"));
  const std::string report = read_file(dir.path() / "report.jsonl");
  EXPECT_THAT(report,
              HasSubstr("\"status\":\"deleted\",\"detail\":\"a.jsonl:1\",\"id\":\"" +
                        elm.substr(0, 13) + "\",\"url\":\"https://www.quay-post.example/elm\"}\n"));
  EXPECT_THAT(
      report,
      HasSubstr("\"status\":\"failed\",\"reason\":\"unknown-id\",\"id\":\"anzz7exl5atvi\"}\n"));
  EXPECT_THAT(titles(), Not(HasSubstr("elm")));
  const RunResult again = index({"--delete", "-"}, elm);
  EXPECT_EQ(again.exit_code, 0) << again.err;
  EXPECT_THAT(again.err, HasSubstr("deleted 0; 1 deleted before; 0 unknown\n"));
  EXPECT_EQ(index({"--check"}).exit_code, 0);
}

// Whatever is read: the same file, a changed one, another record of the same address, all anew.
TEST_F(Takedown, WhatWasDeletedDoesNotComeBack) {
  ASSERT_EQ(index({"--delete", "-"}, ids("title:ash")).exit_code, 0);
  dir.write("c.jsonl", disputed_record("ash", "is open again") + disputed_record("fir", "is open"));
  const RunResult more = index({"b.jsonl", "c.jsonl"});
  EXPECT_EQ(more.exit_code, 0) << more.err;
  EXPECT_THAT(more.err, HasSubstr("added 1,"));
  EXPECT_THAT(more.err, HasSubstr("(deleted 1)"));
  EXPECT_THAT(titles(), Not(HasSubstr("ash")));
  const RunResult rebuilt = index({"--rebuild", "a.jsonl", "b.jsonl", "c.jsonl"});
  EXPECT_THAT(rebuilt.err,
              HasSubstr("added 3, updated 0, unchanged 0, duplicate 0, skipped 2 (deleted 2)"));
  EXPECT_THAT(titles(), Not(HasSubstr("ash")));
  EXPECT_EQ(search({"--show", "https://www.quay-post.example/ash"}).exit_code, 1);
}

TEST_F(Takedown, NoByteOfADeletedArticleStays) {
  const auto files_with = [this](const std::string& word) {
    std::size_t files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(dir.path() / "db"))
      files += entry.is_regular_file() && read_file(entry.path()).find(word) != std::string::npos;
    return files;
  };
  EXPECT_GT(files_with("plumber"), 0U);
  ASSERT_EQ(index({"--delete", "-"}, ids("title:ash")).exit_code, 0);
  EXPECT_EQ(files_with("plumber"), 0U);
  EXPECT_EQ(files_with("quay-post.example/ash"), 0U);
  EXPECT_GT(files_with("quay-post.example/oak"), 0U);
}

// One bit: the bytes go all the same, and what is wrong is said.
TEST_F(Takedown, DamageKeepsNothing) {
  ASSERT_EQ(index({"--compact"}).exit_code, 0);
  const std::string elm = ids("title:elm");
  for (const auto& entry : fs::recursive_directory_iterator(dir.path() / "db")) {
    if (entry.path().filename() != "position.glass" ||
        entry.path().string().find("seg-") == std::string::npos)
      continue;
    std::string bytes = read_file(entry.path());
    const std::size_t at = bytes.find_last_not_of('\0');
    bytes[at] = static_cast<char>(bytes[at] ^ 4);
    std::ofstream(entry.path(), std::ios::binary) << bytes;
  }
  const RunResult done = index({"--delete", "-"}, elm);
  EXPECT_EQ(done.exit_code, 3);
  EXPECT_THAT(done.err, HasSubstr("deleted 1;"));
  EXPECT_THAT(done.err, HasSubstr("position.glass is damaged"));
  EXPECT_THAT(titles(), Not(HasSubstr("elm")));
  for (const auto& entry : fs::recursive_directory_iterator(dir.path() / "db")) {
    if (!entry.is_regular_file()) continue;
    EXPECT_EQ(read_file(entry.path()).find("quay-post.example/elm"), std::string::npos) << entry;
  }
  EXPECT_THAT(index({"--check"}).out, HasSubstr("without checksums"));
}

TEST_F(Takedown, UndeletedArticlesComeBackWithTheNextRun) {
  const std::string ash = ids("title:ash");
  ASSERT_EQ(index({"--delete", "-"}, ash).exit_code, 0);
  const RunResult undone = index({"--undelete", "-"}, ash);
  EXPECT_EQ(undone.exit_code, 0) << undone.err;
  EXPECT_THAT(
      undone.err,
      HasSubstr("undeleted 1; 0 not deleted; 0 unknown; the next run reads 1 file again\n"));
  EXPECT_THAT(index({"a.jsonl", "b.jsonl"}).err, HasSubstr("added 1,"));
  EXPECT_THAT(titles(), HasSubstr("ash"));
  const RunResult again = index({"--undelete", "-"}, ash + "aaaaaaaaaaaaa\n");
  EXPECT_EQ(again.exit_code, 1);
  EXPECT_THAT(again.err, HasSubstr("the article is not deleted: " + ash));
  EXPECT_THAT(again.err, HasSubstr("no such article: aaaaaaaaaaaaa\n"));
  EXPECT_THAT(again.err, HasSubstr("undeleted 0; 1 not deleted; 1 unknown;"));
}

TEST_F(Takedown, NeedsAnArchiveAndAList) {
  EXPECT_EQ(index({"--delete", "nowhere"}).exit_code, 2);
  EXPECT_EQ(index({"--delete", "a.jsonl", "b.jsonl"}).exit_code, 2);
  EXPECT_EQ(run({program("pressmark-index"), "--db", dir.str("none"), "--delete", "-"}).exit_code,
            3);
  EXPECT_FALSE(fs::exists(dir.path() / "none"));
}

}  // namespace
}  // namespace pressmark::test
