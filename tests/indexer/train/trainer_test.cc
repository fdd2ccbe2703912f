#include "indexer/train/trainer.h"

#include <cstring>
#include <string>

#include <gtest/gtest.h>

#include "common/hash.h"
#include "indexer/enrich/recognizer.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

/// Sentences where names are written as [PER:Ines Aalto].
constexpr std::string_view kSentences[] = {
    "[PER:Ines Aalto] sailed from [LOC:Narvik] to [LOC:Bergen] .",
    "[PER:Tor Moe] works for the [ORG:Harbour Board] in [LOC:Bergen] .",
    "The [ORG:Harbour Board] paid Mr [PER:Moe] .",
    "Mr [PER:Aalto] left [LOC:Narvik] on Monday .",
    "A [MISC:Norwegian] ship of [ORG:Fjord Lines] sank near [LOC:Narvik] .",
    "[ORG:Fjord Lines] said that [PER:Ines Aalto] was safe .",
    "The ferry was late and the quay was wet .",
    "He told the [ORG:Harbour Board] that the quay was wet .",
};

TaggedArticle tagged(std::string_view source, std::size_t group) {
  std::string text;
  std::vector<GoldName> names;
  for (std::size_t at = 0; at < source.size(); ++at) {
    if (source[at] != '[') {
      text += source[at];
      continue;
    }
    const std::size_t colon = source.find(':', at);
    const std::size_t end = source.find(']', at);
    const std::string_view name = source.substr(colon + 1, end - colon - 1);
    names.push_back({text.size(), text.size() + name.size(),
                     std::string(source.substr(at + 1, colon - at - 1))});
    text += name;
    at = end;
  }
  TaggedArticle article = make_tagged(text, names, 1);
  article.group = group;
  return article;
}

std::vector<TaggedArticle> articles() {
  std::vector<TaggedArticle> all;
  for (const std::string_view sentence : kSentences) all.push_back(tagged(sentence, all.size()));
  return all;
}

std::string trained() {
  const test::TempDir folder;
  const std::string names =
      folder.write("names.tsv", "narvik\tB\nines\tF\nfjord lines\tK\nsaid\tW\n");
  const std::string clusters =
      folder.write("clusters.tsv", "the\t1\t2\t3\t4\nnarvik\t4\t5\t6\t7\nbergen\t4\t5\t7\t7\n");
  TrainerOptions options;
  options.first.rounds = 12;
  options.second.rounds = 2;
  options.parts = 2;
  options.least_count = 1;
  options.feature_slots = 8192;
  return train_model(articles(), make_lexicon({names}, clusters), options);
}

TEST(Trainer, TheSameArticlesGiveTheSameBytes) {
  const std::string model = trained();
  EXPECT_EQ(model, trained());
  EXPECT_EQ(hash128_hex(model), "2f45aba46d81dfdeb88e6f13d4763ad0");
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
  std::vector<TaggedArticle> all = {tagged("A [LOC:Norwegian] ship left [LOC:Narvik] .", 0)};
  tell_peoples_apart(all, lexicon);
  EXPECT_EQ(all[0].tags, tagged("A [MISC:Norwegian] ship left [LOC:Narvik] .", 0).tags);
}

TEST(TrainingSet, CutsTitlesAndCoversWholeTokens) {
  const TaggedArticle article =
      make_tagged("Dr Ines Aalto of Narvik", {{0, 13, "PER"}, {19, 21, "LOC"}}, 1);
  const std::vector<Tag> want = {0, make_tag(NameType::Person, TagPart::Begin),
                                 make_tag(NameType::Person, TagPart::Last), 0,
                                 make_tag(NameType::Place, TagPart::Unit)};
  EXPECT_EQ(article.tags, want);
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
