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

TEST(TextListing, ALineThatOnlyBeginsAsOneIsNone) {
  const char* const stories[] = {
      "CDX is a format.\nIt names pages.",               // no letters of fields
      "CDX N",                                           // cut
      "meta harbour\nThe ferry sails.",                  //
      "org,example)/news today\norg,example)/ice 2024",  // no time of 8 digits
      "org,example)/news 2024x302101500 a\norg,example)/ice 2024-0302 b",
      "org,example/news 20240302101500 a",                       // no mark of an index
      "2024-01-02T03:04:0x Ice\n2024-01-02 03:04:05 Ice\nIce",   // no times
      "2024/01-02T03:04:05 Ice\n2024-0x-02T03:04:05 I\n2024-",   //
      "2024-01-02Txx:04:05 Ice\n2024-01-02T03.04:05 Ice\n2024",  //
      "a.example, 1\na.example, 2",                              // two cells
      "example, 1, DIRECT",                                      // no domain
      "a.example, 1, PERHAPS",                                   //
      "id,text\n1,Ice",                                          // two fields
      "id,first name,text\n1,Ann,Ice",                           // a name with a blank
      "red,green,blue\n1,2,3",                                   // no names of fields
      "id,title,text\n1,Ice",                                    // one value is missing
      "id,title,text\nThe harbour, they said, froze, and",       // a sentence
      "http://a.example/1 is\nhttp://a.example/2 the\nhttp://a.example/3 address",
      "ftp://a.example/1\nftp://a.example/2\nftp://a.example/3",
      "# a comment\n# and another",
      "",
  };
  for (const char* story : stories) EXPECT_FALSE(listing_kind(story)) << story;
}

TEST(TextListing, TheFirstLinesOfIndexesAndTablesAreKnown) {
  EXPECT_EQ(listing_kind(" CDX N b a m s k r M S V g\nx"), "index of a web archive");
  EXPECT_EQ(listing_kind("!meta {\"fields\": []}\nx"), "index of a web archive");
  EXPECT_EQ(listing_kind("org,example)/ 20240302 x"), "index of a web archive");
  EXPECT_EQ(listing_kind("\"id\",\"title\",\"text\"\n1,\"Ice, snow\",Cold"), "table");
  EXPECT_EQ(listing_kind("id, title, text\n1, Ice, Cold"), "table");
  EXPECT_EQ(listing_kind("id,title,text\n1,Ice,\"A quotation that goes"), "table");
  EXPECT_EQ(listing_kind("a.example, 1, direct, x\n# x\nb.example, 2, Reseller"), "ads.txt");
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
