#include "searcher/search/searcher.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/story_table.h"
#include "searcher/query/parser.h"
#include "searcher/query/query_builder.h"
#include "tests/searcher/search/small_archive.h"

namespace pressmark::searcher {
namespace {

using namespace std::chrono_literals;

std::string order(test::SmallArchive& archive, std::string_view text, SearchOptions options) {
  const auto& database = archive.database();
  Analyzer analyzer;
  const BuildOptions build{Match::All, archive_languages(database), nullptr};
  const auto query = parse_query(text, {2022y / 9 / 15});
  std::string out;
  for (const auto& article :
       find(database, build_query(*query, database, build, analyzer), options).articles) {
    out += (out.empty() ? "" : " ") + archive.name(article.id);
  }
  return out;
}

TEST(Searcher, SortsByDayAndLeavesUndatedLast) {
  test::SmallArchive archive;
  archive.add({"may", "Boat", "boat", "en", "2022-05-01"});
  archive.add({"undated", "Boat", "boat", "en", ""});
  archive.add({"june", "Boat", "boat", "en", "2022-06-01"});
  archive.add({"old", "Boat", "boat", "en", "1855-06-01"});
  SearchOptions options;
  options.sort = SortOrder::Newest;
  EXPECT_EQ(order(archive, "boat", options), "june may old undated");
  options.sort = SortOrder::Oldest;
  EXPECT_EQ(order(archive, "boat", options), "old may june undated");
  options.offset = 2;
  options.limit = 2;
  EXPECT_EQ(order(archive, "boat", options), "june undated");
  options.limit = 1;
  EXPECT_EQ(order(archive, "boat", options), "june");
}

TEST(Searcher, BreaksTiesByDay) {
  test::SmallArchive archive;
  archive.add({"may", "Boat", "boat", "en", "2022-05-01"});
  archive.add({"june", "Boat", "boat", "en", "2022-06-01"});
  archive.add({"april", "Boat", "boat", "en", "2022-04-01"});
  archive.add({"other", "Tram", "tram", "en", "2022-04-01"});
  EXPECT_EQ(order(archive, "boat", {}), "june may april");
}

TEST(Searcher, PrefersTheHeadlineAndWordsThatStandTogether) {
  test::SmallArchive archive;
  archive.add({"apart", "Weather",
               "The gas works stood beside a road; a leak was far away from all of it.", "en", ""});
  archive.add({"together", "Weather",
               "The works stood beside a road; a gas leak was far away from all of it.", "en", ""});
  archive.add({"title", "Gas leak",
               "The works stood beside a road; a house was far away from all of it here.", "en",
               ""});
  archive.add({"other", "Trams", "Trams stood beside a road and a house.", "en", ""});
  EXPECT_EQ(order(archive, "gas leak", {}), "title together apart");
}

TEST(Searcher, GivesTheOnlyArticleOfALanguageNoRarity) {
  test::SmallArchive archive;
  for (int i = 0; i < 20; ++i) {
    archive.add({"filler" + std::to_string(i), "Loan and bank", "A loan and a bank on a street.",
                 "en", ""});
  }
  archive.add({"best", "Loan and loan", "A loan and a loan.", "en", ""});
  archive.add({"dutch", "Straat", "Een loan van de bank and nog veel meer woorden in de straat.",
               "nl", ""});
  SearchOptions options;
  options.limit = 1;
  EXPECT_EQ(order(archive, "loan", options), "best");
  EXPECT_EQ(order(archive, "loan and", options), "best");
}

/// Two articles, and a guess that there are thousands of millions.
class BadGuess : public Xapian::PostingSource {
 public:
  Xapian::doccount get_termfreq_min() const override { return 2; }
  Xapian::doccount get_termfreq_est() const override { return 1U << 31; }
  Xapian::doccount get_termfreq_max() const override { return 2; }
  void next(double) override { ++at_; }
  bool at_end() const override { return at_ > 2; }
  Xapian::docid get_docid() const override { return at_; }
  BadGuess* clone() const override { return new BadGuess; }  // NOLINT: owned by Xapian
  void init(const Xapian::Database&) override { at_ = 0; }

 private:
  Xapian::docid at_ = 0;
};

TEST(Searcher, TotalsStayWithinTheirBounds) {
  test::SmallArchive archive;
  for (const char* name : {"a", "b", "c"}) archive.add({name, "Boat", "boat", "en", ""});
  BuiltQuery query;
  query.text = Xapian::Query((new BadGuess)->release());  // NOLINT: owned by the query
  SearchOptions options;
  options.limit = 1;
  const Found found = find(archive.database(), query, options);
  EXPECT_TRUE(found.total_exact);
  EXPECT_EQ(found.total, 2U);
}

TEST(Searcher, FoldsCopiesUnderTheBest) {
  test::SmallArchive archive;
  archive.add({"first", "Boat boat", "boat", "en", ""});
  archive.add({"copy", "Boat", "boat again", "en", ""});
  archive.add({"other", "Boat", "boat and trams and more", "en", ""});
  archive.add({"none", "Trams", "trams", "en", ""});
  const auto key = [](std::string_view name) { return article_key(name); };
  const std::uint64_t story = std::min(key("first"), key("copy"));
  const test::TempDir directory;
  const std::string file =
      directory.write("stories", StoryTable::encode({{key("first"), story}, {key("copy"), story}}));
  const StoryTable stories{std::filesystem::path(file)};
  SearchOptions options;
  options.fold_into = &stories;
  EXPECT_EQ(order(archive, "boat", options), "first other");
  options.offset = 1;
  EXPECT_EQ(order(archive, "boat", options), "other");
}

TEST(Searcher, OldestFillsItsPageWhereUndatedCopiesFoldIntoDatedStories) {
  test::SmallArchive archive;
  std::vector<StoryTable::Entry> rows;
  const auto key = [](std::string_view name) { return article_key(name); };
  const std::uint64_t story = key("dated");
  archive.add({"dated", "Boat", "boat", "en", "2022-05-01"});
  rows.push_back({story, story});
  for (int i = 0; i < 60; ++i) {  // more than a list looks at beyond its hits
    const std::string name = "copy" + std::to_string(i);
    archive.add({name, "Boat", "boat boat boat", "en", ""});
    rows.push_back({key(name), story});
  }
  archive.add({"undated", "Boat", "boat", "en", ""});
  const test::TempDir directory;
  const std::string file = directory.write("stories", StoryTable::encode(rows));
  const StoryTable stories{std::filesystem::path(file)};
  SearchOptions options;
  options.sort = SortOrder::Oldest;
  options.fold_into = &stories;
  options.limit = 2;
  EXPECT_EQ(order(archive, "boat", options), "dated undated");
  options.offset = 1;
  EXPECT_EQ(order(archive, "boat", options), "undated");
}

/// All articles of a database; counts how often it is asked for them.
class CountedSource : public Xapian::FixedWeightPostingSource {
 public:
  explicit CountedSource(std::size_t& asked) : FixedWeightPostingSource(0), asked_(asked) {}
  CountedSource* clone() const override { return new CountedSource(asked_); }  // NOLINT
  void init(const Xapian::Database& database) override {
    ++asked_;
    FixedWeightPostingSource::init(database);
  }

 private:
  std::size_t& asked_;
};

// It was asked for more some thirty times.
TEST(Searcher, AQueryForEverythingThatIsFewStoriesIsAskedOnceForAll) {
  test::SmallArchive archive;
  std::vector<StoryTable::Entry> rows;
  const std::uint64_t story = article_key("copy0");
  for (int i = 0; i < 40; ++i) {  // more than a list looks at beyond its hits
    const std::string name = "copy" + std::to_string(i);
    archive.add({name, "Boat", "boat", "en", ""});
    rows.push_back({article_key(name), story});
  }
  const test::TempDir directory;
  const std::string file = directory.write("stories", StoryTable::encode(rows));
  const StoryTable stories{std::filesystem::path(file)};
  std::size_t asked = 0;
  BuiltQuery query;
  query.text = Xapian::Query((new CountedSource(asked))->release());  // NOLINT: owned by the query
  SearchOptions options;
  options.fold_into = &stories;
  options.sort = SortOrder::Newest;
  const Found found = find(archive.database(), query, options);
  ASSERT_EQ(found.articles.size(), 1U);
  EXPECT_EQ(found.articles[0].folded.size(), 39U);
  EXPECT_LE(asked, 4U);
}

TEST(Searcher, FreshnessIsCountedFromTheNewestArticleThatIsThere) {
  test::SmallArchive archive;
  archive.add({"old", "Boat boat", "boat boat", "en", "2012-05-01"});
  archive.add({"new", "Boat", "boat and a tram or two", "en", "2022-05-01"});
  archive.add({"wrong", "Tram", "tram", "en", "2912-05-01"});
  SearchOptions options;
  options.sort = SortOrder::Blend;
  EXPECT_EQ(order(archive, "boat", options), "old new") << "both are centuries old";
  archive.remove("wrong");
  EXPECT_EQ(order(archive, "boat", options), "new old");
}

}  // namespace
}  // namespace pressmark::searcher
