#include "indexer/source/feed.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/source/original.h"
#include "tests/indexer/source/source_items.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

using pressmark::test::TempDir;
using test::documents_of;
using test::reading;
using ::testing::HasSubstr;

std::string feed_record(std::string_view type, std::string_view body) {
  const std::string block =
      "HTTP/1.1 200 OK\r\nContent-Type: " + std::string(type) + "\r\n\r\n" + std::string(body);
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/feed?a&b\r\n"
         "WARC-Date: 2024-05-06T07:08:09Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Length: " +
         std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

constexpr std::string_view kRss = "<rss>\n<item>1</item>\n<item>2</item></rss>";
constexpr std::string_view kJson =
    R"({"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1}, {"id": 2}]})";

TEST(Feed, OfAWebArchiveIsReadItemByItem) {
  const TempDir dir;
  const auto items =
      documents_of(reading(dir.write("a.warc", feed_record("text/xml; charset=koi8-r", kRss) +
                                                   feed_record("application/feed+json", kJson))));
  ASSERT_EQ(items.size(), 4U);
  EXPECT_EQ(items[0].origin, dir.str("a.warc") + ":0:2");
  EXPECT_EQ(items[1].origin, dir.str("a.warc") + ":0:3");
  EXPECT_THAT(items[0].bytes, HasSubstr("<rss xml:base=\"https://a.example/feed?a&amp;b\">"));
  EXPECT_EQ(items[0].charset, "koi8-r");
  EXPECT_TRUE(items[0].crawled);
  EXPECT_TRUE(items[0].feed_item);
  EXPECT_FALSE(items[0].named);
  EXPECT_EQ(items[0].url, "") << "the feed's is none of theirs";
  EXPECT_EQ(items[0].record_id, "");
  EXPECT_THAT(items[3].bytes, HasSubstr("\"id\": 2"));
}

TEST(Feed, AnItemIsFoundAgainByItsOrigin) {
  const TempDir dir;
  const std::string page = feed_record("text/html", "<html>x");
  const std::string warc = dir.write("a.warc", page + feed_record("text/xml", kRss));
  const std::string origin = warc + ":" + std::to_string(page.size()) + ":3";
  const Original in_archive = read_original(origin, {}, 1000);
  EXPECT_THAT(in_archive.document.bytes, HasSubstr("<item>2</item>"));
  EXPECT_EQ(in_archive.document.origin, origin);
  EXPECT_EQ(in_archive.offset, page.size());
  EXPECT_EQ(in_archive.line, 3U);
  const std::string loose = dir.write("f.xml", kRss);
  const Original alone = read_original(loose + ":3", {}, 1000);
  EXPECT_EQ(alone.line, 3U);
  EXPECT_FALSE(alone.offset);
  dir.write("f.xml", "<rss>\n\n<item>0</item>\n<item>2</item></rss>");
  EXPECT_EQ(read_original(loose + ":3", alone.sha256, 1000).line, 4U) << "it has moved";
}

TEST(Feed, IsReadInUtf16) {
  const auto wide = [](std::string_view text, bool little) {
    std::string bytes = little ? "\xff\xfe" : "\xfe\xff";
    for (const char c : text) bytes += little ? std::string{c, '\0'} : std::string{'\0', c};
    return bytes;
  };
  const TempDir dir;
  for (const bool little : {false, true}) {
    const auto items = documents_of(reading(dir.write("f", wide(kRss, little))));
    ASSERT_EQ(items.size(), 2U);
    EXPECT_THAT(items[1].bytes, HasSubstr("<item>2</item>"));
    EXPECT_EQ(feed_from_utf16(wide("<html>", little)), "");
  }
  const std::string pair("\x3d\xd8\x00\xde\x00\xdc\x00", 7);  // one, half of one, half a unit
  EXPECT_EQ(feed_from_utf16(wide("<rss>", true) + pair), "<rss>\xf0\x9f\x98\x80\xef\xbf\xbd");
  EXPECT_EQ(feed_from_utf16(kRss), "");
}

TEST(Feed, ShapesAreToldApart) {
  EXPECT_EQ(feed_shape(kRss), FeedShape::Xml);
  EXPECT_EQ(feed_shape(kJson), FeedShape::Json);
  EXPECT_EQ(feed_shape("<html>"), FeedShape::None);
}

TEST(Feed, MayBeLeftOut) {
  const TempDir dir;
  SourceOptions options = reading(dir.write("f", kRss));
  options.include = {"*.warc"};
  EXPECT_TRUE(documents_of(options).empty());
}

}  // namespace
}  // namespace pressmark::indexer
