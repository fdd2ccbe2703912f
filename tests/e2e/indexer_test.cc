// pressmark-index from outside: what it says, which code it ends with, what is in the archive then.
#include <algorithm>
#include <chrono>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <signal.h>
#include <sstream>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/run.h"
#include "tests/support/temp_dir.h"

namespace pressmark::test {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using ::testing::HasSubstr;

const std::string& indexer() {
  static const std::string path = program("pressmark-index");
  return path;
}

/// A short article of words that make its text look like one.
std::string small_page(const std::string& slug, const std::string& sentence) {
  return fmt::format(
      "<html><head><title>Report on {0}</title><link rel=canonical "
      "href=\"https://www.mill-post.example/{0}\"></head><body>"
      "<article><h1>Report on {0}</h1><p>{1} The council met on Tuesday to look at the plans for "
      "the old mill, and put the "
      "vote off by a week.</p><p>Residents of both banks had come with drawings of their own. The "
      "mayor promised to look "
      "at each of them before the summer, and asked for patience with the "
      "engineers.</p></article></body></html>",
      slug, sentence);
}

/// One line of JSON Lines.
std::string json_article(int id, int version) {
  return fmt::format(
      "{{\"id\":\"n{0}\",\"title\":\"Bulletin {0}\",\"text\":\"Bulletin number {0} in version {1}. "
      "The harbour stays closed "
      "while the dredger works, and the ferry leaves from the fish quay.\"}}\n",
      id, version);
}

RunResult run_index(const std::vector<std::string>& arguments) {
  std::vector<std::string> argv = {indexer()};
  argv.insert(argv.end(), arguments.begin(), arguments.end());
  return run(argv);
}

/// Each article of an archive as one line of JSON without its rank, score and time of indexing,
/// sorted.
std::multiset<std::string> dump(const std::string& db) {
  const RunResult all = run({program("pressmark-search"), "--db", db, "--no-collapse", "--limit",
                             "0", "--format", "{id}\t{url}\t{date}\t{words}\t{title}", "*"});
  EXPECT_LE(all.exit_code, 1) << all.err;
  std::multiset<std::string> lines;
  std::istringstream in(all.out);
  for (std::string line; std::getline(in, line);) lines.insert(line);
  return lines;
}

/// Ids of all articles; between an update's publication and the removal of the older copy, which a
/// kill may put off to the next run, an id stands in the archive twice.
std::set<std::string> ids(const std::string& db) {
  std::set<std::string> found;
  for (const std::string& line : dump(db)) found.insert(line.substr(0, line.find('\t')));
  return found;
}

/// A child process of ours that runs the indexer; `input`: a descriptor for its standard input.
pid_t start(const std::vector<std::string>& arguments, int input = -1) {
  std::vector<std::string> argv = {indexer()};
  argv.insert(argv.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& argument : argv) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  const pid_t child = fork();
  if (child == 0) {
    const int null = open("/dev/null", O_RDWR);
    for (const int stream : {0, 1, 2}) dup2(stream == 0 && input >= 0 ? input : null, stream);
    execv(pointers[0], pointers.data());
    _exit(127);
  }
  return child;
}

int wait_for(pid_t child) {
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

/// Holds the archive's lock, as a writer does, until the descriptor that is returned is closed.
int hold_lock(const TempDir& dir) {
  const int lock = open(dir.str("db/lock").c_str(), O_RDWR | O_CLOEXEC);
  struct flock range = {};
  range.l_type = F_WRLCK;
  EXPECT_EQ(fcntl(lock, F_OFD_SETLK, &range), 0);
  return lock;
}

TEST(Indexer, WithoutArgumentsShowsUsage) {
  const RunResult result = run_index({});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_EQ(result.out, "");
  EXPECT_THAT(result.err, HasSubstr("Usage: pressmark-index --db DIR PATH..."));
}

TEST(Indexer, HelpAndVersionGoToStandardOutput) {
  EXPECT_THAT(run_index({"--help"}).out, HasSubstr("--files-from"));
  EXPECT_THAT(run_index({"--version"}).out, HasSubstr("pressmark-index"));
  EXPECT_THAT(run_index({"--version"}).out, HasSubstr("\nlibxml2 2."));
}

TEST(Indexer, WrongOptionsAndPathsEndWithTwo) {
  const TempDir dir;
  EXPECT_EQ(run_index({"--db", dir.str("db"), dir.str("none")}).exit_code, 2);
  const RunResult unknown = run_index({"--db", dir.str("db"), "--job", "2", dir.str()});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_THAT(unknown.err, HasSubstr("did you mean --jobs?"));
}

TEST(Indexer, AWrongCommandLineMakesNoArchive) {
  const TempDir dir;
  const std::string file = dir.write("a.html", small_page("a", "Rain fell."));
  const auto end_of = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--db", dir.str("db")});
    return run_index(arguments).exit_code;
  };
  EXPECT_EQ(end_of({dir.str("none")}), 2);
  EXPECT_EQ(end_of({"--files-from", dir.str("none")}), 2);
  EXPECT_EQ(end_of({file, "--sources", dir.str("none")}), 2);
  EXPECT_EQ(end_of({file, "--report", dir.str("none/report")}), 5);
  EXPECT_EQ(end_of({"--prune"}), 3);
  EXPECT_FALSE(fs::exists(dir.path() / "db"));
}

TEST(Indexer, TheArchiveIsNotReadWhereItIsMadeWithinTheCrawl) {
  const TempDir dir;
  dir.write("crawl/a.html", small_page("a", "Rain fell."));
  EXPECT_THAT(run_index({"--db", dir.str("crawl/db"), dir.str("crawl")}).err, HasSubstr("read 1:"));
}

TEST(Indexer, ADayThatIsStillToComeIsNoDayOfPublication) {
  const TempDir dir;
  const auto date_of = [&](const std::string& date) {
    const std::string file = dir.write(
        "a.jsonl", fmt::format("{{\"id\":\"1\",\"date\":\"{}\",\"text\":\"The harbour stays "
                               "closed while the dredger works at the quay.\"}}\n",
                               date));
    const RunResult dry = run_index({"--dry-run", "--json", file});
    run_index({"-q", "--db", dir.str("db"), file});
    const RunResult found =
        run({program("pressmark-search"), "--db", dir.str("db"), "--json", "*"});
    const auto has = [](const RunResult& result) {
      return result.out.find("\"date\":") != std::string::npos;
    };
    EXPECT_EQ(has(dry), has(found)) << date;
    return has(found);
  };
  EXPECT_TRUE(date_of("2023-03-01"));
  EXPECT_FALSE(date_of("2199-01-01"));
}

TEST(Indexer, CountsAddUpAndASecondRunReadsNothing) {
  const TempDir dir;
  for (const char* name : {"one", "two", "three"})
    dir.write(fmt::format("crawl/{}.html", name), small_page(name, "Rain fell."));
  dir.write("crawl/copy.html", small_page("one", "Rain fell."));
  dir.write("crawl/empty.html", "");
  const RunResult first =
      run_index({"--db", dir.str("db"), dir.str("crawl"), "--report", dir.str("r1")});
  EXPECT_EQ(first.exit_code, 0) << first.err;
  EXPECT_EQ(first.out, "");
  EXPECT_THAT(first.err, HasSubstr("read 5: added 3, updated 0, unchanged 0, duplicate 1, skipped "
                                   "1 (empty-file 1), failed 0"));
  EXPECT_EQ(dump(dir.str("db")).size(), 3U);

  const RunResult second =
      run_index({"--db", dir.str("db"), dir.str("crawl"), "--report", dir.str("r2")});
  EXPECT_EQ(second.exit_code, 0);
  EXPECT_THAT(
      second.err,
      HasSubstr("read 5: added 0, updated 0, unchanged 5, duplicate 0, skipped 0, failed 0"));

  dir.write("crawl/two.html", small_page("two", "Snow fell instead, and much of it."));
  const RunResult third = run_index({"--db", dir.str("db"), dir.str("crawl"), "--quiet"});
  EXPECT_EQ(third.err, "");
  EXPECT_EQ(dump(dir.str("db")).size(), 3U);
  const RunResult found =
      run({program("pressmark-search"), "--db", dir.str("db"), "--count", "snow"});
  EXPECT_EQ(found.out, "1\n");
}

TEST(Indexer, TheReportHasARowForEachInput) {
  const TempDir dir;
  dir.write("crawl/a.html", small_page("a", "Rain fell."));
  dir.write("crawl/b.html", "");
  run_index({"--db", dir.str("db"), dir.str("crawl"), "--report", dir.str("report")});
  const std::string report = read_file(dir.path() / "report");
  EXPECT_THAT(report, HasSubstr("a.html\",\"status\":\"added\",\"id\":\""));
  EXPECT_THAT(report, HasSubstr("b.html\",\"status\":\"skipped\",\"reason\":\"empty-file\""));
  EXPECT_EQ(std::ranges::count(report, '\n'), 2);
}

TEST(Indexer, ARunThatWaitsInVainLeavesTheReportOfAnother) {
  const TempDir dir;
  const std::string file = dir.write("a.html", small_page("a", "Rain fell."));
  run_index({"-q", "--db", dir.str("db"), file, "--report", dir.str("report")});
  const std::string report = read_file(dir.path() / "report");
  const int lock = hold_lock(dir);
  const std::vector<std::string> again = {"--db", dir.str("db"), "--lock-timeout", "0",
                                          file,   "--report",    dir.str("report")};
  EXPECT_EQ(run_index(again).exit_code, 4);
  EXPECT_EQ(read_file(dir.path() / "report"), report);
  close(lock);
  EXPECT_EQ(run_index(again).exit_code, 0);
  EXPECT_EQ(read_file(dir.path() / "report"),
            fmt::format("{{\"v\":1,\"input\":\"{}\",\"status\":\"unchanged\"}}\n", file));
}

TEST(Indexer, DamagedInputEndsWithOneAndKeepsTheRest) {
  const TempDir dir;
  dir.write("crawl/a.html", small_page("a", "Rain fell."));
  dir.write("crawl/b.html.gz", std::string("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03garbage", 17));
  const RunResult result = run_index({"--db", dir.str("db"), dir.str("crawl")});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.err, HasSubstr("b.html.gz: damaged"));
  EXPECT_EQ(dump(dir.str("db")).size(), 1U);
}

TEST(Indexer, AManifestThatAKilledRunDidNotRenameIsRemoved) {
  const TempDir dir;
  dir.write("crawl/a.html", small_page("a", "Rain fell."));
  run_index({"--db", dir.str("db"), dir.str("crawl")});
  dir.write("db/MANIFEST.new", "half a mani");
  EXPECT_EQ(run_index({"--db", dir.str("db"), dir.str("crawl")}).exit_code, 0);
  EXPECT_FALSE(fs::exists(dir.path() / "db/MANIFEST.new"));
  EXPECT_EQ(dump(dir.str("db")).size(), 1U);
}

TEST(Indexer, VanishedFilesStayUntilPruned) {
  const TempDir dir;
  for (const char* name : {"a", "b"})
    dir.write(fmt::format("crawl/{}.html", name), small_page(name, "Rain fell."));
  run_index({"--db", dir.str("db"), dir.str("crawl")});
  fs::remove(dir.path() / "crawl/a.html");
  run_index({"--db", dir.str("db"), dir.str("crawl")});
  EXPECT_EQ(dump(dir.str("db")).size(), 2U);
  const RunResult pruned = run_index({"--db", dir.str("db"), "--prune"});
  EXPECT_EQ(pruned.exit_code, 0) << pruned.err;
  EXPECT_THAT(pruned.err, HasSubstr("pruned 1 articles"));
  EXPECT_EQ(dump(dir.str("db")).size(), 1U);
}

TEST(Indexer, ARebuildOfNothingLeavesTheArchive) {
  const TempDir dir;
  dir.write("crawl/a.html", small_page("a", "Rain fell."));
  fs::create_directory(dir.path() / "empty");
  run_index({"-q", "--db", dir.str("db"), dir.str("crawl")});
  for (const std::vector<std::string>& input : std::vector<std::vector<std::string>>{
           {dir.str("empty")}, {"--prune"}, {"--exclude", "*", dir.str("crawl")}, {"-"}}) {
    std::vector<std::string> arguments = {"-q", "--db", dir.str("db"), "--rebuild"};
    arguments.insert(arguments.end(), input.begin(), input.end());
    const RunResult rebuilt = run_index(arguments);
    EXPECT_EQ(rebuilt.exit_code, 0) << input[0];
    EXPECT_EQ(rebuilt.err, "pressmark-index: nothing was indexed; the archive is left as it was\n")
        << input[0];
    EXPECT_EQ(dump(dir.str("db")).size(), 1U) << input[0];
  }
}

TEST(Indexer, TheArchiveIsTheSameForAnyNumberOfJobs) {
  const TempDir dir;
  std::string lines;
  for (int i = 0; i < 3000; ++i) lines += json_article(i % 2500, i / 2500);
  dir.write("in.jsonl", lines);
  for (const char* jobs : {"1", "2", "5"}) {
    ASSERT_EQ(
        run_index({"-q", "--db", dir.str(jobs), "--jobs", jobs, dir.str("in.jsonl")}).exit_code, 0);
  }
  const std::string manifest = read_file(dir.path() / "1/MANIFEST");
  for (const char* jobs : {"2", "5"})
    EXPECT_EQ(read_file(dir.path() / jobs / "MANIFEST"), manifest);
  std::set<std::string> answers;
  for (const char* jobs : {"1", "2", "5"}) {
    answers.insert(run({program("pressmark-search"), "--db", dir.str(jobs), "--format", "trec",
                        "--limit", "500", "--no-collapse", "version dredger"})
                       .out);
  }
  EXPECT_EQ(answers.size(), 1U);
}

TEST(Indexer, ASecondWriterWaitsAndThenSaysWhoWrites) {
  const TempDir dir;
  dir.write("crawl/a.html", small_page("a", "Rain fell."));
  run_index({"-q", "--db", dir.str("db"), dir.str("crawl")});
  const int lock = hold_lock(dir);
  const auto begin = std::chrono::steady_clock::now();
  const RunResult result =
      run_index({"--db", dir.str("db"), "--lock-timeout", "1", dir.str("crawl")});
  EXPECT_EQ(result.exit_code, 4);
  EXPECT_THAT(result.err, HasSubstr("is being written by process "));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 10s);
  close(lock);
  EXPECT_EQ(run_index({"--db", dir.str("db"), "--lock-timeout", "0", dir.str("crawl")}).exit_code,
            0);
}

TEST(Indexer, WhatAWriterIsAtIsNotCalledDamage) {
  const TempDir dir;
  dir.write("crawl/a.html", small_page("a", "Rain fell."));
  run_index({"-q", "--db", dir.str("db"), dir.str("crawl")});
  const int lock = hold_lock(dir);
  const auto check = [&] {
    return run_index({"--db", dir.str("db"), "--lock-timeout", "0", "--check"}).exit_code;
  };
  EXPECT_EQ(check(), 0) << "it reads only";
  std::filesystem::resize_file(dir.path() / "db/seg-000001/docdata.glass", 100);
  EXPECT_EQ(check(), 4);
  close(lock);
  EXPECT_EQ(check(), 3);
}

TEST(Indexer, AnArchiveThatCannotBeUsedEndsWithThree) {
  const TempDir dir;
  dir.write("crawl/a.html", small_page("a", "Rain fell."));
  EXPECT_EQ(run_index({"--db", dir.str("none"), "--check"}).exit_code, 3);
  EXPECT_EQ(run_index({"--db", dir.str("none"), "--compact"}).exit_code, 3);
  run_index({"-q", "--db", dir.str("db"), dir.str("crawl")});
  EXPECT_EQ(run_index({"--db", dir.str("db"), "--check"}).exit_code, 0);
  dir.write("db/MANIFEST", "pressmark-archive 1\nschema 1\n");
  for (const char* action : {"--check", "--compact", "--prune"}) {
    const RunResult result = run_index({"--db", dir.str("db"), action});
    EXPECT_EQ(result.exit_code, 3) << action;
    EXPECT_THAT(result.err, HasSubstr("MANIFEST")) << action;
  }
  EXPECT_EQ(run_index({"-q", "--db", dir.str("db"), "--rebuild", dir.str("crawl")}).exit_code, 0);
  EXPECT_EQ(run_index({"--db", dir.str("db"), "--check"}).exit_code, 0);
}

TEST(Indexer, AnArchiveThatLostItsManifestIsNotBegunAnew) {
  const TempDir dir;
  dir.write("crawl/a.html", small_page("a", "Rain fell."));
  run_index({"-q", "--db", dir.str("db"), dir.str("crawl")});
  const std::string manifest = read_file(dir.path() / "db/MANIFEST");
  fs::remove(dir.path() / "db/MANIFEST");
  dir.write("more/b.html", small_page("b", "Snow fell."));
  for (const std::string& argument : {dir.str("more"), std::string("--check"),
                                      std::string("--compact"), std::string("--prune")}) {
    const RunResult result = run_index({"--db", dir.str("db"), argument});
    EXPECT_EQ(result.exit_code, 3) << argument;
    EXPECT_THAT(result.err, HasSubstr("its MANIFEST is missing")) << argument;
    EXPECT_THAT(result.err, HasSubstr("--rebuild")) << argument;
    EXPECT_EQ(std::ranges::count(result.err, '\n'), 1) << argument;
  }
  EXPECT_EQ(run({program("pressmark-search"), "--db", dir.str("db"), "rain"}).exit_code, 3);
  dir.write("db/MANIFEST", manifest);
  EXPECT_EQ(dump(dir.str("db")).size(), 1U) << "as it was, once the file is back";
}

TEST(Indexer, OutputThatCannotBeWrittenEndsWithFive) {
  const TempDir dir;
  const std::string file = dir.write("a.html", small_page("a", "Rain fell."));
  const RunResult result =
      run({"/bin/sh", "-c", "exec \"$0\" --dry-run --json \"$1\" >/dev/full", indexer(), file});
  EXPECT_EQ(result.exit_code, 5);
  EXPECT_THAT(result.err, HasSubstr("cannot write to standard output"));
  EXPECT_EQ(run_index({"--db", dir.str("db"), file, "--report", "/dev/full"}).exit_code, 5);
}

TEST(Indexer, ListsOfFilesMayBeSeparatedByNul) {
  const TempDir dir;
  const std::string a = dir.write("a\nb.html", small_page("a", "Rain fell."));
  const std::string b = dir.write("c.html", small_page("c", "Rain fell."));
  const RunResult result =
      run({indexer(), "--db", dir.str("db"), "--files-from", "-", "-0"}, a + '\0' + b + '\0');
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(dump(dir.str("db")).size(), 2U);
}

TEST(Indexer, ADryRunExplainsEachFieldAndEachBlock) {
  TempDir dir;
  const std::string file = dir.write("mill.html", small_page("mill", "The mill stands."));
  const RunResult json = run_index({"--dry-run", "--json", "--explain", file});
  EXPECT_EQ(json.exit_code, 0);
  for (
      const std::string note :
      {R"({"field":"url","rule":"link rel=canonical","value":"https://www.mill-post.example/mill"})",
       R"({"field":"title","rule":"visible headline","value":"Report on mill"})",
       R"({"field":"text","rule":"main text below html","value":"220 of 220)",
       R"({"field":"lang","rule":"told from the text","value":"en"})",
       R"({"field":"text","rule":"kept article > p","value":"The mill stands. The council met)"})
    EXPECT_THAT(json.out, HasSubstr(note));
  const RunResult human = run_index({"--dry-run", "--explain", file});
  EXPECT_THAT(human.out, HasSubstr("visible headline: Report on mill"));
  EXPECT_THAT(human.out, HasSubstr("kept article > p: The mill stands."));
  const RunResult plain = run_index({"--dry-run", "--json", file});
  EXPECT_THAT(plain.out, ::testing::Not(HasSubstr("\"notes\"")));
}

/// Returns when the process handles the signal. Until then, also while it waits for the lock or
/// makes the archive, a signal ends it at once and there may be no archive to check.
void await_handler(pid_t process, int signal) {
  const std::uint64_t wanted = std::uint64_t{1} << (signal - 1);
  for (std::uint64_t caught = 0; (caught & wanted) == 0; std::this_thread::sleep_for(1ms)) {
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string field; status >> field;)
      if (field == "SigCgt:") status >> std::hex >> caught;
  }
}

TEST(Indexer, ASignalEndsTheRunWithWhatIsDone) {
  const TempDir dir;
  ASSERT_EQ(mkfifo(dir.str("pipe").c_str(), 0600), 0);
  const std::string list = dir.str("pipe");
  const pid_t child = start({"--db", dir.str("db"), "--files-from", list});
  const int writer = open(list.c_str(), O_WRONLY | O_CLOEXEC);
  const std::string first = dir.write("a.html", small_page("a", "Rain fell.")) + "\n";
  ASSERT_EQ(write(writer, first.data(), first.size()), static_cast<ssize_t>(first.size()));
  await_handler(child, SIGINT);
  kill(child, SIGINT);
  EXPECT_EQ(wait_for(child), 130) << "also while the list is silent";
  close(writer);
  EXPECT_EQ(run_index({"--db", dir.str("db"), "--check"}).exit_code, 0);
}

TEST(Indexer, ASignalEndsARunWhoseInputIsSilent) {
  const TempDir dir;
  int ends[2];
  ASSERT_EQ(pipe2(ends, O_CLOEXEC), 0);
  const std::string line = json_article(1, 1);
  ASSERT_EQ(write(ends[1], line.data(), line.size()), static_cast<ssize_t>(line.size()));
  const pid_t child = start({"--db", dir.str("db"), "-"}, ends[0]);
  await_handler(child, SIGTERM);
  kill(child, SIGTERM);
  EXPECT_EQ(wait_for(child), 143);
  for (const int end : ends) close(end);
  EXPECT_EQ(run_index({"--db", dir.str("db"), "--check"}).exit_code, 0);
}

/// Kills at random moments of runs that publish several times, then a run to its end: the same as
/// one run.
TEST(Indexer, KilledRunsAndARunToTheEndAreOneRun) {
  const TempDir dir;
  std::string lines;
  for (int i = 0; i < 20'000; ++i) lines += json_article(i % 15'000, i / 15'000);
  dir.write("in.jsonl", lines);
  const auto begin = std::chrono::steady_clock::now();
  ASSERT_EQ(run_index({"-q", "--db", dir.str("whole"), dir.str("in.jsonl")}).exit_code, 0);
  const auto length = std::chrono::steady_clock::now() - begin;
  const auto wanted = dump(dir.str("whole"));
  ASSERT_EQ(wanted.size(), 15'000U);
  const unsigned seed = 20220814;
  std::mt19937 random(seed);
  std::set<std::string> acknowledged;
  for (int round = 0; round < 6; ++round) {
    const pid_t child = start({"--db", dir.str("db"), dir.str("in.jsonl")});
    std::this_thread::sleep_for(length * (random() % 100) / 100);
    kill(child, SIGKILL);
    wait_for(child);
    if (!fs::exists(dir.path() / "db/MANIFEST")) continue;
    EXPECT_EQ(run_index({"--db", dir.str("db"), "--check"}).exit_code, 0)
        << "seed " << seed << " round " << round;
    std::set<std::string> now = ids(dir.str("db"));
    EXPECT_TRUE(std::ranges::includes(now, acknowledged)) << "seed " << seed << " round " << round;
    acknowledged = std::move(now);
  }
  EXPECT_EQ(run_index({"-q", "--db", dir.str("db"), dir.str("in.jsonl")}).exit_code, 0);
  EXPECT_EQ(dump(dir.str("db")), wanted) << "seed " << seed;
}

}  // namespace
}  // namespace pressmark::test
