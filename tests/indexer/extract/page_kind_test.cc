#include "indexer/extract/page_kind.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "indexer/extract/html.h"

namespace pressmark::indexer {
namespace {

std::string outcome(std::string_view html) {
  DecodedDocument document;
  document.text = html;
  const auto article = extract_html(document, {});
  if (!article) return std::string(name(article.error().reason));
  return article->kind == PageKind::LiveBlog ? "live blog" : "article";
}

std::string teasers() {
  std::string all;
  for (int i = 0; i < 10; ++i) {
    all += "<div class=item><h2><a href=/n>Council of Halden meets for the " + std::to_string(i) +
           "th time</a></h2><p>They spoke about the roof of the market again.</p></div>";
  }
  return all;
}

std::string paragraphs(int count) {
  std::string all;
  for (int i = 0; i < count; ++i) {
    all +=
        "<p>In its meeting number " + std::to_string(i) +
        " the council of Halden spoke about the roof of the market, and again put off a vote.</p>";
  }
  return all;
}

TEST(PageKind, TellsArticlesFromOtherPages) {
  EXPECT_EQ(outcome("<title>Roof</title><h1>Roof</h1>" + paragraphs(4)), "article");
  EXPECT_EQ(outcome(""), "no-text");
  EXPECT_EQ(outcome("<ul><li><a href=/a>One</a></li><li><a href=/b>Two</a></li></ul>"), "no-text");
  EXPECT_EQ(outcome("<title>Local news</title><h1>Local news</h1><div>" + teasers() + "</div>"),
            "listing");
  EXPECT_EQ(outcome("<title>404 - Halden Post</title><h1>Gone</h1><p>The page that you asked for "
                    "does not exist any more, or never did.</p>"),
            "error-page");
  EXPECT_EQ(outcome("<title>Seite nicht gefunden</title><h1>Hoppla</h1><p>Diese Seite gibt es "
                    "leider nicht mehr, oder es gab sie nie.</p>"),
            "error-page");
  EXPECT_EQ(outcome("<title>Before you go on</title><div class=consent-dialog><h1>Your privacy</h1>"
                    "<p>We and our many partners store cookies on your device to learn what you "
                    "read and for how long you do.</p>"
                    "<p>You may accept all cookies, or choose in the settings which of our "
                    "partners may store cookies.</p></div>"),
            "consent-page");
  EXPECT_EQ(outcome("<title>Roof</title><article><h1>Roof</h1><p>The council of Halden has put off "
                    "its vote on the roof of the market.</p></article>"
                    "<div class=paywall><h2>Read on</h2><p>Four weeks for one crown, then nine "
                    "crowns each month.</p></div>"),
            "stub");
}

TEST(PageKind, KeepsArticlesThatLookLikeOtherPages) {
  // a story about an error, about cookies, a short report, and a story above a long list of teasers
  EXPECT_EQ(
      outcome("<title>Error 404: why links die</title><h1>Why links die</h1>" + paragraphs(9)),
      "article");
  EXPECT_EQ(outcome("<meta property=og:type content=article><title>Cookies</title><h1>Cookies</h1>"
                    "<p>A court in Halden has ruled that shops may set no cookies before their "
                    "customers agree to it.</p>"
                    "<p>The ruling on cookies took four years; the shops have said they will "
                    "appeal against it.</p>"),
            "article");
  EXPECT_EQ(outcome("<title>Fire</title><h1>Fire</h1><p>Firefighters put out a blaze at the rope "
                    "works of Halden on Monday night; nobody was hurt.</p>"),
            "article");
  EXPECT_EQ(outcome("<title>Roof</title><main><article><h1>Roof</h1>" + paragraphs(9) +
                    "</article>" + teasers() + "</main>"),
            "article");
}

TEST(PageKind, ANumberOrAWordOfErrorsInAHeadlineIsNoError) {
  for (const std::string title :
       {"403 migrants rescued off Malta", "Forbidden City reopens in Beijing",
        "500 jobs lost at the shipyard", "410 pupils sent home in Leeds",
        "410-page report into the fire", "Access denied to observers at the poll",
        "Body not found in lake of Halden", "Fears for 404 jobs"}) {
    EXPECT_EQ(
        outcome("<title>" + title + " - Halden Post</title><h1>" + title + "</h1>" + paragraphs(2)),
        "article")
        << title;
  }
  for (const std::string title :
       {"404", "Error 404", "404 Not Found", "HTTP Error 500 - Internal Server Error",
        "403 Forbidden", "Forbidden", "Access Denied", "Halden Post | 404: Page not found",
        "404-Fehler", "Sorry, the page could not be found", "Страница не найдена", "404错误页面",
        "ページが見つかりません", "Diese Seite wurde nicht gefunden"}) {
    EXPECT_EQ(outcome("<title>" + title + "</title><h1>Halden Post</h1>" + paragraphs(2)),
              "error-page")
        << title;
  }
}

TEST(PageKind, NewsOfCookiesIsNoDialogue) {
  EXPECT_EQ(
      outcome("<title>Cookie law</title><h1>Cookie law takes effect</h1><p>Shops in Halden may set "
              "no cookies before their customers accept them, under a law in force since "
              "Monday.</p><p>Fines for cookies without consent reach four crowns for each "
              "visit.</p>"),
      "article");
  EXPECT_EQ(
      outcome("<title>Cookies</title><h1>Before you go on</h1><p>We use cookies to learn what you "
              "read and for how long you do, each day of the week.</p>"
              "<p>Accept all cookies, or choose in the settings which cookies may be "
              "stored.</p>"),
      "consent-page");
}

constexpr std::string_view kStated =
    R"(<script type=application/ld+json>{"@type":"NewsArticle","headline":"Roof",)";

TEST(PageKind, APageThatSaysItIsAnArticleIsNoStub) {
  const std::string walled =
      "<title>Roof</title><article><h1>Roof</h1><p>The council of Halden has put off its vote on "
      "the "
      "roof of the market.</p></article><div class=paywall><h2>Read on</h2><p>Four weeks for one "
      "crown, then nine crowns each month.</p></div>";
  EXPECT_EQ(outcome(walled), "stub");
  EXPECT_EQ(
      outcome(std::string(kStated) +
              R"("datePublished":"2024-05-03","author":{"name":"Jane Doe"}}</script>)" + walled),
      "article");
}

TEST(PageKind, TheStatedTextStandsForOneThatIsNotShown) {
  constexpr std::string_view kBody =
      "The council of Halden has put off its vote on the roof of the market, for the fourth time "
      "this year.\n\nA new date is to be found in June.";
  const auto read = [&](std::string_view shown) {
    DecodedDocument document;
    document.text =
        std::string(kStated) +
        R"("articleBody":"The council of Halden has put off its vote on the roof of the )"
        R"(market, for the fourth time this year.\nA new date is to be found in June."})" +
        "</script><title>Roof</title><h1>Roof</h1>" + std::string(shown);
    const auto article = extract_html(document, {});
    return article ? article->text : std::string(name(article.error().reason));
  };
  EXPECT_EQ(read("<p>Please enable JavaScript</p>"), kBody);
  EXPECT_EQ(
      read("<p>The council of Halden has put off its vote on the roof of the market, for the "
           "fourth time this year.</p><div class=paywall><p>Four weeks for one crown.</p></div>"),
      kBody);
  EXPECT_TRUE(read(paragraphs(4)).starts_with("In its meeting number 0")) << "more is shown";
}

TEST(PageKind, KnowsLiveBlogs) {
  EXPECT_EQ(outcome("<script "
                    "type=application/ld+json>{\"@type\":\"LiveBlogPosting\"}</script><title>Vote</"
                    "title><h1>Vote</h1>" +
                    paragraphs(5)),
            "live blog");
}

TEST(PageKind, KeepsEverythingWhenAsked) {
  DecodedDocument document;
  document.text =
      "<title>404</title><p>The page that you asked for does not exist any more, or never did.</p>";
  ExtractOptions options;
  options.keep_all = true;
  const auto article = extract_html(document, options);
  ASSERT_TRUE(article);
  EXPECT_EQ(article->kind, PageKind::ErrorPage);
}

/// Teasers with the day of each.
std::string dated_teasers() {
  std::string all;
  for (int i = 1; i <= 8; ++i) {
    all += "<article class=item><h2><a href=/n>Council of Halden meets for the " +
           std::to_string(i) + "th time</a></h2><time datetime=2024-05-0" + std::to_string(i) +
           ">May " + std::to_string(i) +
           ", 2024</time><p>They spoke about the roof of the market again, and went home late."
           "</p></article>";
  }
  return all;
}

TEST(PageKind, TheDaysOfTeasersMakeNoArticle) {
  EXPECT_EQ(outcome("<title>Local</title><h1>Local</h1><div>" + dated_teasers() + "</div>"),
            "listing");
  EXPECT_EQ(outcome("<title>404 - Halden Post</title><h1>Gone</h1><p>The page that you asked for "
                    "does not exist any more, or never did.</p><div>" +
                    dated_teasers() + "</div>"),
            "error-page");
  // a list of one's own below an article, and one that states its day
  EXPECT_EQ(outcome("<title>Roof</title><main><h1>Roof</h1>" + paragraphs(6) + dated_teasers() +
                    "</main>"),
            "article");
  EXPECT_EQ(outcome(std::string(kStated) + R"("datePublished":"2024-05-03"}</script>)" +
                    "<title>Roof</title><h1>Roof</h1><div>" + dated_teasers() + "</div>"),
            "article");
}

TEST(PageKind, ADialogueNeedNotSpeakOfCookies) {
  EXPECT_EQ(outcome("<title>Your privacy</title><div><h2>Your privacy</h2><p>We and our 1,400 "
                    "partners store and read personal data on your device, such as its address.</p>"
                    "<p>You may withdraw your consent at any time by the link at the foot of each "
                    "page that we publish.</p></div>"),
            "consent-page");
}

}  // namespace
}  // namespace pressmark::indexer
