#include "indexer/decode/text_listing.h"

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

TEST(TextListing, FilesForProgramsAreKnown) {
  EXPECT_EQ(listing_kind("# our rules\n\nUser-Agent: *\nDisallow: /search\n"), "robots.txt");
  EXPECT_EQ(listing_kind("ads.example, pub-77, DIRECT, f08c\nmore.example, 12, Reseller\n"),
            "ads.txt");
  EXPECT_EQ(listing_kind("port\tday\tcalls\nHavn\t2021-03-01\t17\nQuay\t2021-03-02\t9\n"), "table");
}

TEST(TextListing, StoriesAreNone) {
  EXPECT_FALSE(listing_kind(""));
  EXPECT_FALSE(listing_kind("Bridge closed\n\nThe old bridge was closed on Monday.\n"));
  EXPECT_FALSE(listing_kind("User-agent rules for crawlers\n\nPublishers change their rules.\n"));
  EXPECT_FALSE(listing_kind("Ferry results\n\nHavn\t2\nQuay\t1\n\nThe race was short.\n"))
      << "a story with a small table";
  EXPECT_FALSE(listing_kind("\tThe bridge was closed.\n\tNobody was hurt.\n\tIt opens in May.\n"))
      << "indented by tabs";
  EXPECT_FALSE(listing_kind("Oslo, Norway, directors say, is calm.\nBergen, too.\n"));
}

}  // namespace
}  // namespace pressmark::indexer
