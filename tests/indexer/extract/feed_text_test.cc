#include "indexer/extract/feed_text.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr std::string_view kFirstOfFeed =
    "The ferry company on the Varn has taken its two oldest boats out of service after inspectors "
    "found cracks in the hulls of both, the harbour office said on Monday morning.";
constexpr std::string_view kSecondOfFeed =
    "Passengers between Halden and the island of Orre will have to change at the lighthouse until "
    "a "
    "replacement arrives from the yard in the south, which is expected in about six weeks.";
constexpr std::string_view kThirdOfFeed =
    "Nobody likes to wait in the wind, said one of them, who has crossed every weekday for eleven "
    "years, but she would rather wait than swim, and the pilot boat is full.";

std::string article() {
  std::string html;
  for (const std::string_view paragraph : {kFirstOfFeed, kSecondOfFeed, kThirdOfFeed})
    html.append("<p>").append(paragraph).append("</p>\n");
  return html;
}

std::string all_of_it() {
  return std::string(kFirstOfFeed) + "\n\n" + std::string(kSecondOfFeed) + "\n\n" +
         std::string(kThirdOfFeed);
}

TEST(FeedText, IsTheTextOfHtml) {
  const FeedText found = feed_text(article(), "Ferries", {});
  EXPECT_EQ(found.text, all_of_it());
  EXPECT_EQ(found.paragraphs, 3U);
  EXPECT_FALSE(found.cut);
  EXPECT_TRUE(is_article(found));
  EXPECT_FALSE(is_article_in_summary(found)) << "400 letters may be a teaser";
}

TEST(FeedText, WithoutTagsLinesAreParagraphs) {
  EXPECT_EQ(feed_text(all_of_it(), "Ferries", {}).text, all_of_it());
  EXPECT_EQ(feed_text(std::string(kFirstOfFeed) + "\n" + std::string(kSecondOfFeed), "Ferries", {})
                .paragraphs,
            2U);
  EXPECT_EQ(feed_text("", "Ferries", {}).weight, 0U);
  EXPECT_EQ(feed_text(" \n ", "Ferries", {}).text, "");
}

// The finder of pages takes a table of results for furniture, and a list of links for a menu.
TEST(FeedText, TablesAndListsOfLinksBelongToIt) {
  std::string table = "<table>", list = "<ul>";
  for (int i = 0; i < 8; ++i) {
    const std::string number = std::to_string(i);
    table += "<tr><td>Halden " + number + "</td><td>Orre 1</td></tr>";
    list += "<li><a href=\"/" + number + "\">Item " + number + " of the plan</a></li>";
  }
  const std::string html = article() + table + "</table>" + list + "</ul>";
  const std::string text = feed_text(html, "Ferries", {}).text;
  EXPECT_THAT(text, HasSubstr("Halden 7"));
  EXPECT_THAT(text, HasSubstr("Item 7 of the plan"));
}

TEST(FeedText, SignaturesOfProgramsAreNoText) {
  EXPECT_EQ(feed_text(article() + "<p>The post <a href='x'>Ferries</a> appeared first on "
                                  "<a href='y'>Halden Post</a>.</p>",
                      "Ferries", {})
                .text,
            all_of_it());
  EXPECT_EQ(
      feed_text(article() + "<p>Der Beitrag Fähren erschien zuerst auf Anzeiger.</p>", "Fähren", {})
          .text,
      all_of_it());
}

TEST(FeedText, SaysWhenItGoesOnElsewhere) {
  for (const std::string_view end :
       {"[…]", "...", "Read more", "<a href='x'>Continue reading: Ferries →</a>",
        "</p><p><a href='x'>Weiterlesen »</a>", "</p><p>Read more: Ferries laid up in Halden"}) {
    const std::string html = "<p>" + std::string(kFirstOfFeed) + "</p><p>" +
                             std::string(kSecondOfFeed) + " " + std::string(end) + "</p>";
    const FeedText found = feed_text(html, "Ferries", {});
    EXPECT_TRUE(found.cut) << end;
    EXPECT_FALSE(is_article(found)) << end;
    EXPECT_THAT(found.text, StartsWith(std::string(kFirstOfFeed.substr(0, 40)))) << end;
  }
  EXPECT_FALSE(feed_text(article() + "<p>Those who wait read more, he said.</p>", "F", {}).cut);
}

TEST(FeedText, LongDescriptionsAreArticles) {
  std::string html;
  for (int i = 0; i < 5; ++i) html += article();
  const FeedText found = feed_text(html, "Ferries", {});
  EXPECT_TRUE(is_article_in_summary(found));
  EXPECT_TRUE(is_article(feed_text(html + "<p>Read more</p>", "Ferries", {}))) << "cut, but long";
  EXPECT_FALSE(is_article_in_summary(feed_text(html + "<p>Read more</p>", "Ferries", {})));
}

TEST(FeedText, ATeaserIsNone) {
  const FeedText teaser = feed_text("The ferries stay in port for six weeks.", "Ferries", {});
  EXPECT_FALSE(is_article(teaser));
  EXPECT_FALSE(is_article_in_summary(teaser));
  EXPECT_EQ(feed_text("<p>Read more</p>", "Ferries", {}).weight, 0U);
}

TEST(FeedText, IdeographsCountForMore) {
  std::string html = "<p>";
  for (int i = 0; i < 100; ++i) html += "港口的渡船停航";
  EXPECT_TRUE(is_article_in_summary(feed_text(html + "。</p>", "渡船", {})));
}

}  // namespace
}  // namespace pressmark::indexer
