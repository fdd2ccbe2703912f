#include <string>

#include <gtest/gtest.h>

#include "indexer/enrich/tagger/tagger_features.h"
#include "indexer/train/model_writer.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

/// One letter a token: the beginning, inside and last word of a shortened name (b i l), its
/// initials (N); shortened words that are no name (w) and their initials (W); else a full stop.
std::string parts(std::string_view text) {
  const test::TempDir folder;
  const LexiconTables tables = make_lexicon({}, folder.write("clusters.tsv", "the\t1\t2\t3\t4\n"));
  const std::vector<Token> tokens = split_tokens(text);
  const ArticleFeatures article(text, tokens, tables.view());
  std::string letters;
  for (std::size_t i = 0; i < tokens.size(); ++i)
    letters += ".bilNwW"[static_cast<std::size_t>(article.initials_part(i))];
  return letters;
}

TEST(Initials, MarkTheNameBeforeTheBracket) {
  EXPECT_EQ(parts("The National Council of Trade ( NCT ) met"),
            "."
            "biil"
            ".N..");
  EXPECT_EQ(parts("The National Council of Trade (NCoT) met"),
            "."
            "biil"
            ".N..");
}

TEST(Initials, LeaveOutWhatTheyDoNotShorten) {
  EXPECT_EQ(parts("Said the Lagos Harbour Board ( HB )"),
            "..."
            "bl"
            ".N.");
  EXPECT_EQ(parts("The National Council ( NCT )"), "......");
  EXPECT_EQ(parts("A council \n ( AC )"), ".....");
  EXPECT_EQ(parts("( NCT )"), "...");
}

TEST(Initials, OfWordsWithoutCapitalsAreNoName) {
  EXPECT_EQ(parts("public private partnerships ( PPP )"), "www.W.");
}

}  // namespace
}  // namespace pressmark::indexer
