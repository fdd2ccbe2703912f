#include "indexer/extract/feed_item.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::StartsWith;

constexpr std::string_view kText =
    "<p>The ferry company on the Varn has taken its two oldest boats out of service after "
    "inspectors found cracks in the hulls of both, the harbour office said on Monday.</p>"
    "<p>Passengers between Halden and the island of Orre will have to change at the lighthouse "
    "until a replacement arrives from the yard in the south, in about six weeks.</p>";

Outcome<Article> read(std::string text, const ExtractOptions& options = {}) {
  DecodedDocument document;
  document.origin = "f.xml:7";
  document.format = Format::FeedItem;
  document.text = std::move(text);
  return extract_feed_item(document, options);
}

std::string rss(std::string_view item) {
  return "<rss><channel><title>Halden Post</title><language>en-GB</language><item>" +
         std::string(item) + "</item></channel></rss>";
}

std::string with_content(std::string_view more) {
  return rss(std::string(more) + "<content:encoded><![CDATA[" + std::string(kText) +
             "]]></content:encoded>");
}

TEST(FeedItem, IsAnArticle) {
  const auto article = read(with_content(
      "<title>Ferries laid up</title><link>https://www.haldenpost.example/ice?utm_source=rss</link>"
      "<guid>17</guid><pubDate>Mon, 06 May 2024 10:00:00 +0200</pubDate><category>Sea</category>"
      "<atom:updated>2024-05-07T10:00:00+02:00</atom:updated><dc:creator>By JANE DOE</dc:creator>"
      "<description>Ferries stay in port.</description>"));
  ASSERT_TRUE(article);
  EXPECT_EQ(article->origin, "f.xml:7");
  EXPECT_EQ(article->title, "Ferries laid up");
  EXPECT_EQ(article->url, "https://www.haldenpost.example/ice");
  EXPECT_EQ(article->external_id, "17");
  EXPECT_THAT(article->text, StartsWith("The ferry company on the Varn"));
  EXPECT_EQ(article->published->day, 2024y / 5 / 6);
  EXPECT_EQ(article->published->origin, DateOrigin::Given);
  EXPECT_EQ(article->modified, 2024y / 5 / 7);
  EXPECT_THAT(article->authors, ElementsAre("Jane Doe"));
  EXPECT_EQ(article->outlet, (Outlet{"haldenpost.example", "Halden Post"}));
  EXPECT_EQ(article->declared_language, "en-GB");
  EXPECT_EQ(article->description, "Ferries stay in port.");
  EXPECT_THAT(article->tags, ElementsAre("Sea"));
  EXPECT_EQ(article->kind, PageKind::Article);
  EXPECT_FALSE(article->truncated);
  EXPECT_TRUE(article->notes.empty());
}

// Agencies give their home page as the link of each item.
TEST(FeedItem, AHomePageIsNotItsAddress) {
  const auto article = read(
      with_content("<link>https://agency.example/</link><guid isPermaLink=\"false\">urn:0</guid>"));
  ASSERT_TRUE(article);
  EXPECT_EQ(article->url, "");
  EXPECT_EQ(article->external_id, "Halden Post urn:0");
  EXPECT_EQ(read(with_content("<link>https://agency.example/</link>"
                              "<guid>https://agency.example/17</guid>"))
                ->url,
            "https://agency.example/17");
}

TEST(FeedItem, WithoutAnAddressItsIdIsThatOfItsFeed) {
  const auto id = [](std::string feed) { return read(std::move(feed))->external_id; };
  const std::string text(kText);
  const auto json = [&](std::string_view about, std::string_view number) {
    return "{" + std::string(about) + R"(,"items":[{"id":")" + std::string(number) +
           R"(","content_html":")" + text + R"("}]})";
  };
  EXPECT_EQ(id(json(R"("title":"Alpha")", "1")), "Alpha 1");
  EXPECT_EQ(id(json(R"("title":"Alpha","feed_url":"https://a.example/f")", "1")),
            "https://a.example/f 1");
  EXPECT_EQ(id(json(R"("title":"Alpha")", "0f8fad5b-d9cb-469f-a165-70867728950e")),
            "0f8fad5b-d9cb-469f-a165-70867728950e");
  EXPECT_EQ(id("<rss><channel><title>Beta</title><link>https://b.example/</link><item>"
               "<guid isPermaLink=\"false\">11</guid><content:encoded><![CDATA[" +
               text + "]]></content:encoded></item></channel></rss>"),
            "https://b.example/ 11");
}

TEST(FeedItem, OfJsonIsAnArticle) {
  const auto article = read(
      "{\"title\": \"Halden Post\", \"items\": [{\"id\": \"1\", \"url\": \"https://a.example/1\","
      "\"title\": \"Ferries\", \"content_html\": \"" +
      std::string(kText) + "\", \"date_published\": \"2024-05-06\"}]}");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->title, "Ferries");
  EXPECT_EQ(article->published->day, 2024y / 5 / 6);
}

TEST(FeedItem, WhatIsNoArticleIsSkipped) {
  const auto reason = [](std::string_view item) { return read(rss(item)).error(); };
  EXPECT_EQ(reason("<title>Ice</title><description>Ice in the harbour.</description>"),
            (Skip{SkipReason::Stub, "teaser in a feed"}));
  EXPECT_EQ(reason("<description>" + std::string(kText) + "</description>").reason,
            SkipReason::Stub);
  EXPECT_EQ(reason("<title>Ice</title><enclosure url='a.mp3'/>").reason, SkipReason::NoText);
  EXPECT_EQ(read(with_content("<link>https://a.example/1#comment-2</link>")).error(),
            (Skip{SkipReason::NoText, "a reader's comment"}));
  EXPECT_EQ(read(with_content("<wp:status>draft</wp:status>")).error(),
            (Skip{SkipReason::NoText, "not published"}));
  EXPECT_EQ(read("<rss></rss>").error().reason, SkipReason::Damaged);
  EXPECT_EQ(read("{\"items\": [").error().reason, SkipReason::Damaged);
}

TEST(FeedItem, ContentThatRepeatsTheDescriptionIsNoMoreThanThat) {
  const std::string teaser = "<description><![CDATA[" + std::string(kText) + "]]></description>";
  EXPECT_EQ(read(with_content(teaser)).error().reason, SkipReason::Stub);
}

TEST(FeedItem, ALongDescriptionIsTheText) {
  std::string text;
  for (int i = 0; i < 6; ++i) text += kText;
  const auto article = read(rss("<description><![CDATA[" + text + "]]></description>"));
  ASSERT_TRUE(article);
  EXPECT_THAT(article->text, StartsWith("The ferry company"));
  EXPECT_EQ(article->description, "");
}

TEST(FeedItem, WhereAllIsKeptATeaserIsAStub) {
  const auto stub = read(rss("<title>Ice</title><description>Ice in the harbour.</description>"),
                         {.keep_all = true});
  ASSERT_TRUE(stub);
  EXPECT_EQ(stub->kind, PageKind::Stub);
  EXPECT_EQ(stub->text, "Ice in the harbour.");
  EXPECT_EQ(stub->description, "");
}

TEST(FeedItem, AtomNeedsNoDayOfPublication) {
  const auto article = read(with_content("<atom:updated>2024-05-07T10:00:00Z</atom:updated>"));
  ASSERT_TRUE(article);
  EXPECT_EQ(article->published->day, 2024y / 5 / 7);
}

TEST(FeedItem, SaysWhereItsFieldsStood) {
  const auto article =
      read(with_content("<title>Ferries</title><author>x@a.example (Jane Doe)</author>"),
           {.explain = true});
  ASSERT_TRUE(article);
  std::vector<std::string> notes;
  for (const FieldNote& note : article->notes) notes.push_back(note.field + ": " + note.rule);
  EXPECT_THAT(notes, ElementsAre("text: content of the feed's item", "title: given by the feed",
                                 "authors: given by the feed", "source_name: given by the feed",
                                 "declared_language: given by the feed"));
}

}  // namespace
}  // namespace pressmark::indexer
