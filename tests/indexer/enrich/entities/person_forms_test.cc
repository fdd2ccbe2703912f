#include "indexer/enrich/entities/person_forms.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

using Words = std::vector<std::string>;

TEST(PersonForms, AShorterNameMayMeanALongerOne) {
  EXPECT_TRUE(may_mean({"moe"}, {"ines", "moe"}));
  EXPECT_TRUE(may_mean({"ines"}, {"ines", "moe"}));
  EXPECT_TRUE(may_mean({"i", "moe"}, {"ines", "moe"}));
  EXPECT_TRUE(may_mean({"moe"}, {"ines", "moe", "jr"}));
  EXPECT_TRUE(may_mean({"i", "moe"}, {"ines", "moe", "iii"}));
  EXPECT_FALSE(may_mean({"moe"}, {"ines", "moe", "ii"}));
  EXPECT_TRUE(may_mean({"astrid"}, {"queen", "astrid", "ii"}));
  EXPECT_FALSE(may_mean({"astrid"}, {"ines", "astrid", "moe"}));
  EXPECT_FALSE(may_mean({"astrid"}, {"queen", "astrid", "moe"}));
  EXPECT_FALSE(may_mean({"queen", "moe"}, {"ines", "moe"}));
}

TEST(PersonForms, ACrownStandsInFront) {
  EXPECT_EQ(crown_before("On Friday, King "), "King");
  EXPECT_EQ(crown_before("They saw Tamsel. King "), "King");
  EXPECT_EQ(crown_before("On Friday the King "), "King");
  EXPECT_EQ(crown_before("Ines King "), "");
  EXPECT_EQ(crown_before("\u00c9lise King "), "");
  EXPECT_EQ(crown_before("the Crown Prince "), "");
  EXPECT_EQ(crown_before("Pope "), "Pope");
  EXPECT_EQ(crown_before("a beauty queen "), "");
  EXPECT_EQ(crown_before("Stephen King, "), "");
  EXPECT_EQ(crown_before("King\n"), "");
  EXPECT_EQ(crown_before("the Viking "), "");
}

TEST(PersonForms, ACrownMayHaveANumber) {
  EXPECT_TRUE(is_crown_without_number("King Olav"));
  EXPECT_FALSE(is_crown_without_number("King Olav V"));
  EXPECT_FALSE(is_crown_without_number("Kingsley Olav"));
  EXPECT_FALSE(is_crown_without_number("Olav"));
  EXPECT_TRUE(ends_in_number("Olav V"));
  EXPECT_FALSE(ends_in_number("Olav Moe"));
}

TEST(PersonForms, AGivenNameIsOfTheList) {
  EXPECT_TRUE(is_given_name("Anna"));
  EXPECT_FALSE(is_given_name("Anna Moe"));
  EXPECT_FALSE(is_given_name("Tamsel"));
}

TEST(PersonForms, OneNameMayHaveANumber) {
  EXPECT_TRUE(is_one_name(Words{"olav"}));
  EXPECT_TRUE(is_one_name(Words{"olav", "v"}));
  EXPECT_FALSE(is_one_name(Words{"olav", "moe"}));
  EXPECT_FALSE(is_one_name(Words{}));
}

}  // namespace
}  // namespace pressmark::indexer
