#include "indexer/enrich/languages/latin_forms.h"

#include <set>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

TEST(LatinForms, AnEndingOfTheLanguageMakesAForm) {
  EXPECT_TRUE(is_form_of("wrzesińskim", "wrzesiński", "pl"));
  EXPECT_TRUE(is_form_of("orpon", "orpo", "fi"));
  EXPECT_TRUE(is_form_of("vučićem", "vučić", "hr"));
  EXPECT_TRUE(is_form_of("viktornak", "viktor", "hu"));
  EXPECT_TRUE(is_form_of("garcía", "garcía", "es"));
  EXPECT_FALSE(is_form_of("garcías", "garcía", "es"));
  EXPECT_FALSE(is_form_of("nowakowski", "nowak", "pl"));
  EXPECT_FALSE(is_form_of("fi", "fiala", "cs"));
  EXPECT_TRUE(is_form_of("turusen", "turunen", "fi"));
  EXPECT_FALSE(is_form_of("turun", "turunen", "fi"));
  EXPECT_FALSE(is_form_of("nova", "novak", "hr"));
  EXPECT_TRUE(is_form_of("janka", "janek", "pl"));
}

TEST(LatinForms, TheGivenNameAndTheSurnameShowTheCase) {
  static const std::set<std::string, std::less<>> kGiven = {"Bogdan", "Agata", "Jan", "Jana",
                                                            "Alexander"};
  const auto is_given = [](std::string_view word) { return kGiven.contains(word); };
  struct Case {
    std::string_view language, given, surname, want;
  };
  const Case cases[] = {
      {"pl", "Bogdana", "Szczypiorskiego", "Bogdan Szczypiorski"},
      {"pl", "Agatą", "Wąsowską", "Agata Wąsowska"},
      {"cs", "Janem", "Lipavským", "Jan Lipavský"},
      {"hr", "Janu", "Topiću", "Jan Topić"},
      {"fi", "Alexander", "Stubbin", "Alexander Stubb"},
      {"pl", "Jana", "Kowalska", ""},  // a woman in the nominative
      {"pl", "Jan", "Kowalski", ""},
      {"es", "Jana", "Ruiz", ""},
  };
  for (const Case& each : cases) {
    const auto form = nominative_of(each.given, each.surname, each.language, is_given);
    EXPECT_EQ(form ? form->given + " " + form->surname : "", each.want) << each.surname;
  }
}

}  // namespace
}  // namespace pressmark::indexer
