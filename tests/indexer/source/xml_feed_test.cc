#include "indexer/source/xml_feed.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/source/source_items.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

using pressmark::test::TempDir;
using test::documents_of;
using test::lines_of;
using test::reading;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::string_view kHead = "<rss version='2.0'><channel><title>Halden Post</title>\n";

std::vector<std::string> lines(std::string_view bytes) {
  const TempDir dir;
  auto found = lines_of(reading(dir.write("f", bytes)), dir.str());
  found.pop_back();  // the file is done
  return found;
}

/// The only item of a feed.
std::string item_of(std::string_view bytes) {
  const TempDir dir;
  const auto items = documents_of(reading(dir.write("f", bytes)));
  return items.size() == 1 ? items[0].bytes : std::to_string(items.size()) + " items";
}

TEST(XmlFeed, EachItemIsAFeedOfItsOwn) {
  EXPECT_THAT(
      lines(std::string(kHead) + "<item>1</item><item>2</item>\n<item/></channel></rss>"),
      ElementsAre("document /f:2: <rss version='2.0'><channel><title>Halden Post</title>\n"
                  "<item>1</item>\n</channel></rss>\n",
                  "document /f:2+1: <rss version='2.0'><channel><title>Halden Post</title>\n"
                  "<item>2</item>\n</channel></rss>\n",
                  "document /f:3: <rss version='2.0'><channel><title>Halden Post</title>\n"
                  "<item/>\n</channel></rss>\n"));
}

TEST(XmlFeed, OfTheFeedOnlyWhatStaysIsKept) {
  EXPECT_EQ(item_of("\n<?xml version=\"1.0\" encoding=\"koi8-r\"?>\n<?xml-stylesheet href='x'?>"
                    "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss a='b'><channel>"
                    "<title>Halden</title><link>https://a.example/</link><language>nb</language>"
                    "<atom:link href='/feed' rel='self'/><lastBuildDate>Monday</lastBuildDate>"
                    "<image><title>Logo</title></image><itunes:author>Radio</itunes:author>"
                    "<dc:publisher>Halden AS</dc:publisher>"
                    "<item>1</item></channel></rss>"),
            "<?xml version=\"1.0\" encoding=\"koi8-r\"?>\n<rss a='b'><channel>"
            "<title>Halden</title><link>https://a.example/</link><language>nb</language>"
            "<atom:link href='/feed' rel='self'/><dc:publisher>Halden AS</dc:publisher>\n"
            "<item>1</item>\n</channel></rss>\n");
}

TEST(XmlFeed, AtomAndRdf) {
  EXPECT_EQ(
      item_of("<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>Halden</a:title>"
              "<a:author><a:name>Desk</a:name></a:author><a:updated>now</a:updated>"
              "<a:entry><entry/>1</a:entry></a:feed>"),
      "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>Halden</a:title>"
      "<a:author><a:name>Desk</a:name></a:author>\n<a:entry><entry/>1</a:entry>\n</a:feed>\n");
  EXPECT_EQ(item_of("<rdf:RDF xmlns='http://purl.org/rss/1.0/'><channel><title>H</title><items/>"
                    "</channel><item>1</item></rdf:RDF>"),
            "<rdf:RDF xmlns='http://purl.org/rss/1.0/'><channel><title>H</title></channel>\n"
            "<item>1</item>\n</rdf:RDF>\n");
  EXPECT_EQ(item_of("<entry xmlns='http://www.w3.org/2005/Atom'>1</entry>"),
            "<entry xmlns='http://www.w3.org/2005/Atom'>1</entry>");
}

TEST(XmlFeed, IsToldByItsRoot) {
  EXPECT_TRUE(looks_like_xml_feed("\xef\xbb\xbf \n<!-- x --><rss>"));
  EXPECT_TRUE(looks_like_xml_feed("<feed xmlns='http://purl.org/atom/ns#'>"));
  EXPECT_TRUE(looks_like_xml_feed("<r:RDF xmlns='http://my.netscape.com/rdf/simple/0.9/'>"));
  for (const char* text :
       {"", "rss", "x<rss>", "<rss", "<rss/>", "<feed>", "<rdf:RDF xmlns='http://a.example/'>",
        "<html><rss>", "<!DOCTYPE html><p>", "{\"rss\": 1}"})
    EXPECT_FALSE(looks_like_xml_feed(text)) << text;
}

TEST(XmlFeed, ABrokenItemCostsNoOther) {
  const std::string head(kHead);
  EXPECT_THAT(lines(head + "<item><a>1<b>\n<item>2</item></channel></rss>"),
              ElementsAre(HasSubstr("<item><a>1<b>\n\n</channel>"), HasSubstr("<item>2</item>")))
      << "no end tag";
  EXPECT_THAT(lines(head + "<item><![CDATA[1</item>\n<item><![CDATA[2]]></item>"),
              ElementsAre(HasSubstr("CDATA[1</item>"), HasSubstr("CDATA[2]]>")))
      << "no end of CDATA";
  EXPECT_THAT(lines(head + "<item>a < b & c &nbsp; </item><item><!-- 2</item>\n<item>3</item>"),
              ElementsAre(HasSubstr("a < b & c"), HasSubstr("2</item>"), HasSubstr("3</item>")));
  EXPECT_THAT(lines(head + "<item>1</item><item>2"),
              ElementsAre(HasSubstr("1</item>"), "skipped /f:2+1: damaged"));
  EXPECT_THAT(lines(head + "<item>1</channel></rss><rss><item>2</item>"),
              ElementsAre(HasSubstr("<item>1</channel>\n"),
                          "document /f:2+1: <rss><channel>\n<item>2</item>\n"
                          "</channel></rss>\n"))
      << "a feed behind a feed";
}

TEST(XmlFeed, WithoutItemsItGivesNone) {
  EXPECT_THAT(lines("<rss><channel><title>Halden</title></channel></rss>"),
              ElementsAre("skipped /f: no-text"));
  EXPECT_THAT(lines("<rss><channel><title>Halden<item>1</item>"),
              ElementsAre(HasSubstr("<item>1")));
}

TEST(XmlFeed, LimitsAreThoseOfADocument) {
  const TempDir dir;
  const std::string long_item = "<item>" + std::string(300'000, 'x') + "</item>";
  const std::string large = dir.write(
      "f", std::string(kHead) + "<item>1</item>" + long_item + "\n<item>3</item></channel></rss>");
  SourceOptions options = reading(large);
  options.max_document_bytes = 1000;
  const auto found = lines_of(options, dir.str());
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[1], "skipped /f:2+1: too-large");
  EXPECT_THAT(found[2], HasSubstr("document /f:3: "));
}

TEST(XmlFeed, FarMoreThanTheLimitInAllIsRead) {
  const TempDir dir;
  std::string feed(kHead);
  for (int i = 0; i < 3000; ++i) feed += "<item>" + std::string(900, 'x') + "</item>\n";
  SourceOptions options = reading(dir.write("f", feed));
  options.max_document_bytes = 2000;
  EXPECT_EQ(documents_of(options).size(), 3000U);
}

TEST(XmlFeed, TimeIsLinearInWhatIsBroken) {
  for (const std::string_view piece :
       {"<!--", "<![CDATA[", "<?", "<!", "<a", "<title>", "<item><!--", "</", "<a b='", "<image>",
        "<item></item><!--", "<item></item><![CDATA[", "<!DOCTYPE a ["}) {
    std::string feed(kHead);
    while (feed.size() < 2'000'000) feed += piece;
    lines(feed);  // the test's time-out is the bar
  }
}

TEST(XmlFeed, DamageIsNamedBehindWhatCouldBeRead) {
  const TempDir dir;
  std::string feed(kHead);
  for (int i = 0; i < 5000; ++i) feed += "<item>" + std::to_string(i * 7919) + "</item>\n";
  std::string packed = test::gzip(feed);
  packed.resize(packed.size() - 20);
  const auto found = lines_of(reading(dir.write("f", packed)), dir.str());
  ASSERT_GT(found.size(), 100U);
  EXPECT_THAT(found[found.size() - 2], testing::EndsWith(": damaged"));
}

}  // namespace
}  // namespace pressmark::indexer
