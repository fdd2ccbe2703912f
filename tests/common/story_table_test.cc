#include "common/story_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/error.h"
#include "tests/support/temp_dir.h"

namespace pressmark {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::vector<StoryTable::Entry> kEntries = {{9, 3}, {3, 3}, {20, 4}, {4, 4}, {5, 3}};

TEST(StoryTable, TellsTheStoryOfAnArticleAndTheArticlesOfAStory) {
  const test::TempDir scratch;
  const StoryTable table(scratch.write("stories", StoryTable::encode(kEntries)));
  EXPECT_EQ(table.size(), 5U);
  EXPECT_EQ(table.story_of(9), 3U);
  EXPECT_EQ(table.story_of(20), 4U);
  EXPECT_EQ(table.story_of(77), 77U);
  EXPECT_THAT(table.articles_of(3), ElementsAre(3, 5, 9));
  EXPECT_THAT(table.articles_of(77), IsEmpty());
}

TEST(StoryTable, WithoutAFileEveryArticleStandsAlone) {
  const StoryTable table;
  EXPECT_EQ(table.story_of(1), 1U);
  EXPECT_THAT(table.articles_of(1), IsEmpty());
}

TEST(StoryTable, NoDamageGoesUnseen) {
  const test::TempDir scratch;
  const std::string good = StoryTable::encode(kEntries);
  EXPECT_THROW(StoryTable(scratch.str("absent")), Error);
  EXPECT_THROW(StoryTable(scratch.write("empty", "")), Error);
  EXPECT_THROW(StoryTable(scratch.write("cut", good.substr(0, good.size() - 1))), Error);
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string bad = good;
    bad[at] ^= 0x10;
    EXPECT_THROW(StoryTable(scratch.write("bad", bad)), Error) << at;
  }
}

}  // namespace
}  // namespace pressmark
