#include "indexer/source/json_feed.h"

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

constexpr std::string_view kVersion = R"("version": "https://jsonfeed.org/version/1.1")";

std::vector<std::string> lines(std::string_view bytes) {
  const TempDir dir;
  auto found = lines_of(reading(dir.write("f", bytes)), dir.str());
  found.pop_back();  // the file is done
  return found;
}

std::string feed(std::string_view rest) {
  return "{" + std::string(kVersion) + ", " + std::string(rest);
}

TEST(JsonFeed, EachItemIsAFeedOfItsOwn) {
  EXPECT_THAT(lines(feed("\"title\": \"Halden\", \"expired\": [1, {\"a\": \"]\"}],\n"
                         "\"items\": [{\"id\": \"}\"},\n {\"id\": 2}, {}], \"language\": \"nb\"}")),
              ElementsAre("document /f:2: {" + std::string(kVersion) +
                              ",\n\"title\": \"Halden\",\n\"items\": [\n{\"id\": \"}\"}\n]}\n",
                          HasSubstr("document /f:3: "), HasSubstr("document /f:3+1: ")));
}

// Each item has all of it: a feed that says a great deal would become its square.
TEST(JsonFeed, WhatItSaysOfItselfIsBounded) {
  std::string about;
  for (int i = 0; i < 1000; ++i) about += "\"title\": \"" + std::string(1000, 'x') + "\", ";
  const TempDir dir;
  const auto items =
      documents_of(reading(dir.write("f", feed(about + R"("items": [{"id": 1}]})"))));
  ASSERT_EQ(items.size(), 1U);
  EXPECT_LT(items[0].bytes.size(), 30'000U);
  EXPECT_THAT(items[0].bytes, HasSubstr("\"title\": \"xxx"));
}

TEST(JsonFeed, IsToldByItsVersion) {
  EXPECT_TRUE(
      looks_like_json_feed("\xef\xbb\xbf \n{ \"title\" : \"x\", " + std::string(kVersion) + ","));
  EXPECT_TRUE(looks_like_json_feed(R"({"version":"https:\/\/jsonfeed.org\/version\/1",)"));
  for (const char* text :
       {"", "{", "[]", R"({"version": "1.1", "items": []})",
        R"({"items": [{"id": "1", "content_text": "a"}], "title": "x"})",
        R"({"feed_url": "https://a.example/", "items": [{"id": "1", "name": "a"}]})",
        R"({"text": "https://jsonfeed.org/version/1"})", R"({"version")", R"({"version":)",
        R"({"version": "https://jsonfeed.org/version/1.1)", R"("version")"})
    EXPECT_FALSE(looks_like_json_feed(text)) << text;
}

// Programs that sort the members put the version last, behind all items.
TEST(JsonFeed, IsToldByItsItemsWhereTheMembersAreSorted) {
  EXPECT_TRUE(looks_like_json_feed(
      R"({"home_page_url": "https://a.example/", "items": [{"content_text": "The council)"));
  EXPECT_TRUE(looks_like_json_feed(
      R"({"feed_url": "https://a.example/f", "items": [ {"author": {}, "content_html": "a"}]})"));
  EXPECT_TRUE(looks_like_json_feed(
      R"({"items": [{"id": "1"}], "version": "https://jsonfeed.org/version/1"})"));
}

TEST(JsonFeed, ABrokenItemCostsLittle) {
  EXPECT_THAT(lines(feed("\"items\": [{\"id\": 1 x}, 7, \"y\", {\"id\": 2}]}")),
              ElementsAre(HasSubstr("1 x"), HasSubstr("\"id\": 2")));
  EXPECT_THAT(lines(feed("\"items\": [{\"id\": 1}, {\"id\":")),
              ElementsAre(HasSubstr("\"id\": 1"), "skipped /f:1+1: damaged"));
  EXPECT_THAT(lines(feed("\"items\": []}")), ElementsAre("skipped /f: no-text"));
  EXPECT_THAT(lines(feed("\"title\": \"x")), ElementsAre("skipped /f: no-text"));
}

TEST(JsonFeed, FeedsMayFollowOneAnother) {
  const std::string one = feed("\"title\": \"A\", \"items\": [{\"id\": 1}]}\n");
  const std::string two = feed("\"title\": \"B\", \"items\": [{\"id\": 2}]}\n");
  const auto found = lines(one + two);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_THAT(found[1], HasSubstr("\"title\": \"B\""));
  EXPECT_THAT(found[1], testing::Not(HasSubstr("\"title\": \"A\"")));
}

TEST(JsonFeed, LimitsAreThoseOfADocument) {
  const TempDir dir;
  SourceOptions options =
      reading(dir.write("f", feed("\"items\": [{\"id\": 1},\n{\"a\": \"" +
                                  std::string(900'000, '}') + "\"},\n{\"id\": 3}]}")));
  options.max_document_bytes = 1000;
  EXPECT_THAT(lines_of(options, dir.str()),
              ElementsAre(HasSubstr("\"id\": 1"), "skipped /f:2: too-large", HasSubstr("\"id\": 3"),
                          "done /f"));
}

TEST(JsonFeed, TimeIsLinearInWhatIsBroken) {
  for (const std::string_view piece :
       {"\"a\":", "\"", "{", "[", "\"a", "\"items\":", "}", "\\\""}) {
    for (std::string text : {feed(""), feed("\"items\": [")}) {
      while (text.size() < 1'000'000) text += piece;
      lines(text);  // the test's time-out is the bar
    }
  }
}

}  // namespace
}  // namespace pressmark::indexer
