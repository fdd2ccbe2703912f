#include "indexer/decode/text_listing.h"

#include <string>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

TEST(TextListing, FilesForProgramsAreKnown) {
  EXPECT_EQ(listing_kind("# our rules\n\nUser-Agent: *\nDisallow: /search\n"), "robots.txt");
  EXPECT_EQ(listing_kind("ads.example, pub-77, DIRECT, f08c\nmore.example, 12, Reseller\n"),
            "ads.txt");
  EXPECT_EQ(listing_kind("port\tday\tcalls\nHavn\t2021-03-01\t17\nQuay\t2021-03-02\t9\n"), "table");
  EXPECT_EQ(listing_kind("\"id\",url,Title\n1,https://a.example/,\"Ice, again\"\n"), "table");
  EXPECT_EQ(listing_kind("title,url,text\nIce,https://a.example/,\"The ice, late,\ncame.\"\n"),
            "table");
  EXPECT_EQ(listing_kind(" CDX N b a\norg,a)/ 20240302 http://a.org/\n"), "index of a web archive");
  EXPECT_EQ(listing_kind("org,a)/ice 20240302101500 {\"url\": \"http://a.org/ice\"}\n"),
            "index of a web archive");
  EXPECT_EQ(listing_kind("2024-03-02T10:15:00.123Z 200 17 http://a.org/\n2024-03-02T10:15:01Z 404\n"
                         "2024-03-02T10:15:02Z 200\n"),
            "log");
  EXPECT_EQ(listing_kind("(function () {\n  var a = 1;\n  b(a);\n  return a;\n})();\n"),
            "script or style sheet");
  EXPECT_EQ(listing_kind("a:hover {\n  color: red;\n}\nbody {\n  margin: 0;\n}\n"),
            "script or style sheet");
  EXPECT_EQ(listing_kind("https://a.org/1\nhttps://a.org/2\nhttps://a.org/3\n"),
            "list of addresses");
}

TEST(TextListing, StoriesAreNone) {
  EXPECT_FALSE(listing_kind(""));
  EXPECT_FALSE(listing_kind("Bridge closed\n\nThe old bridge was closed on Monday.\n"));
  EXPECT_FALSE(listing_kind("User-agent rules for crawlers\n\nPublishers change their rules.\n"));
  EXPECT_FALSE(listing_kind("Ferry results\n\nHavn\t2\nQuay\t1\n\nThe race was short.\n"))
      << "a story with a small table";
  EXPECT_FALSE(listing_kind("\tThe bridge was closed.\n\tNobody was hurt.\n\tIt opens in May.\n"))
      << "indented by tabs";
  EXPECT_FALSE(listing_kind("(Reuters) 2024 was a cold year.\n"));
  EXPECT_FALSE(listing_kind("CDX opens a mine\n\nIt is the third.\n"));
  EXPECT_FALSE(listing_kind("Title,text,author and their rights\n\nWho owns a story?\n"));
  EXPECT_FALSE(listing_kind("https://a.org/ice\n\nThe ice came late.\n"));
  EXPECT_FALSE(listing_kind("Oslo, Norway, directors say, is calm.\nBergen, too.\n"));
}

TEST(TextListing, LinesThatEndInSemicolonsAreNoCode) {
  std::string story = "Medals for the harbour school\n";
  for (const char* name : {"Aalto", "Moe", "Quist", "Berg", "Lund"}) {
    story += std::string("To Ines ") + name + " (of the third form), who ran the night school;\n";
  }
  EXPECT_FALSE(listing_kind(story));
  EXPECT_FALSE(
      listing_kind("Results\nGold: Ines Aalto;\nSilver: Tor Moe;\nBronze: Per Quist;\n"
                   "Fourth: Liv Berg;\n"));
}

TEST(TextListing, NamesOfFieldsWithoutRecordsAreAStorysFirstLine) {
  EXPECT_FALSE(listing_kind("title, date, source\n\nThose three are asked for in each form.\n"));
  EXPECT_FALSE(listing_kind("title,date,source\n\nAll of them, he said, are asked for.\n"));
  EXPECT_FALSE(listing_kind("title, date, source\n"));
}

}  // namespace
}  // namespace pressmark::indexer
