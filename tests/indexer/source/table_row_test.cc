#include "indexer/source/table_row.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

using ::testing::ElementsAre;

constexpr RowForm kComma;
constexpr RowForm kTab{'\t'};
constexpr RowForm kMysql{',', '\n', true};

/// Cells of the first row, "-" for one that holds nothing; then what is left behind it.
std::vector<std::string> cells(std::string_view bytes, RowForm form = kComma,
                               RowScanner::Quotes quotes = RowScanner::Quotes::Read) {
  RowScanner row(form, 10, quotes);
  EXPECT_TRUE(row.scan(bytes, true));
  std::vector<std::string> found;
  for (std::size_t i = 0; i < row.cells(); ++i) found.push_back(row.cell(bytes, i).value_or("-"));
  found.push_back("|" + std::string(bytes.substr(row.size())));
  return found;
}

TEST(TableRow, EndsWithItsLine) {
  EXPECT_THAT(cells("a,b\nc"), ElementsAre("a", "b", "|c"));
  EXPECT_THAT(cells("a,b\r\nc"), ElementsAre("a", "b", "|c"));
  EXPECT_THAT(cells("a,b"), ElementsAre("a", "b", "|"));
  EXPECT_THAT(cells("a,b\r"), ElementsAre("a", "b", "|"));
  EXPECT_THAT(cells("a\rb\rc", {',', '\r'}), ElementsAre("a", "|b\rc"));
  EXPECT_THAT(cells(",\n"), ElementsAre("-", "-", "|"));
  EXPECT_THAT(cells(""), ElementsAre("-", "|"));
  EXPECT_THAT(cells("\r\n"), ElementsAre("-", "|"));
}

TEST(TableRow, QuotationsHoldSeparatorsLineEndsAndDoubledMarks) {
  EXPECT_THAT(cells("\"a,b\",\"c\r\nd\",\"e\"\"f\"\ng"),
              ElementsAre("a,b", "c\r\nd", "e\"f", "|g"));
  EXPECT_THAT(cells("\"\",\"\"\"\"\r\n"), ElementsAre("-", "\"", "|"));
  EXPECT_THAT(cells("\"a\"\r\nb"), ElementsAre("a", "|b"));
  EXPECT_THAT(cells("\"a\"\r"), ElementsAre("a", "|"));
}

TEST(TableRow, AMarkThatNeitherBeginsNorEndsACellIsOne) {
  EXPECT_THAT(cells("a \"b\" c,\"d \"e\" f\"\n"), ElementsAre("a \"b\" c", "d \"e\" f", "|"));
  EXPECT_THAT(cells("\"a\" b,c\"\n"), ElementsAre("a\" b,c", "|"));
}

TEST(TableRow, EmptyCellsAndNullHoldNothing) {
  EXPECT_THAT(cells("\\N,NULL,\"NULL\",nil\n"), ElementsAre("-", "-", "NULL", "nil", "|"));
}

TEST(TableRow, BackslashesAreLettersUnlessTheTableEscapes) {
  const std::string_view line = R"("a\"b\\n","c\)"
                                "\n"
                                R"(d\0e\tf","\r"g)";
  EXPECT_THAT(cells(line, kMysql), ElementsAre("a\"b\\n", "c\nde\tf", "\"\"g", "|"));
  EXPECT_THAT(cells("a\\b,\"c\\\"\n"), ElementsAre("a\\b", "c\\", "|"));
  EXPECT_THAT(cells("a\\,b,c\\", kMysql), ElementsAre("a,b", "c\\", "|"));
}

TEST(TableRow, SaysWhatIsOddInIt) {
  const auto scanned = [](std::string_view bytes, RowForm form) {
    RowScanner row(form, 1);
    row.scan(bytes, true);
    return row;
  };
  EXPECT_TRUE(scanned("a,\"b\nc", kComma).is_open());
  EXPECT_FALSE(scanned("a,\"b\nc\"", kComma).is_open());
  EXPECT_TRUE(scanned("a,\"b\nc\"", kComma).has_lines());
  EXPECT_FALSE(scanned("a,\"b\"\n", kComma).has_lines());
  EXPECT_TRUE(scanned("a\t\"b\nc\td\"\n", kTab).is_doubtful());
  EXPECT_FALSE(scanned("a\t\"b\tc\"\t\"d\ne\"\n", kTab).is_doubtful());
  EXPECT_EQ(scanned("a,b,c", kComma).cells(), 3U) << "more than are remembered";
}

TEST(TableRow, OfLiteralMarksIsALine) {
  EXPECT_THAT(cells("\"a\t\"b\"\n", kTab, RowScanner::Quotes::Literal),
              ElementsAre("\"a", "b", "|"));
}

TEST(TableRow, IsTheSameInWhateverPiecesItComes) {
  const std::string_view bytes = "\"a\"\"b\",\"c\r\n\",d\\\"e,\"f\"\r\nnext";
  for (const RowForm form : {kComma, kMysql}) {
    RowScanner whole(form, 10);
    ASSERT_TRUE(whole.scan(bytes, true));
    RowScanner pieces(form, 10);
    std::size_t size = 0;
    while (!pieces.scan(bytes.substr(0, size), size == bytes.size())) ++size;
    EXPECT_EQ(pieces.size(), whole.size());
    ASSERT_EQ(pieces.cells(), whole.cells());
    for (std::size_t i = 0; i < whole.cells(); ++i)
      EXPECT_EQ(pieces.cell(bytes, i), whole.cell(bytes, i));
  }
}

}  // namespace
}  // namespace pressmark::indexer
