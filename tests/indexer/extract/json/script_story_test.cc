#include "indexer/extract/json/script_story.h"

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kTitle = "Ferry returns to the lake";
const std::string kFirst =
    "The ferry that crossed the lake of Ardvik until 1961 will sail again from the first of May, "
    "the parish said, as the road around the lake has to be mended.";
const std::string kSecond =
    "It lay in a boathouse for all those years and was found to be dry. Two carpenters and a smith "
    "have worked on it since the autumn, and none of them asked for money.";
const std::string kThird =
    "Whether it will go on when the road is open again nobody can say. The parish wants to count "
    "those who use it, and has bought a clicker for the ferryman.";

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

std::string body() {
  return quoted("<p>" + kFirst + "</p><p>" + kSecond + "</p><p>" + kThird + "</p>");
}

/// {"title": …, "body": LIST}
std::string titled(const std::string& list) {
  return R"({"title":"Ferry returns to the lake","body":)" + list + "}";
}

std::string typed(std::string_view type, const std::string& text) {
  return R"({"type":")" + std::string(type) + R"(","text":")" + text + "\"}";
}

ScriptStory first_of(const std::string& json) {
  const auto stories = stories_in_scripts({json}, kTitle);
  return stories.empty() ? ScriptStory{} : stories.front();
}

TEST(ScriptStory, IsAStringBesideTheTitle) {
  const ScriptStory story = first_of(
      R"({"props":{"story":{"headline":"Ferry returns to the lake","published_at":"2024-04-02",)"
      R"("authors":[{"name":"Jane Doe"},"John Roe",{}],"fields":{"text":)" +
      body() + "}}}}");
  EXPECT_THAT(story.html, HasSubstr(kThird));
  EXPECT_EQ(story.authors, (std::vector<std::string>{"Jane Doe", "John Roe"}));
  EXPECT_EQ(story.published, "2024-04-02");
}

TEST(ScriptStory, IsAListOfParagraphsAsEditorsWriteThem) {
  const std::string parted =
      R"({"type":"paragraph","content":[{"type":"text","text":")" + kFirst.substr(0, 9) +
      R"("},{"type":"text","marks":[{"type":"bold"}],"text":")" + kFirst.substr(9) + "\"}]}";
  const std::string lists[] = {
      "[" + quoted(kFirst) + "," + quoted(kSecond) + "," + quoted(kThird) + "]",
      "[" + typed("text", kFirst) + "," + typed("image", "zebra") + "," +
          typed("byline", "By zebra") + "," + typed("text", kSecond) + "," +
          typed("unstyled", kThird) + R"(,{"title":"Another","text":"zebra is in it"}])",
      "[" + parted + R"(,{"type":"paragraph","data":{"text":")" + kSecond +
          R"("}},{"nodeType":"paragraph","content":[{"value":")" + kThird + "\"}]}]"};
  for (const std::string& list : lists) {
    const ScriptStory story = first_of(titled(list));
    EXPECT_THAT(story.html, HasSubstr("<p>" + kFirst + "</p><p>" + kSecond + "</p><p>" + kThird))
        << list;
    EXPECT_THAT(story.html, Not(HasSubstr("zebra"))) << list;
  }
}

TEST(ScriptStory, TheTitleMayStandALevelDown) {
  const std::string list =
      "[" + quoted(kFirst) + "," + quoted(kSecond) + "," + quoted(kThird) + "]";
  EXPECT_THAT(
      first_of(R"({"headlines":{"basic":"Ferry returns to the lake"},"elements":)" + list + "}")
          .html,
      HasSubstr(kThird));
}

TEST(ScriptStory, AListMayBeginWithTheTitle) {
  const std::string list = "[" + typed("headline", std::string(kTitle)) + "," + typed("p", kFirst) +
                           "," + typed("p", kSecond) + "," + typed("p", kThird) + "]";
  EXPECT_THAT(first_of(list).html, HasSubstr(kThird));
}

TEST(ScriptStory, SectionsHaveHeadings) {
  const ScriptStory story =
      first_of(titled(R"([{"heading":"The boat","content":)" + quoted(kFirst + kSecond) +
                      R"(},{"heading":"The road","content":)" + quoted(kThird) + "}]"));
  EXPECT_THAT(story.html, HasSubstr("<h2>The boat</h2><p>"));
  EXPECT_THAT(story.html, HasSubstr("<h2>The road</h2><p>" + kThird));
}

TEST(ScriptStory, EscapedMarkupIsMarkup) {
  const ScriptStory story = first_of(titled(
      quoted("&lt;p&gt;" + kFirst + "&lt;/p&gt;&lt;p&gt;" + kSecond + kThird + "&lt;/p&gt;")));
  EXPECT_EQ(story.html, "<p>" + kFirst + "</p><p>" + kSecond + kThird + "</p>");
}

TEST(ScriptStory, HeadingsAndListsKeepTheirPlaces) {
  const ScriptStory story =
      first_of(titled("[" + typed("p", kFirst) + "," + typed("header", "The boat") + "," +
                      typed("p", kSecond) + R"(,{"type":"list","items":[)" + typed("text", "One") +
                      "," + typed("text", "Two") + "]}," + typed("p", kThird) + "]"));
  EXPECT_THAT(story.html, HasSubstr("<h2>The boat</h2>"));
  EXPECT_THAT(story.html, HasSubstr("<p>One</p><p>Two</p>"));
}

TEST(ScriptStory, BesideTheTitleOutranksALongerOne) {
  std::string longer;
  for (int i = 0; i < 5; ++i) longer += "<p>zebra " + kSecond + "</p>";
  const std::string other = R"({"title":"Other","text":")" + longer + "\"}";
  const ScriptStory story =
      first_of(R"({"read":[)" + other +
               R"(],"story":{"title":"Ferry returns to the lake","inner":{"text":)" + body() +
               R"(},"more":)" + other + "}}");
  EXPECT_THAT(story.html, HasSubstr(kFirst));
  EXPECT_THAT(story.html, Not(HasSubstr("zebra")));
}

TEST(ScriptStory, NoticesAndCodeAreNone) {
  const std::string css = "a { b: c; } d { e: f; } " + std::string(80, ';') + kFirst + kSecond +
                          kThird + kFirst + kSecond;
  const std::string cases[] = {
      R"({"messages":{"consent":)" + body() + "}}",
      R"({"notice":")" + kFirst + kSecond + kThird + kFirst + kSecond + "\"}",
      R"({"contributors":[{"biography":)" + body() + "}]}",
      R"({"picture":")" + std::string(3000, 'A') + "\"}",
      titled(quoted("{'text': '" + kFirst + kSecond + kThird + "'}")),
      titled("[" + quoted("{ " + kFirst) + "," + quoted("[ " + kSecond + kThird) + "]"),
      R"({"css":")" + css + "\"}",
      "{\"a\":",
      ""};
  for (const std::string& json : cases) EXPECT_EQ(first_of(json).html, "") << json;
}

TEST(ScriptStory, DeepAndWideJsonIsRead) {
  const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
  EXPECT_EQ(first_of(deep).html, "");
  std::string wide = "[";
  for (int i = 0; i < 100'000; ++i) wide += "[[]],";
  EXPECT_EQ(first_of(wide + "1]").html, "");
}

}  // namespace
}  // namespace pressmark::indexer
