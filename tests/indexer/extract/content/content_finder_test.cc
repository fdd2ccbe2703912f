#include "indexer/extract/content/content_finder.h"

#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/extract/content/page_blocks.h"

namespace pressmark::indexer {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kFirst =
    "A baker in Vestby has given back a recipe for rye bread that his grandfather stole in 1934 "
    "from the shop across the "
    "street, and that had made the family rich.";
constexpr std::string_view kOffer =
    "You have two free stories left this month, and the bread section is open to all readers until "
    "Sunday night.";
constexpr std::string_view kSecond =
    "He found it in a tin, he said, together with a note that said sorry. The note was signed by "
    "nobody, but the hand was "
    "his grandfather's, and so was the butter on it.";
constexpr std::string_view kThird =
    "The shop across the street now sells shoes. Its owner has framed the recipe and hung it above "
    "the till, where he can "
    "see it while he counts. He does not bake, he said, but he has asked the baker to do it for "
    "him on Saturdays.";
constexpr std::string_view kTerms =
    "This site belongs to a company that owns other sites, and all of them have terms that you "
    "should read.";

std::string paragraph(std::string_view text) { return "<p>" + std::string(text) + "</p>"; }

std::string find(const std::string& html, const ContentEvidence& evidence) {
  const auto found = find_content(parse_page(html), evidence);
  return found ? found->text : "";
}

std::string page() {
  return "<div><h1>Recipe</h1>" + paragraph(kFirst) + paragraph(kOffer) + paragraph(kSecond) +
         paragraph(kThird) + paragraph(kTerms) + "</div>";
}

TEST(FindContent, ArticleBodyTellsNoticesFromTheStory) {
  const std::string body =
      std::string(kFirst) + "\n" + std::string(kSecond) + "\n" + std::string(kThird);
  const std::string text = find(page(), {"Recipe", "", body});
  EXPECT_THAT(text, HasSubstr("butter on it"));
  EXPECT_THAT(text, Not(HasSubstr("two free stories")));
  EXPECT_THAT(text, Not(HasSubstr("owns other sites")));
}

TEST(FindContent, ArticleBodyCutShortTakesNothingAway) {
  const std::string text = find(page(), {"Recipe", "", std::string(kFirst).substr(0, 90) + " ..."});
  EXPECT_THAT(text, HasSubstr("butter on it"));
  EXPECT_THAT(text, HasSubstr("on Saturdays."));
}

TEST(FindContent, ArticleBodyOfAnotherStoryIsNoEvidence) {
  const std::string text =
      find(page(), {"Recipe", "",
                    "The council of Halden has put off its vote on the roof of the market until "
                    "the spring, when the floods are over."});
  EXPECT_THAT(text, HasSubstr("butter on it"));
}

TEST(FindContent, DescriptionFindsTheStandfirst) {
  const std::string lead = "Ninety years later, the bread of Vestby has its father back";
  const std::string html = "<main><h1>Recipe</h1><div class=x9>" + lead +
                           "</div><div>12 May</div><section>" + paragraph(kFirst) +
                           paragraph(kSecond) + paragraph(kThird) + "</section></main>";
  EXPECT_THAT(find(html, {"Recipe", lead, ""}), testing::StartsWith(lead));
  EXPECT_THAT(find(html, {"Recipe", "", ""}), testing::StartsWith("A baker"));
}

TEST(FindContent, SaysWhereTheTextStands) {
  const Page parsed = parse_page(page());
  const auto found = find_content(parsed, {"Recipe", "", ""});
  ASSERT_TRUE(found);
  EXPECT_TRUE(parsed.contains(found->root, found->begin));
  EXPECT_EQ(parsed.text(found->begin), kFirst);
  EXPECT_LT(found->begin, found->end);
}

TEST(FindContent, ParagraphsInElementsOfRandomNamesAreOfOneKind) {
  const auto wrapped = [](std::string_view name, std::string_view text) {
    return "<div class=css-" + std::string(name) + "><p class=css-q7>" + std::string(text) +
           "</p></div>";
  };
  constexpr std::string_view kShort =
      "He will bake it on Saturdays, and the shop is to have a tenth.";
  const std::string text =
      find("<section><h1>Recipe</h1>" + wrapped("akq6dh", kThird) + wrapped("qp7dko", kSecond) +
               wrapped("ctsesu", kFirst) + wrapped("prvyei", kShort) + "</section>",
           {"Recipe", "", ""});
  for (const std::string_view part : {kFirst, kSecond, kThird, kShort})
    EXPECT_THAT(text, HasSubstr(std::string(part)));
}

TEST(FindContent, AHeaderAroundTheHeadlineHoldsTheStandfirst) {
  const std::string text = find(
      "<nav class=header><p class=intro>News of Vestby since 1871, each day anew.</p></nav>"
      "<article><header class=article-header><h1>Recipe</h1>"
      "<p class=intro>The bread of Vestby has its father back at last.</p></header>" +
          paragraph(kFirst) + paragraph(kSecond) + paragraph(kThird) + "</article>",
      {"Recipe", "", ""});
  EXPECT_THAT(text, testing::StartsWith("The bread of Vestby has its father back at last."));
}

TEST(FindContent, ParagraphsForSubscribersAreTheText) {
  const std::string text = find(
      "<div><h1>Recipe</h1><div itemprop=articleBody><div class=subscriber-preview>" +
          paragraph(kFirst) + "</div><div class=subscriber-only>" + paragraph(kSecond) +
          "</div></div><div class=contact><p>Write to the desk if you know more of the matter, day "
          "or night.</p></div></div>",
      {"Recipe", "", ""});
  EXPECT_THAT(text, HasSubstr("stole in 1934"));
  EXPECT_THAT(text, HasSubstr("butter on it"));
}

TEST(FindContent, TheInnerOfTwoNamedBodiesCounts) {
  const std::string html = "<div id=main-content><h1>Recipe</h1><div class=article-body>" +
                           paragraph(kFirst) + paragraph(kSecond) + paragraph(kThird) +
                           "</div><div class=code>" + paragraph(kTerms) + paragraph(kOffer) +
                           "</div></div>";
  EXPECT_THAT(find(html, {"Recipe", "", ""}), Not(HasSubstr("owns other sites")));
}

TEST(FindContent, SubheadsMayBeOfTheFirstRank) {
  const std::string html = "<section><h1>Recipe</h1>" + paragraph(kFirst) +
                           "<h1>A note in a tin</h1>" + paragraph(kSecond) + paragraph(kThird) +
                           "</section>";
  EXPECT_THAT(find(html, {"Recipe", "", ""}), HasSubstr("A note in a tin\n\n"));
}

TEST(FindContent, DetailsAboveTheTextAreNone) {
  const std::string html = "<div><h1>Recipe</h1><p>Jane Doe - 18/06/2013, 06.30</p>" +
                           paragraph(kFirst) + paragraph(kSecond) + paragraph(kThird) + "</div>";
  EXPECT_THAT(find(html, {"Recipe", "", ""}), testing::StartsWith("A baker"));
}

TEST(FindContent, ANoticeOfCopyrightEndsTheText) {
  const std::string html = "<div><h1>Recipe</h1>" + paragraph(kFirst) + paragraph(kSecond) +
                           paragraph(kThird) + paragraph(kSecond) +
                           "<p>Copyright 2024 Vestby Radio. To hear more, visit Vestby Radio.</p>"
                           "</div>";
  EXPECT_THAT(find(html, {"Recipe", "", ""}), Not(HasSubstr("To hear more")));
}

TEST(FindContent, AShortReportStandsAboveTheNewsOfTheDay) {
  std::string teasers;
  for (int i = 0; i < 8; ++i) {
    teasers += "<div class=row><a href=/n><h3>Council of Vestby meets again on roofs</h3></a>" +
               paragraph(kOffer) + "</div>";
  }
  const std::string text = find("<main><article><h1>Recipe</h1>" + paragraph(kFirst) +
                                    "</article><section>" + teasers + "</section></main>",
                                {"Recipe", "", ""});
  EXPECT_EQ(text, kFirst);
}

TEST(FindContent, ALabelGoesWithItsLinks) {
  const std::string text =
      find("<div><h1>Recipe</h1>" + paragraph(kFirst) +
               "<p><b>More on bread:</b></p><ul><li><a href=/a>How rye came to Vestby</a></li><li>"
               "<a href=/b>The last mill of the fjord</a></li></ul>" +
               paragraph(kSecond) + paragraph(kThird) + "</div>",
           {"Recipe", "", ""});
  EXPECT_THAT(text, Not(HasSubstr("More on bread")));
}

TEST(FindContent, ReadersMayWriteMoreThanAShortReport) {
  std::string comments;
  for (int i = 0; i < 4; ++i)
    comments += "<div>" + paragraph(kSecond) + paragraph(kTerms) + "</div>";
  const std::string text = find("<div><h1>Recipe</h1>" + paragraph(kFirst) + paragraph(kThird) +
                                    "<div class=yorumlar>" + comments + "</div></div>",
                                {"Recipe", "", ""});
  EXPECT_THAT(text, HasSubstr("on Saturdays."));
  EXPECT_THAT(text, Not(HasSubstr("owns other sites")));
}

TEST(FindContent, ANoticeInABoxBehindTheTextIsNoSectionOfIt) {
  const std::string text =
      find("<div><h1>Recipe</h1><section>" + paragraph(kFirst) + paragraph(kSecond) +
               paragraph(kThird) + "</section><div class=x7>" + paragraph(kTerms) + "</div></div>",
           {"Recipe", "", ""});
  EXPECT_THAT(text, Not(HasSubstr("owns other sites")));
}

std::string story() { return paragraph(kFirst) + paragraph(kSecond) + paragraph(kThird); }

TEST(FindContent, NotesBelowALineOfUnderscoresAreNotTheStorys) {
  constexpr std::string_view kNotes = "Doe reported from Vestby. Roe in Hobøl has taken part.";
  const auto page_with = [](std::string_view rule) {
    return "<div><h1>Recipe</h1>" + story() + paragraph(rule) + paragraph(kNotes) + "</div>";
  };
  EXPECT_THAT(find(page_with("___"), {"Recipe", "", ""}), Not(HasSubstr("Doe reported")));
  EXPECT_THAT(find(page_with("* * *"), {"Recipe", "", ""}), HasSubstr("Doe reported"));
}

TEST(FindContent, UnderscoresBetweenSectionsPartNothing) {
  const std::string text = find("<div><h1>Recipe</h1>" + paragraph(kFirst) + "<p>___</p>" +
                                    paragraph(kSecond) + paragraph(kThird) + "</div>",
                                {"Recipe", "", ""});
  EXPECT_THAT(text, HasSubstr("recipe for rye bread"));
  EXPECT_THAT(text, HasSubstr("on Saturdays."));
}

TEST(FindContent, ACaptionWrittenAsAParagraphIsNoText) {
  const std::string text =
      find("<div><h1>Recipe</h1>" + paragraph(kFirst) + "<p><img src=a.jpg></p>" +
               paragraph("The shop seen from Mill Lane. Photo: W. Roe") + paragraph(kSecond) +
               "<p><img src=b.jpg></p>" + paragraph("Nobody had asked the baker before that day.") +
               paragraph(kThird) + "</div>",
           {"Recipe", "", ""});
  EXPECT_THAT(text, Not(HasSubstr("Mill Lane")));
  EXPECT_THAT(text, HasSubstr("Nobody had asked"));
}

TEST(FindContent, WhatStandsBehindAPictureIsTextUnlessItIsACaption) {
  const auto shown = [](std::string_view block) {
    return find("<div><h1>Recipe</h1>" + paragraph(kFirst) + "<p><img src=a.jpg></p>" +
                    std::string(block) + paragraph(kSecond) + paragraph(kThird) + "</div>",
                {"Recipe", "", ""});
  };
  EXPECT_THAT(shown("<h2>Rye: the dark one</h2>"), HasSubstr("the dark one"));
  EXPECT_THAT(shown("<p>Der Laden ist am Montag wieder offen. (dpx/mz)</p>"), HasSubstr("Laden"));
  EXPECT_EQ(find("<h1>Recipe</h1><img src=a.jpg><p>Der Laden ist wieder offen (dpx/mz)</p>",
                 {"Recipe", "", ""}),
            "Der Laden ist wieder offen (dpx/mz)");
}

TEST(FindContent, SeveralRulesPartTheItemsOfAList) {
  const std::string text =
      find("<div><h1>Recipe</h1>" + paragraph(kFirst) + paragraph("___") + paragraph(kSecond) +
               paragraph("___") + paragraph("The baker of Vestby is eighty this week.") + "</div>",
           {"Recipe", "", ""});
  EXPECT_THAT(text, HasSubstr("is eighty this week."));
}

TEST(FindContent, ALinkAroundAParagraphIsATeaser) {
  const std::string text =
      find("<div><h1>Recipe</h1>" + story() +
               "<a href=/n><p>The mayor of the next town has resigned after a dispute on bread "
               "that went on for years.</p></a></div>",
           {"Recipe", "", ""});
  EXPECT_THAT(text, Not(HasSubstr("has resigned")));
}

TEST(FindContent, AFirstParagraphWithinASpanIsNoBox) {
  const std::string text = find("<div><h1>Recipe</h1><span class=first>" + paragraph(kFirst) +
                                    "</span>" + paragraph(kSecond) + paragraph(kThird) + "</div>",
                                {"Recipe", "", ""});
  EXPECT_THAT(text, HasSubstr("recipe for rye bread"));
}

TEST(FindContent, AShortLastLineOfTheParagraphsKindStays) {
  const auto line = [](std::string_view text) { return "<div>" + std::string(text) + "</div>"; };
  const std::string text = find("<div><h1>Recipe</h1>" + line(kFirst) + line(kSecond) +
                                    line(kThird) + line("He is eighty.") + "</div>",
                                {"Recipe", "", ""});
  EXPECT_THAT(text, HasSubstr("He is eighty."));
}

TEST(FindContent, AHeadlineInARowOfItsOwnHasTheTextBelowIt) {
  const auto other = [](std::string_view headline) {
    return "<article><h1>" + std::string(headline) + "</h1>" + paragraph(kSecond) +
           paragraph(kThird) + "</article>";
  };
  const std::string text = find(
      "<div><div class=row><article><h1>A recipe comes home to Vestby</h1></article></div>"
      "<div class=row><article>" +
          paragraph(kFirst) + paragraph(kFirst) + paragraph(kFirst) + "</article><div>" +
          other("Shoes are sold again") + other("Bread is baked on Saturdays") +
          "</div></div></div>",
      {"A recipe comes home to Vestby", "", ""});
  EXPECT_THAT(text, HasSubstr("recipe for rye bread"));
  EXPECT_THAT(text, Not(HasSubstr("sells shoes")));
}

constexpr std::string_view kRemark =
    "My aunt had that recipe too, and she never told anyone about it but the whole street.";

TEST(FindContent, TheDayAboveAShortReportIsNoText) {
  EXPECT_EQ(find("<main><h1>Recipe</h1><p>Vestby, 3 May 2024</p>" + paragraph(kRemark) +
                     paragraph(kTerms) + "</main>",
                 {"Recipe", "", ""}),
            std::string(kRemark) + "\n\n" + std::string(kTerms));
}

TEST(FindContent, ABodyMayBeAnInlineElement) {
  const std::string text =
      find("<div><h1>Recipe</h1><span itemprop=articleBody>" + std::string(kFirst) + "<br><br>" +
               std::string(kSecond) + "<br><br>" + std::string(kThird) + "</span><br><br>" +
               std::string(kTerms) + "</div>",
           {"Recipe", "", ""});
  EXPECT_THAT(text, HasSubstr("on Saturdays."));
  EXPECT_THAT(text, Not(HasSubstr("owns other sites")));
}

TEST(FindContent, AHeadingDeepWithinOthersIsNoHeadline) {
  const auto headline = [](std::string_view html) {
    const Page page = parse_page(html);
    return PageBlocks(page, {"Recipe of the baker", "", ""}).headline().has_value();
  };
  EXPECT_TRUE(headline("<h2>Bread <h2>rye <h2>Recipe of the baker</h2></h2></h2>"));
  // Each of them would be read again for all around it.
  EXPECT_FALSE(headline("<h2>Bread <h2>rye <h2>tin <h2>Recipe of the baker</h2></h2></h2></h2>"));
}

TEST(FindContent, AStoryMayBeToldInCaptions) {
  const auto figure = [](std::string_view text) {
    return "<figure><img><figcaption>" + std::string(text) + "</figcaption></figure>";
  };
  EXPECT_EQ(find("<article><h1>Recipe</h1>" + figure(kFirst) + figure(kSecond) + figure(kThird) +
                     "</article>",
                 {"Recipe", "", ""}),
            std::string(kFirst) + "\n\n" + std::string(kSecond) + "\n\n" + std::string(kThird));
  EXPECT_THAT(find("<article><h1>Recipe</h1>" + figure(kTerms) + figure(kOffer) +
                       paragraph(kFirst) + paragraph(kSecond) + "</article>",
                   {"Recipe", "", ""}),
              Not(HasSubstr("free stories")));
}

TEST(FindContent, AVerseMayStandBetweenParagraphs) {
  EXPECT_THAT(find("<article><h1>Recipe</h1>" + paragraph(kFirst) + paragraph(kSecond) +
                       "<pre>Bread for the many\nand butter for one</pre>" + paragraph(kThird) +
                       "</article>",
                   {"Recipe", "", ""}),
              HasSubstr("for one"));
}

}  // namespace
}  // namespace pressmark::indexer
