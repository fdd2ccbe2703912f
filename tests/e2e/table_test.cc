// Tables of articles (CSV, TSV) from file to hit, and over several runs.
#include <fstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/run.h"
#include "tests/support/temp_dir.h"

namespace pressmark::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kHeader = ",id,Title,Publication,Author,Date,URL,Content\r\n";
constexpr const char* kFirst =
    "0,17,\"Lightship, at last, towed in\",Harbour Gazette,\"Ann Lee, Bo Chan\",2016-12-31,"
    "https://harbour.example/lightship,\"The lightship \"\"Plover\"\" was towed in on Saturday."
    "\r\n\r\nIt had lain on the bank for nine days, the harbour master said.\"\r\n";
constexpr const char* kBroken = "1,18,Half a row,Harbour Gazette\r\n";
constexpr const char* kLast =
    "2,19,Breakwater repaired,Harbour Gazette,\"['Cy Hale', 'Dee Fox']\",12/30/2016,,"
    "\"Workmen repaired the breakwater on Friday after the storm of last week, it was said, and "
    "ships came "
    "in again.\"\r\n";

class Tables : public ::testing::Test {
 protected:
  RunResult index(const std::vector<std::string>& options, const std::string& path) {
    std::vector<std::string> argv = {program("pressmark-index"), "--db", dir.str("db")};
    argv.insert(argv.end(), options.begin(), options.end());
    argv.push_back(path);
    return run(argv);
  }
  RunResult search(const std::vector<std::string>& arguments) {
    std::vector<std::string> argv = {program("pressmark-search"), "--db", dir.str("db")};
    argv.insert(argv.end(), arguments.begin(), arguments.end());
    return run(argv);
  }

  TempDir dir;
};

TEST_F(Tables, EachRowIsAnArticle) {
  const std::string file =
      dir.write("news.csv", std::string("\xef\xbb\xbf") + kHeader + kFirst + kBroken + kLast);
  const RunResult first = index({}, file);
  EXPECT_EQ(first.exit_code, 1) << "a row was damaged";
  EXPECT_THAT(first.err, AllOf(HasSubstr("read 3: added 2,"), HasSubstr("failed 1 (damaged 1)"),
                               HasSubstr("news.csv:5: damaged (row of 4 cells in a table of 8 "
                                         "columns)")));
  EXPECT_THAT(search({"lightship", "--json"}).out,
              AllOf(HasSubstr("\"title\":\"Lightship, at last, towed in\""),
                    HasSubstr("\"date\":\"2016-12-31\""), HasSubstr("\"source_name\":\"Harbour G"),
                    HasSubstr("\"authors\":[\"Ann Lee\",\"Bo Chan\"]"),
                    HasSubstr("\"url\":\"https://harbour.example/lightship\""),
                    HasSubstr("/news.csv:2\"")));
  EXPECT_THAT(search({"breakwater", "--json"}).out,
              AllOf(HasSubstr("\"date\":\"2016-12-30\""), HasSubstr("/news.csv:6\""),
                    HasSubstr("\"authors\":[\"Cy Hale\",\"Dee Fox\"]")));
  EXPECT_THAT(search({"\"harbour master\"", "--format", "{title}"}).out,
              HasSubstr("Lightship, at last"));
}

TEST_F(Tables, OnlyWhatChangedIsReadAgain) {
  const std::string file = dir.write("news.csv", std::string(kHeader) + kFirst);
  EXPECT_THAT(index({}, file).err, HasSubstr("added 1,"));
  EXPECT_THAT(index({"-v"}, file).err, HasSubstr("added 0, updated 0, unchanged 1"));
  std::ofstream(file, std::ios::app) << kLast;
  EXPECT_THAT(index({}, file).err, HasSubstr("added 1, updated 0, unchanged 1"));
  dir.write("other.csv",
            "id,title,text\n19,Chapel,The chapel on the hill was opened again on Sunday and many "
            "came to see the windows that were made anew.\n");
  EXPECT_THAT(index({}, dir.str("other.csv")).err, HasSubstr("added 1, updated 0"))
      << "the number of a row in another table is no id";
}

TEST_F(Tables, RawIsTheRowAsAnObject) {
  const std::string file = dir.write("news.csv", std::string(kHeader) + kFirst + kLast);
  ASSERT_EQ(index({"-q"}, file).exit_code, 0);
  const std::string id = search({"breakwater", "--format", "ids"}).out.substr(0, 13);
  EXPECT_EQ(search({"--raw", id}).out,
            R"({"row_number":"19","title":"Breakwater repaired","publication":"Harbour Gazette",)"
            R"("author":"['Cy Hale', 'Dee Fox']","date":"12/30/2016","content":"Workmen )"
            R"(repaired the breakwater on Friday after the storm of last week, it was said, and )"
            R"(ships came in again."})");
  EXPECT_THAT(search({"--raw", id, "--json"}).out, HasSubstr("\"line\":5,"));
  const std::string hits = dir.write("hits", search({"--json", "-n", "0", "*"}).out);
  EXPECT_EQ(run({"/bin/sh", "-c", "exec \"$0\" --export-warc \"$1\" < \"$2\"",
                 program("pressmark-index"), dir.str("out.warc"), hits})
                .exit_code,
            0);
  EXPECT_THAT(index({}, dir.str("out.warc")).err, HasSubstr("failed 0"));
}

TEST_F(Tables, CompressedAndInOtherCharsets) {
  dir.write("a.csv",
            "Titel;Title;Text\r\nx;Schleuse;Die gro\xdf"
            "e Schleuse \xf6"
            "ffnet am Montag f\xfcr alle Schiffe, sagte der B\xfcrgermeister \x96 endlich, lange "
            "war sie geschlossen.\r\n");
  ASSERT_EQ(run({"/bin/sh", "-c",
                 "cd \"$0\" && mkdir in && gzip -c a.csv > in/a && python3 -c 'import zipfile; "
                 "z = zipfile.ZipFile(\"in/b.zip\", \"w\"); z.writestr(\"b.tsv\", \"title\\ttext"
                 "\\nKirche\\tDie Stra\\u00dfe zur Kirche ist wieder offen, sagt der Rat. Sie war "
                 "lange geschlossen und wird im Mai noch einmal gesperrt.\""
                 ".encode(\"utf-16\"))'",
                 dir.str()})
                .exit_code,
            0);
  EXPECT_THAT(index({}, dir.str("in")).err, HasSubstr("added 2,"));
  EXPECT_THAT(search({"schleuse", "--format", "{origin}"}).out, HasSubstr("in/a:2"));
  EXPECT_THAT(search({"bürgermeister schleuse", "--format", "{title}"}).out, HasSubstr("Schleuse"));
  EXPECT_THAT(search({"straße", "--format", "{origin}"}).out, HasSubstr("in/b.zip!b.tsv:2"));
}

TEST_F(Tables, AStoryWithCommasIsNone) {
  const std::string file = dir.write(
      "story.csv",
      "Text, title and date\n\nThe text, the title and the date of the treaty were agreed on "
      "Monday, the ministers said, after nine days of talks in the old castle.\n");
  EXPECT_THAT(index({}, file).err, HasSubstr("added 1,"));
  EXPECT_THAT(search({"treaty", "--format", "{origin}"}).out, Not(HasSubstr(".csv:")));
}

}  // namespace
}  // namespace pressmark::test
