#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "indexer/enrich/country_tagger.h"

namespace pressmark::indexer {
namespace {

struct Case {
  std::string_view text;
  std::string_view want;  // codes, most important first
};

const CountryTagger& tagger() {
  static const CountryTagger made;
  return made;
}

std::string tagged(std::string_view text, std::string_view title = {}) {
  Article article;
  article.title = title;
  article.text = text;
  std::string joined;
  for (const std::string& code : tagger().tag(article, "en", {}, "")) {
    if (!joined.empty()) joined += ' ';
    joined += code;
  }
  return joined;
}

void expect(const Case& test) { EXPECT_EQ(tagged(test.text), test.want) << test.text; }

constexpr Case kMoney[] = {
    {"The bridge in Nairobi will cost 20 million US dollars, the mayor said.", "KE"},
    {"The bridge in Nairobi will cost US$20m, the mayor said.", "KE"},
    {"The loan is in U.S. dollars, and was first in American dollars.", ""},
    {"The loan of forty million Hong Kong dollars went to a bank in Oslo.", "NO"},
    {"Britain pounds the rebels, and France won the match.", "GB FR"},
};

TEST(CountryEnglish, ACurrencyIsNoMentionOfItsCountry) {
  for (const Case& test : kMoney) expect(test);
}

constexpr Case kCapitals[] = {
    {"Choirs sang in the old hall. Contact US", ""},
    {"The sign said LET US PRAY, and nobody did.", ""},
    {"The US and Canada signed.", "US CA"},
};

TEST(CountryEnglish, AWordInCapitalsIsNoCountry) {
  for (const Case& test : kCapitals) expect(test);
  EXPECT_EQ(tagged("The family waited all night.", "POLICE TOLD US NOTHING, SAYS MOTHER"), "");
  EXPECT_EQ(tagged("Farmers raised fewer birds.", "TURKEY PRICES RISE BEFORE THE HOLIDAY"), "");
  EXPECT_EQ(tagged("Turkey will buy more grain.", "TURKEY BUYS MORE GRAIN"), "TR");
  EXPECT_EQ(tagged("US troops left the base.", "US TROOPS LEAVE THE BASE"), "US");
}

}  // namespace
}  // namespace pressmark::indexer
