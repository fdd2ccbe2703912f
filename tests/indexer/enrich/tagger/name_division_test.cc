#include "indexer/enrich/tagger/name_division.h"

#include <string>

#include <gtest/gtest.h>

#include "indexer/train/model_writer.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

LexiconTables lexicon() {
  const test::TempDir folder;
  return make_lexicon(
      {folder.write("names.tsv",
                    "kenya\tC\nnakuru\tB\ncentral\tRW\nfinnish\tD\nlapp\tD\nair kenya\tK\n"
                    "finland\tC\n")},
      folder.write("clusters.tsv", "the\t1\t2\t3\t4\n"));
}

/// The organisation that is the whole first line, with bars where it divides.
std::string divided(std::string_view name, std::string_view story = "It is late , he said Monday") {
  static const LexiconTables tables = lexicon();
  const std::string text = std::string(name) + "\n" + std::string(story);
  const std::vector<Token> tokens = split_tokens(text);
  const ArticleFeatures features(text, tokens, tables.view());
  std::size_t last = 0;
  while (!tokens[last + 1].starts_line) ++last;
  const NameDivision division = NameDivider(features, text, tokens).divide(0, last);
  std::string parts;
  for (std::size_t i = 0; i <= last; ++i) {
    if (i > 0) parts += ' ';
    if (i > 0 && (i == division.lead || i + division.tail == last + 1)) parts += "| ";
    parts += text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
  }
  return parts + (division.lead_place ? " (place)" : "");
}

TEST(NameDivision, TellsThePlaceInFrontApart) {
  EXPECT_EQ(divided("Kenya High Court"), "Kenya | High Court (place)");
  EXPECT_EQ(divided("Nakuru County Police"), "Nakuru County | Police (place)");
  EXPECT_EQ(divided("Finnish Harbour Board"), "Finnish | Harbour Board");
  EXPECT_EQ(divided("Harbour Watch Kenya"), "Harbour Watch | Kenya");
}

TEST(NameDivision, LeavesWhatIsOneNameWhole) {
  EXPECT_EQ(divided("Air Kenya"), "Air Kenya");
  EXPECT_EQ(divided("Central Bank"), "Central Bank");
  EXPECT_EQ(divided("Bank of Kenya"), "Bank of Kenya");
  EXPECT_EQ(divided("Kenya"), "Kenya");
}

TEST(NameDivision, DividesInNewsOnly) {
  EXPECT_EQ(divided("Kenya High Court", "A court of law"), "Kenya High Court");
}

TEST(IsPeople, KnowsADemonymFromACountry) {
  static const LexiconTables tables = lexicon();
  for (const auto& [text, want] : {std::pair<std::string_view, bool>{"Finnish", true},
                                   {"Lapps", true},
                                   {"Finland", false},
                                   {"US", false},
                                   {"South African", true}}) {
    const std::vector<Token> tokens = split_tokens(text);
    const ArticleFeatures features(text, tokens, tables.view());
    EXPECT_EQ(is_people(text, tokens, features, 0, tokens.size() - 1), want) << text;
  }
}

}  // namespace
}  // namespace pressmark::indexer
