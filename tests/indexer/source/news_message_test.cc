#include "indexer/source/news_message.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/source/source_items.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

using pressmark::test::TempDir;
using test::documents_of;
using test::gzip;
using test::lines_of;
using test::reading;
using ::testing::ElementsAre;

std::string item(std::string_view id, std::string_view content) {
  return "<newsItem guid='" + std::string(id) + "'>" + std::string(content) + "</newsItem>";
}

std::string text(std::string_view words) {
  return "<contentSet><inlineXML><p>" + std::string(words) + "</p></inlineXML></contentSet>";
}

constexpr std::string_view kMessageHead =
    "<?xml version='1.0'?><newsMessage><itemSet>";  // 43 bytes
constexpr std::string_view kTail = "</itemSet></newsMessage>\n";

std::string news_message(std::string_view items) {
  return std::string(kMessageHead) + std::string(items) + std::string(kTail);
}

TEST(NewsMessage, EachItemWithATextIsADocument) {
  const TempDir dir;
  const std::string ice = item("1", text("Ice"));
  const std::string photo = item("2", "<!-- <newsItem> --><contentSet/>");
  const std::string thaw = item("3", text("Thaw"));
  const std::string bytes = news_message(ice + photo + "\n" + thaw);
  const std::string second = std::to_string(bytes.find(thaw));
  EXPECT_THAT(lines_of(reading(dir.write("m.xml", bytes)), dir.str()),
              ElementsAre("document /m.xml:43: " + news_message(ice),
                          "document /m.xml:" + second + ": " + news_message(thaw), "done /m.xml"));
  EXPECT_EQ(documents_of(reading(dir.write("m.xml.gz", gzip(bytes)))).size(), 2U);
  EXPECT_FALSE(documents_of(reading(dir.write("m.xml", bytes)))[0].named);
}

TEST(NewsMessage, NewsMl1MayHaveItemsWithinItems) {
  const TempDir dir;
  const std::string inner = "<NewsItem><DataContent>b</DataContent></NewsItem>";
  const std::string outer = "<NewsItem>" + inner + inner + "</NewsItem>";
  const auto documents = documents_of(
      reading(dir.write("m.xml", "<!DOCTYPE NewsML><NewsML>" + outer + inner + "</NewsML>")));
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_EQ(documents[0].bytes, "<!DOCTYPE NewsML><NewsML>" + outer + "</NewsML>");
  EXPECT_EQ(documents[1].bytes, "<!DOCTYPE NewsML><NewsML>" + inner + "</NewsML>");
}

TEST(NewsMessage, OneWithOneStoryIsADocumentAsItIs) {
  const TempDir dir;
  const std::string bytes = news_message(item("1", text("Ice")) + item("2", "<contentSet/>"));
  EXPECT_THAT(lines_of(reading(dir.write("m.xml", bytes)), dir.str()),
              ElementsAre("document /m.xml: " + bytes, "done /m.xml"));
}

TEST(NewsMessage, WhatIsNoneIsLeftAsItIs) {
  const std::string two = item("1", text("Ice")) + item("2", text("Thaw"));
  for (const std::string& bytes :
       {"<html>" + two, two, std::string("<newsMessage"), std::string("<newsMessage><newsItem"),
        std::string("<"), std::string(), "<newsMessage>" + std::string(100'000, ' ') + two}) {
    RawDocument document;
    document.bytes = bytes;
    EXPECT_FALSE(NewsMessage::of(document)) << bytes.substr(0, 100);
    EXPECT_EQ(document.bytes, bytes);
  }
}

TEST(NewsMessage, OneThatIsCutOffHasItsLastStoryAsFarAsItGoes) {
  RawDocument document;
  document.origin = "m.xml";
  const std::string bytes = news_message(item("1", text("Ice")) + item("2", text("Thaw")));
  document.bytes = bytes.substr(0, bytes.find("Thaw") + 2);
  auto stories = NewsMessage::of(document);
  ASSERT_TRUE(stories);
  EXPECT_EQ(stories->next()->bytes, std::string(kMessageHead) + item("1", text("Ice")));
  EXPECT_TRUE(stories->next()->bytes.ends_with("<p>Th"));
  EXPECT_FALSE(stories->next());
}

// Else its stories would be one article, of which only the last stays.
TEST(NewsMessage, WhereItWasFetchedIsNoAddressOfItsStories) {
  RawDocument document;
  document.bytes = news_message(item("1", text("Ice")) + item("2", text("Thaw")));
  document.url = "https://wire.example/latest";
  auto stories = NewsMessage::of(document);
  ASSERT_TRUE(stories);
  EXPECT_EQ(stories->next()->url, "");
  EXPECT_EQ(stories->next()->url, "");
}

TEST(NewsMessage, OneThatWouldBecomeVeryMuchIsLeftAsItIs) {
  RawDocument document;
  document.bytes = "<newsMessage>" + std::string(60'000, ' ');
  for (int i = 0; i < 4000; ++i) document.bytes += "<newsItem><inlineXML/></newsItem>";
  EXPECT_TRUE(NewsMessage::of(document));
  document.bytes = "<newsMessage>" + std::string(60'000, ' ');
  for (int i = 0; i < 5000; ++i) document.bytes += "<newsItem><inlineXML/></newsItem>";
  EXPECT_FALSE(NewsMessage::of(document));
}

TEST(NewsMessage, CommentsWithoutEndAreReadOnce) {
  RawDocument document;
  document.bytes = "<newsMessage>";
  for (int i = 0; i < 1'000'000; ++i) document.bytes += "<!--";
  EXPECT_FALSE(NewsMessage::of(document));
  document.bytes = "<newsMessage>";
  for (int i = 0; i < 1'000'000; ++i) document.bytes += "<a";
  EXPECT_FALSE(NewsMessage::of(document));
}

}  // namespace
}  // namespace pressmark::indexer
