// What answers say of copies, filters, days and lines of a batch, from outside.
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include "tests/support/sample_archive.h"
#include "tests/support/temp_dir.h"

namespace pressmark::test {
namespace {

namespace fs = std::filesystem;

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string& answering_archive() { return sample_archive("default multilingual duplicates"); }

std::vector<rapidjson::Document> objects(const std::string& lines) {
  std::vector<rapidjson::Document> found;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = lines.find('\n', at);
    found.emplace_back().Parse(lines.substr(at, end - at).c_str());
    at = end + 1;
  }
  return found;
}

TEST(Similar, IsTheNumberOfCopiesAlsoWhereTheyAreHitsOfTheirOwn) {
  const RunResult folded =
      search(answering_archive(), {"is:copy", "-n", "1", "--format", "{id} {similar}"});
  const std::string id = folded.out.substr(0, folded.out.find(' '));
  EXPECT_THAT(folded.out, Not(HasSubstr(" 0\n")));
  for (const std::vector<std::string>& each :
       {std::vector<std::string>{"id:" + id, "--no-collapse"},
        std::vector<std::string>{"--story", id}}) {
    std::vector<std::string> with = each;
    with.insert(with.end(), {"-n", "0", "--format", "{id} {similar}"});
    EXPECT_THAT(search(answering_archive(), with).out, HasSubstr(folded.out));
  }
  EXPECT_THAT(search(answering_archive(), {"id:" + id, "--no-collapse"}).out,
              Not(HasSubstr("similar")));
}

TEST(Statistics, CountArticlesBeyondTheFirstOfEachStory) {
  const auto stats = objects(search(answering_archive(), {"--stats", "--json"}).out);
  const auto list = objects(search(answering_archive(), {"*", "-n", "1", "--json"}).out);
  const rapidjson::Document& summary = list.back();
  EXPECT_EQ(stats[0]["near_copies"].GetInt(),
            summary["total"].GetInt() - summary["distinct"].GetInt());
  EXPECT_GT(stats[0]["in_stories"].GetInt(), stats[0]["near_copies"].GetInt());
}

TEST(Share, IsOfWhatMatchesTheFiltersNotOfWhatLacksAWord) {
  const std::vector<std::string> how = {"--timeline", "year", "--share", "--facets-only"};
  std::vector<std::string> without = how, filtered = how;
  without.insert(without.end(), {"flood", "-river"});
  filtered.insert(filtered.end(), {"flood", "-river", "-lang:de"});
  EXPECT_THAT(search(answering_archive(), without).out, HasSubstr("share of all "));
  EXPECT_THAT(search(answering_archive(), filtered).out, HasSubstr("that match  -lang:de\n"));
}

TEST(Facets, OfTimeKeepTheirLatestRowsWhereSoManyAreAskedFor) {
  const RunResult all =
      search(answering_archive(), {"*", "-f", "year", "--facets-only", "--format", "csv"});
  const RunResult two = search(answering_archive(), {"*", "-f", "year", "--facets-only", "--format",
                                                     "csv", "--facet-limit", "2"});
  EXPECT_GT(std::ranges::count(all.out, '\n'), 4);
  EXPECT_LE(std::ranges::count(two.out, '\n'), 4);
  const std::string last = two.out.substr(two.out.find('\n') + 1);
  EXPECT_THAT(all.out, testing::EndsWith(last));
  EXPECT_THAT(
      search(answering_archive(), {"*", "-f", "year", "--facets-only", "--facet-limit", "2"}).out,
      HasSubstr(" before: --facet-limit 0\n"));
}

TEST(Kwic, IsRefusedWhereNoMentionIsListed) {
  for (const std::vector<std::string>& each :
       {std::vector<std::string>{"--count"}, std::vector<std::string>{"--format", "csv"},
        std::vector<std::string>{"--format", "ids"}, std::vector<std::string>{"--format", "{id}"},
        std::vector<std::string>{"--facet", "country", "--facets-only"}}) {
    std::vector<std::string> with = each;
    with.insert(with.end(), {"flood", "--kwic"});
    EXPECT_EQ(search(answering_archive(), with).exit_code, 2) << each.front();
  }
  EXPECT_EQ(search(answering_archive(), {"flood", "--kwic", "--json"}).exit_code, 0);
  EXPECT_EQ(search(answering_archive(), {"flood", "--kwic", "--facet", "country"}).exit_code, 0);
}

TEST(Batch, EachLineHasAnIdAndASummary) {
  const RunResult json = search(answering_archive(), {"--batch", "-", "--json", "-n", "1"},
                                "a\tflood\n\tferry\n...\n");
  std::string ids;
  for (const rapidjson::Document& each : objects(json.out)) {
    if (std::string_view(each["type"].GetString()) == "summary")
      ids += std::string(each["query_id"].GetString()) + ";";
  }
  EXPECT_EQ(ids, "a;ferry;...;");
  const RunResult csv = search(answering_archive(), {"--batch", "-", "--format", "csv", "-n", "1"},
                               "a\tflood\n\tferry\n");
  EXPECT_EQ(csv.out.find("rank"), csv.out.rfind("rank"));  // one table
}

TEST(Shards, OneWithACutTableIsLeftOut) {
  const TempDir dir;
  const std::string copy = dir.str("copy");
  for (const char* table : {"postlist.glass", "iamglass"}) {
    fs::remove_all(copy);
    fs::copy(answering_archive(), copy, fs::copy_options::recursive);
    for (const auto& entry : fs::recursive_directory_iterator(copy)) {
      if (entry.path().filename() == table) fs::resize_file(entry.path(), 0);
    }
    const RunResult fails = search(answering_archive(), {"--db", copy, "flood"});
    EXPECT_EQ(fails.exit_code, 3) << table;
    const RunResult partial = search(answering_archive(), {"--db", copy, "--partial", "flood"});
    EXPECT_EQ(partial.exit_code, 0) << table << partial.err;
    EXPECT_THAT(partial.err, AllOf(HasSubstr(copy), HasSubstr("left out"))) << table;
  }
}

// "No articles match  * date:2090-01-01..", and 77 without the date.
TEST(Similar, ThatFindsNothingCountsNoOtherArticles) {
  const std::string said =
      search(answering_archive(), {"--similar", "-", "--since", "2090"}, "tea").err;
  EXPECT_THAT(said, HasSubstr("No articles match  since:2090 similar to -"));
  EXPECT_THAT(said, Not(HasSubstr("without")));
}

// While the first run goes on a word is not to blame.
TEST(Archive, WithoutAnArticleSaysSo) {
  const TempDir dir;
  fs::create_directory(dir.path() / "in");
  const RunResult made =
      run({program("pressmark-index"), "--db", dir.str("db"), "--quiet", dir.str("in")});
  EXPECT_EQ(made.exit_code, 0) << made.err;
  const RunResult found = search(dir.str("db"), {"flood"});
  EXPECT_EQ(found.exit_code, 1);
  EXPECT_THAT(found.err, HasSubstr("there is no article in the archive yet"));
  EXPECT_THAT(search(answering_archive(), {"xyzzyplugh"}).err, Not(HasSubstr("yet")));
}

TEST(Html, GoesToStandardOutputAndAReceiptDoesNot) {
  EXPECT_THAT(search(answering_archive(), {"flood", "--html", "-"}).out,
              StartsWith("<!DOCTYPE html>"));
  EXPECT_EQ(search(answering_archive(), {"flood", "--receipt", "-"}).exit_code, 2);
  EXPECT_FALSE(fs::exists("-"));
}

}  // namespace
}  // namespace pressmark::test
