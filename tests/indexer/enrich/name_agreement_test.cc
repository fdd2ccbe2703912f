#include "indexer/enrich/name_agreement.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "indexer/train/model_writer.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

constexpr std::string_view kLetters = "PLOM";  // in the order of NameType

/// Text where names are written as [P:Ines Aalto], [L:Oslo], [O:Harbour Board] or [M:Norwegian].
struct Article {
  std::string text;
  std::vector<Token> tokens;
  std::vector<NameSpan> names;
};

Article marked(std::string_view source) {
  Article article;
  std::vector<std::pair<std::size_t, std::size_t>> places;
  std::string types;
  for (std::size_t at = 0; at < source.size(); ++at) {
    if (source[at] != '[') {
      article.text += source[at];
      continue;
    }
    const std::size_t end = source.find(']', at);
    const std::size_t begin = article.text.size();
    types += source[at + 1];
    article.text += source.substr(at + 3, end - at - 3);
    places.emplace_back(begin, article.text.size());
    at = end;
  }
  article.tokens = split_tokens(article.text);
  const auto token_at = [&](std::size_t byte) {
    return static_cast<std::size_t>(std::ranges::find(article.tokens, byte, &Token::begin) -
                                    article.tokens.begin());
  };
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::size_t first = token_at(places[i].first);
    std::size_t last = first;
    while (article.tokens[last].end < places[i].second) ++last;
    article.names.push_back({first, last, static_cast<NameType>(kLetters.find(types[i]))});
  }
  return article;
}

LexiconTables known(std::string_view names = "narvik\tB\n") {
  const test::TempDir folder;
  return make_lexicon({folder.write("names.tsv", names)},
                      folder.write("clusters.tsv", "the\t1\t2\t3\t4\n"));
}

/// The article's names when they have agreed: "P Ines Aalto, L Oslo".
std::string agreed(std::string_view source, const LexiconTables& tables = known()) {
  Article article = marked(source);
  const ArticleFeatures features(article.text, article.tokens, tables.view());
  agree_on_names(features, article.text, article.tokens, article.names);
  std::string all;
  for (const NameSpan& name : article.names) {
    if (!all.empty()) all += ", ";
    const std::size_t begin = article.tokens[name.first].begin;
    all += kLetters[static_cast<std::size_t>(name.type)];
    all += ' ' + article.text.substr(begin, article.tokens[name.last].end - begin);
  }
  return all;
}

TEST(NameAgreement, ASurnameAloneIsThePersonNamedInFull) {
  EXPECT_EQ(agreed("[P:Ines Aalto] sailed . [O:Aalto] won , then [L:Aalto] slept ."),
            "P Ines Aalto, P Aalto, P Aalto");
}

TEST(NameAgreement, ANameFollowsTheTypeItHasTwiceAsOften) {
  EXPECT_EQ(agreed("[L:Narvik] , [L:Narvik] and [O:Narvik]"), "L Narvik, L Narvik, L Narvik");
  EXPECT_EQ(agreed("[L:Narvik] and [O:Narvik] , [L:Narvik] and [O:Narvik]"),
            "L Narvik, O Narvik, L Narvik, O Narvik");
}

TEST(NameAgreement, InitialsAreTheOrganisationTheyShorten) {
  EXPECT_EQ(agreed("The [O:Northern Harbour Board] met . The NHB paid , said [L:NHB] ."),
            "O Northern Harbour Board, O NHB, O NHB");
  EXPECT_EQ(agreed("The [L:Northern Harbour Bay] is wide . The NHB paid ."),
            "L Northern Harbour Bay");
}

TEST(NameAgreement, AnOverlookedNameIsFoundWhenItIsOneTwice) {
  EXPECT_EQ(agreed("[L:Narvik] , [L:Narvik] . He left Narvik ."), "L Narvik, L Narvik, L Narvik");
  EXPECT_EQ(agreed("[L:Narvik] . He left Narvik ."), "L Narvik");
  EXPECT_EQ(agreed("[O:Quay] , [O:Quay] . He left Quay by the quay ."), "O Quay, O Quay");
}

TEST(NameAgreement, WhatIsBehindAWordForAVesselIsNoPlace) {
  EXPECT_EQ(agreed("The tanker [L:Castor Quay] left [L:Narvik] . [L:Quay] was late ."),
            "M Castor Quay, L Narvik, M Quay");
}

TEST(NameAgreement, AWordKnownForOrganisationsAloneIsOne) {
  EXPECT_EQ(agreed("The [P:Kremlin] called [L:Aberdeen] .", known("kremlin\tOW\naberdeen\tOB\n")),
            "O Kremlin, L Aberdeen");
}

TEST(NameAgreement, ALargePlaceWhereAPlaceStandsIsNoClubButInSport) {
  const LexiconTables tables = known("aberdeen\tB\n");
  EXPECT_EQ(agreed("A choir from [O:Aberdeen] sang .", tables), "L Aberdeen");
  EXPECT_EQ(agreed("A striker from [O:Aberdeen] missed the final .", tables), "O Aberdeen");
  EXPECT_EQ(agreed("The choir told [O:Aberdeen] of it .", tables), "O Aberdeen");
  EXPECT_EQ(agreed("A letter from [O:Narvik] came .", tables), "O Narvik");
}

TEST(NameAgreement, ReadsNamesFromTags) {
  const std::vector<Tag> tags = {make_tag(NameType::Person, TagPart::Begin),
                                 make_tag(NameType::Person, TagPart::Last), 0,
                                 make_tag(NameType::Place, TagPart::Unit)};
  EXPECT_EQ(names_of(tags),
            (std::vector<NameSpan>{{0, 1, NameType::Person}, {3, 3, NameType::Place}}));
}

}  // namespace
}  // namespace pressmark::indexer
