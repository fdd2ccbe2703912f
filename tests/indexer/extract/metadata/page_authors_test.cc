#include "indexer/extract/metadata/page_authors.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/extract/metadata.h"

namespace pressmark::indexer {
namespace {

using Names = std::vector<std::string>;

struct Signed {
  Names names;
  std::string rule;
  friend bool operator==(const Signed&, const Signed&) = default;
  friend void PrintTo(const Signed& authors, std::ostream* out) {
    *out << authors.rule << ':';
    for (const std::string& name : authors.names) *out << " [" << name << ']';
  }
};

Signed authors(std::string_view head, std::string_view body) {
  DecodedDocument document;
  document.url = "https://www.pennine-echo.example/news/1";
  document.text = "<html><head><title>Weir opens - The Pennine Echo</title>";
  document.text.append(head).append("</head><body><h1>Weir opens</h1>").append(body);
  const Page page = parse_page(document.text);
  const PageMetadata metadata = read_metadata(page, document, {.explain = true});
  std::string rule;
  for (const FieldNote& note : metadata.notes) {
    if (note.field == "authors") rule = note.rule;
  }
  return {metadata.authors, rule};
}

constexpr std::string_view kAgencyData =
    R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Weir opens",)"
    R"("author":{"@type":"Organization","name":"Coast Press Agency"}}</script>)";

TEST(PageAuthors, PeopleComeBeforeTheOrganisationThatSigns) {
  EXPECT_EQ(authors(kAgencyData, "<p class=byline>By Jane Doe</p>"),
            (Signed{{"Jane Doe"}, "byline"}));
  EXPECT_EQ(authors(kAgencyData, ""), (Signed{{"Coast Press Agency"}, "json-ld organisation"}));
}

TEST(PageAuthors, AnOrganisationByItsTypeIsNobodyWhateverItsName) {
  constexpr std::string_view kData =
      R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Weir opens",)"
      R"("author":{"@type":"Organization","name":"Moorland Voices"}}</script>)";
  EXPECT_EQ(authors(kData, "<p class=byline>By Jane Doe</p>"), (Signed{{"Jane Doe"}, "byline"}));
  EXPECT_EQ(authors(kData, ""), (Signed{{"Moorland Voices"}, "json-ld organisation"}));
}

TEST(PageAuthors, AnAgencyComesBeforeTheOutletItself) {
  constexpr std::string_view kOwn = "<meta name=author content='The Pennine Echo'>";
  EXPECT_EQ(authors(kOwn, ""), (Signed{{"The Pennine Echo"}, "meta organisation"}));
  EXPECT_EQ(authors(kOwn, "<p>By <span class=author>Coast Press Agency</span></p>"),
            (Signed{{"Coast Press Agency"}, "byline organisation"}));
  EXPECT_EQ(authors("", "<p>By Coast Press Agency</p>"),
            (Signed{{"Coast Press Agency"}, "byline organisation"}));
}

TEST(PageAuthors, ALineOfDetailsIsNoSignature) {
  EXPECT_EQ(authors("", "<p class=byline><span>March 2, 2024</span><span>4 AM PT</span></p>"),
            (Signed{}));
  EXPECT_EQ(authors("", "<p class=byline><b>Follow us</b><i>5 min read</i></p>"), (Signed{}));
  EXPECT_EQ(authors("", "<p class=byline><b>The Pennine Echo</b><i>November 21, 2025</i>0</p>"),
            (Signed{{"The Pennine Echo"}, "byline organisation"}));
  EXPECT_EQ(authors("", "<p class=byline><b>By</b><i>Coast Wire Six</i><i>0 shares</i></p>"),
            (Signed{{"Coast Wire Six"}, "byline organisation"}));
}

TEST(PageAuthors, KoreanReportersSignWithTheirRoleBehindTheName) {
  EXPECT_EQ(authors("", "<ul><li><i></i> 배소라 기자</li><li>승인 2024.05.03 10:15</li></ul>"),
            (Signed{{"배소라"}, "byline"}));
  EXPECT_EQ(authors("", "<div><span>이도연 기자 | </span>2024-05-03 16:52:59</div>"),
            (Signed{{"이도연"}, "byline"}));
  EXPECT_EQ(authors("", "<p>선배 기자 백 명이 모였다</p>"), (Signed{}));
}

TEST(PageAuthors, AnOutletWithItsTaglineIsNotThreePeople) {
  EXPECT_EQ(authors("<meta property=og:site_name content='Bergen Post | Nora Blad | BP'>"
                    "<meta name=author content='Bergen Post | Nora Blad | BP'>",
                    ""),
            (Signed{}));
}

TEST(PageAuthors, CardsCarryLabelledNames) {
  EXPECT_EQ(authors("<meta name=twitter:label1 content='Written by'>"
                    "<meta name=twitter:data1 content='Jane Doe'>",
                    ""),
            (Signed{{"Jane Doe"}, "meta"}));
  EXPECT_EQ(authors("<meta name=twitter:label1 content='Reading time'>"
                    "<meta name=twitter:data1 content='Four Minutes'>",
                    ""),
            (Signed{}));
}

TEST(PageAuthors, BylinesOfTeasersAndPicturesAreNotTheArticles) {
  EXPECT_EQ(authors("",
                    "<div><a href=/news/2><h2>Mill burns</h2>"
                    "<span class=author>By John Roe</span></a></div>"),
            (Signed{}));
  EXPECT_EQ(authors("",
                    "<figure><img src=a.jpg><figcaption>The weir. "
                    "<span class=author>By John Roe</span></figcaption></figure>"
                    "<p class=byline>By Jane Doe</p>"),
            (Signed{{"Jane Doe"}, "byline"}));
  EXPECT_EQ(authors("", "<a href=/staff/jane><span class=author>By Jane Doe</span></a>"),
            (Signed{{"Jane Doe"}, "byline"}));
}

TEST(PageAuthors, ASignatureIsANameAndNoAccountOrRole) {
  const Outlet outlet{"pennine-echo.example", "The Pennine Echo"};
  struct Case {
    std::string_view byline;
    std::string_view want;
  };
  constexpr Case kCases[] = {
      {"By Coast Press Agency", "Coast Press Agency"},
      {"Echo staff", "Echo staff"},
      {"Von der Redaktion", ""},
      {"Redaktion Pennine-Echo", "Redaktion Pennine-Echo"},
      {"Par Le Courrier et Agence Marine", "Le Courrier et Agence Marine"},
      {"The Pennine Echo -", "The Pennine Echo"},
      {"pennine-echo.example", "pennine-echo.example"},
      {"海辺新聞オンライン", "海辺新聞オンライン"},
      {"Coast Press Agency - 3 May 2024", "Coast Press Agency"},
      {"Coast Press Agency.", "Coast Press Agency"},
      {"par AFP", "AFP"},
      {"admin - 2018-09-16", ""},
      {"Published on 11 December 2023", ""},
      {"admin", ""},
      {"jdoe", ""},
      {"Staff Writer", ""},
      {"Guest author", ""},
      {"desk@pennine-echo.example", ""},
      {"https://pennine-echo.example/staff", ""},
      {"The council met on Tuesday to look at the plans", ""},
      {"", ""},
  };
  for (const Case& c : kCases)
    EXPECT_EQ(signing_organization(c.byline, outlet), c.want) << c.byline;
}

TEST(PageAuthors, AnInnerBylineLeavesThePlaceOutWhereNothingHasCapitals) {
  EXPECT_EQ(authors("", "<div class=author-box><p class=author>王小明</p><p>青溪</p></div>"),
            (Signed{{"王小明"}, "byline"}));
}

TEST(PageAuthors, StandInTheFooterOfTheArticleTooByItsName) {
  constexpr std::string_view kAuthor = "<a rel=author href=/x>Jane Doe</a>";
  const auto in = [&](std::string_view around) {
    return authors("", "<div class='" + std::string(around) + "'><p>The weir is open.</p>" +
                           "<div class=post-footer>" + std::string(kAuthor) + "</div></div>");
  };
  EXPECT_EQ(in("post hentry"), (Signed{{"Jane Doe"}, "byline"}));
  EXPECT_EQ(in("page"), (Signed{{}, ""}));
}

TEST(PageAuthors, ABylineThatGoesOnIsMoreThanMetaNames) {
  constexpr std::string_view kFirst = "<meta name=author content='Jane Doe'>";
  EXPECT_EQ(authors(kFirst, "<p class=byline>By Jane Doe and John Roe</p>").names,
            (Names{"Jane Doe", "John Roe"}));
  EXPECT_EQ(authors(kFirst,
                    "<div>By <a rel=author href=/j>Jane Doe</a> and "
                    "<a rel=author href=/r>John Roe</a></div>")
                .names,
            (Names{"Jane Doe", "John Roe"}));
  for (const std::string_view line :
       {"By Ann Poe and John Roe", "By Jane Doe, Cape Town", "By Jane Doe, Photos by John Roe",
        "Jane Doe, edited by John Roe", "Jane Doe | John Roe (photos)"}) {
    EXPECT_EQ(authors(kFirst, "<p class=byline>" + std::string(line) + "</p>").names,
              Names{"Jane Doe"})
        << line;
  }
  EXPECT_EQ(authors(kFirst,
                    "<div class=byline><b>Jane Doe</b> <a>Follow On Chatter</a> "
                    "<a>Email The Author</a></div>")
                .names,
            Names{"Jane Doe"});
}

TEST(PageAuthors, CaptionsAndButtonsNameNobody) {
  EXPECT_EQ(authors("",
                    "<div class=caption-box><p>The weir.</p><span class=byline>Ann Poe</span>"
                    "</div><p class=byline>By Jane Doe</p>")
                .names,
            Names{"Jane Doe"});
  EXPECT_EQ(authors("",
                    "<div class=authors>By <b>Jane Doe</b><button>Copy Link</button>"
                    "<aside><p>Link Copied</p></aside></div>")
                .names,
            Names{"Jane Doe"});
}

TEST(PageAuthors, ALinkAroundANameAloneMayLeadAnywhere) {
  EXPECT_EQ(authors("",
                    "<p>Edited by <a href=/topic/doe><span itemprop=author>Jane Doe</span></a>"
                    "</p>")
                .names,
            Names{"Jane Doe"});
}

TEST(PageAuthors, ADayBehindANameIsNobody) {
  EXPECT_EQ(authors("", "<div>By <span>Jane Doe</span> on Fri, 05/03/2024 - 10:15</div>"),
            (Signed{{"Jane Doe"}, "byline"}));
}

TEST(PageAuthors, MicrodataMayNameWhomThePageDoesNotPrint) {
  EXPECT_EQ(authors("", "<div itemprop=author><meta itemprop=name content='Jane Doe'></div>"),
            (Signed{{"Jane Doe"}, "byline"}));
}

TEST(PageAuthors, ABiographyMayBeHeadedByAWord) {
  EXPECT_EQ(authors("", "<div class=author><h4>About Jane Doe</h4></div>"),
            (Signed{{"Jane Doe"}, "byline"}));
}

TEST(PageAuthors, ALineOfDetailsMayLabelItsReporter) {
  const auto names = [](std::string_view line) {
    return authors("", "<div>" + std::string(line) + "</div><p>The weir is open.</p>").names;
  };
  EXPECT_EQ(names("2024-05-03 07:53 来源：青溪晚报 记者：王小明 编辑：李静"), Names{"王小明"});
  EXPECT_EQ(names("来源：青溪晚报　作者：王小明　陈小红　编辑：李静"), (Names{"王小明", "陈小红"}));
  EXPECT_EQ(names("記者王小明／青溪報導 2024年5月3日"), Names{"王小明"});
  EXPECT_EQ(names("2024-05-03 来源：青溪晚报"), Names{});
  EXPECT_EQ(names("<span>记者: 王小明</span> <span>责编: 李静</span>"), Names{"王小明"});
  EXPECT_EQ(names("记者：王小明 编辑：李静 陈小红"), Names{"王小明"});
  EXPECT_EQ(names("来源：青溪晚报 作者：王小明编辑：李静"), Names{"王小明"});
  EXPECT_EQ(names("来源：青溪晚报 记者：王小明 2024-05-03"), Names{"王小明"});
  EXPECT_EQ(names("来源：青溪晚报 记者：王三九"), Names{"王三九"});
}

TEST(PageAuthors, ALineThatSpeaksOfReportersLabelsNone) {
  for (const std::string_view line :
       {"记者昨日在渡口看到，据报道已有百人到场。", "记者从渡口获悉，报道所称属实。",
        "读者问：几点开船？ 记者：早上六点开船。", "图为渡口 摄影记者：张三", "图片作者：张三",
        "渡口开放 摄影 记者：张三", "来源:青溪晚报作者:王小明编辑:李静",
        "来源：渡口社 作者：青溪晚报 2024-05-03 07:53", "来源：渡口社 作者：青溪晚报编辑：李静",
        "译者：李静 原作者：约翰"}) {
    const std::string page = "<p>" + std::string(line) + "</p><p>The weir is open.</p>";
    EXPECT_EQ(authors("", page).names, Names{}) << line;
  }
}

}  // namespace
}  // namespace pressmark::indexer
