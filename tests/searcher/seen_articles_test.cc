#include "searcher/seen_articles.h"

#include <random>
#include <set>

#include <fmt/core.h>
#include <gtest/gtest.h>

#include "common/error.h"
#include "tests/support/temp_dir.h"

namespace pressmark::searcher {
namespace {

TEST(SeenArticles, RemembersWhatWasKeptAndNothingElse) {
  const test::TempDir dir;
  const std::string file = dir.str("queries/flood.seen");
  {
    SeenArticles seen(file);
    EXPECT_FALSE(seen.contains("goc3ahcrzhrgh"));
    seen.add("goc3ahcrzhrgh");
    EXPECT_EQ(seen.added(), 1U);
    seen.keep();
    seen.add("anzz7exl5atvi");  // the output failed: never kept
  }
  const SeenArticles again(file);
  EXPECT_TRUE(again.contains("goc3ahcrzhrgh"));
  EXPECT_FALSE(again.contains("anzz7exl5atvi"));
}

TEST(SeenArticles, ShowsEachArticleOnceHoweverTheyArrive) {
  const test::TempDir dir;
  std::mt19937 random(7);
  std::set<std::string> archive, shown;
  for (int run = 0; run < 40; ++run) {
    for (unsigned fresh = random() % 5; fresh > 0; --fresh) {
      archive.insert(fmt::format("id{}", random() % 100));  // also one that is there: an update
    }
    SeenArticles seen(dir.str("flood.seen"));
    for (const std::string& id : archive) {
      if (seen.contains(id)) continue;
      seen.add(id);
      EXPECT_TRUE(shown.insert(id).second) << "shown twice: " << id;
    }
    seen.keep();
    EXPECT_EQ(shown, archive);
  }
}

TEST(SeenArticles, RefusesAFileOfSomethingElse) {
  const test::TempDir dir;
  dir.write("flood.seen", "my notes\n");
  EXPECT_THROW(SeenArticles(dir.str("flood.seen")), Error);
  EXPECT_EQ(test::read_file(dir.str("flood.seen")), "my notes\n");
}

}  // namespace
}  // namespace pressmark::searcher
