#include "indexer/report.h"

#include <gtest/gtest.h>

#include "common/error.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

ReportRow row(const char* input, Status status) {
  ReportRow row;
  row.input = input;
  row.status = status;
  return row;
}

TEST(RunReport, EveryInputIsInExactlyOneCount) {
  RunReport report("");
  report.add(row("a", Status::Added), 0);
  report.add(row("b", Status::Updated), 0);
  report.add(row("c", Status::Unchanged), 0);
  report.add(row("d", Status::Duplicate), 0);
  report.add(skipped_row("e", {SkipReason::Listing, ""}), 0);
  report.add(skipped_row("f", {SkipReason::NoText, ""}), 0);
  report.add(skipped_row("g", {SkipReason::NoText, ""}), 0);
  report.add(skipped_row("h", {SkipReason::Damaged, "cut"}), 0);
  EXPECT_EQ(report.summary(),
            "read 8: added 1, updated 1, unchanged 1, duplicate 1, skipped 3 (no-text 2, listing "
            "1), failed 1 (damaged 1)");
}

TEST(RunReport, ARowIsWrittenWhenItsArticleIsDurable) {
  const test::TempDir dir;
  RunReport report(dir.str("r.jsonl"));
  report.add(skipped_row("first", {SkipReason::NotText, "x\x1B"}), 0);
  report.add(row("second", Status::Added), 0);
  report.add(row("third", Status::Unchanged), 0);
  report.add(row("fourth", Status::Updated), 1);
  report.durable(0);
  report.durable(1);
  report.close();
  EXPECT_EQ(test::read_file(dir.path() / "r.jsonl"),
            "{\"v\":1,\"input\":\"first\",\"status\":\"skipped\",\"reason\":\"not-text\","
            "\"detail\":\"x\\u001B\"}\n"
            "{\"v\":1,\"input\":\"second\",\"status\":\"added\"}\n"
            "{\"v\":1,\"input\":\"third\",\"status\":\"unchanged\"}\n"
            "{\"v\":1,\"input\":\"fourth\",\"status\":\"updated\"}\n");
}

TEST(RunReport, AFileThatCannotBeMadeIsAnError) {
  try {
    RunReport("/nowhere/at/all/r.jsonl");
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::Output);
  }
}

TEST(Grouped, DigitsInThrees) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1000), "1 000");
  EXPECT_EQ(grouped(12345678), "12 345 678");
}

}  // namespace
}  // namespace pressmark::indexer
