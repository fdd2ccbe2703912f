// Pages that print their details and mark nothing up.
#include "indexer/extract/metadata/masthead.h"

#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/extract/metadata.h"

namespace pressmark::indexer {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

PageMetadata read(std::string_view html, std::string_view url = {}) {
  DecodedDocument document;
  document.url = url;
  document.text = html;
  return read_metadata(parse_page(document.text), document, {});
}

TEST(Masthead, StandsInFrontOfTheHeadlineInTheTitle) {
  const PageMetadata metadata = read(
      "<title>The Moor Register - Weir Opens After Long Repair</title><body>"
      "<table><tr><td><b>The Moor Register</b></td></tr></table>"
      "<font size=5><b>Weir Opens After Long Repair</b></font><br><i>By Jane Doe</i>");
  EXPECT_EQ(metadata.title, "Weir Opens After Long Repair");
  EXPECT_EQ(metadata.outlet.name, "The Moor Register");
  EXPECT_THAT(metadata.authors, ElementsAre("Jane Doe"));
}

TEST(Masthead, OfAPageWithAnAddressLeadsToItsFrontPage) {
  constexpr std::string_view kTitle = "Ebb: Weir opens after long repair";
  const auto name = [&](std::string_view link) {
    const std::string page = "<body><h1>" + std::string(link) +
                             "</h1><h3>Weir opens after long repair</h3><p>The weir is open.</p>";
    return outlet_before_headline(parse_page(page), kTitle, true);
  };
  EXPECT_EQ(name("<a href='index.html'>Ebb</a>"), "Ebb");
  EXPECT_EQ(name("<a href='https://ebb.example/'>Ebb</a>"), "Ebb");
  EXPECT_EQ(name("<a href='/opinion/'>Ebb</a>"), "");
  EXPECT_EQ(name("Ebb"), "");
}

TEST(Masthead, BelowTheHeadlineIsNone) {
  constexpr std::string_view kPage =
      "<body><h1>Weir opens after long repair</h1><p>The weir is open.</p><p>Ebb</p>";
  EXPECT_EQ(outlet_before_headline(parse_page(kPage), "Ebb: Weir opens after long repair", false),
            "");
}

TEST(Masthead, MayBeInTheLettersOfTheDomain) {
  constexpr std::string_view kPage =
      "<title>Weir opens after long repair</title><body><p><b>Moor Wire</b></p>"
      "<h2>Weir opens after long repair</h2><p>The weir is open.</p>";
  EXPECT_EQ(read(kPage, "https://www.moor-wire.example/1").outlet.name, "Moor Wire");
  EXPECT_EQ(read(kPage, "https://www.fen-wire.example/1").outlet.name, "");
}

TEST(Masthead, AHeadlineWithoutAHeadingHasItsDetailsBehindIt) {
  const PageMetadata metadata = read(
      "<title>Weir opens after long repair :: Moor Bulletin</title><body>"
      "<div><a href='/7'>Weir opens after long repair</a></div><div>1 May 2020</div>"
      "<div>Weir opens after long repair</div>"
      "<div>August 2, 2023 &nbsp; By Jane Doe &nbsp; <a href='#'>E-mail</a></div>");
  EXPECT_EQ(metadata.outlet.name, "Moor Bulletin");
  ASSERT_TRUE(metadata.published);
  EXPECT_EQ(metadata.published->day, 2023y / 8 / 2);
  EXPECT_THAT(metadata.authors, ElementsAre("Jane Doe"));
}

TEST(Masthead, ADateInChineseMayStandBeforeTheByline) {
  const PageMetadata metadata = read(
      "<title>泉州老戏台重开 :: 刺桐晚报</title><body><div>泉州老戏台重开</div>"
      "<div>2018年3月27日 &nbsp; 记者 陈雨桐</div>");
  EXPECT_EQ(metadata.title, "泉州老戏台重开");
  EXPECT_THAT(metadata.authors, ElementsAre("陈雨桐"));
}

TEST(Details, ANameWithARoleInABlockOfItsOwnIsTheAuthor) {
  EXPECT_THAT(read("<h1>Weir opens after repair</h1><div><strong>Jane Doe</strong><br>Senior "
                   "reporter</div><p>The weir is open.</p>")
                  .authors,
              ElementsAre("Jane Doe"));
  EXPECT_THAT(read("<h1>Weir opens after repair</h1><div><strong>Jane Doe</strong><br>a farmer of "
                   "Moor</div><p>The weir is open.</p>")
                  .authors,
              IsEmpty());
}

TEST(Details, WhatACommentIsSignedWithIsNotTheArticles) {
  const PageMetadata metadata = read(
      "<h1>Weir opens after repair</h1><p>The weir is open.</p><div class=comments-body>"
      "<p>Good.</p><span>Posted by: Jane Doe at April 20, 2006 08:02 AM</span></div>");
  EXPECT_THAT(metadata.authors, IsEmpty());
  EXPECT_FALSE(metadata.published);
}

TEST(Details, TheFooterOfAnArticleMayStandAboveItsText) {
  constexpr std::string_view kMeta =
      "<footer class=node__meta><span class='field field--name-uid'>Jane Doe</span></footer>";
  const auto authors = [&](std::string_view around) {
    return read("<h1>Weir opens after repair</h1><" + std::string(around) + ">" +
                std::string(kMeta) + "<p>The weir is open.</p></" + std::string(around) + ">")
        .authors;
  };
  EXPECT_THAT(authors("article"), ElementsAre("Jane Doe"));
  EXPECT_THAT(authors("div"), IsEmpty());
}

TEST(Masthead, StandsInTheNoticeOfCopyright) {
  const auto read_page = [](std::string_view notice) {
    return read(
        "<title>Moor Register: Weir opens after long repair</title><body><table><tr><td>"
        "Thursday, March 5, 1998<p><font size=5><b>WEIR OPENS AFTER LONG REPAIR</b></font><p>"
        "The weir is open.<p><font size=1>" +
        std::string(notice) + "</font></td></tr></table>");
  };
  const PageMetadata metadata = read_page("Copyright 1998 Moor Register. All rights reserved.");
  EXPECT_EQ(metadata.outlet.name, "Moor Register");
  EXPECT_EQ(metadata.title, "Weir opens after long repair");
  ASSERT_TRUE(metadata.published);
  EXPECT_EQ(metadata.published->day, 1998y / 3 / 5);
}

TEST(Masthead, TellsANameFromItsTagline) {
  constexpr std::string_view kName = "Моховое - новости города";
  EXPECT_EQ(part_in_masthead(parse_page("<body><a href=/>Моховое</a><p>новости города</p>"), kName),
            "Моховое");
  EXPECT_EQ(part_in_masthead(parse_page("<body><a href=/tag/>Моховое</a>"), kName), "");
}

TEST(Masthead, TheDayRightAboveTheHeadlineStandsForNone) {
  const auto day = [](std::string_view above, std::string_view behind) {
    return read("<title>Weir opens after long repair</title><body>" + std::string(above) +
                "<h1>Weir opens after long repair</h1>" + std::string(behind))
        .published;
  };
  ASSERT_TRUE(day("<p>Moor Daily, 9 October 2005, page 2</p>", ""));
  EXPECT_EQ(day("<p>Moor Daily, 9 October 2005, page 2</p>", "")->day, 2005y / 10 / 9);
  EXPECT_FALSE(day("<p>9 October 2005</p><p>News of the heath</p>", ""));
  EXPECT_EQ(day("<p>9 October 2005</p>", "<p>3 May 2004</p>")->day, 2004y / 5 / 3);
}

TEST(Masthead, ThePartOfATitleThatIsPrintedIsTheHeadline) {
  constexpr std::string_view kTitle = "Moor Register - Weir opens after long repair";
  EXPECT_EQ(printed_part(parse_page("<body><b>Weir opens after long repair</b>"), kTitle),
            "Weir opens after long repair");
  EXPECT_EQ(
      printed_part(parse_page("<body><b>Moor Register</b><p>Weir opens after long repair"), kTitle),
      "")
      << "both";
  EXPECT_EQ(printed_part(parse_page("<body><p>The weir is open."), kTitle), "");
  const PageMetadata bare = read(
      "<title>Moor Register - Weir opens after long repair</title><body>"
      "<b>Weir opens after long repair</b><p>The weir is open.");
  EXPECT_EQ(bare.title, "Weir opens after long repair");
  EXPECT_EQ(bare.outlet.name, "Moor Register");
  const PageMetadata headed = read(
      "<title>Moor Register: Weir opens after long repair</title>"
      "<body><h1>Weir opens after long repair</h1>");
  EXPECT_EQ(headed.outlet.name, "Moor Register");
  const PageMetadata twice = read(
      "<title>Weir opens after long repair | Moor Register</title><body>"
      "<h1>Moor Register</h1><h1>Weir opens after long repair</h1>");
  EXPECT_EQ(twice.outlet.name, "Moor Register");
}

TEST(Masthead, ATaglineIsWhatTheNoticeOfCopyrightLeavesOut) {
  const Page page =
      parse_page("<body><p>The weir is open.</p><p>&copy; 2024 <b>Moor Register</b></p>");
  EXPECT_EQ(part_in_copyright(page, "Latest News, Weather - Moor Register"), "Moor Register");
  EXPECT_EQ(part_in_copyright(page, "Moor Register – News – Weather"), "Moor Register");
  EXPECT_EQ(part_in_copyright(page, "Moor Register - Register"), "") << "two parts";
  EXPECT_EQ(part_in_copyright(page, "Moor Register"), "") << "no tagline";
  EXPECT_EQ(part_in_copyright(parse_page("<body><p>Moor Register"), "News - Moor Register"), "");
}

TEST(Masthead, WhereNothingNamesTheOutletTheNoticeOfCopyrightDoes) {
  const auto name = [](std::string_view head, std::string_view top, std::string_view footer) {
    std::string page = "<title>Weir opens</title>";
    page.append(head).append("<body>").append(top).append("<h1>Weir opens</h1><p>It is open.</p>");
    return read(page.append(footer)).outlet.name;
  };
  constexpr std::string_view kNotice = "<footer>&copy; 2024 Moor Register Ltd.</footer>";
  EXPECT_EQ(name("", "<a href=/>Moor Register</a>", kNotice), "Moor Register");
  EXPECT_EQ(name("", "<a href=/ title='Moor Register'><img src=x></a>", kNotice), "Moor Register");
  EXPECT_EQ(name("", "<a href=/>Moor Register</a>", ""), "");
  EXPECT_EQ(name("", "<a href=/news>Moor Register</a>", kNotice), "");
  EXPECT_EQ(
      name("<meta property=og:site_name content=News>", "<a href=/>Moor Register</a>", kNotice),
      "Moor Register");
  EXPECT_EQ(name("<meta property=og:site_name content='Heath Post'>", "<a href=/>Moor Register</a>",
                 kNotice),
            "Heath Post")
      << "publishers hold the rights of many outlets";
  EXPECT_EQ(name("", "<a href='https://heathmedia.example/'>Heath Media</a>",
                 "<p>&copy; 2024 Heath Media Ltd.</p>"),
            "")
      << "the owner's front page";
  EXPECT_EQ(name("", "<a href=/>Monitor</a>", "<p>&copy; 2024 Al-Monitor</p>"), "")
      << "a part of a word";
  EXPECT_EQ(name("", "<a href=/>Jane Doeman</a>", "<p>Photo &copy; Jane Doeman</p>"), "")
      << "of a picture";
  EXPECT_EQ(name("", "<a href=/>Culture</a>",
                 "<p>&copy; 2024 Moor Register <a href=/c>Culture</a> <a href=/s>Sport</a></p>"),
            "")
      << "what stands beside the notice";
}

TEST(Masthead, TheOwnerInTheNoticeIsNotTheOutlet) {
  const auto name = [](std::string_view url, std::string_view stated, std::string_view top,
                       std::string_view owner) {
    std::string page = "<title>Weir opens</title><link rel=canonical href='https://";
    page.append(url).append("/weir'><meta property=og:site_name content='").append(stated);
    page.append("'><body><a href=/>").append(top).append("</a><h1>Weir opens</h1><p>Open.</p>");
    return read(page.append("<p>&copy; 2024 ").append(owner).append("</p>")).outlet.name;
  };
  EXPECT_EQ(name("moorecho.example", "Moor Echo - Gannet", "Home", "Gannet"), "Moor Echo");
  EXPECT_EQ(name("www.nu.nl", "NU.nl", "Heath Media", "Heath Media"), "NU.nl") << "in the table";
  EXPECT_EQ(name("moor-echo.example", "moor-echo", "Moor Echo", "Moor Echo"), "Moor Echo");
}

}  // namespace
}  // namespace pressmark::indexer
