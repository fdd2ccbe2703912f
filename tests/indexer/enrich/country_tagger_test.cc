#include "indexer/enrich/country_tagger.h"

#include <string>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

struct Case {
  std::string_view text;
  std::string_view want;  // codes, most important first
};

std::string tagged(const CountryTagger& tagger, std::string_view text,
                   std::string_view language = "en") {
  Article article;
  article.text = text;
  std::string joined;
  for (const std::string& code : tagger.tag(article, language, {}, "")) {
    if (!joined.empty()) joined += ' ';
    joined += code;
  }
  return joined;
}

constexpr Case kCases[] = {
    {"Ferry crews in Portugal walked off the job on Friday.", "PT"},
    {"LISBON - The night trains will run again from June.", "PT"},
    {"The Lebanese pound fell again, traders in Beirut said.", "LB"},
    {"The library in Cairo, Illinois, lends fishing rods.", "US"},
    {"Let us hope that the tide waits for us.", ""},
    {"The US and the UK signed a treaty on lighthouses.", "US GB"},
    {"The Kremlin denied that it had bought the lighthouse.", "RU"},
    {"The Jakarta Post wrote about the lighthouse.", ""},
    {"Divers found the anchor in the South China Sea off Vietnam.", "VN"},
    {"The cook served guinea fowl, brussels sprouts and Swiss chard.", ""},
};

TEST(CountryTagger, NamesTheCountriesAShortTextEvokes) {
  const CountryTagger tagger;
  for (const Case& test : kCases) EXPECT_EQ(tagged(tagger, test.text), test.want) << test.text;
}

}  // namespace
}  // namespace pressmark::indexer
