// pressmark-search from outside: exit codes, streams, hostile text.
#include <fcntl.h>
#include <filesystem>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample_archive.h"
#include "tests/support/temp_dir.h"

namespace pressmark::test {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr const char* kShownFolders = "default multilingual duplicates";

const std::string& shown_archive() { return sample_archive(kShownFolders); }

/// Runs a shell command line; its exit code. PROGRAM and ARCHIVE stand in the environment.
RunResult shell(const std::string& command) {
  setenv("PROGRAM", program("pressmark-search").c_str(), 1);
  setenv("ARCHIVE", shown_archive().c_str(), 1);
  return run({"/bin/sh", "-c", command});
}

TEST(ExitCodes, TellWhatHappened) {
  EXPECT_EQ(search(shown_archive(), {"flood"}).exit_code, 0);
  EXPECT_EQ(search(shown_archive(), {"xyzzyplugh"}).exit_code, 1);
  EXPECT_EQ(search(shown_archive(), {"contry:fr"}).exit_code, 2);
  EXPECT_EQ(search(shown_archive(), {}).exit_code, 2);
  EXPECT_EQ(search(shown_archive() + "-none", {"flood"}).exit_code, 3);
}

TEST(ExitCodes, AMissingArchiveSaysWhatToDo) {
  const RunResult result = search("/nowhere/news", {"flood"});
  EXPECT_THAT(result.err, HasSubstr("pressmark-index --db /nowhere/news"));
  EXPECT_EQ(std::count(result.err.begin(), result.err.end(), '\n'), 1);
  EXPECT_EQ(result.out, "");
}

TEST(Streams, AFullOutputIsAnErrorAndAClosedPipeIsNot) {
  EXPECT_EQ(shell("$PROGRAM --db $ARCHIVE flood >/dev/full").exit_code, 5);
  EXPECT_EQ(shell("$PROGRAM --db $ARCHIVE flood >&-").exit_code, 5);
  const RunResult pipe = shell("$PROGRAM --db $ARCHIVE '*' -n 0 --json -q | head -1");
  EXPECT_EQ(pipe.exit_code, 0);
  EXPECT_EQ(pipe.err, "");
  EXPECT_THAT(pipe.out, StartsWith("{\"type\":\"hit\""));
}

TEST(Streams, ResultsGoOutAndAllElseBeside) {
  const RunResult result = search(shown_archive(), {"flood", "lyon", "-n", "1"});
  EXPECT_THAT(result.out, HasSubstr("Saône floods"));
  EXPECT_THAT(result.out, Not(HasSubstr(" ms\n")));
  EXPECT_THAT(result.err, HasSubstr("article"));
  EXPECT_EQ(search(shown_archive(), {"flood", "lyon", "-n", "1", "-q"}).err, "");
  EXPECT_THAT(result.out, Not(HasSubstr("\x1B")));
}

TEST(Streams, TheLastLineStandsBehindTheListWhereBothGo) {
  const RunResult both = shell("$PROGRAM --db $ARCHIVE flood 2>&1");
  EXPECT_THAT(both.out, StartsWith(" 1  "));
  EXPECT_THAT(both.out, EndsWith(" ms\n"));
}

TEST(Streams, ThePlainOutputIsTheSameEveryTime) {
  EXPECT_EQ(search(shown_archive(), {"*", "-n", "0"}).out,
            search(shown_archive(), {"*", "-n", "0"}).out);
}

TEST(HostileText, ReachesNoTerminal) {
  const std::string& broken = sample_archive("broken");
  for (const std::vector<std::string>& format :
       std::vector<std::vector<std::string>>{{"--long"},
                                             {"--json"},
                                             {"--format", "csv"},
                                             {"--format", "tsv"},
                                             {"--format", "{title} {url}"},
                                             {"--format", "paths"},
                                             {"--format", "trec"},
                                             {"--facet", "source,person"},
                                             {"--explain"}}) {
    std::vector<std::string> arguments = {"tide", "gauge"};
    arguments.insert(arguments.end(), format.begin(), format.end());
    const RunResult result = search(broken, arguments);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_THAT(result.out + result.err, Not(HasSubstr("\x1B")));
    EXPECT_THAT(result.out + result.err, Not(HasSubstr("\xE2\x80\xAE")));
  }
}

TEST(HostileText, InAnErrorIsShownEscaped) {
  const RunResult result = search(shown_archive(), {"con\x1B[31mtry:fr"});
  EXPECT_THAT(result.err, Not(HasSubstr("\x1B")));
  EXPECT_THAT(search(shown_archive(), {"--limi\x1B[0mt"}).err, Not(HasSubstr("\x1B")));
}

TEST(Show, TakesTheNumberOfTheLastList) {
  const RunResult list = search(shown_archive(), {"flood", "--sort", "oldest"});
  const RunResult ids = search(shown_archive(), {"flood", "--sort", "oldest", "--format", "ids"});
  const std::string second = ids.out.substr(14, 13);
  const RunResult by_number = search(shown_archive(), {"--show", "2"});
  ASSERT_EQ(by_number.exit_code, 0) << by_number.err;
  EXPECT_THAT(by_number.out, HasSubstr(second));
  EXPECT_THAT(by_number.out, HasSubstr("**")) << "the words of the last query are marked";
  EXPECT_THAT(search(shown_archive(), {"--show", second.substr(0, 6)}).out, HasSubstr(second));
}

TEST(Similar, FindsOthersAndNeverItself) {
  const std::string id =
      search(shown_archive(), {"flood", "lyon", "--format", "ids", "-n", "1"}).out.substr(0, 13);
  const RunResult similar = search(shown_archive(), {"--similar", id, "--format", "ids"});
  EXPECT_EQ(similar.exit_code, 0) << similar.err;
  EXPECT_THAT(similar.out, Not(HasSubstr(id)));
}

TEST(Similar, TakesATextFromStandardInput) {
  const std::string text =
      "The Sa\xC3\xB4ne rose again and flooded cellars in Lyon; the city closed two districts "
      "and schools took people in. \xFF";
  const RunResult found = search(shown_archive(), {"--similar", "-", "--format", "{title}"}, text);
  EXPECT_EQ(found.exit_code, 0) << found.err;
  EXPECT_THAT(found.out, StartsWith("Sa\xC3\xB4ne floods cut off two districts of Lyon\n"));
  const RunResult filtered =
      search(shown_archive(), {"--similar", "-", "-country:fr", "--format", "{title}"}, text);
  EXPECT_THAT(filtered.out, Not(HasSubstr("Lyon")));
  EXPECT_EQ(search(shown_archive(), {"--similar", "-", "-q"}, "the of and").exit_code, 1);
  EXPECT_EQ(search(shown_archive(), {"--similar", "-", "-q"}, " \n").exit_code, 2);
}

TEST(WhyNot, NamesTheClausesThatAnArticleMisses) {
  const std::string id =
      search(shown_archive(), {"flood", "lyon", "--format", "ids", "-n", "1"}).out.substr(0, 13);
  const RunResult missed =
      search(shown_archive(), {"flood", "volcano", "country:fr", "since:2020", "--why-not", id});
  EXPECT_EQ(missed.exit_code, 1);
  EXPECT_THAT(missed.out, StartsWith(id + "  Saône floods"));
  EXPECT_THAT(missed.out, AllOf(HasSubstr("\n  no   AND"), HasSubstr("\n  yes    flood"),
                                HasSubstr("\n  no     volcano"), HasSubstr("\n  yes    country:FR"),
                                HasSubstr("\n  no     date:")));
  EXPECT_THAT(missed.err, HasSubstr("does not match"));
  const RunResult found = search(shown_archive(), {"flood -volcano", "--why-not", id});
  EXPECT_EQ(found.exit_code, 0);
  EXPECT_THAT(found.out, AllOf(HasSubstr("\n  yes  AND"), HasSubstr("\n  yes    NOT"),
                               HasSubstr("\n  no       volcano")));
  EXPECT_EQ(search(shown_archive(), {"--why-not", id}).exit_code, 2);
  EXPECT_EQ(search(shown_archive(), {"flood", "--why-not", "https://nobody.example/"}).exit_code,
            1);
}

TEST(Stories, AreFoldedUnderTheBestHit) {
  const RunResult folded = search(shown_archive(), {"kariba", "--format", "paths", "-n", "0"});
  const RunResult all =
      search(shown_archive(), {"kariba", "--format", "paths", "-n", "0", "--no-collapse"});
  EXPECT_LT(folded.out.size(), all.out.size());
  const std::string id =
      search(shown_archive(), {"kariba", "--format", "ids", "-n", "1"}).out.substr(0, 13);
  const RunResult story = search(shown_archive(), {"--story", id, "--format", "paths", "-n", "0"});
  EXPECT_THAT(story.out, HasSubstr("kariba-a"));
  EXPECT_THAT(story.out, HasSubstr("kariba-b"));
}

TEST(Batch, AnswersEveryLine) {
  const RunResult run =
      search(shown_archive(), {"--batch", "-", "--format", "trec", "--match", "any"},
             "q1\tflood in lyon (what happened?)\nq2\tferry\n\nq3\txyzzyplugh\n");
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, StartsWith("q1 Q0 "));
  EXPECT_THAT(run.out, HasSubstr("\nq2 Q0 "));
  EXPECT_THAT(run.out, Not(HasSubstr("q3 ")));
  const RunResult counts = search(shown_archive(), {"--batch", "-", "--count", "--format", "csv"},
                                  "flood lyon\nferry\n");
  EXPECT_THAT(counts.out, StartsWith("query,total\nflood lyon,"));
}

TEST(Batch, TakesNamesAsTheyStand) {
  const TempDir dir;
  dir.write("crawl.jsonl",
            R"({"title": "Works", "url": "https://a.example/1", "text": "AND Corp. (UK) said so."})"
            "\n"
            R"({"title": "Mills", "url": "https://a.example/2", "text": "The UK and its corps -x"})"
            "\n");
  const std::string db = dir.str("db");
  ASSERT_EQ(run({program("pressmark-index"), "-q", "--db", db, dir.str("crawl.jsonl")}).exit_code,
            0);
  const RunResult found = search(db, {"--batch", "-", "--literal", "--count", "--format", "csv"},
                                 "\xEF\xBB\xBF"
                                 "AND Corp (UK)\r\n\"-x\nn7\ttitle:mills\n***\n@nobody\nOR\n");
  EXPECT_EQ(found.exit_code, 0);
  EXPECT_EQ(found.out,
            "query,total\nAND Corp (UK),1\n\"\"\"-x\",1\nn7,0\n***,0\n@nobody,0\nOR,0\n");
  EXPECT_EQ(found.err, "pressmark-search: line 4 finds nothing: it has no word\n");
}

// The whole run ended with 2, without the number of the line.
TEST(Batch, OneLineWithoutAWordEndsNothing) {
  const std::string lines = "flood\n???\nq3\t\nferry\n";
  const RunResult counts =
      search(shown_archive(), {"--batch", "-", "--count", "--format", "csv"}, lines);
  EXPECT_EQ(counts.exit_code, 0);
  EXPECT_THAT(counts.out, AllOf(HasSubstr("\n???,0\nq3,0\nferry,"), Not(HasSubstr("ferry,0"))));
  EXPECT_EQ(counts.err,
            "pressmark-search: line 2 finds nothing: there is nothing to look for\n"
            "pressmark-search: line 3 finds nothing: it has no word\n");
  const RunResult table =
      search(shown_archive(), {"--batch", "-", "--matrix", "year", "--format", "csv"}, lines);
  EXPECT_EQ(table.exit_code, 0);
  EXPECT_EQ(std::count(table.out.begin(), table.out.end(), '\n'), 5);
  EXPECT_EQ(search(shown_archive(), {"--batch", "-", "--country", "atlantis"}, lines).exit_code, 2);
}

// Only a list said them: a count of 0 or of a part looked like the whole truth.
TEST(Notes, OfAQueryAreSaidWhateverItIsAskedFor) {
  const std::string none = "no person of this archive is called \"nosuchname\"";
  for (const char* how : {"--count", "--explain", "--long"}) {
    EXPECT_THAT(search(shown_archive(), {how, "person:nosuchname"}).err, HasSubstr(none)) << how;
    EXPECT_THAT(search(shown_archive(), {how, "person:nosuchname", "-q"}).err,
                Not(HasSubstr(none)));
  }
  const std::string lines = "flood\nperson:nosuchname\n";
  for (const std::vector<std::string>& how :
       std::vector<std::vector<std::string>>{{}, {"--count"}, {"--matrix", "year"}}) {
    std::vector<std::string> arguments = {"--batch", "-"};
    arguments.insert(arguments.end(), how.begin(), how.end());
    EXPECT_THAT(search(shown_archive(), arguments, lines).err, HasSubstr("line 2: " + none));
  }
}

TEST(Notes, ACountOfACutPatternIsNotExact) {
  const TempDir dir;
  std::string text;
  for (int i = 0; i < 1200; ++i) text += "con" + std::to_string(i) + "x ";
  const std::string crawl =
      dir.write("crawl.jsonl", R"({"id":"n1","title":"Contents","text":")" + text + "\"}\n");
  ASSERT_EQ(run({program("pressmark-index"), "-q", "--db", dir.str("db"), crawl}).exit_code, 0);
  const RunResult count = search(dir.str("db"), {"--count", "con*", "--json"});
  EXPECT_EQ(count.out, "{\"type\":\"count\",\"v\":1,\"total\":1,\"total_exact\":false}\n");
  EXPECT_THAT(count.err, HasSubstr("was cut to its 1000 most frequent words"));
  EXPECT_THAT(search(dir.str("db"), {"con*", "--json"}).out, HasSubstr("\"total_exact\":false"));
}

// With --match any a mistake in a field was answered as if it were words.
TEST(Notes, SayWhatAFormatLeavesOut) {
  const RunResult all = search(shown_archive(), {"*", "-n", "0", "--format", "ids"});
  const RunResult urls = search(shown_archive(), {"*", "-n", "0", "--format", "urls"});
  const auto without = std::ranges::count(all.out, '\n') - std::ranges::count(urls.out, '\n');
  ASSERT_GT(without, 0);
  EXPECT_THAT(urls.err, HasSubstr(std::to_string(without) + " of the hits left out"));
  EXPECT_EQ(all.err.find("left out"), std::string::npos);
  // A table of counts was said to have left out the hits, which it has no room for.
  const RunResult counts =
      search(shown_archive(), {"flood", "--facet", "country", "--format", "csv"});
  EXPECT_THAT(counts.out, HasSubstr("country,FR"));
  EXPECT_EQ(counts.err.find("left out"), std::string::npos);
}

TEST(Queries, ThatCanFindNothingAreRefused) {
  const RunResult dates = search(shown_archive(), {"flood", "--since", "2022", "--until", "2021"});
  EXPECT_EQ(dates.exit_code, 2);
  EXPECT_THAT(dates.err, HasSubstr("the dates end before they begin"));
  const RunResult bytes = search(shown_archive(), {"caf\xe9"});
  EXPECT_EQ(bytes.exit_code, 2);
  EXPECT_THAT(bytes.err, HasSubstr("no valid UTF-8"));
  EXPECT_EQ(search(shown_archive(), {"--count", "-w", "source:caf\xe9"}).exit_code, 2);
}

TEST(Match, AnyRefusesWhatIsNoQueryToo) {
  for (const char* wrong : {"contry:UA sailors", "country:atlantis flood", "date:2019-13 flood"}) {
    const RunResult result = search(shown_archive(), {"--match", "any", "-q", "--count", wrong});
    EXPECT_EQ(result.exit_code, 2) << wrong;
    EXPECT_EQ(result.out, "");
  }
}

TEST(Batch, CountsItsLinesInATable) {
  const std::string names = "n1\tflood\nferry OR kariba\nxyzzyplugh\n";
  const auto matrix = [&](const std::string& field, const std::string& format) {
    return search(shown_archive(),
                  {"--batch", "-", "--matrix", field, "--format", format, "--facet-limit", "2",
                   "--no-collapse"},
                  names);
  };
  const RunResult years = matrix("year", "tsv");
  EXPECT_EQ(years.exit_code, 0) << years.err;
  std::istringstream lines(years.out);
  std::vector<std::string> rows;
  for (std::string line; std::getline(lines, line);) rows.push_back(line);
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_THAT(rows[0], AllOf(StartsWith("query\t20"), HasSubstr("\ttotal")));
  EXPECT_THAT(rows[1],
              EndsWith("\t" + search(shown_archive(), {"--count", "flood"}).out.substr(0, 1)));
  EXPECT_THAT(rows[3], EndsWith("\t0"));
  // Each cell is what its query finds.
  for (std::size_t row = 1; row < rows.size(); ++row) {
    std::istringstream header(rows[0]), cells(rows[row]);
    std::string year, cell, name;
    std::getline(header, year, '\t');
    std::getline(cells, name, '\t');
    while (std::getline(header, year, '\t') && std::getline(cells, cell, '\t') && year != "total") {
      const std::string query = name == "n1" ? "flood" : name;
      EXPECT_EQ(search(shown_archive(), {"--count", "(" + query + ") date:" + year}).out,
                cell + "\n");
    }
  }
  EXPECT_THAT(matrix("country", "human").out, StartsWith("query × country"));
  const RunResult cells = matrix("country", "jsonl");
  EXPECT_EQ(std::count(cells.out.begin(), cells.out.end(), '\n'), 6);
  EXPECT_THAT(cells.out, HasSubstr("\"query\":\"(ferry OR kariba) AND country:"));
  EXPECT_EQ(matrix("country", "urls").exit_code, 2);
  EXPECT_EQ(matrix("contry", "csv").exit_code, 2);
  EXPECT_EQ(search(shown_archive(), {"flood", "--matrix", "country"}).exit_code, 2);
  EXPECT_EQ(search(shown_archive(), {"flood", "--literal"}).exit_code, 2);
}

TEST(Limit, NoneGivesAllAndPagesFitTogether) {
  const std::string all = search(shown_archive(), {"*", "-n", "0", "--format", "ids"}).out;
  std::string pages;
  for (int offset = 0; offset < 100; offset += 7) {
    pages += search(shown_archive(),
                    {"*", "-n", "7", "--offset", std::to_string(offset), "--format", "ids"})
                 .out;
  }
  EXPECT_EQ(pages, all);
  EXPECT_GT(all.size(), 60U * 14);
}

TEST(Null, EndsRecords) {
  const RunResult result = search(shown_archive(), {"flood", "--format", "ids", "-0"});
  EXPECT_EQ(result.out.size() % 14, 0U);
  EXPECT_EQ(result.out[13], '\0');
}

}  // namespace
}  // namespace pressmark::test
