// A list of all that matches, while the archive changes under it.
#include <map>
#include <set>
#include <string>

#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/engine.h"
#include "searcher/query/parser.h"
#include "tests/support/run.h"
#include "tests/support/temp_dir.h"

namespace pressmark::test {
namespace {

constexpr int kArticles = 600;

/// Indexes every step-th bulletin from this one on, in this issue.
void publish(const TempDir& dir, int articles, int first, int step, int issue) {
  std::string lines;
  for (int n = first; n < articles; n += step) {
    lines += fmt::format(
        R"({{"id":"n{0}","title":"Bulletin {0} of the harbour, issue {1}","lang":"en",)"
        R"("text":"This is bulletin {0} in issue {1}. The ferry to island {0} leaves at noon, as )"
        R"(the council had asked."}})"
        "\n",
        n, issue);
  }
  const std::string crawl = dir.write("crawl/bulletins.jsonl", lines);
  ASSERT_EQ(run({program("pressmark-index"), "--db", dir.str("db"), "-q", crawl}).exit_code, 0);
}

TEST(ChangingArchive, AWholeListGoesOnWithEachArticleOnce) {
  const TempDir dir;
  publish(dir, kArticles, 0, 1, 1);
  searcher::Engine engine({dir.str("db")}, {}, "en");
  searcher::SearchRequest all;
  all.query = "ferry";
  all.limit = 0;
  const auto query = searcher::parse_query(all.query, {});
  ASSERT_TRUE(query);

  std::map<std::string, std::string> titles;  // by id
  std::size_t rank = 0;
  const auto each = [&](const searcher::Hit& hit) {
    EXPECT_EQ(hit.rank, ++rank);
    EXPECT_TRUE(titles.emplace(hit.article.id, hit.article.title).second) << "given twice";
    // Each of these deletes in the segment that is being listed; the later ones write over blocks
    // of its tables that the first ones freed.
    if (rank == 20) {
      for (const int first : {0, 1, 2, 3}) publish(dir, kArticles, first, 5, 2);
    }
  };
  const searcher::Answer answer = engine.answer(all, *query, {}, {each});

  EXPECT_TRUE(answer.of_several_states);
  EXPECT_EQ(titles.size(), kArticles);
  EXPECT_EQ(answer.summary.last, kArticles);
  std::set<std::string> issues;
  for (const auto& [id, title] : titles) issues.insert(title.substr(title.rfind(' ')));
  EXPECT_THAT(issues, testing::ElementsAre(" 1", " 2"));
}

// --new read the record of every match, to throw most of them away.
TEST(ChangingArchive, OnlyArticlesThatAreWantedAreMade) {
  const TempDir dir;
  publish(dir, 6, 0, 1, 1);
  searcher::Engine engine({dir.str("db")}, {}, "en");
  searcher::SearchRequest all;
  all.query = "ferry";
  all.limit = 0;
  const auto query = searcher::parse_query(all.query, {});
  ASSERT_TRUE(query);
  using Wish = searcher::HitTaker::Wish;
  std::vector<std::string> asked, taken;
  searcher::HitTaker taker;
  taker.wish = [&](const std::string& id) {
    asked.push_back(id);
    if (asked.size() == 5) return Wish::Stop;
    return asked.size() % 2 == 0 ? Wish::Take : Wish::PassOver;
  };
  taker.take = [&](const searcher::Hit& hit) {
    EXPECT_EQ(hit.rank, taken.size() + 1);
    taken.push_back(hit.article.id);
  };
  engine.answer(all, *query, {}, taker);
  ASSERT_EQ(asked.size(), 5U) << "none is asked for behind the last that is wanted";
  EXPECT_THAT(taken, testing::ElementsAre(asked[1], asked[3]));
}

TEST(ChangingArchive, AListOfOneStateSaysSo) {
  const TempDir dir;
  publish(dir, 5, 0, 1, 1);
  searcher::Engine engine({dir.str("db")}, {}, "en");
  searcher::SearchRequest all;
  all.query = "ferry";
  all.limit = 0;
  std::size_t hits = 0;
  const auto query = searcher::parse_query(all.query, {});
  ASSERT_TRUE(query);
  const auto answer = engine.answer(all, *query, {}, {[&](const searcher::Hit&) { ++hits; }});
  EXPECT_FALSE(answer.of_several_states);
  EXPECT_EQ(hits, 5);
}

}  // namespace
}  // namespace pressmark::test
