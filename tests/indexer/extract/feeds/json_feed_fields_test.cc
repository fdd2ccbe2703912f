#include "indexer/extract/feeds/json_feed_fields.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

using ::testing::ElementsAre;

TEST(JsonFeedFields, AreThoseOfTheStandard) {
  const auto fields = json_feed_fields(R"({"version": "https://jsonfeed.org/version/1.1",
      "title": "Halden Post", "home_page_url": "https://a.example/", "language": "en",
      "author": {"name": "Desk"}, "items": [{"id": 17, "url": "/ice", "title": "Ice &amp; salt",
      "content_text": "a < b\n\nc", "summary": "s", "date_published": "2024-05-06T10:00:00Z",
      "date_modified": "2024-05-07T10:00:00Z", "tags": ["Sea", 7]}]})");
  ASSERT_TRUE(fields);
  EXPECT_EQ(fields->title, "Ice & salt");
  EXPECT_EQ(fields->link, "https://a.example/ice");
  EXPECT_EQ(fields->id, "17");
  EXPECT_EQ(fields->published, "2024-05-06T10:00:00Z");
  EXPECT_EQ(fields->modified, "2024-05-07T10:00:00Z");
  EXPECT_EQ(fields->language, "en");
  EXPECT_EQ(fields->summary, "s");
  EXPECT_EQ(fields->content, "a &lt; b\n\nc");
  EXPECT_THAT(fields->authors, ElementsAre("Desk"));
  EXPECT_THAT(fields->tags, ElementsAre("Sea"));
  EXPECT_THAT(fields->outlets, ElementsAre("Halden Post"));
}

TEST(JsonFeedFields, OneThatSaysLittleIsReadAsFarAsItDoes) {
  const auto item = [](std::string_view members) {
    return json_feed_fields("{\"items\": [{" + std::string(members) + "}]}");
  };
  EXPECT_EQ(item(R"("id": "https://a.example/ice")")->link, "https://a.example/ice");
  EXPECT_EQ(item(R"("content_html": "<p>a", "content_text": "b")")->content, "<p>a");
  EXPECT_THAT(item(R"("authors": [{"name": "Ann"}, "Jo", {}])")->authors, ElementsAre("Ann", "Jo"));
  EXPECT_TRUE(item(R"("url": "https://a.example/ice#comment-1")")->comment);
  for (const char* text : {"", "{", "[]", "7", "{\"items\": []}", "{\"items\": 7}"})
    EXPECT_FALSE(json_feed_fields(text)) << text;
  EXPECT_TRUE(json_feed_fields("{\"items\": [7]}"));
}

}  // namespace
}  // namespace pressmark::indexer
