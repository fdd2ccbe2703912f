// --receipt and --verify, --coverage and --html from outside.
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample_archive.h"
#include "tests/support/temp_dir.h"

namespace pressmark::test {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(Receipt, VerifiesTheSameSearchAndShowsWhatAnotherArchiveHas) {
  const TempDir dir;
  const std::string receipt = dir.str("flood.receipt");
  EXPECT_EQ(
      search(sample_archive("default"), {"flood", "--receipt", receipt, "--limit", "1"}).exit_code,
      0);
  EXPECT_THAT(read_file(receipt), HasSubstr("\nunderstood: flood\n"));
  const RunResult same = search(sample_archive("default"), {"--verify", receipt});
  EXPECT_EQ(same.exit_code, 0) << same.err;
  EXPECT_THAT(same.out, IsEmpty());
  EXPECT_THAT(same.err, HasSubstr("2 articles then"));
  const RunResult other = search(sample_archive("multilingual"), {"--verify", receipt});
  EXPECT_EQ(other.exit_code, 1);
  EXPECT_THAT(other.out, HasSubstr("- "));
  for (const std::string& wrong : {dir.write("x", "no receipt\n"), dir.str("none")})
    EXPECT_EQ(search(sample_archive("default"), {"--verify", wrong}).exit_code, 2);
}

TEST(Receipt, AsksWhatASavedQueryWasThen) {
  const TempDir dir;
  const std::string receipt = dir.str("saved.receipt");
  const std::string& archive = sample_archive("default");
  ASSERT_EQ(search(archive, {"flood", "--save", "water"}).exit_code, 0);
  ASSERT_EQ(search(archive, {"@water", "--receipt", receipt}).exit_code, 0);
  EXPECT_THAT(search(archive, {"--verify", receipt}).err, Not(HasSubstr("another query")));
  // Narrowed under its own name it is no loop, and the receipt is still of the wider one.
  ASSERT_EQ(search(archive, {"@water lyon", "--save", "water"}).exit_code, 0);
  EXPECT_THAT(search(archive, {"--list-saved"}).out, HasSubstr("(flood) lyon\n"));
  const RunResult again = search(archive, {"--verify", receipt});
  EXPECT_EQ(again.exit_code, 0) << again.err;
  EXPECT_THAT(again.err, HasSubstr("\"@water\" is another query now; asked is what it was then: "
                                   "flood\n"));
  // Another that brings the name back.
  ASSERT_EQ(search(archive, {"@water OR ferry", "--save", "sea"}).exit_code, 0);
  const RunResult loop = search(archive, {"@sea", "--save", "water"});
  EXPECT_EQ(loop.exit_code, 2);
  EXPECT_THAT(loop.err, HasSubstr("would stand in itself: @water"));
}

TEST(Coverage, CountsOutletsCountriesAndMonths) {
  const RunResult result = search(sample_archive("default"), {"--coverage", "--json"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("\"field\":\"source\""));
  EXPECT_THAT(result.out, HasSubstr("\"field\":\"country\""));
  EXPECT_THAT(result.out, HasSubstr("\"type\":\"bucket\""));
  EXPECT_THAT(result.out, HasSubstr("\"archived\":0"));
  EXPECT_THAT(result.out, Not(HasSubstr("\"type\":\"hit\"")));
}

TEST(Html, WritesAPageOfItsOwn) {
  const TempDir dir;
  const RunResult result = search(
      sample_archive("default"),
      {"flood", "--facet", "country", "--timeline", "month", "--html", dir.str("page.html")});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.out, IsEmpty());
  const std::string page = read_file(dir.str("page.html"));
  EXPECT_THAT(page, ::testing::StartsWith("<!DOCTYPE html>"));
  EXPECT_THAT(page, HasSubstr("<mark>flood</mark>"));
  EXPECT_THAT(page, HasSubstr("<td>France<td class=\"n\">2"));
  EXPECT_THAT(page, HasSubstr("<svg viewBox"));
  EXPECT_THAT(page, ::testing::EndsWith("</html>\n"));
  const RunResult nowhere =
      search(sample_archive("default"), {"flood", "--html", dir.str("none/page.html")});
  EXPECT_EQ(nowhere.exit_code, 5);
}

}  // namespace
}  // namespace pressmark::test
