#include "indexer/extract/plain_text.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

using namespace std::chrono_literals;

Article read_text(std::string_view text) {
  DecodedDocument document;
  document.origin = "a.txt";
  document.format = Format::PlainText;
  document.text = text;
  Outcome<Article> article = extract_plain_text(document, {});
  EXPECT_TRUE(article.has_value());
  return article ? *article : Article{};
}

constexpr std::string_view kFirstOfText =
    "The harbour of Saltmere froze on Sunday, for the first time in forty years, and the ferry "
    "stayed at its pier.";
constexpr std::string_view kSecondOfText =
    "Children skated where the trawlers turn. \"It will not last,\" the harbour master said.";

std::string body() { return std::string(kFirstOfText) + "\n\n" + std::string(kSecondOfText); }

TEST(PlainText, HeadlineParagraphsOutletAndDebris) {
  const Article article = read_text("Saltmere harbour freezes over\n\n" + body() +
                                    "\n\nThe Guardian\n\nRelated posts\n\nLeave a Comment\n");
  EXPECT_EQ(article.title, "Saltmere harbour freezes over");
  EXPECT_EQ(article.text, body());
  EXPECT_EQ(article.outlet, (Outlet{"theguardian.com", "The Guardian"}));
  EXPECT_FALSE(article.published);
}

TEST(PlainText, SaysWhichLineGaveEachField) {
  DecodedDocument document;
  document.format = Format::PlainText;
  const std::string text =
      "Harbour freezes over\n\nBy Jane Doe\n14 March 2023\n\n" + body() + "\n\nThe Guardian\n";
  document.text = text;
  const auto article = extract_plain_text(document, {.explain = true});
  ASSERT_TRUE(article);
  std::string notes;
  for (const FieldNote& note : article->notes)
    notes += note.field + '|' + note.rule + '|' + note.value + '\n';
  EXPECT_EQ(notes,
            "title|first line|Harbour freezes over\n"
            "authors|byline below the title|By Jane Doe\n"
            "source_name|last lines|The Guardian\n"
            "date|date of publication|2023-03-14\n");
}

TEST(PlainText, AnUnknownOutletGivesItsNameAlone) {
  const Article article = read_text(
      "Saltmere harbour freezes over\n\n" + body() +
      "\n\nThe Pennine Echo\n\nSeason ticket offer: claim yours now\nBetting odds supplied by "
      "our partners. Please gamble responsibly.\n");
  EXPECT_EQ(article.outlet, (Outlet{"", "The Pennine Echo"}));
  EXPECT_EQ(article.text, body());
}

TEST(PlainText, HeaderBlock) {
  const Article article = read_text(
      "Title: Saltmere harbour freezes over\nDate: 2021-02-15\nSource: The Irish Times\nURL: "
      "https://www.irishtimes.com/saltmere?utm_source=x\n"
      "Author: Jane Doe and John Roe\n\nSaltmere harbour freezes over\n\n" +
      body() + "\n\nDeath notices\nPrint subscriptions\n");
  EXPECT_EQ(article.title, "Saltmere harbour freezes over");
  EXPECT_EQ(article.text, body());
  EXPECT_EQ(article.url, "https://www.irishtimes.com/saltmere");
  EXPECT_EQ(article.outlet, (Outlet{"irishtimes.com", "The Irish Times"}));
  EXPECT_EQ(article.authors, (std::vector<std::string>{"Jane Doe", "John Roe"}));
  EXPECT_EQ(article.published, (PublishedDate{2021y / 2 / 15, DateOrigin::Given, true}));
}

TEST(PlainText, HeaderBlockInOtherLanguages) {
  const Article french = read_text(
      "Titre : Le port gèle\nDate : 8 février 2021\nSource : Le Courrier du Fleuve\nAuteur : "
      "Ousmane Thiaw\n\n" +
      body() + "\n\nLe Courrier du Fleuve\n\nAbonnez-vous\nPetites annonces\n");
  EXPECT_EQ(french.title, "Le port gèle");
  EXPECT_EQ(french.published->day, 2021y / 2 / 8);
  EXPECT_EQ(french.outlet.name, "Le Courrier du Fleuve");
  EXPECT_EQ(french.authors, std::vector<std::string>{"Ousmane Thiaw"});
  EXPECT_EQ(french.text, body());
  const Article portuguese = read_text(
      "Título: O porto congela\nData: 2017-08-09\nFonte: Jornal da Planície\nAutor: Inês "
      "Falcão\n\n" +
      body() + "\n");
  EXPECT_EQ(portuguese.title, "O porto congela");
  EXPECT_EQ(portuguese.outlet.name, "Jornal da Planície");
  EXPECT_EQ(portuguese.authors, std::vector<std::string>{"Inês Falcão"});
}

TEST(PlainText, MarkdownWithFrontMatter) {
  const Article article = read_text(
      "---\ntitle: \"Harbour: frozen\"\nauthors:\n  - Jane Doe\n  - Joe Roe\n"
      "date: 2024-01-07T10:00:00Z\nsitename: Saltmere News\n"
      "url: https://news.saltmere.example/ice\n---\n\n# Harbour: frozen\n\n" +
      body());
  EXPECT_EQ(article.title, "Harbour: frozen");
  EXPECT_EQ(article.url, "https://news.saltmere.example/ice");
  EXPECT_EQ(article.authors, (std::vector<std::string>{"Jane Doe", "Joe Roe"}));
  EXPECT_EQ(article.published->day, 2024y / 1 / 7);
  EXPECT_EQ(article.outlet.name, "Saltmere News");
  EXPECT_EQ(article.text, body());
}

TEST(PlainText, AHeadingOfMarkdownIsTheHeadlineWithoutItsMark) {
  EXPECT_EQ(read_text("# Saltmere harbour freezes\n\n" + body()).title, "Saltmere harbour freezes");
  EXPECT_EQ(read_text("#Saltmere freezes\n\n" + body()).title, "#Saltmere freezes");
}

TEST(PlainText, AHeadlineWithAColonIsNoHeader) {
  const Article article = read_text("Source: harbour to freeze again\n\n" + body() + "\n");
  EXPECT_EQ(article.title, "Source: harbour to freeze again");
  EXPECT_EQ(article.text, body());
}

TEST(PlainText, LinesUnderTheHeadline) {
  struct Case {
    std::string_view lines;
    Date day;
    std::vector<std::string> authors;
  };
  const Case kCases[] = {
      {"3 November 2018\n", 2018y / 11 / 3, {}},
      {"29/11/2022 by our transport desk\n", 2022y / 11 / 29, {}},
      {"By a staff writer, September 30, 2017\n", 2017y / 9 / 30, {}},
      {"By Jane Doe\n\nPublished: May 3, 2024 10:15 am\n", 2024y / 5 / 3, {"Jane Doe"}},
      {"By Jane Doe, May 3, 2024\n", 2024y / 5 / 3, {"Jane Doe"}},
      {"18 февраля 2003\n", 2003y / 2 / 18, {}},
  };
  for (const Case& c : kCases) {
    const Article article =
        read_text("Saltmere harbour freezes over\n" + std::string(c.lines) + "\n" + body() + "\n");
    EXPECT_EQ(article.title, "Saltmere harbour freezes over") << c.lines;
    EXPECT_EQ(article.text, body()) << c.lines;
    ASSERT_TRUE(article.published) << c.lines;
    EXPECT_EQ(article.published->day, c.day) << c.lines;
    EXPECT_EQ(article.authors, c.authors) << c.lines;
  }
}

TEST(PlainText, WhatStandsAboveTheHeadlineIsNotTheStorys) {
  const Article article = read_text(
      "Home | News | Sport\n\nThe Guardian\n\nSaltmere harbour freezes over\n\n14 March 2023\n\n" +
      body() + "\n\n\u00a9 2023 The Guardian. All rights reserved.\n");
  EXPECT_EQ(article.title, "Saltmere harbour freezes over");
  EXPECT_EQ(article.outlet.name, "The Guardian");
  EXPECT_EQ(article.published->day, 2023y / 3 / 14);
  EXPECT_EQ(article.text, body());
}

TEST(PlainText, TheOutletMayStandBelowTheHeadline) {
  const Article article = read_text(
      "Saltmere harbour freezes over\nThe Guardian\nTue 14 Mar 2023 10.15 GMT\n" + body());
  EXPECT_EQ(article.outlet, (Outlet{"theguardian.com", "The Guardian"}));
  EXPECT_EQ(article.published->day, 2023y / 3 / 14);
  EXPECT_EQ(article.text, body());
}

TEST(PlainText, PointsStayAndTheBylineBehindThemIsRead) {
  const Article article = read_text(
      "Saltmere harbour freezes over\n\n* Ferry stays at its pier\n* Ice a foot thick\n\nBy Jane "
      "Doe\n\n" +
      body());
  EXPECT_EQ(article.authors, std::vector<std::string>{"Jane Doe"});
  EXPECT_TRUE(article.text.starts_with("* Ferry stays at its pier"));
  EXPECT_EQ(article.text.find("By Jane"), std::string::npos);
}

TEST(PlainText, AStoryWithoutAHeadlineKeepsItsFirstParagraph) {
  for (const std::string_view dateline : {"SALTMERE, England (Reuters) - ", "SALTMERE - "}) {
    const std::string story = std::string(dateline) + body();
    const Article article = read_text(story);
    EXPECT_EQ(article.title, "");
    EXPECT_EQ(article.text, story);
  }
  EXPECT_EQ(read_text("SALTMERE, England (Reuters) - " + body()).outlet.name, "Reuters");
}

TEST(PlainText, AHeadlineWithADashOrAStopIsAHeadline) {
  for (const std::string title : {"Saltmere harbour freezes over - at last.",
                                  "Saltmere harbour freezes over.", "FERRY - no way across."}) {
    EXPECT_EQ(read_text(title + "\n\n" + body()).title, title);
  }
}

TEST(PlainText, DatelineGivesTheDay) {
  for (const std::string_view dateline :
       {"SALTMERE, England, Feb. 15, 2021 (Meridian) - ", "SALTMERE, 15. Februar 2021 – "}) {
    const std::string first = std::string(dateline) + std::string(kFirstOfText);
    const Article article = read_text("Saltmere harbour freezes over\n\n" + first + "\n\n" +
                                      std::string(kSecondOfText));
    ASSERT_TRUE(article.published) << dateline;
    EXPECT_EQ(article.published->day, 2021y / 2 / 15);
    EXPECT_EQ(article.published->origin, DateOrigin::Text);
    EXPECT_TRUE(article.text.starts_with(dateline));
  }
}

TEST(PlainText, ParagraphsOneALineAndHardWrapped) {
  EXPECT_EQ(read_text("Saltmere harbour freezes over\n" + std::string(kFirstOfText) + "\n" +
                      std::string(kSecondOfText))
                .text,
            body());
  const Article wrapped = read_text(
      "Saltmere harbour freezes over\n\nThe harbour of Saltmere froze on Sunday, for the "
      "first\ntime in forty years, and the ferry stayed at its pier.\n\n"
      "Children skated where the trawlers turn. \"It will not\nlast,\" the harbour master said.\n");
  EXPECT_EQ(wrapped.text, body());
}

TEST(PlainText, TheStorysOwnShortLinesStay) {
  const std::string results = body() + "\n\nResults:\n1. Saltmere 14 points\n2. Moor End 9 points";
  EXPECT_EQ(read_text("Ice skating\n\n" + results + "\n").text.substr(0, body().size()), body());
  EXPECT_NE(read_text("Ice skating\n\n" + results + "\n").text.find("Moor End 9 points"),
            std::string::npos);
  const std::string last = body() + "\n\nThe ice broke on Tuesday.";
  EXPECT_EQ(read_text("Ice skating\n\n" + last + "\n").text, last);
}

TEST(PlainText, DebrisInOtherLanguages) {
  for (const std::string_view debris :
       {"Partager", "Comentarios\n\nCompartir", "Mehr zum Thema", "Оставить комментарий",
        "コメント", "التعليقات", "Follow us on Instagram"}) {
    EXPECT_EQ(read_text("Saltmere harbour freezes over\n\n" + body() + "\n\n" +
                        std::string(debris) + "\n")
                  .text,
              body())
        << debris;
  }
}

TEST(PlainText, OutletInAScriptWithoutCapitals) {
  const Article article = read_text(
      "قرية قرب أسوان\n2019-02-03\n\nكل يوم جمعة ينطلق مركب خشبي أزرق من قرية صغيرة قرب أسوان وعلى "
      "ظهره أربعة وعشرون مقعدا وسبورة كبيرة، "
      "وحين يصل إلى منتصف النيل يتوقف المحرك ويبدأ الدرس.\n\nصوت الجنوب\n\nوظائف خالية\nإعلانات "
      "مبوبة\n");
  EXPECT_EQ(article.outlet.name, "صوت الجنوب");
  EXPECT_EQ(article.published->day, 2019y / 2 / 3);
  EXPECT_EQ(article.text.find("وظائف"), std::string::npos);
}

TEST(PlainText, WithoutTextThereIsNoArticle) {
  for (const std::string_view text :
       {"", "\n\n", "Title: x\nDate: 2020-01-01\n", "<", "x", "***\n---\n"}) {
    DecodedDocument document;
    document.text = text;
    const auto article = extract_plain_text(document, {});
    ASSERT_FALSE(article) << text;
    EXPECT_EQ(article.error().reason, SkipReason::NoText);
  }
  EXPECT_EQ(read_text("One line is the text of an article.").text,
            "One line is the text of an article.");
}

TEST(PlainText, WrappedLinesAreWholeBeforeItsEndIsLookedFor) {
  // All behind "What Happens Next" was cut, and that was the outlet.
  const Article article = read_text(
      "Harbour freezes over\n\nThe harbour of Saltmere froze on Sunday, for the\nfirst time in "
      "forty years, and "
      "the ferry stayed at\nits pier with all of her crew on board.\n\nWhat Happens "
      "Next\n\nChildren "
      "skated where the trawlers turn in summer\nand the harbour master watched them from "
      "his\nhouse, which "
      "stands beside the old lighthouse.\n");
  EXPECT_TRUE(article.outlet.name.empty()) << article.outlet.name;
  EXPECT_TRUE(article.text.ends_with("beside the old lighthouse.")) << article.text;
}

TEST(PlainText, AListWithAHeadingIsNoOutletWithDebris) {
  for (const char* list : {"Results\n\n1 Bridge Harriers 62:14\n2 Moor Runners 63:02\n",
                           "The teams so far:\n\nNorway\n\nSweden\n"}) {
    const Article article = read_text("Harbour run\n\n" + body() + "\n\n" + list);
    EXPECT_TRUE(article.outlet.name.empty()) << article.outlet.name;
    EXPECT_NE(article.text.find(list[0] == 'R' ? "Moor Runners" : "Sweden"), std::string::npos)
        << list;
  }
}

TEST(PlainText, AnAdvertisementsMarkEndsNoStory) {
  const Article article =
      read_text("Harbour freezes over\n\n" + body() +
                "\n\nAdvertisement\n\nThe ice is thin.\n\nIt will not last.\n\nNobody "
                "minds.\n\nThe Guardian\n\nRelated posts\n\nShare\n");
  EXPECT_EQ(article.text, body() + "\n\nThe ice is thin.\n\nIt will not last.\n\nNobody minds.");
  EXPECT_EQ(article.outlet.name, "The Guardian");
}

TEST(PlainText, TheOutletMayBeNamedInOtherWays) {
  for (const char* lines :
       {"Related posts\n\nLeave a Comment\n\nThe Guardian\n", "Source: The Guardian\n",
        "\u00a9 2021 The Guardian. All rights reserved.\n", "*The Guardian*\n",
        "via The Guardian\n", "The Guardian, 3 March 2022\n"}) {
    const Article article = read_text("Harbour freezes over\n\n" + body() + "\n\n" + lines);
    EXPECT_EQ(article.outlet.name, "The Guardian") << lines;
    EXPECT_EQ(article.text, body()) << lines;
  }
  const Article tab = read_text("Harbour freezes over - The Guardian\n\n" + body() + "\n");
  EXPECT_EQ(tab.title, "Harbour freezes over");
  EXPECT_EQ(tab.outlet.name, "The Guardian");
}

TEST(PlainText, AnAgencysSignBelongsToTheLastSentence) {
  const Article article = read_text("Harbour freezes over\n\n" + body() +
                                    "\n\nThe ferry sails again in March. (AFP)\n");
  EXPECT_TRUE(article.text.ends_with("in March. (AFP)"));
}

TEST(PlainText, WhatStandsAboveTheHeadlineIsNone) {
  const std::string story = "Harbour of Saltmere freezes over on Sunday\n\n" + body() + "\n";
  for (const char* top : {"Opinion\n\n", "Home > World\n\n", "FOR IMMEDIATE RELEASE\n\n",
                          "The Guardian | World | 3 March 2022\n\n", "3 March 2022, 10:15\n\n",
                          "www.theguardian.com\n\n"}) {
    const Article article = read_text(top + story);
    EXPECT_EQ(article.title, "Harbour of Saltmere freezes over on Sunday") << top;
    EXPECT_EQ(article.text, body()) << top;
    EXPECT_EQ(article.published.has_value(),
              std::string_view(top).find("2022") != std::string::npos);
  }
  EXPECT_EQ(read_text("Harbour fire\n\n" + body() + "\n").title, "Harbour fire");
}

TEST(PlainText, ALinkIsNoArticlesAddressUnlessItSaysSo) {
  const std::string story = "Harbour freezes over\n\n" + body() + "\n\n";
  EXPECT_EQ(read_text(story + "https://www.haldenpumps.example/\n").url, "");
  EXPECT_EQ(read_text(story + "https://www.haldenpumps.example/pumps\n").url, "");
  EXPECT_EQ(read_text(story + "URL: https://moor-echo.example/ice\n").url,
            "https://moor-echo.example/ice");
  EXPECT_EQ(read_text("Harbour freezes over\nhttps://moor-echo.example/\n\n" + body()).url, "");
  EXPECT_EQ(read_text("Harbour freezes over\nhttps://moor-echo.example/ice\n\n" + body()).url,
            "https://moor-echo.example/ice");
}

TEST(PlainText, AStoryOfShortParagraphsGoesOnBehindWhatMayEndOne) {
  for (const char* line : {"https://moor-echo.example/ice", "Source: The Guardian",
                           "\u00a9 2021 The Guardian", "By Jane Doe", "The Guardian"}) {
    const Article article =
        read_text("Harbour freezes over\n\n" + body() + "\n\n" + line +
                  "\n\nThe ice is thin.\n\nIt will not last.\n\nNobody minds.\n");
    EXPECT_TRUE(article.text.ends_with("Nobody minds.")) << line;
  }
}

TEST(PlainText, WhatAStoryIsAboutIsNoDetail) {
  const Article portrait =
      read_text("The last bridge\n\nPeter Miller, engineer\n\n" + body() + "\n");
  EXPECT_TRUE(portrait.authors.empty());
  EXPECT_TRUE(portrait.text.starts_with("Peter Miller, engineer"));
  const Article life =
      read_text("A fisherman's life\n\nBorn 3 March 1940, died 5 May 2022\n\n" + body() + "\n");
  EXPECT_FALSE(life.published);
  EXPECT_EQ(read_text("11 September 2001\n\n" + body() + "\n").title, "11 September 2001");
  EXPECT_EQ(read_text("Strike ends\n\nWorkers go back to the harbour on Monday\n\n" + body() + "\n")
                .title,
            "Strike ends");
  const Article list = read_text("The awards\n\n" + body() +
                                 "\n\nBest film\n\nThe Weir\n\nBest director\n\n"
                                 "John Smith\n");
  EXPECT_EQ(list.outlet.name, "");
  const Article talk = read_text("A talk\n\n" + body() +
                                 "\n\nAnnonce : le maire promet un pont\n\n" + body() + "\n");
  EXPECT_NE(talk.text.find("Annonce"), std::string::npos);
}

TEST(PlainText, DigitsInAWordAreNoFiguresOfATable) {
  const std::string story =
      "Bridge closed\n\nThe bridge over the Wend was closed on Monday after a lorry hit it.\n\n";
  EXPECT_EQ(read_text(story + "Houses to let in ST1\nTry our dating site\n").text,
            "The bridge over the Wend was closed on Monday after a lorry hit it.");
  EXPECT_NE(read_text(story + "Moor 2 Fen 1\nVale 0 Wold 3\n").text.find("Fen 1"),
            std::string::npos);
}

TEST(PlainText, OfAHeaderTheFirstOfTwoValuesCountsAndEachIsNoted) {
  DecodedDocument document;
  document.format = Format::PlainText;
  document.text =
      "Title: Ice\nTitle: Snow\nDate: 2024-05-03\nDate: 2020-01-01\n"
      "Source: https://a.example/ice\nSource: The Echo\nSource: The Bugle\nURL: nowhere at all\n"
      "Author: Jane Doe\nLanguage: en\nSection: News\nDescription: The  first ice\n\n" +
      body() + "\n";
  const auto article = extract_plain_text(document, {.explain = true});
  ASSERT_TRUE(article);
  EXPECT_EQ(article->title, "Ice");
  EXPECT_EQ(article->url, "https://a.example/ice");
  EXPECT_EQ(article->outlet.name, "The Echo");
  EXPECT_EQ(article->section, "News");
  EXPECT_EQ(article->description, "The first ice");
  EXPECT_EQ(article->declared_language, "en");
  EXPECT_EQ(to_string(article->published->day), "2024-05-03");
  std::string fields;
  for (const FieldNote& note : article->notes) {
    if (note.rule == "header line") fields += note.field + " ";
  }
  EXPECT_EQ(fields,
            "title title date date source_name url source_name source_name url authors "
            "declared_language section description ");
}

}  // namespace
}  // namespace pressmark::indexer
