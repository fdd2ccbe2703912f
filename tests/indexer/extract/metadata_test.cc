#include "indexer/extract/metadata.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

using namespace std::chrono_literals;

PageMetadata metadata_of(std::string_view html, std::string_view url = {}) {
  DecodedDocument document;
  document.url = url;
  document.text = html;
  return read_metadata(parse_page(document.text), document, {.explain = true});
}

std::string rule_of(const PageMetadata& metadata, std::string_view field) {
  const auto found = std::ranges::find(metadata.notes, field, &FieldNote::field);
  return found == metadata.notes.end() ? std::string() : found->rule;
}

constexpr std::string_view kWholePage = R"(<html lang=en-GB><head>
<title>Weir opens | Rivers | The Pennine Echo</title>
<link rel=canonical href="https://www.pennine-echo.example/weir-opens">
<meta property=og:site_name content="The Pennine Echo | News from the hills">
<meta property=og:title content="Weir opens">
<meta property=og:description content="The weir is open.">
<meta property=article:section content=Rivers>
<meta property=article:tag content=Weirs>
<meta property=article:published_time content="2024-05-03T10:00:00+01:00">
<meta property=article:modified_time content="2024-05-04T10:00:00+01:00">
</head><body><h1>Weir opens</h1><p class=byline>By Jane Doe</p></body></html>)";

TEST(Metadata, SaysWhichRuleChoseEachField) {
  const PageMetadata metadata = metadata_of(kWholePage);
  std::set<std::string> fields;
  for (const FieldNote& note : metadata.notes) {
    fields.insert(note.field);
    EXPECT_FALSE(note.rule.empty()) << note.field;
    EXPECT_FALSE(note.value.empty()) << note.field;
  }
  EXPECT_EQ(fields, (std::set<std::string>{"url", "declared_language", "source", "source_name",
                                           "title", "authors", "date", "modified", "description",
                                           "section", "tags"}));
  EXPECT_EQ(rule_of(metadata, "url"), "link rel=canonical");
  EXPECT_EQ(rule_of(metadata, "declared_language"), "html lang");
  EXPECT_EQ(rule_of(metadata, "title"), "visible headline");
  EXPECT_EQ(rule_of(metadata, "date"), "date of publication");
}

TEST(Metadata, AFrontPageIsNoArticlesAddressButNamesTheSite) {
  const PageMetadata loose = metadata_of(
      "<link rel=canonical href='https://www.pennine-echo.example/'><h1>Weir opens</h1>");
  EXPECT_EQ(loose.url, "");
  EXPECT_EQ(loose.outlet.domain, "pennine-echo.example");
  const PageMetadata stated = metadata_of(
      "<link rel=canonical href='https://www.pennine-echo.example/'>"
      "<meta property=og:url content='https://www.pennine-echo.example/weir'>");
  EXPECT_EQ(stated.url, "https://www.pennine-echo.example/weir");
}

TEST(Metadata, ABaseIsWhatAddressesAreRelativeTo) {
  constexpr std::string_view kLink = "<link rel=canonical href=weir-opens>";
  const auto with_base = [&](std::string_view base, std::string_view fetched) {
    return metadata_of(
               "<base href='" + std::string(base) + "'><base href=/late/>" + std::string(kLink),
               fetched)
        .url;
  };
  EXPECT_EQ(with_base("https://pennine-echo.example/rivers/", ""),
            "https://pennine-echo.example/rivers/weir-opens");
  EXPECT_EQ(with_base("/rivers/", "https://pennine-echo.example/print/7"),
            "https://pennine-echo.example/rivers/weir-opens");
  EXPECT_EQ(with_base("/rivers/", ""), "");
  EXPECT_EQ(with_base("javascript:void(0)", "https://pennine-echo.example/print/7"),
            "https://pennine-echo.example/print/weir-opens");
}

TEST(Metadata, ANameLosesTheTaglineBesideTheOutlet) {
  EXPECT_EQ(metadata_of(kWholePage).outlet, (Outlet{"pennine-echo.example", "The Pennine Echo"}));
}

TEST(Metadata, TheOutletMayStandInTheMiddleOfATitle) {
  EXPECT_EQ(metadata_of("<title>Weir opens | Rivers | Society of Millers</title>",
                        "https://www.rivers.example/weir")
                .outlet.name,
            "Rivers");
}

TEST(Metadata, APaperIsWhatAnArticleIsPartOf) {
  constexpr std::string_view kPage =
      R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Weir opens",)"
      R"("publisher":{"@type":"Organization","name":"Hills Media Group"},)"
      R"("isPartOf":{"@type":["CreativeWork","Product"],"name":"The Daily Weir"}}</script>)";
  EXPECT_EQ(metadata_of(kPage, "https://dailyweir.example/1").outlet.name, "The Daily Weir");
  constexpr std::string_view kWebPage =
      R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Weir opens",)"
      R"("isPartOf":{"@type":"WebPage","name":"Weir opens"}}</script>)";
  EXPECT_EQ(metadata_of(kWebPage, "https://dailyweir.example/1").outlet.name, "");
}

TEST(Metadata, ACopyBelongsToThePublisherThatItNames) {
  constexpr std::string_view kCopy =
      R"(<link rel=canonical href="https://www.hill-mail.example/weir-opens">)"
      R"(<meta name=application-name content="The Pennine Echo">)"
      R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Weir opens",)"
      R"("publisher":{"@type":"Organization","name":"The Pennine Echo",)"
      R"("url":"https://www.pennine-echo.example"}}</script>)";
  EXPECT_EQ(metadata_of(kCopy).outlet, (Outlet{"pennine-echo.example", "The Pennine Echo"}));
}

TEST(Metadata, AnAlternateNameMayBeTheDomain) {
  constexpr std::string_view kPage =
      R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Weir opens",)"
      R"("publisher":{"@type":"Organization","name":"Hills Media Group",)"
      R"("alternateName":"WeirNews"}}</script>)";
  EXPECT_EQ(metadata_of(kPage, "https://weirnews.example/1").outlet.name, "WeirNews");
}

TEST(Metadata, ALowHeadingThatRepeatsTheTitleIsTheHeadline) {
  const PageMetadata metadata = metadata_of(
      "<html lang=de><title>Wehr wieder offen</title><meta property=og:title "
      "content='Wehr wieder offen'><body><h3>Pegel</h3><p>Stand 1.2.2020</p><h3>Wehr wieder "
      "offen</h3><div>Do 25.04.24 | 14:07 Uhr | Von Karin Muster</div>");
  ASSERT_TRUE(metadata.published);
  EXPECT_EQ(metadata.published->day, 2024y / 4 / 25);
}

TEST(Metadata, TheLastChangeIsNotTakenForTheDayInThePublishersZone) {
  const PageMetadata metadata = metadata_of(
      R"(<meta property=article:modified_time content="2024-08-05T19:49:50Z">)"
      R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Weir opens",)"
      R"("datePublished":"2024-08-04T13:23:00Z"}</script>)"
      "<h1>Weir opens</h1><ul><li>Updated</li><li>20:49, 5 Aug 2024</li></ul>");
  EXPECT_EQ(metadata.published->day, 2024y / 8 / 4);
  EXPECT_EQ(metadata.modified, 2024y / 8 / 5);
}

/// The day found on a page that prints this behind its headline; "" without one.
std::string printed_day(std::string_view lines, std::string_view url = {}) {
  const std::string html =
      std::string("<title>Weir opens</title><h1>Weir opens</h1>").append(lines);
  const auto published = metadata_of(html, url).published;
  return published ? to_string(published->day) : std::string();
}

TEST(Metadata, ADateInASentenceIsNotTheDayOfPublication) {
  for (const std::string_view lines :
       {"<p>On 3 May 1945 the town fell. The weir was lost.</p>",
        "<p>On <b>3 May 1945</b> the town fell, and with it the weir that had been built.</p>",
        "<p>7 die in May 2024 flood</p>"})
    EXPECT_EQ(printed_day(lines), "") << lines;
  EXPECT_EQ(printed_day("<time datetime=2024-01-10></time>"
                        "<p>The Republican primary on 5 March 2024 was moved.</p>"),
            "2024-01-10");
  EXPECT_EQ(printed_day("<p class=date>10 January 2024</p>"
                        "<p>A public hearing on 5 March 2023 was short.</p>"),
            "2024-01-10");
}

TEST(Metadata, APrintedDateNeedsNoMetadata) {
  for (const std::string_view lines :
       {"<p>3 May 2024</p>", "<div>Harbour town, <b>3 May 2024</b>, 10:15</div>",
        "<p>By Jane Doe<br>3 May 2024</p>", "Published: <span>3 May 2024</span>",
        "<p>３日 / ２０２４年５月３日</p>", "<p>၃၊ 2024-05-03</p>", "<p>Fri 3 May 24</p>",
        "<td>03.05.2024 10:15 Uhr</td>", "<p>2024. 5. 3.</p>"})
    EXPECT_EQ(printed_day(lines), "2024-05-03") << lines;
}

/// A page with the day of the visit above a menu, and what else stands in it.
std::string day_of_visited(std::string_view rest) {
  std::string html = "<html lang=it><body><div class=date>5 marzo 2024</div><ul>";
  for (const char* section : {"Cronaca", "Sport", "Cultura", "Mondo"})
    html += std::string("<li><a href=/x>") + section + "</a></li>";
  html.append("</ul><div class=article>").append(rest).append("</div>");
  const PageMetadata metadata = metadata_of(html);
  return metadata.published ? to_string(metadata.published->day) : std::string();
}

TEST(Metadata, TheDayOfAVisitIsNotThatOfPublication) {
  EXPECT_EQ(day_of_visited("<h1>Riapre il ponte</h1><p>3 marzo 2024 - 10:15</p>"), "2024-03-03");
  EXPECT_EQ(day_of_visited("<p class=date>3 marzo 2024</p><h1>Riapre il ponte</h1>"), "2024-03-03");
  EXPECT_EQ(day_of_visited("<h1>Riapre il ponte</h1><p>Il ponte ha riaperto.</p>"), "2024-03-05");
}

TEST(Metadata, ADayMayStandAboveTheKickerOfAnArticle) {
  const auto day = [](std::string_view html) {
    const PageMetadata metadata = metadata_of(html);
    return metadata.published ? to_string(metadata.published->day) : std::string();
  };
  constexpr std::string_view kRest =
      "<ul><li>3. Mai 2024</li><li>10 Kommentare</li></ul><h4>Neue Halle</h4><h1>Mehr als ein "
      "Saal</h1></div>";
  EXPECT_EQ(day(std::string("<html lang=de><div class='sect artikel'>").append(kRest)),
            "2024-05-03");
  EXPECT_EQ(day(std::string("<html lang=de><div class=page>").append(kRest)), "");
}

TEST(Metadata, WhatHoldsTheHeadlineIsNoFurniture) {
  const PageMetadata metadata = metadata_of(
      "<html lang=vi><div class=sidebar-1><span class=date>Thứ ba, 3/11/2020, 10:15</span>"
      "<h1>Khánh thành cầu</h1></div><div class=sidebar-2><span class=date>5/11/2020</span></div>");
  ASSERT_TRUE(metadata.published);
  EXPECT_EQ(to_string(metadata.published->day), "2020-11-03");
}

TEST(Metadata, AHeadlineThatIsNotShownHasNoDetails) {
  const PageMetadata metadata = metadata_of(
      "<html lang=zh><title>大桥通车 - 临江日报网</title><div "
      "style='display:none'><h1>大桥通车</h1>"
      "<h2>居民等了九年。</h2></div><p "
      "class=date>2023年11月19日</p><ul><li>首页<li>时政<li>资讯<li>"
      "财经<li>生活<li>视频</ul><h1>大桥通车</h1><p>2023-11-17 15:13</p>");
  ASSERT_TRUE(metadata.published);
  EXPECT_EQ(to_string(metadata.published->day), "2023-11-17");
}

TEST(Metadata, SystemsNameTheSiteInAFieldOfTheirOwn) {
  EXPECT_EQ(
      metadata_of("<meta name=SiteName content=临河县发展和改革局><h1>大桥通车</h1>").outlet.name,
      "临河县发展和改革局");
}

TEST(Metadata, TheOutletsCountryTellsTheOrderOfNumbers) {
  EXPECT_EQ(printed_day("<p>Publié le 03/04/2024</p>", "https://www.lefigaro.fr/a"), "2024-04-03");
  EXPECT_EQ(printed_day("<p>03-04-2024</p>", "https://www.spiegel.de/a"), "2024-04-03");
  EXPECT_EQ(printed_day("<p>03/04/2024</p>", "https://www.nytimes.com/a"), "2024-03-04");
}

TEST(Metadata, TitlesWithoutBlanksEndWithTheOutlet) {
  for (const std::string_view separator : {"_", "-", "--", "_社会_"}) {
    const PageMetadata metadata = metadata_of("<title>石桥修缮完工市民重走石板路" +
                                              std::string(separator) + "青溪晚报</title>");
    EXPECT_EQ(metadata.outlet.name, "青溪晚报") << separator;
    EXPECT_TRUE(metadata.title.starts_with("石桥修缮完工市民重走石板路"));
    EXPECT_EQ(metadata.title.find("青溪"), std::string::npos) << separator;
  }
  EXPECT_EQ(metadata_of("<title>Санкт-Петербург ждёт моста</title>").outlet.name, "");
}

TEST(Metadata, AHeadingOfOtherWordsBehindTheHeadlineIsNoHeadline) {
  const PageMetadata metadata = metadata_of(
      "<title>Weir opens after ten years - Moor</title>"
      "<meta property=og:title content='Weir opens after ten years'>"
      "<h2>Weir opens after ten years</h2><p>Text.</p><h1>Jump to the side column</h1>");
  EXPECT_EQ(metadata.title, "Weir opens after ten years");
}

TEST(Metadata, AMastheadAsH1NamesTheOutlet) {
  const PageMetadata metadata = metadata_of(
      "<title>Moor Post &raquo; Harbour master resigns</title><h1><a href=/>Moor Post</a></h1>"
      "<h2><a href=/2009/05/12>Harbour master resigns</a></h2>"
      "<small>May 12th, 2009 by Jane Doe</small><p>Text.</p>");
  EXPECT_EQ(metadata.title, "Harbour master resigns");
  EXPECT_EQ(metadata.outlet.name, "Moor Post");
}

TEST(Metadata, TheDayAboveTheHeadlineMayStandBesideALink) {
  const PageMetadata metadata = metadata_of(
      "<title>Weir opens</title><p><b>3 May 2024</b> | <a href=#c>Comments (4)</a></p>"
      "<h1>Weir opens</h1><p>Text.</p>");
  ASSERT_TRUE(metadata.published);
  EXPECT_EQ(to_string(metadata.published->day), "2024-05-03");
}

TEST(Metadata, TheStoryBesideThePagesOwnIsNotReadForIt) {
  const auto article = [](std::string_view headline, std::string_view day) {
    return R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":")" +
           std::string(headline) + R"(","datePublished":")" + std::string(day) + "\"}</script>";
  };
  const std::string page = "<title>Weir opens again - The Pennine Echo</title>" +
                           article("Ferry sold to the north", "2019-01-02") +
                           article("Weir opens again", "2024-05-03") + "<h1>Weir opens again</h1>";
  EXPECT_EQ(to_string(metadata_of(page).published.value().day), "2024-05-03");
}

TEST(Metadata, KeysOfManySystemsHoldTheDay) {
  for (const std::string name : {"published", "article:published", "og:regDate", "sailthru.date",
                                 "article_date_original", "datePosted"}) {
    const PageMetadata metadata =
        metadata_of("<meta name=" + name + " content=2024-05-03><p>Weir</p>");
    ASSERT_TRUE(metadata.published) << name;
    EXPECT_EQ(to_string(metadata.published->day), "2024-05-03") << name;
  }
  EXPECT_FALSE(metadata_of("<meta name=validUntil content=2024-05-03><p>Weir</p>").published);
}

TEST(Metadata, ALanguageMayBeGivenByItsName) {
  EXPECT_EQ(metadata_of("<meta name=language content=English><p>Weir</p>").language, "en");
  EXPECT_EQ(metadata_of("<html lang=gsw-CH><p>Weir</p>").language, "gsw-CH");
  EXPECT_EQ(metadata_of("<meta name=language content=website><p>Weir</p>").language, "");
}

TEST(Metadata, KeywordsArePartedByTheCommasOfTheirScript) {
  using ::testing::ElementsAre;
  const auto tags = [](std::string_view list) {
    return metadata_of("<meta name=keywords content='" + std::string(list) + "'><p>Weir</p>").tags;
  };
  EXPECT_THAT(tags("weir, river,,moor"), ElementsAre("weir", "river", "moor"));
  EXPECT_THAT(tags("الاقتصاد، المال والأعمال، النفط"),
              ElementsAre("الاقتصاد", "المال والأعمال", "النفط"));
  EXPECT_THAT(tags("经济，财经，股市"), ElementsAre("经济", "财经", "股市"));
  EXPECT_THAT(tags("ekonomi; borsa; dolar"), ElementsAre("ekonomi", "borsa", "dolar"));
  EXPECT_THAT(tags("weir"), ElementsAre("weir"));
}

TEST(Metadata, TheDayMayStandInATitleBehindAnAge) {
  EXPECT_EQ(printed_day("<abbr class=published title=2024-05-03T10:15:00+07:00>10:15</abbr>", ""),
            "2024-05-03");
  EXPECT_EQ(printed_day("<time title='May 3, 2024'>3 weeks ago</time>", ""), "2024-05-03");
  EXPECT_EQ(printed_day("<a class=date title='May 3, 1945' href=/x>3 weeks ago</a>", ""), "");
}

TEST(Metadata, WhatStandsInAnotherArticleIsNotThePages) {
  constexpr std::string_view kCard =
      "<article><h3>Ferry sold</h3><time datetime=2019-01-02>Jan 2</time>"
      "<span class=author>Bob Poe</span></article>";
  std::string story;
  for (int i = 0; i < 3; ++i)
    story +=
        "<p>The weir of Alderby is open again after the flood of April, and boats go up to the "
        "mill once more.</p>";
  const auto page = [&](std::string_view before, std::string_view behind) {
    return metadata_of("<title>Weir opens</title>" + std::string(before) +
                       "<article><h1>Weir opens</h1><p>By Jane Doe, 3 May 2024</p>" + story +
                       "</article>" + std::string(behind));
  };
  for (const PageMetadata& metadata : {page(kCard, ""), page("", kCard)}) {
    EXPECT_EQ(to_string(metadata.published.value().day), "2024-05-03");
    EXPECT_THAT(metadata.authors, ::testing::ElementsAre("Jane Doe"));
  }
  // What machines are told beside the story is of the story.
  const PageMetadata item = metadata_of(
      "<title>Weir opens</title><div itemscope itemtype=http://schema.org/NewsArticle>"
      "<meta itemprop=datePublished content=2024-05-03><meta itemprop=author content='Jane Doe'>"
      "</div><article><h1>Weir opens</h1>" +
      story + "</article>");
  EXPECT_EQ(to_string(item.published.value().day), "2024-05-03");
  EXPECT_THAT(item.authors, ::testing::ElementsAre("Jane Doe"));
  // Where the headline stands in none, or alone in one, the article is below it.
  for (const std::string headline :
       {"<h1>Weir opens</h1>", "<div><article><h1>Weir opens</h1></article></div>"}) {
    const PageMetadata below =
        metadata_of("<title>Weir opens</title>" + headline +
                    "<article><time datetime=2024-05-03>May 3</time></article>");
    EXPECT_EQ(to_string(below.published.value().day), "2024-05-03") << headline;
  }
}

}  // namespace
}  // namespace pressmark::indexer
