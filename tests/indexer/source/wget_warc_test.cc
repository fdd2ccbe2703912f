// A crawl file as wget writes it gives the same documents as the files that its server served.
#include <filesystem>

#include <gtest/gtest.h>

#include "indexer/decode/decoder.h"
#include "indexer/extract/extractor.h"
#include "tests/indexer/source/source_items.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

namespace fs = std::filesystem;

TEST(WgetWarc, GivesTheSameArticlesAsTheBareFiles) {
  const fs::path corpus = fs::path(PRESSMARK_SOURCE_DIR) / "corpus";
  const auto recorded = test::documents_of(test::reading(corpus / "warc/wget.warc.gz"));
  constexpr std::string_view kPages[] = {
      "default/gothenburg-tunnel.html", "default/halifax-lighthouse.html", "default/lyon-flood.txt",
      "multilingual/quanzhou-nanyin.html", "multilingual/samara-rynok.html"};
  ASSERT_EQ(recorded.size(), std::size(kPages));
  for (std::size_t i = 0; i < recorded.size(); ++i) {
    RawDocument bare;
    bare.origin = kPages[i];
    bare.bytes = pressmark::test::read_file(corpus / kPages[i]);
    EXPECT_EQ(recorded[i].bytes, bare.bytes) << kPages[i];
    EXPECT_TRUE(recorded[i].url.ends_with(fs::path(kPages[i]).filename().string()))
        << recorded[i].url;
    EXPECT_TRUE(recorded[i].crawled) << kPages[i];
    const auto from_warc = decode(recorded[i]);
    const auto from_file = decode(bare);
    ASSERT_TRUE(from_warc && from_file) << kPages[i];
    EXPECT_EQ(from_warc->text, from_file->text) << kPages[i];
    const auto article = extract(*from_warc, {});
    const auto expected = extract(*from_file, {});
    ASSERT_EQ(article.has_value(), expected.has_value()) << kPages[i];
    if (!article) continue;
    EXPECT_EQ(article->text, expected->text) << kPages[i];
    EXPECT_EQ(article->title, expected->title) << kPages[i];
    EXPECT_EQ(article->published, expected->published) << kPages[i];
    EXPECT_EQ(article->authors, expected->authors) << kPages[i];
  }
  const auto skipped = test::skipped_of(test::reading(corpus / "warc/wget.warc.gz"));
  ASSERT_EQ(skipped.size(), 1U);
  EXPECT_EQ(skipped.front().skip.reason, SkipReason::HttpStatus);
}

}  // namespace
}  // namespace pressmark::indexer
