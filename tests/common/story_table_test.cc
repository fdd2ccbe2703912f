#include "common/story_table.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/error.h"
#include "tests/support/older_form.h"
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
  EXPECT_EQ(table.articles_in(3), 3U);
  EXPECT_EQ(table.articles_in(4), 2U);
  EXPECT_EQ(table.articles_in(77), 0U);
  EXPECT_EQ(table.articles_in(1), 0U);
  EXPECT_EQ(StoryTable().articles_in(3), 0U);
  constexpr std::uint64_t kLast = ~std::uint64_t{0};
  const StoryTable last(scratch.write("last", StoryTable::encode({{kLast, kLast}, {8, kLast}})));
  EXPECT_EQ(last.articles_in(kLast), 2U);
}

TEST(StoryTable, SeveralAreOneWhereTheyShareArticles) {
  const test::TempDir scratch;
  const StoryTable a(scratch.write("a", StoryTable::encode({{9, 3}, {3, 3}, {20, 4}, {4, 4}})));
  const StoryTable b(scratch.write("b", StoryTable::encode({{9, 2}, {2, 2}, {50, 40}, {40, 40}})));
  const StoryTable both = StoryTable::merged({a, StoryTable(), b});
  EXPECT_EQ(both.size(), 7U);
  EXPECT_THAT(both.articles_of(2), ElementsAre(2, 3, 9));
  EXPECT_EQ(both.story_of(3), 2U);
  EXPECT_EQ(both.story_of(20), 4U);
  EXPECT_THAT(both.articles_of(40), ElementsAre(40, 50));
  EXPECT_THAT(both.articles_of(3), IsEmpty());
  EXPECT_EQ(StoryTable::merged({}).size(), 0U);
}

TEST(StoryTable, FindsEveryArticleHoweverTheKeysLie) {
  const test::TempDir scratch;
  std::mt19937_64 random(7);
  for (const unsigned shift : {0, 20, 50}) {  // spread evenly; crowded at the beginning
    std::map<std::uint64_t, std::uint64_t> story_of;
    while (story_of.size() < 900) {
      const std::uint64_t first = random() >> shift;
      if (story_of.contains(first) || story_of.contains(first + 1)) continue;
      story_of[first] = story_of[first + 1] = first;
    }
    std::vector<StoryTable::Entry> entries;
    for (const auto& [article, story] : story_of) entries.push_back({article, story});
    const StoryTable table(scratch.write("stories", StoryTable::encode(entries)));
    std::set<std::size_t> numbers;
    for (const auto& [article, story] : story_of) {
      EXPECT_EQ(table.story_of(article), story);
      ASSERT_TRUE(table.story_number_of(article));
      EXPECT_EQ(table.story_number_of(article), table.story_number_of(story));
      EXPECT_LT(*table.story_number_of(article), table.size());
      numbers.insert(*table.story_number_of(article));
      if (story_of.contains(article + 2)) continue;
      EXPECT_FALSE(table.story_number_of(article + 2));
    }
    EXPECT_EQ(numbers.size(), 450U);
    EXPECT_FALSE(table.story_number_of(~std::uint64_t{0}));
  }
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
    const std::string path = scratch.write("bad", bad);
    EXPECT_THROW(StoryTable(path).verify(), Damage) << at;
  }
}

TEST(StoryTable, OfADamagedDiskIsToldOrAtLeastRead) {
  const test::TempDir scratch;
  const std::string sound = StoryTable::encode(kEntries);
  EXPECT_THROW(StoryTable{scratch.str("not-there")}, Damage);
  EXPECT_THROW(StoryTable{scratch.path()}, Damage);  // a directory
  for (const std::size_t left : {std::size_t{0}, std::size_t{23}, sound.size() - 1})
    EXPECT_THROW(StoryTable{scratch.write("cut", sound.substr(0, left))}, Damage) << left;
  std::string other = sound;
  other[0] ^= 1;
  EXPECT_THROW(StoryTable{scratch.write("other", other)}, Damage);
  std::string longer = sound;
  longer[15] = '\x7f';  // the number of entries
  EXPECT_THROW(StoryTable{scratch.write("longer", longer)}, Damage);
  StoryTable(scratch.write("sound", sound)).verify();
  StoryTable().verify();
}

TEST(StoryTable, OfTheOlderFormIsReadAsItIs) {
  const test::TempDir scratch;
  const std::string sound = test::older_stories(StoryTable::encode(kEntries));
  const StoryTable table(scratch.write("older", sound));
  EXPECT_EQ(table.size(), 5U);
  EXPECT_EQ(table.story_of(9), 3U);
  EXPECT_THAT(table.articles_of(3), ElementsAre(3, 5, 9));
  EXPECT_TRUE(table.is_older());
  EXPECT_NO_THROW(table.verify());
  EXPECT_EQ(StoryTable::merged({table, table}).story_of(20), 4U);
  EXPECT_FALSE(StoryTable(scratch.write("now", StoryTable::encode(kEntries))).is_older());
  EXPECT_THROW(StoryTable(scratch.write("cut", sound.substr(0, 20))), Damage);
  EXPECT_THROW(StoryTable(scratch.write("cut", sound.substr(0, 40))), Damage);
  for (std::size_t at = 24; at < sound.size(); at += 5) {
    std::string damaged = sound;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x40);
    const StoryTable other(scratch.write("damaged", damaged));
    EXPECT_THROW(other.verify(), Damage) << at;
    for (const StoryTable::Entry& entry : kEntries) {
      try {
        EXPECT_LE(other.articles_of(other.story_of(entry.article)).size(), other.size());
        EXPECT_LT(other.story_number_of(entry.article).value_or(0), other.size());
      } catch (const Damage&) {
        // what stands in no order is told
      }
    }
  }
}

TEST(StoryTable, AnswersAsItWasWrittenOrNotAtAll) {
  const test::TempDir scratch;
  std::mt19937_64 random(11);  // NOLINT: always the same table
  std::vector<StoryTable::Entry> entries;
  for (int story = 0; story < 800; ++story) {
    const std::uint64_t first = random();
    for (std::uint64_t copy = 0; copy < 3; ++copy) entries.push_back({first + copy, first});
  }
  const std::string good = StoryTable::encode(entries);
  const StoryTable sound(scratch.write("sound", good));
  std::size_t refused = 0, answered = 0;
  for (int damage = 0; damage < 120; ++damage) {
    std::string damaged = good;
    const std::size_t at = random() % good.size(), bytes = damage % 3 == 0 ? 4096 : 8;
    for (std::size_t i = at; i < std::min(good.size(), at + bytes); ++i)
      damaged[i] = damage % 2 == 0 ? '\0' : static_cast<char>(random());
    const std::string path = scratch.write("damaged", damaged);
    for (std::size_t i = damage % 5; i < entries.size(); i += 97) {
      const std::uint64_t key = entries[i].article;
      const auto look = [&](const auto& answer) {
        try {
          const StoryTable table(path);
          EXPECT_EQ(answer(table), answer(sound)) << at;
          ++answered;
        } catch (const Damage&) {
          ++refused;
        }
      };
      look([&](const StoryTable& of) { return of.story_of(key); });
      look([&](const StoryTable& of) { return of.story_of(key + 3); });
      look([&](const StoryTable& of) { return of.story_number_of(key); });
      look([&](const StoryTable& of) { return of.articles_of(entries[i].story); });
      look([&](const StoryTable& of) { return of.articles_of(key + 3); });
    }
    try {
      const StoryTable both = StoryTable::merged({StoryTable(path), sound});
      for (const auto& [article, story] : entries) ASSERT_EQ(both.story_of(article), story) << at;
    } catch (const Damage&) {
      ++refused;
    }
  }
  EXPECT_GT(refused, 500U);
  EXPECT_GT(answered, 5000U);
}

TEST(StoryTable, OfEvenlySpreadKeysIsSearchedNearTheirPlaceAndElsewhereWhole) {
  const test::TempDir scratch;
  std::vector<StoryTable::Entry> entries;
  for (std::uint64_t i = 0; i < 2000; ++i) entries.push_back({i << 53, (i / 2 * 2) << 53});
  for (std::uint64_t i = 1; i < 2000; ++i) entries.push_back({i, 1});  // crowded at the beginning
  const StoryTable table(scratch.write("stories", StoryTable::encode(entries)));
  for (const StoryTable::Entry& entry : entries) {
    ASSERT_EQ(table.story_of(entry.article), entry.story) << entry.article;
  }
  EXPECT_EQ(table.story_of((std::uint64_t{5} << 53) + 1), (std::uint64_t{5} << 53) + 1);
  EXPECT_FALSE(table.story_number_of(~std::uint64_t{0}));
}

}  // namespace
}  // namespace pressmark
