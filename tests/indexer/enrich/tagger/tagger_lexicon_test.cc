#include "indexer/enrich/tagger/tagger_lexicon.h"

#include <gtest/gtest.h>

#include "indexer/train/model_writer.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

TEST(Lexicon, KeepsTheLargestNumberOfEachCluster) {
  const test::TempDir folder;
  const LexiconTables tables = make_lexicon(
      {}, folder.write("clusters.tsv", "oslo\t63\t511\t2047\t63\nbergen\t0\t0\t0\t0\n"));
  const WordClusters oslo = tables.view().clusters(hash_word("oslo"));
  EXPECT_EQ(oslo.of, (std::array<std::uint16_t, 3>{64, 512, 2048}));
  EXPECT_EQ(oslo.kind, 64);
  const WordClusters bergen = tables.view().clusters(hash_word("bergen"));
  EXPECT_EQ(bergen.of, (std::array<std::uint16_t, 3>{1, 1, 1}));
  EXPECT_EQ(bergen.kind, 1);
}

TEST(Lexicon, AWordThatIsNotThereHasNoClusters) {
  const test::TempDir folder;
  const LexiconTables tables =
      make_lexicon({}, folder.write("clusters.tsv", "oslo\t63\t511\t2047\t63\n"));
  EXPECT_EQ(tables.view().clusters(hash_word("narvik")).of, (std::array<std::uint16_t, 3>{}));
  EXPECT_EQ(tables.view().clusters(hash_word("narvik")).kind, 0);
}

}  // namespace
}  // namespace pressmark::indexer
