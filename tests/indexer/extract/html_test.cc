#include "indexer/extract/html.h"

#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr std::string_view kFirst =
    "<p>The town of Halden will move its weekly market to the old rope works, the council said on "
    "Monday after a debate "
    "that lasted well into the night.</p>";
constexpr std::string_view kSecond =
    "<p>Stall holders had asked for a roof since the floods of last spring, when eleven of them "
    "lost their entire stock "
    "within an hour.</p>";
constexpr std::string_view kThird =
    "<p>The move costs four million crowns, two thirds of which the county pays; the rest comes "
    "from a fund for empty "
    "factories.</p>";

std::string html_page(std::string_view body, std::string_view head = {}) {
  return "<html><head><title>Market moves</title>" + std::string(head) + "</head><body>" +
         std::string(body) + "</body></html>";
}

std::string story() { return std::string(kFirst) + std::string(kSecond) + std::string(kThird); }

std::string text_of_page(std::string_view html) {
  DecodedDocument document;
  document.text = html;
  const auto article = extract_html(document, {});
  return article ? article->text : "skipped: " + std::string(name(article.error().reason));
}

TEST(ExtractHtml, GivesParagraphsPartedByBlankLines) {
  const std::string text =
      text_of_page(html_page("<article><h1>Market moves</h1>" + story() + "</article>"));
  EXPECT_THAT(text, StartsWith("The town of Halden"));
  EXPECT_THAT(text, HasSubstr("into the night.\n\nStall holders"));
  EXPECT_THAT(text, Not(HasSubstr("Market moves")));
}

struct Furniture {
  std::string_view what;
  std::string_view html;
};

constexpr Furniture kFurnitureCases[] = {
    {"navigation",
     "<nav><p>zebra, this is a sentence in a menu that is as long as a paragraph of the story "
     "itself.</p></nav>"},
    {"cookie notice",
     "<div class=cookie-banner><p>zebra. We use cookies to make this site better for each of our "
     "readers.</p></div>"},
    {"newsletter",
     "<div class='newsletter-signup'><p>zebra. Sign up for the morning letter, five minutes each "
     "day.</p></div>"},
    {"caption",
     "<figure><img src=a><figcaption>zebra. Stalls in the old market on a rainy day in "
     "March.</figcaption></figure>"},
    {"byline", "<p class=byline>By zebra Olsen</p>"},
    {"comments",
     "<section id=comments><p>zebra says the market was better when it stood by the harbour, and "
     "cheaper too.</p></section>"},
    {"related box",
     "<div class=related><h3><a href=/x>zebra</a></h3><p>Another story of the week, told in one "
     "sentence.</p></div>"},
    {"share bar", "<ul class=share><li><a href=/f>zebra</a></li><li><a href=/t>Post</a></li></ul>"},
    {"linked line",
     "<p><a href=/y>Also of interest: zebra and the fish market of the south</a></p>"},
    {"hidden text",
     "<div style='display:none'><p>zebra. This text waits for a script that shows it to "
     "subscribers.</p></div>"},
    {"list of links",
     "<ul><li><a href=/1>zebra one</a></li><li><a href=/2>Two more stories</a></li></ul>"},
    {"box with linked headings",
     "<div class=box><h4><a href=/1>zebra one and two</a></h4><p>One line on another story that "
     "ran today.</p></div>"},
};

TEST(ExtractHtml, LeavesFurnitureOutWhereverItStands) {
  for (const Furniture& c : kFurnitureCases) {
    const std::string box(c.html);
    for (const std::string& body :
         {box + story(), std::string(kFirst) + box + std::string(kSecond) + std::string(kThird),
          story() + box}) {
      const std::string text =
          text_of_page(html_page("<div class=content><h1>Market moves</h1>" + body + "</div>"));
      EXPECT_THAT(text, Not(HasSubstr("zebra"))) << c.what;
      EXPECT_THAT(text, HasSubstr("four million")) << c.what;
    }
  }
}

constexpr Furniture kContentCases[] = {
    {"subhead", "<h2>Why zebra matters</h2>"},
    {"list", "<ul><li>zebra crossing at the gate</li><li>more room for carts</li></ul>"},
    {"quote", "<blockquote><p>\u201cThe zebra stays,\u201d the mayor said.</p></blockquote>"},
    {"table",
     "<table><tr><th>Year</th><th>Stalls</th></tr><tr><td>2019</td><td>zebra 41</td></tr></table>"},
    {"short paragraph", "<p>\u201cNo zebra.\u201d</p>"},
    {"paragraph with links",
     "<p>The <a href=/z>zebra</a> group, which runs the works, welcomed it.</p>"},
};

TEST(ExtractHtml, KeepsSubheadsListsQuotesAndTables) {
  for (const Furniture& c : kContentCases) {
    const std::string body =
        std::string(kFirst) + std::string(c.html) + std::string(kSecond) + std::string(kThird);
    EXPECT_THAT(text_of_page(html_page("<article><h1>Market moves</h1>" + body + "</article>")),
                HasSubstr("zebra"))
        << c.what;
  }
}

TEST(ExtractHtml, KeepsAShortLastSentence) {
  const std::string body =
      "<article><h1>Market moves</h1>" + story() + "<p>The zebra stays.</p></article>";
  EXPECT_THAT(text_of_page(html_page(body)), HasSubstr("\n\nThe zebra stays."));
  const std::string linked =
      "<article><h1>Market moves</h1>" + story() + "<p><a href=/>See the zebra.</a></p></article>";
  EXPECT_THAT(text_of_page(html_page(linked)), Not(HasSubstr("zebra")));
}

TEST(ExtractHtml, SplitsParagraphsMadeOfBreaks) {
  std::string soup = story();
  for (std::size_t at = soup.find("<p>"); at != std::string::npos; at = soup.find("<p>"))
    soup.replace(at, 3, "");
  for (std::size_t at = soup.find("</p>"); at != std::string::npos; at = soup.find("</p>"))
    soup.replace(at, 4, "<br><br>");
  EXPECT_THAT(text_of_page(html_page("<div><b>Market moves</b><br><br>" + soup + "</div>")),
              HasSubstr("night.\n\nStall"));
}

TEST(ExtractHtml, AddsTheStandfirstAboveTheText) {
  const std::string body =
      "<header><h1>Market moves</h1><p class=standfirst>After years of rain, a roof for the stalls "
      "of Halden.</p></header>"
      "<div class=article-body>" +
      story() + "</div>";
  EXPECT_THAT(text_of_page(html_page(body)), StartsWith("After years of rain"));
}

TEST(ExtractHtml, TakesOnlyTheFirstArticleOfAnEndlessPage) {
  std::string other = story();
  for (std::size_t at = other.find("Halden"); at != std::string::npos; at = other.find("Halden"))
    other.replace(at, 6, "Zwolle");
  const std::string body = "<main><div class=post><h1>Market moves</h1>" + story() +
                           "</div><div class=post><h1>Zwolle follows</h1>" + other +
                           "</div></main>";
  const std::string text = text_of_page(html_page(body));
  EXPECT_THAT(text, HasSubstr("Halden"));
  EXPECT_THAT(text, Not(HasSubstr("Zwolle")));
}

TEST(ExtractHtml, LongerNoticeBelowDoesNotReplaceTheHeadlinedText) {
  std::string notice;
  for (int i = 0; i < 8; ++i)
    notice +=
        "<p>These terms govern each use of this site and bind all who read it, in every "
        "country.</p>";
  const std::string text = text_of_page(html_page("<div><h1>Market moves</h1>" + story() +
                                                  "</div><div class=legal>" + notice + "</div>"));
  EXPECT_THAT(text, StartsWith("The town of Halden"));
}

TEST(ExtractHtml, ReadsScriptsWithoutSpaces) {
  const std::string paragraph =
      "<p>"
      "\u5e02\u9577\u306f\u6708\u66dc\u65e5\u3001\u53e4\u3044\u5de5\u5834\u306b\u5e02\u5834\u3092"
      "\u79fb\u3059\u3068\u767a\u8868\u3057\u305f\u3002\u8cbb\u7528\u306f\u56db\u767e\u4e07\u5186"
      "\u3002</p>";
  const std::string text =
      text_of_page(html_page("<nav><a href=/a>\u653f\u6cbb</a></nav><div><h1>\u5e02\u5834</h1>" +
                             paragraph + paragraph + "</div>"));
  EXPECT_THAT(text, StartsWith("\u5e02\u9577\u306f"));
  EXPECT_THAT(text, Not(HasSubstr("\u653f\u6cbb")));
}

TEST(ExtractHtml, StoryInElementsNamedAsFurnitureIsStillTheStory) {
  for (const std::string_view name : {"gallery-item", "subscriber-only", "promo-text"}) {
    std::string body = "<h1>Market moves</h1>";
    for (const std::string_view paragraph : {kFirst, kSecond, kThird}) {
      body += "<div class='" + std::string(name) + "'>" + std::string(paragraph) + "</div>";
    }
    EXPECT_THAT(text_of_page(html_page("<main>" + body + "</main>")), HasSubstr("four million"))
        << name;
  }
}

TEST(ExtractHtml, DeepAndUnclosedMarkupKeepsTheText) {
  std::string deep = "<article><h1>Market moves</h1>" + story();
  for (int i = 0; i < 20000; ++i) deep += "<div>";
  EXPECT_THAT(text_of_page(html_page(deep)), HasSubstr("four million"));
  std::string soup = "<div><h1>Market moves</h1>";
  for (int i = 0; i < 200; ++i)
    soup += "<p><font><b>The council met again in the evening and spoke about the roof number " +
            std::to_string(i) + ".";
  EXPECT_THAT(text_of_page(html_page(soup)), HasSubstr("number 199."));
}

TEST(ExtractHtml, TextOutsideAnyBlockEnds) {
  // the densest element is inline here and stands below the block around it
  EXPECT_THAT(text_of_page("a<b>b<i>c</i></b><ul><li><a href=/x>d</a>"), HasSubstr("skipped"));
}

TEST(ExtractHtml, ListsAndShortLinesAtTheEndOfTheTextStay) {
  const std::string body = "<p>A roof, at last</p>" + story() +
                           "<p>All in favour.</p><h3>Stalls by street</h3><ul><li>Rope Lane: "
                           "twelve</li><li>Quay: nine</li></ul>";
  const std::string text =
      text_of_page(html_page("<article><h1>Market moves</h1>" + body + "</article>"));
  for (const char* part : {"A roof, at last", "All in favour.", "Stalls by street", "Quay: nine"})
    EXPECT_THAT(text, HasSubstr(part));
}

TEST(ExtractHtml, SideColumnOfAShortPageIsNotTheText) {
  std::string column;
  for (const char* day : {"Monday", "Tuesday", "Friday"}) {
    column += "<p>Look at the pictures from the market on " + std::string(day) +
              ", and write to us what you think of them.</p>";
  }
  const std::string text = text_of_page(
      html_page("<div class=article-body><h1>Market moves</h1><p>Monday, 2 March: Rope "
                "Lane<br>Tuesday, 3 March: Quay<br>Friday, 6 March: Town Hall "
                "Square</p></div><aside>" +
                column + "</aside>"));
  EXPECT_THAT(text, HasSubstr("6 March"));
  EXPECT_THAT(text, Not(HasSubstr("pictures")));
}

TEST(ExtractHtml, ItemsThatAreMostlyLinksStayAmongTheirLikes) {
  std::string items;
  for (int i = 0; i < 5; ++i)
    items +=
        "<li><a href=/s>The council of Halden met again</a> and spoke for hours about the roof of "
        "the market hall number " +
        std::to_string(i) + ".</li>";
  items +=
      "<li><a href=/s>The council of Halden has put off its vote on the zebra crossing</a> until "
      "the spring.</li>";
  const std::string text = text_of_page(html_page(
      "<article><h1>Market moves</h1>" + std::string(kFirst) + "<ol>" + items + "</ol></article>"));
  EXPECT_THAT(text, HasSubstr("zebra crossing until"));
}

TEST(ExtractHtml, ExplainsHowTheTextWasFound) {
  DecodedDocument document;
  document.text = html_page("<article><h1>Market moves</h1>" + story() + "</article>");
  ExtractOptions options;
  EXPECT_TRUE(extract_html(document, options)->notes.empty());
  options.explain = true;
  EXPECT_FALSE(extract_html(document, options)->notes.empty());
}

TEST(ExtractHtml, AReporterInTheTextGoesBeforeTheOrganisationThatSigns) {
  const auto authors = [](std::string_view head, std::string_view begin) {
    DecodedDocument document;
    document.text =
        html_page("<h1>Market moves</h1><p>" + std::string(begin) + "</p>" + story(), head);
    const auto article = extract_html(document, {});
    return article ? article->authors : std::vector<std::string>{};
  };
  constexpr std::string_view kAgency = "<meta name=author content='Coast Press Agency'>";
  constexpr std::string_view kReporter = "青溪社9月12日电（记者王小明）大桥合龙。";
  using testing::ElementsAre;
  EXPECT_THAT(authors(kAgency, kReporter), ElementsAre("王小明"));
  EXPECT_THAT(authors(kAgency, "大桥合龙。"), ElementsAre("Coast Press Agency"));
  EXPECT_THAT(authors("<meta name=author content='Jane Doe'>", kReporter), ElementsAre("Jane Doe"));
}

TEST(ExtractHtml, AShownBeginningGivesWayToTheWholeTextThatThePageStates) {
  std::string shown, stated;
  for (int i = 0; i < 9; ++i) {
    const std::string sentence =
        "On day " + std::to_string(i) +
        " of the debate the council of Halden heard the stall holder who " + "came as number " +
        std::to_string(7 * i) + ".";
    if (i < 4) shown += "<p>" + sentence + "</p>";
    stated += sentence + " ";
  }
  const auto with_data = [&](const std::string& body) {
    return html_page(
        "<article><h1>Market moves</h1>" + shown + "</article>",
        R"(<script type="application/ld+json">{"@type":"NewsArticle","articleBody":")" + body +
            "\"}</script>");
  };
  EXPECT_THAT(text_of_page(with_data(stated)), HasSubstr("On day 8 of the debate"));
  EXPECT_THAT(text_of_page(with_data(std::string(900, 'x') + " is another text.")),
              Not(HasSubstr("is another text")));
}

TEST(ExtractHtml, ATextThatThePageDoesNotShowIsSignedByNobodyOnIt) {
  std::string stated;
  for (int i = 0; i < 5; ++i) stated += "The council of Halden met, and the market moves in June. ";
  DecodedDocument document;
  document.text = html_page(
      "<div><b>Marta Greenhill</b> reads the news</div><article><h1>Market moves</h1></article>",
      R"(<script type="application/ld+json">{"@type":"NewsArticle","articleBody":")" + stated +
          "\"}</script>");
  const auto article = extract_html(document, {});
  ASSERT_TRUE(article);
  EXPECT_THAT(article->text, StartsWith("The council of Halden"));
  EXPECT_THAT(article->authors, testing::IsEmpty());
}

/// The state of a program that would draw the page.
std::string state(std::string_view story_html) {
  return R"(<script type="application/json">{"article":{"title":"Market moves",)"
         R"("published":"2024-05-03","text":")" +
         std::string(story_html) + "\"}}</script>";
}

TEST(ExtractHtml, WhereAPageShowsNothingAScriptsStoryIsTheText) {
  const std::string html = html_page("<h1>Market moves</h1><div id=app></div>" + state(story()));
  DecodedDocument document;
  document.text = html;
  const auto article = extract_html(document, {});
  ASSERT_TRUE(article);
  EXPECT_THAT(article->text, StartsWith("The town of Halden"));
  EXPECT_THAT(article->text, HasSubstr("into the night.\n\nStall holders"));
  ASSERT_TRUE(article->published);
  EXPECT_EQ(to_string(article->published->day), "2024-05-03");
}

TEST(ExtractHtml, WhereAPageShowsABeginningAScriptHasTheRest) {
  const std::string shown = "<article><h1>Market moves</h1>" + story() + "</article>";
  const std::string more = "<p>A heron watched, and it was the only one that did not speak.</p>" +
                           std::string(kThird) + std::string(kThird) + std::string(kThird);
  EXPECT_THAT(text_of_page(html_page(shown + state(story() + more))), HasSubstr("heron"));
  EXPECT_THAT(text_of_page(html_page(shown + state(more + more))), Not(HasSubstr("heron")));
}

TEST(ExtractHtml, APageThatShowsAShortStoryIsLeftAlone) {
  const std::string brief =
      "<article><h1>Market moves</h1><p>The market of Halden moves to the square behind the old "
      "mill in June. The parish said so on Monday, and that the fountain stays where it is. Stall "
      "holders were told by letter, and most of them had asked for it for years.</p></article>";
  const std::string longer = story() + story() + story() + story() + story();
  EXPECT_THAT(text_of_page(html_page(brief + state(longer))), StartsWith("The market of Halden"));
}

TEST(ExtractHtml, AStoryWithoutTheHeadlineIsNotThePages) {
  std::string other = state(story() + story());
  other.replace(other.find("Market moves"), 12, "Other");
  const std::string shell = "<h1>Market moves</h1>" + other;
  EXPECT_THAT(text_of_page(html_page(shell, "<meta name=author content='Jane Doe'>")),
              StartsWith("skipped"));
}

}  // namespace
}  // namespace pressmark::indexer
