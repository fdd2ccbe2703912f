#include "indexer/store/story_finder.h"

#include <algorithm>
#include <numeric>
#include <random>
#include <utility>

#include <gtest/gtest.h>

#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

using Fingerprint = std::vector<std::uint32_t>;

/// Fingerprints as texts have them, without the texts: hashes drawn at random, parts put together.
class WrittenTexts {
 public:
  Fingerprint fresh(std::size_t size) {
    Fingerprint hashes(size);
    for (auto& hash : hashes) hash = static_cast<std::uint32_t>(random_());
    return hashes;
  }
  std::size_t below(std::size_t bound) { return random_() % bound; }

 private:
  std::mt19937 random_{20221124};  // NOLINT: the same texts in every run
};

Fingerprint joined(const std::vector<Fingerprint>& parts) {
  Fingerprint all;
  for (const Fingerprint& part : parts) all.insert(all.end(), part.begin(), part.end());
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

Fingerprint head(const Fingerprint& text, double share) {
  return {text.begin(),
          text.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(text.size()))};
}

std::vector<std::uint32_t> stories(const std::vector<Fingerprint>& articles,
                                   FingerprintStorage storage = {}) {
  FingerprintList list(std::move(storage));
  for (const Fingerprint& article : articles) list.add(joined({article}));
  return find_stories(std::move(list));
}

TEST(StoryFinder, JoinsCutAndExtendedCopies) {
  WrittenTexts texts;
  const Fingerprint story = texts.fresh(60);
  const auto found = stories({texts.fresh(60), story, head(story, 0.5),
                              joined({story, texts.fresh(40)}), texts.fresh(60)});
  EXPECT_EQ(found, (std::vector<std::uint32_t>{0, 1, 1, 1, 4}));
}

TEST(StoryFinder, KeepsApartWhatSharesOneParagraph) {
  WrittenTexts texts;
  const Fingerprint paragraph = texts.fresh(12);
  const auto found =
      stories({joined({paragraph, texts.fresh(50)}), joined({paragraph, texts.fresh(50)})});
  EXPECT_EQ(found, (std::vector<std::uint32_t>{0, 1}));
}

TEST(StoryFinder, AnAgencyStoryWith200CopiesIsOneStory) {
  WrittenTexts texts;
  const Fingerprint story = texts.fresh(80);
  std::vector<Fingerprint> articles;
  for (int copy = 0; copy < 200; ++copy) {
    articles.push_back(joined({head(story, 0.5 + 0.0025 * copy), texts.fresh(texts.below(20))}));
  }
  for (int other = 0; other < 300; ++other) articles.push_back(texts.fresh(60));
  const auto found = stories(articles);
  EXPECT_EQ(std::ranges::count(found, 0U), 200);
  for (std::uint32_t other = 200; other < 500; ++other) EXPECT_EQ(found[other], other);
}

TEST(StoryFinder, WebDebrisNeverJoinsTwoStories) {
  WrittenTexts texts;
  const Fingerprint debris = texts.fresh(30);
  std::vector<Fingerprint> articles;
  for (int i = 0; i < 100; ++i)
    articles.push_back(joined({debris, texts.fresh(i % 10 == 0 ? 15 : 90)}));
  const auto found = stories(articles);
  for (std::uint32_t i = 0; i < 100; ++i) EXPECT_EQ(found[i], i);
}

TEST(StoryFinder, ArticlesOfMuchUsedSentencesAreNoCopiesForOneThatIsRare) {
  WrittenTexts texts;
  std::vector<Fingerprint> sentences;
  for (int i = 0; i < 40; ++i) sentences.push_back(texts.fresh(2));
  const Fingerprint rare = texts.fresh(5);
  std::vector<Fingerprint> articles;
  for (int i = 0; i < 40; ++i) {
    std::vector<Fingerprint> parts;
    for (int k = 0; k < 10; ++k) parts.push_back(sentences[texts.below(sentences.size())]);
    if (i < 2) parts.push_back(rare);
    articles.push_back(joined(parts));
  }
  const auto found = stories(articles);
  for (std::uint32_t i = 0; i < 40; ++i) EXPECT_EQ(found[i], i);
}

TEST(StoryFinder, DebrisInACopiedStoryHidesNeither) {
  WrittenTexts texts;
  const Fingerprint debris = texts.fresh(20);
  std::vector<Fingerprint> articles;
  for (int story = 0; story < 40; ++story) {
    const Fingerprint text = texts.fresh(60);
    articles.push_back(joined({text, debris}));
    articles.push_back(joined({head(text, 0.6), debris}));
  }
  const auto found = stories(articles);
  for (std::uint32_t i = 0; i < found.size(); ++i) EXPECT_EQ(found[i], i / 2 * 2);
}

TEST(StoryFinder, ARoundUpDoesNotJoinTheStoriesItHolds) {
  WrittenTexts texts;
  const Fingerprint a = texts.fresh(40);
  const Fingerprint b = texts.fresh(40);
  const auto found = stories({a, b, joined({a, b, texts.fresh(180)}), head(a, 0.7)});
  EXPECT_EQ(found, (std::vector<std::uint32_t>{0, 1, 2, 0}));
}

TEST(StoryFinder, TheOrderOfArrivalChangesNothing) {
  WrittenTexts texts;
  std::vector<Fingerprint> articles;
  const Fingerprint debris = texts.fresh(20);
  for (int story = 0; story < 60; ++story) {
    const Fingerprint text = texts.fresh(30 + texts.below(60));
    for (std::size_t copy = 0; copy <= texts.below(20); ++copy) {
      articles.push_back(
          joined({head(text, 0.4 + 0.03 * static_cast<double>(texts.below(20))),
                  texts.fresh(texts.below(30)), texts.below(3) == 0 ? debris : Fingerprint{}}));
    }
  }
  const auto first = stories(articles);
  std::vector<std::size_t> order(articles.size());
  std::iota(order.begin(), order.end(), 0U);
  std::mt19937 shuffle{7};
  std::ranges::shuffle(order, shuffle);
  std::vector<Fingerprint> shuffled;
  for (const std::size_t i : order) shuffled.push_back(articles[i]);
  const auto second = stories(shuffled);
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      ASSERT_EQ(second[i] == second[k], first[order[i]] == first[order[k]])
          << order[i] << " and " << order[k];
    }
  }
}

TEST(StoryFinder, FindsTheSameInAFile) {
  const pressmark::test::TempDir dir;
  WrittenTexts texts;
  std::vector<Fingerprint> articles;
  for (int story = 0; story < 6000; ++story) {  // three blocks
    const Fingerprint text = texts.fresh(200);
    for (std::size_t copy = 0; copy <= texts.below(3); ++copy) articles.push_back(text);
  }
  EXPECT_EQ(stories(articles, {dir.path(), 0}), stories(articles));
}

TEST(StoryFinder, TakesNoArticlesAndEmptyOnes) {
  EXPECT_TRUE(stories({}).empty());
  EXPECT_EQ(stories({{}, {}}), (std::vector<std::uint32_t>{0, 1}));
}

}  // namespace
}  // namespace pressmark::indexer
