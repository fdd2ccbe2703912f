// An archive whose own files are not as they were written: the right answer, or exit code 3 and one
// line.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/run.h"
#include "tests/support/sample_archive.h"
#include "tests/support/temp_dir.h"

namespace pressmark::test {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

/// A file whose name begins so in an archive or a segment of it.
fs::path find(const fs::path& archive, std::string_view name) {
  for (const auto& entry : fs::recursive_directory_iterator(archive)) {
    if (entry.path().filename().string().starts_with(name)) return entry.path();
  }
  ADD_FAILURE() << "there is no " << name;
  return archive;
}

/// A copy of a sample archive.
class DamagedArchive : public ::testing::Test {
 protected:
  DamagedArchive() {
    fs::copy(sample_archive("default multilingual duplicates"), archive_,
             fs::copy_options::recursive);
  }

  RunResult ask(std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"--format", "csv"});
    return search(archive_.string(), arguments);
  }

  TempDir dir_;
  fs::path archive_ = dir_.path() / "archive";
};

struct Case {
  const char* file;
  std::vector<std::vector<std::string>> questions;
};

const std::vector<Case>& cases() {
  static const std::vector<Case> kCases = {
      {"columns",
       {{"*", "--facet", "country,person,source", "--facet-limit", "0", "--facets-only"},
        {"*", "--timeline", "month", "--facets-only"},
        {"water OR city", "--sort", "newest", "-n", "0"}}},
      {"bounds", {{"water OR city", "-n", "0"}}},
      {"stories-", {{"*", "-n", "0"}, {"is:copy", "-n", "0"}}},
  };
  return kCases;
}

TEST_F(DamagedArchive, GivesTheRightAnswerOrNone) {
  for (const Case& each : cases()) {
    const fs::path file = find(archive_, each.file);
    const std::string good = read_file(file);
    std::vector<std::string> right;
    for (const auto& question : each.questions) {
      right.push_back(ask(question).out);
      EXPECT_THAT(right.back(), HasSubstr("\n"));
    }
    std::size_t refused = 0;
    for (std::size_t at = 5; at < good.size(); at += std::max<std::size_t>(good.size() / 25, 1)) {
      std::string bytes = good;
      bytes[at] = static_cast<char>(bytes[at] ^ 2);
      dir_.write(fs::relative(file, dir_.path()).string(), bytes);
      for (std::size_t i = 0; i < right.size(); ++i) {
        const RunResult answer = ask(each.questions[i]);
        if (answer.exit_code == 0) {
          EXPECT_EQ(answer.out, right[i]) << file << " byte " << at;
          continue;
        }
        ++refused;
        EXPECT_EQ(answer.exit_code, 3) << answer.err;
        EXPECT_THAT(answer.err, AllOf(StartsWith("pressmark-search: "), HasSubstr(file.string()),
                                      HasSubstr("--rebuild")));
        EXPECT_EQ(std::ranges::count(answer.err, '\n'), 1) << answer.err;
      }
      const RunResult check =
          run({program("pressmark-index"), "--db", archive_.string(), "--check"});
      EXPECT_EQ(check.exit_code, 3) << file << " byte " << at;
    }
    EXPECT_GT(refused, 0U) << file;
    dir_.write(fs::relative(file, dir_.path()).string(), good);
  }
}

// Xapian has no checksums, and believes what it reads.
TEST_F(DamagedArchive, GivesTheRightAnswerOrNoneFromXapiansTables) {
  const std::vector<std::vector<std::string>> questions = {
      {"*", "-n", "0"}, {"\"the city\"", "-n", "0"}, {"water OR city OR river", "-n", "0"}};
  std::vector<std::string> right;
  for (const auto& question : questions) right.push_back(ask(question).out);
  for (const char* name : {"iamglass", "docdata.glass", "position.glass", "postlist.glass"}) {
    const fs::path file = find(archive_, name);
    const std::string good = read_file(file);
    std::size_t refused = 0;
    for (std::size_t at = 5; at < good.size(); at += std::max<std::size_t>(good.size() / 19, 1)) {
      std::string bytes = good;
      bytes[at] = static_cast<char>(bytes[at] ^ 2);
      dir_.write(fs::relative(file, dir_.path()).string(), bytes);
      for (std::size_t i = 0; i < right.size(); ++i) {
        const RunResult answer = ask(questions[i]);
        if (answer.exit_code == 0) {
          EXPECT_EQ(answer.out, right[i]) << file << " byte " << at;
          continue;
        }
        ++refused;
        EXPECT_EQ(answer.exit_code, 3) << answer.err;
        EXPECT_THAT(answer.err, AllOf(StartsWith("pressmark-search: "),
                                      HasSubstr(archive_.string()), HasSubstr("--rebuild")));
        EXPECT_EQ(std::ranges::count(answer.err, '\n'), 1) << answer.err;
      }
    }
    EXPECT_GT(refused, 0U) << file;
    dir_.write(fs::relative(file, dir_.path()).string(), good);
  }
}

TEST_F(DamagedArchive, OfSeveralTheOneIsNamed) {
  const fs::path table = find(archive_, "postlist.glass");
  std::string bytes = read_file(table);
  for (std::size_t at = 100; at < bytes.size(); at += 8192)
    bytes[at] = static_cast<char>(bytes[at] ^ 2);
  dir_.write(fs::relative(table, dir_.path()).string(), bytes);
  const std::string sound = sample_archive("default");
  const RunResult answer =
      run({program("pressmark-search"), "--db", sound, "--db", archive_.string(), "water"});
  EXPECT_EQ(answer.exit_code, 3);
  EXPECT_THAT(answer.err, AllOf(HasSubstr(table.string() + " is damaged: its bytes from "),
                                HasSubstr("--db " + archive_.string() + " --rebuild")));
}

// They say nothing then.
TEST_F(DamagedArchive, ChecksumsThatAreDamagedThemselvesRefuseNothing) {
  const fs::path sums = find(archive_, "sums");
  const std::string good = read_file(sums);
  const std::string right = ask({"water OR city OR river", "-n", "0"}).out;
  for (std::size_t at = 17; at < good.size(); at += 8) {
    std::string bytes = good;
    bytes[at] = static_cast<char>(bytes[at] ^ 2);
    dir_.write(fs::relative(sums, dir_.path()).string(), bytes);
    const RunResult answer = ask({"water OR city OR river", "-n", "0"});
    EXPECT_EQ(answer.exit_code, 0) << at << answer.err;
    EXPECT_EQ(answer.out, right) << at;
  }
}

TEST_F(DamagedArchive, DoesNotTakeTheColumnsOfAnotherSegment) {
  for (const char* name : {"columns", "bounds"}) {
    const fs::path file = find(archive_, name);
    const std::string good = read_file(file);
    fs::copy_file(find(sample_archive("default"), name), file,
                  fs::copy_options::overwrite_existing);
    const RunResult answer = ask({"water", "--facet", "country"});
    EXPECT_EQ(answer.exit_code, 3);
    EXPECT_THAT(answer.err, AllOf(HasSubstr(file.string()), HasSubstr("of another segment")));
    dir_.write(fs::relative(file, dir_.path()).string(), good);
    EXPECT_EQ(ask({"water", "--facet", "country"}).exit_code, 0);
  }
}

}  // namespace
}  // namespace pressmark::test
