#include "indexer/train/trainer.h"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "common/error.h"
#include "common/hash.h"
#include "indexer/enrich/recognizer.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

constexpr std::string_view kSentences[] = {
    "[P Ines Aalto] sailed from [L Narvik] to [L Bergen] .",
    "[P Tor Moe] works for the [O Harbour Board] in [L Bergen] .",
    "The [O Harbour Board] paid Mr [P Moe] .",
    "Mr [P Aalto] left [L Narvik] on Monday .",
    "A [M Norwegian] ship of [O Fjord Lines] sank near [L Narvik] .",
    "[O Fjord Lines] said that [P Ines Aalto] was safe .",
    "The ferry was late and the quay was wet .",
    "He told the [O Harbour Board] that the quay was wet .",
};

std::vector<TaggedArticle> articles() {
  std::vector<TaggedArticle> all;
  for (const std::string_view sentence : kSentences) all.push_back(make_marked(sentence, 1));
  return all;
}

std::string trained() {
  const test::TempDir folder;
  const std::string names =
      folder.write("names.tsv", "narvik\tB\nines\tF\nfjord lines\tK\nsaid\tW\n");
  const std::string clusters =
      folder.write("clusters.tsv", "the\t1\t2\t3\t4\nnarvik\t4\t5\t6\t7\nbergen\t4\t5\t7\t7\n");
  TrainerOptions options;
  options.crf.rounds = 12;
  options.least_count = 1;
  options.feature_slots = 8192;
  return train_model(articles(), make_lexicon({names}, clusters), options);
}

TEST(Trainer, TheSameArticlesGiveTheSameBytes) {
  const std::string model = trained();
  EXPECT_EQ(model, trained());
  EXPECT_EQ(hash128_hex(model), "6af165ee6d50ea21dc3ff36afdf9593e");
}

TEST(Trainer, TheModelTagsWhatItWasTrainedOn) {
  const std::string model = trained();
  std::vector<std::uint64_t> aligned(model.size() / 8 + 1);
  std::memcpy(aligned.data(), model.data(), model.size());
  const Recognizer recognizer(
      std::string_view(reinterpret_cast<const char*>(aligned.data()), model.size()));
  const std::string_view text = "Ines Aalto left Narvik on Monday .";
  const auto mentions = recognizer.recognize("", text, "en");
  ASSERT_EQ(mentions.size(), 2U);
  EXPECT_EQ(mentions[0], (Mention{0, 10, EntityType::Person}));
  EXPECT_EQ(mentions[1], (Mention{16, 22, EntityType::Place}));
}

TEST(Trainer, TakesAPeopleForNoPlace) {
  const test::TempDir folder;
  const LexiconTables lexicon = make_lexicon({folder.write("names.tsv", "norwegian\tD\n")},
                                             folder.write("clusters.tsv", "the\t1\t2\t3\t4\n"));
  std::vector<TaggedArticle> all = {make_marked("A [L Norwegian] ship left [L Narvik] .", 1)};
  tell_peoples_apart(all, lexicon);
  EXPECT_EQ(all[0].tags, make_marked("A [M Norwegian] ship left [L Narvik] .", 1).tags);
}

TEST(TrainingSet, CutsTitlesAndCoversWholeTokens) {
  const TaggedArticle article =
      make_tagged("Dr Ines Aalto of Narvik", {{0, 13, "PER"}, {19, 21, "LOC"}}, 1);
  const std::vector<Tag> want = {0, make_tag(NameType::Person, TagPart::Begin),
                                 make_tag(NameType::Person, TagPart::Last), 0,
                                 make_tag(NameType::Place, TagPart::Unit)};
  EXPECT_EQ(article.tags, want);
}

TEST(TrainingSet, ReadsMarkedTexts) {
  const TaggedArticle article = make_marked("[O J\u00f8rn & Co] left\n[L Troms\u00f8].", 1);
  EXPECT_EQ(article.text, "J\u00f8rn & Co left\nTroms\u00f8.");
  const TaggedArticle same = make_tagged(article.text, {{0, 9, "ORG"}, {15, 21, "LOC"}}, 1);
  EXPECT_EQ(article.tags, same.tags);
  EXPECT_THROW(make_marked("a [bracket] alone", 1), Error);
  EXPECT_THROW(make_marked("an open [P mark", 1), Error);
  EXPECT_THROW(make_marked("at the end [", 1), Error);
  EXPECT_THROW(make_marked("a stray ] bracket", 1), Error);
  EXPECT_THROW(make_marked("[P [O Moe & Co] and sons]", 1), Error);
}

TEST(TrainingSet, FilesOfMarkedTextsHoldAnArticleBetweenEmptyLines) {
  const test::TempDir folder;
  const auto articles = read_training_file(
      folder.write("marked.txt", "\n[L Narvik]\nIt rained.\n\n\n[P Moe] left.\n"), 0.5F);
  ASSERT_EQ(articles.size(), 2U);
  EXPECT_EQ(articles[0].text, "Narvik\nIt rained.");
  EXPECT_EQ(articles[1].text, "Moe left.");
  EXPECT_EQ(articles[1].weight, 0.5F);
}

TEST(TrainingSet, OurOwnTextsAreMarkedAsTheyShouldBe) {
  const auto folder = std::filesystem::path(PRESSMARK_SOURCE_DIR) / "indexer/train/data/texts";
  std::size_t articles = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    for (const TaggedArticle& article : read_training_file(entry.path().string(), 1)) {
      ++articles;
      EXPECT_TRUE(std::ranges::any_of(article.tags, [](Tag tag) { return tag != 0; }))
          << entry.path() << ": no name in " << article.text.substr(0, 60);
    }
  }
  EXPECT_GT(articles, 3000U);
}

TEST(TrainingSet, RewritesCapitalsWithTheTokensInPlace) {
  const TaggedArticle article = make_tagged("J\u00f8rn left Narvik", {{0, 4, "PER"}}, 1);
  const TaggedArticle upper = rewrite(article, Rewriting::UpperCase);
  EXPECT_EQ(upper.text, "J\u00d8RN LEFT NARVIK");
  EXPECT_EQ(upper.tags, article.tags);
  EXPECT_EQ(upper.text.substr(upper.tokens[2].begin, upper.tokens[2].end - upper.tokens[2].begin),
            "NARVIK");
}

}  // namespace
}  // namespace pressmark::indexer
