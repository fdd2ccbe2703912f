#include "indexer/enrich/tagger/name_agreement.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/indexer/enrich/marked_names.h"

namespace pressmark::indexer {
namespace {

using test_names::known;

/// The article's names when they have agreed: "P Ines Aalto, L Oslo".
std::string agreed(std::string_view source, const LexiconTables& tables = known()) {
  return test_names::settled(source, tables, agree_on_names);
}

TEST(NameAgreement, ASurnameAloneIsThePersonNamedInFull) {
  EXPECT_EQ(agreed("[P:Ines Aalto] sailed . [O:Aalto] won , then [L:Aalto] slept ."),
            "P Ines Aalto, P Aalto, P Aalto");
}

TEST(NameAgreement, ANameFollowsTheTypeItHasTwiceAsOften) {
  EXPECT_EQ(agreed("[L:Narvik] , [L:Narvik] and [O:Narvik]"), "L Narvik, L Narvik, L Narvik");
  EXPECT_EQ(agreed("[L:Tamsel] and [O:Tamsel] , [L:Tamsel] and [O:Tamsel]"),
            "L Tamsel, O Tamsel, L Tamsel, O Tamsel");
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

TEST(NameAgreement, TheFirstWordOfAnOrganisationAloneIsTheOrganisation) {
  EXPECT_EQ(agreed("[O:Tamsel Bank] paid . [L:Tamsel] fell ."), "O Tamsel Bank, O Tamsel");
  EXPECT_EQ(agreed("[O:Tamsel Bank] paid in [L:Tamsel] ."), "O Tamsel Bank, L Tamsel");
  EXPECT_EQ(agreed("[O:Narvik Bank] paid . [L:Narvik] slept ."), "O Narvik Bank, L Narvik");
  EXPECT_EQ(agreed("[O:Aalto Group] paid . [P:Ines Aalto] fell . [P:Aalto] slept ."),
            "O Aalto Group, P Ines Aalto, P Aalto");
}

// Only banks, clubs and the like were called by their first word.
TEST(NameAgreement, AFirmOfAnyTradeIsCalledByItsFirstWord) {
  EXPECT_EQ(agreed("[O:Tamsel Shipping] paid . [L:Tamsel] owns six tugs ."),
            "O Tamsel Shipping, O Tamsel");
  EXPECT_EQ(agreed("[O:Tamsel Shipping] paid . [P:Tamsel] said so ."),
            "O Tamsel Shipping, O Tamsel");
  EXPECT_EQ(agreed("[O:Tamsel Shipping] paid . [P:Mr Tamsel] slept . [P:Tamsel] said so ."),
            "O Tamsel Shipping, P Mr Tamsel, P Tamsel");
  EXPECT_EQ(agreed("[O:Tamsel News] paid . [L:Tamsel] slept ."), "O Tamsel News, L Tamsel");
  EXPECT_EQ(agreed("[O:Tamsel Energy] paid . [L:Tamsel] slept ."), "O Tamsel Energy, L Tamsel");
  EXPECT_EQ(agreed("[O:Tamsel Foundation] paid . [P:Tamsel] said so ."),
            "O Tamsel Foundation, P Tamsel");
  EXPECT_EQ(agreed("[O:Tamsel Foundation] paid . [L:Tamsel] said so ."),
            "O Tamsel Foundation, O Tamsel");
}

// "De Villiers" alone was a body.
TEST(NameAgreement, ASurnameKeepsItsParticle) {
  EXPECT_EQ(agreed("[P:Ines de Barra] won . [O:De Barra] slept ."), "P Ines de Barra, P De Barra");
  EXPECT_EQ(agreed("[P:Ines de Barra] won . [O:Club Barra] lost ."),
            "P Ines de Barra, O Club Barra");
  EXPECT_EQ(agreed("[P:Ines Barra] won . [O:De Barra] sells stones ."), "P Ines Barra, O De Barra");
  EXPECT_EQ(agreed("[P:Ines van Barra] won . [L:Den Barra] slept ."),
            "P Ines van Barra, L Den Barra");
}

// "Erik ten Hag" was the person Erik and the body Hag.
TEST(NameAgreement, ANameGoesOnBehindAParticle) {
  const LexiconTables tables = known("joris\tF\nnarvik\tB\ndanish\tD\nalpin\tO\n");
  EXPECT_EQ(agreed("Then [P:Joris] ten [O:Barra] won .", tables), "P Joris ten Barra");
  EXPECT_EQ(agreed("It gave [P:Joris] ten [L:Narvik] flats .", tables), "P Joris, L Narvik");
  EXPECT_EQ(agreed("It told [P:Joris] ten Danish men left .", tables), "P Joris");
  EXPECT_EQ(agreed("It gave [P:Joris] ten [O:Alpin] cars .", tables), "P Joris, O Alpin");
  EXPECT_EQ(agreed("It gave [P:Joris] ten [O:Barra Open] cups .", tables), "P Joris, O Barra Open");
  EXPECT_EQ(agreed("It gave [P:Joris Aalto] ten Barra cups .", tables), "P Joris Aalto");
  EXPECT_EQ(agreed("It gave [P:Moe] ten Barra cups .", tables), "P Moe");
  EXPECT_EQ(agreed("Then [P:Joris] van der Barra won ."), "P Joris van der Barra");
  EXPECT_EQ(agreed("She gave [P:Joris] ten Bibles .", tables), "P Joris");
  EXPECT_EQ(agreed("Then [P:Joris] ten men .", tables), "P Joris");
  EXPECT_EQ(agreed("So did [P:Joris] , ten Barra men .", tables), "P Joris");
}

// "American Ines Aalto" was a body.
TEST(NameAgreement, APeopleInFrontIsNoPartOfAPerson) {
  const LexiconTables tables =
      known("danish\tD\nines\tF\nrose\tFW\nmarshall\tF\nclub\tK\nbarra\tR\n");
  EXPECT_EQ(agreed("It was [O:Danish Ines Aalto] .", tables), "P Ines Aalto");
  EXPECT_EQ(agreed("It was [O:Danish Rose Aalto] .", tables), "O Danish Rose Aalto");
  EXPECT_EQ(agreed("It was [O:Danish Marshall Fund] .", tables), "O Danish Marshall Fund");
  EXPECT_EQ(agreed("It was [O:Danish Marshall Club] .", tables), "O Danish Marshall Club");
  EXPECT_EQ(agreed("It was [O:Barra Ines Aalto] .", tables), "O Barra Ines Aalto");
}

TEST(NameAgreement, WhatEndsAsFirmsDoIsAFirm) {
  EXPECT_EQ(agreed("[P:Ines Aalto Inc] paid , [L:Tamsel Ltd] too ."),
            "O Ines Aalto Inc, O Tamsel Ltd");
  EXPECT_EQ(agreed("[P:Inc] left [L:Kildorn Co] early ."), "P Inc, L Kildorn Co");
}

TEST(NameAgreement, WhoIsCalledAsAFirmIsNone) {
  EXPECT_EQ(agreed("[P:Ines Aalto Inc] rose . [P:Ines Aalto] died . [P:Aalto] was ill ."),
            "O Ines Aalto Inc, P Ines Aalto, P Aalto");
  EXPECT_EQ(agreed("[O:Bo Moe Inc] paid . [P:Bo Moe] faces 20 years . [P:Moe] fled ."),
            "O Bo Moe Inc, P Bo Moe, P Moe");
  EXPECT_EQ(agreed("The owner of [O:Tamsel Tools Inc] died . [P:Tamsel] leaves a wife ."),
            "O Tamsel Tools Inc, P Tamsel");
  EXPECT_EQ(agreed("[P:Aalto Moe] won . [O:Aalto Moe and Co] paid . [P:Moe] won again ."),
            "P Aalto Moe, O Aalto Moe and Co, P Moe");
}

TEST(NameAgreement, NamesBeginAndEndWhereTheyAreKnownTo) {
  EXPECT_EQ(agreed("Beaches on [L:Tamsel and Barra] are watched ."), "L Tamsel, L Barra");
  EXPECT_EQ(agreed("They like [L:Tamsel and Barra] .", known("tamsel and barra\tC\n")),
            "L Tamsel and Barra");
  EXPECT_EQ(agreed("They left [L:Narvik ferries] for the [L:Tamsel valley] ."),
            "L Narvik, L Tamsel valley");
  EXPECT_EQ(agreed("They fish in [P:Peter] the [L:Great Gulf] .", known("peter\tF\ngreat\tW\n")),
            "L Peter the Great Gulf");
}

TEST(NameAgreement, AWordKnownForOrganisationsAloneIsOne) {
  EXPECT_EQ(agreed("The [P:Kremlin] called [L:Aberdeen] .", known("kremlin\tOW\naberdeen\tOB\n")),
            "O Kremlin, L Aberdeen");
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
