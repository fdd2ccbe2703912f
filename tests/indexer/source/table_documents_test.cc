#include "indexer/source/table_documents.h"

#include <string>

#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/source/source_items.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

using pressmark::test::TempDir;
using test::lines_of;
using test::reading;
using ::testing::ElementsAre;

/// Letters that make a text of a cell, and a table of columns.
const std::string kLong(100, '.');

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

/// What a file of these bytes gives, without its last item "done"; "~" stands for kLong.
std::vector<std::string> rows(std::string bytes, std::size_t limit = 1'000'000) {
  bytes = replaced(std::move(bytes), "~", kLong);
  const TempDir dir;
  SourceOptions options = reading(dir.write("x", bytes));
  options.max_document_bytes = limit;
  auto lines = lines_of(options, dir.str());
  EXPECT_EQ(lines.back(), "done /x");
  lines.pop_back();
  for (std::string& line : lines) line = replaced(std::move(line), kLong, "~");
  return lines;
}

TEST(Table, EachRowIsADocumentNamedByItsFirstLine) {
  const std::string bytes =
      "\xef\xbb\xbf,Title,Text,URL\r\n0,A,\"One.\r\n\r\nTwo, three.\",u\r\n\r\n1,B,Four.,\r\n"
      "2,C,Five~,v";
  EXPECT_THAT(rows(bytes),
              ElementsAre(R"(document /x:2: {"title":"A","text":"One.\u000d\n\u000d\nTwo, three.")"
                          R"(,"url":"u"})",
                          R"(document /x:6: {"title":"B","text":"Four."})",
                          R"(document /x:7: {"title":"C","text":"Five~","url":"v"})"));
  const TempDir dir;
  const auto document =
      test::documents_of(reading(dir.write("x", replaced(bytes, "~", kLong)))).front();
  EXPECT_EQ(document.media_type, "application/json");
  EXPECT_FALSE(document.named);
}

TEST(Table, ARowWithMoreOrFewerCellsIsSkippedWithItsReason) {
  EXPECT_THAT(rows("title,text\nA,b~\nC\nD,e,f\nG,h\n"),
              ElementsAre(R"(document /x:2: {"title":"A","text":"b~"})", "skipped /x:3: damaged",
                          "skipped /x:4: damaged", R"(document /x:5: {"title":"G","text":"h"})"));
  const TempDir dir;
  const auto skipped =
      test::skipped_of(reading(dir.write("x", "title,text\nA," + kLong + "\nD,e,f\n")));
  ASSERT_EQ(skipped.size(), 1U);
  EXPECT_EQ(skipped.front().skip.detail, "row of 3 cells in a table of 2 columns");
}

TEST(Table, AQuotationWithoutAnEndCostsItsRow) {
  const std::string good = R"(document /x:4: {"title":"C","text":"d~","url":"v"})";
  EXPECT_THAT(rows("title,text,url\nA,\"b,u\n\"B\",\"c, c\n\",w,x\nC,d~,v\n"),
              ElementsAre("skipped /x:2: damaged",
                          R"(document /x:5: {"title":"C","text":"d~","url":"v"})"));
  EXPECT_THAT(rows("title,text,url\nA,b,u\nB,\"c,v\nC,d~,v\n"),
              ElementsAre(R"(document /x:2: {"title":"A","text":"b","url":"u"})",
                          "skipped /x:3: damaged", good));
  EXPECT_THAT(rows("title,text,url\n1,a,\"b\nB,\"c, c\",\"w\"\nC,d~,v\n"),
              ElementsAre("skipped /x:2: damaged",
                          R"(document /x:3: {"title":"B","text":"c, c","url":"w"})", good))
      << "the next row's mark ends it";
}

TEST(Table, LinesOfABrokenRowAreNoRowsUnlessTheyLookLikeOne) {
  EXPECT_THAT(rows("title,text\nA,\"One, two\nThree, four\nfive\",six\nB,c~\n"),
              ElementsAre("skipped /x:2: damaged", R"(document /x:5: {"title":"B","text":"c~"})"));
  EXPECT_THAT(rows("title,text\nA,b,\"One\ntwo\n\",three\nB,c~\n"),
              ElementsAre("skipped /x:2: damaged", R"(document /x:5: {"title":"B","text":"c~"})"));
}

TEST(Table, OverTheLimitARowIsSkippedAndTheNextOneRead) {
  const std::string line(900'000, 'x');
  std::string lines;
  for (int i = 0; i < 100'000; ++i) lines += "So it was, he said.\n";
  const std::string last = R"(document /x:{}: {{"title":"B","text":"c"}})";
  EXPECT_THAT(rows("title,text\nA," + line + "\nB,c\n", 1000),
              ElementsAre("skipped /x:2: too-large", fmt::format(fmt::runtime(last), 3)));
  EXPECT_THAT(rows("title,text\nA,\"" + line + "\"\nB,c\n", 1000),
              ElementsAre("skipped /x:2: too-large", fmt::format(fmt::runtime(last), 3)));
  EXPECT_THAT(rows("title,text\nA,\"" + lines + "\"\nB,c\n", 1000),
              ElementsAre("skipped /x:2: too-large", fmt::format(fmt::runtime(last), 100'003)));
  std::string more;
  for (int i = 0; i < 1000; ++i) more += "B,c\n";
  EXPECT_EQ(rows("title,text\nA,\"b\n" + more, 1000).size(), 1001U)
      << "a quotation without an end takes no row along";
  EXPECT_THAT(rows("title,text\nA," + std::string(800, '"') + "\nB,c\n", 810),
              ElementsAre("skipped /x:2: too-large", fmt::format(fmt::runtime(last), 3)))
      << "as it is handed on";
}

// Quadratic where each row looks at all that follows it.
TEST(Table, QuotationsWithoutAnEndAreLookedAtTwice) {
  for (const char separator : {',', '\t'}) {
    const std::string names = std::string("title") + separator + "text" + separator + "url\n";
    std::string bytes = names + "A" + separator + "~" + separator + "c\n";
    for (int i = 0; i < 300'000; ++i) bytes += "\"a\n";
    EXPECT_GE(rows(bytes, 8'000'000).size(), 2U);
    bytes = names + "A" + separator + "~" + separator + "c\n";
    for (int i = 0; i < 300'000; ++i) bytes += std::string("\"a") + separator + "b\n";
    EXPECT_GE(rows(bytes, 8'000'000).size(), 2U);
  }
}

TEST(Table, CellsPartedByTabsMayBeginWithAMarkOfTheirText) {
  EXPECT_THAT(rows("title\ttext\nA\t\"b\" said c~\nB\t\"d\nC\t\"e\" f\n\"D\"\t\"g\"\n"),
              ElementsAre(R"(document /x:2: {"title":"A","text":"\"b\" said c~"})",
                          R"(document /x:3: {"title":"B","text":"\"d"})",
                          R"(document /x:4: {"title":"C","text":"\"e\" f"})",
                          R"(document /x:5: {"title":"D","text":"g"})"));
  EXPECT_THAT(rows("title\ttext\nA\t\"b\nc~\"\nB\td\n"),
              ElementsAre(R"(document /x:2: {"title":"A","text":"b\nc~"})",
                          R"(document /x:4: {"title":"B","text":"d"})"));
}

TEST(Table, WhatMysqlWrites) {
  EXPECT_THAT(rows("title,text\n\"A\",\"He said \\\"no\\\", twice~\\\nThen \\\"yes\\\".\"\n\\N,"
                   "\"b\"\n"),
              ElementsAre(R"(document /x:2: {"title":"A","text":"He said \"no\", twice~\nThen )"
                          R"(\"yes\"."})",
                          R"(document /x:4: {"text":"b"})"));
  EXPECT_THAT(rows("title\ttext\n\\N\tOne~\\n\\nTwo.\n"),
              ElementsAre(R"(document /x:2: {"text":"One~\n\nTwo."})"));
}

TEST(Table, OfAnOldMacintosh) {
  EXPECT_THAT(rows("title,text\rA,\"b\rc~\"\rB,d\r"),
              ElementsAre(R"(document /x:2: {"title":"A","text":"b\u000dc~"})",
                          R"(document /x:4: {"title":"B","text":"d"})"));
}

TEST(Table, TablesThatWereJoinedHaveTheirNamesOnce) {
  EXPECT_THAT(rows("title,text\nA,b~\n\xef\xbb\xbftitle,text\r\nB,c\n"),
              ElementsAre(R"(document /x:2: {"title":"A","text":"b~"})",
                          R"(document /x:4: {"title":"B","text":"c"})"));
}

TEST(Table, InUtf16) {
  std::string bytes = "\xff\xfe";
  for (const char c : "title\ttext\r\nA\t" + kLong + "\r\n") {
    bytes += c;
    bytes += '\0';
  }
  EXPECT_THAT(rows(bytes + std::string("B\0\t\0\xac\x20", 6)),
              ElementsAre(R"(document /x:2: {"title":"A","text":"~"})",
                          R"(document /x:3: {"title":"B","text":"€"})"));
}

TEST(Table, ThatIsNoneIsAFile) {
  EXPECT_THAT(rows("Title, Text\nThe bridge, it is said, opens.\n"),
              ElementsAre("document /x: Title, Text\nThe bridge, it is said, opens.\n"));
}

TEST(Table, CutGzipGivesTheWholeRowsAndSaysSo) {
  const TempDir dir;
  std::string text = "title,text\nA," + kLong + "\n";
  for (int i = 0; i < 20'000; ++i) text += fmt::format("{},\"a\n{}\"\n", i, i * 7919 % 20011);
  const std::string packed = test::gzip(text);
  const auto options = reading(dir.write("x.gz", packed.substr(0, packed.size() / 2)));
  EXPECT_GT(test::documents_of(options).size(), 1000U);
  const auto skipped = test::skipped_of(options);
  ASSERT_EQ(skipped.size(), 1U);
  EXPECT_EQ(skipped.front().skip.reason, SkipReason::Damaged);
}

// One quotation without an end swallowed its successor, and with it every second row.
TEST(Table, AQuotationThatRunsIntoTheNextRowIsNone) {
  EXPECT_THAT(
      rows("date,title,text\n1,\"A, b.\n2,\"C\",d~\n3,E,f\n"),
      ElementsAre("skipped /x:2: damaged", R"(document /x:3: {"date":"2","title":"C","text":"d~"})",
                  R"(document /x:4: {"date":"3","title":"E","text":"f"})"));
  std::string bytes = "date,title,text\n1,A,\"b, c~\n\nd\"\n2,\"E, f.\n";
  for (int i = 3; i < 20; ++i) bytes += fmt::format("{},\"G\",\"h, i\n\nj\"\n", i);
  const auto all = rows(bytes);
  ASSERT_EQ(all.size(), 19U);
  EXPECT_EQ(all[1], "skipped /x:5: damaged");
  EXPECT_EQ(all[2], R"(document /x:6: {"date":"3","title":"G","text":"h, i\n\nj"})");
}

TEST(Table, TellsHowManyLinesWentWithABrokenRow) {
  const TempDir dir;
  const auto skipped = test::skipped_of(
      reading(dir.write("x", "title,text\nA," + kLong + "\nB,\"c\nd\n\ne\nF,g\n")));
  ASSERT_EQ(skipped.size(), 1U);
  EXPECT_EQ(skipped.front().skip.detail, "quotation without an end; 4 lines passed over");
}

// All rows behind the fault were lost where the cells of each begin with a blank.
TEST(Table, CellsMayBeginWithBlanksBehindABrokenRowAsBeforeIt) {
  EXPECT_THAT(
      rows("title,text,url\nA, b~, u\nB,\"c,v\nC, d, v\nE, f, v\n"),
      ElementsAre(R"(document /x:2: {"title":"A","text":" b~","url":" u"})",
                  "skipped /x:3: damaged", R"(document /x:4: {"title":"C","text":" d","url":" v"})",
                  R"(document /x:5: {"title":"E","text":" f","url":" v"})"));
}

TEST(Table, ARowThatLeavesOffItsLastCellsIsOne) {
  EXPECT_THAT(rows("title,text,author\nA,b~\nC,d\nE,f~,Jo\n"),
              ElementsAre(R"(document /x:2: {"title":"A","text":"b~"})", "skipped /x:3: damaged",
                          R"(document /x:4: {"title":"E","text":"f~","author":"Jo"})"));
}

TEST(Table, BlankLinesAndTheSeparatorMayStandBeforeTheNames) {
  EXPECT_THAT(rows("sep=;\r\ntitle;text\r\nA;b~\r\n"),
              ElementsAre(R"(document /x:3: {"title":"A","text":"b~"})"));
  EXPECT_THAT(rows("\xef\xbb\xbf\n \ntitle,text\nA,b~\n"),
              ElementsAre(R"(document /x:4: {"title":"A","text":"b~"})"));
}

TEST(Table, BackslashesMayEscapeFromSomeRowOn) {
  std::string bytes = "title,text\n";
  for (int i = 0; i < 500; ++i) bytes += "A,\"b~\"\n";
  const auto all = rows(bytes + "\"C\",\"\\\"d\\\", he said, \\\"e\\\"\"\n\"F\",\"g\"\n");
  ASSERT_EQ(all.size(), 502U);
  EXPECT_EQ(all[500], R"(document /x:502: {"title":"C","text":"\"d\", he said, \"e\""})");
  EXPECT_EQ(all[501], R"(document /x:503: {"title":"F","text":"g"})");
}

// What a table is depended on how many bytes the first read brought.
TEST(Table, IsToldByItsFirstBytesHoweverTheyCome) {
  const TempDir dir;
  std::string text = "title,text\n";
  for (int i = 0; i < 300; ++i) text += "A,\"" + kLong + "\"\n";
  for (int i = 0; i < 300; ++i) text += "B,\"he \\\"said\\\" so\"\n";
  const auto loose = test::documents_of(reading(dir.write("a", text)));
  const auto packed = test::documents_of(reading(dir.write("b.gz", test::gzip(text))));
  ASSERT_EQ(loose.size(), packed.size());
  for (std::size_t i = 0; i < loose.size(); ++i) EXPECT_EQ(loose[i].bytes, packed[i].bytes);
}

TEST(Table, IsLeftOutByTheNameOfItsFile) {
  const TempDir dir;
  SourceOptions options = reading(dir.write("x.csv", "title,text\nA," + kLong + "\n"));
  options.include = {"*.html"};
  EXPECT_THAT(lines_of(options, dir.str()),
              ElementsAre("skipped /x.csv:2: excluded", "done /x.csv"));
}

}  // namespace
}  // namespace pressmark::indexer
