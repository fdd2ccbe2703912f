#include "indexer/extract/json/json_ld.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

LinkedArticle read(std::string script, std::string_view url = {},
                   std::vector<std::string> titles = {}) {
  return read_json_ld({std::move(script)}, {url, std::move(titles)});
}

std::vector<std::string> names(const LinkedArticle& article) {
  std::vector<std::string> all;
  for (const LinkedAuthor& author : article.authors)
    all.push_back(author.name + (author.organization ? " (organization)" : ""));
  return all;
}

TEST(JsonLd, AnArticleMayStandAnywhere) {
  for (
      const std::string_view script :
      {R"({"@type":"NewsArticle","headline":"Weir opens"})",
       R"([{"@type":"WebPage"},{"@type":"NewsArticle","headline":"Weir opens"}])",
       R"({"@graph":[{"@type":"Person","name":"J"},{"@type":["Thing","NewsArticle"],"headline":"Weir opens"}]})",
       R"({"@type":"WebPage","mainEntity":{"@type":"NewsArticle","headline":"Weir opens"}})",
       R"({"type":"http://schema.org/NewsArticle","headline":"Weir opens"})",
       R"({"@type":"schema:NewsArticle","headline":["Weir opens","Second"]})",
       R"({"@type":"NewsArticle","headline":{"@value":"Weir opens","@language":"en"}})",
       R"({"@type":"Report","name":"Weir opens"})",
       R"({"@type":"LiveBlogPosting","headline":" Weir\n opens "})"}) {
    const LinkedArticle article = read(std::string(script));
    EXPECT_TRUE(article.found) << script;
    EXPECT_EQ(article.headline, "Weir opens") << script;
  }
}

TEST(JsonLd, WhatBelongsToOthersIsNotTheArticle) {
  for (
      const std::string_view script :
      {R"({"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Elsewhere"}]})",
       R"({"@type":"WebPage","hasPart":{"@type":"NewsArticle","headline":"Elsewhere"}})",
       R"({"@type":"Thing","name":"Elsewhere"})", R"({"name":"Elsewhere"})", R"({"@type":7})",
       R"({"@type":[]})", "7", "[]", ""}) {
    const LinkedArticle article = read(std::string(script));
    EXPECT_FALSE(article.found) << script;
    EXPECT_EQ(article.headline, "") << script;
  }
  EXPECT_FALSE(read_json_ld({}, {}).found);
}

TEST(JsonLd, TheArticleWithThePagesAddressIsPreferred) {
  const std::string two =
      R"([{"@type":"NewsArticle","headline":"First","url":"https://a.example/1"},)"
      R"({"@type":"NewsArticle","headline":"Second","mainEntityOfPage":{"@id":"https://a.example/2"}}])";
  EXPECT_EQ(read(two).headline, "First");
  EXPECT_EQ(read(two, "https://a.example/2#top").headline, "Second");
  EXPECT_EQ(read(two, "https://a.example/3").headline, "First");
  const std::string bare =
      R"([{"@type":"Review"},{"@type":"Article","headline":"With a headline"}])";
  EXPECT_EQ(read(bare).headline, "With a headline");
}

TEST(JsonLd, TheArticleWithThePagesTitleComesBeforeStoriesBesideIt) {
  const std::string two =
      R"([{"@type":"NewsArticle","headline":"Ferry sold to the north","datePublished":"2019-01-02"},)"
      R"({"@type":"NewsArticle","headline":"Weir opens again","datePublished":"2024-05-03"}])";
  EXPECT_EQ(read(two, {}, {"Weir opens again - The Echo"}).published, "2024-05-03");
  // A column's name behind the headline is not the headline.
  EXPECT_EQ(read(two, {}, {"Why the bridge is shut | Weir opens again"}).published, "2019-01-02");
  EXPECT_EQ(read(two, {}, {"The Echo", "Weir opens again"}).published, "2024-05-03");
  EXPECT_EQ(read(two, {}, {"Another title of the same page"}).published, "2019-01-02");
  // A headline alone says less than one with a day.
  const std::string bare =
      R"([{"@type":"NewsArticle","headline":"The weir of the moor","datePublished":"2024-05-03"},)"
      R"({"@type":"NewsArticle","headline":"Weir opens again"}])";
  EXPECT_EQ(read(bare, {}, {"Weir opens again"}).published, "2024-05-03");
}

TEST(JsonLd, AnObjectOfVeryManyMembersIsNoArticle) {
  std::string members;
  for (int i = 0; i < 1000; ++i) members += "\"k" + std::to_string(i) + "\":1,";
  EXPECT_FALSE(read("{" + members + R"("@type":"NewsArticle","headline":"Weir opens"})").found);
}

TEST(JsonLd, ASecondObjectOfTheSameArticleFillsWhatIsMissing) {
  const LinkedArticle article = read_json_ld(
      {R"({"@type":"NewsArticle","headline":"Weir opens","datePublished":"2024-05-03"})",
       R"({"@type":"BlogPosting","headline":"Weir opens","datePublished":"2024-05-04","articleSection":"Rivers"})",
       R"({"@type":"BlogPosting","headline":"Another","description":"Not ours"})"},
      {});
  EXPECT_EQ(article.published, "2024-05-03");
  EXPECT_EQ(article.section, "Rivers");
  EXPECT_EQ(article.description, "");
  EXPECT_EQ(article.type, "NewsArticle");
}

TEST(JsonLd, AuthorsComeInManyForms) {
  struct Case {
    std::string_view author;
    std::vector<std::string> want;
  };
  const Case cases[] = {
      {R"("Jane Doe")", {"Jane Doe"}},
      {R"(["Jane Doe",{"@type":"Person","name":"John Roe"}])", {"Jane Doe", "John Roe"}},
      {R"({"@type":"Person","name":["Jane Doe","John Roe"]})", {"Jane Doe", "John Roe"}},
      {R"({"@type":"NewsMediaOrganization","name":"The Echo"})", {"The Echo (organization)"}},
      {R"({"@type":"Person","givenName":"Jane","familyName":"Doe"})", {"Jane Doe"}},
      {R"([["Jane Doe","John Roe"]])", {"Jane Doe"}},
      {R"({"@id":"#jane"})", {"Jane Doe"}},
      {R"({"@id":"#nobody"})", {}},
      {R"({"@type":"Person"})", {}},
      {R"([[],{},null,""])", {}},
      {"null", {}},
  };
  for (const Case& c : cases) {
    const LinkedArticle article = read(
        R"([{"@type":"Person","@id":"#jane","name":"Jane Doe"},{"@type":"NewsArticle","author":)" +
        std::string(c.author) + "}]");
    EXPECT_EQ(names(article), c.want) << c.author;
  }
  EXPECT_THAT(names(read(R"({"@type":"Article","author":[],"creator":"Jane Doe"})")),
              ElementsAre("Jane Doe"));
}

TEST(JsonLd, PublisherSiteAndTags) {
  const LinkedArticle article = read(
      R"([{"@type":"WebSite","name":"Echo Online","alternateName":"Echo"},)"
      R"({"@type":"Organization","@id":"#pub","name":"Hills Media","url":"https://hills.example","alternateName":"HM"},)"
      R"({"@type":"NewsArticle","publisher":{"@id":"#pub"},"keywords":["weir"," ",{"name":"river"}],)"
      R"("isPartOf":[{"@type":"Product","name":"The Daily Weir"}]}])");
  EXPECT_EQ(article.publisher, "Hills Media");
  EXPECT_EQ(article.publisher_url, "https://hills.example");
  EXPECT_EQ(article.site, "The Daily Weir");
  EXPECT_THAT(article.tags, ElementsAre("weir", "river"));
  EXPECT_THAT(article.other_names, ElementsAre("HM", "Echo", "HM"));
  EXPECT_THAT(read(R"({"@type":"Article","keywords":"weir, ,river"})").tags,
              ElementsAre("weir", "river"));
  const LinkedArticle listed = read(
      R"({"@type":"Article","publisher":[{"name":"Hills Media","url":"https://hills.example"}]})");
  EXPECT_EQ(listed.publisher, "Hills Media");
  EXPECT_EQ(listed.publisher_url, "https://hills.example");
  EXPECT_EQ(read(R"({"@type":"Article","publisher":"Hills Media"})").publisher, "Hills Media");
  const LinkedArticle unresolved = read(
      R"({"@type":"Article","publisher":{"@id":"#pub"},"author":{"@id":"#ines"},"mainEntityOfPage":{"@id":"https://hills.example/weir"}})");
  EXPECT_EQ(unresolved.publisher, "") << "an @id that leads nowhere is no name";
  EXPECT_TRUE(unresolved.authors.empty());
  EXPECT_EQ(unresolved.url, "https://hills.example/weir");
}

TEST(JsonLd, WithoutAnArticleThePageAndItsOwnersAreKept) {
  const LinkedArticle page = read(
      R"([{"@type":"WebPage","datePublished":"2024-05-03","dateModified":"2024-05-04"},{"@type":"WebPage","datePublished":"2020-01-01"},)"
      R"({"@type":"NewspaperPublisher","name":"Hills Media"},{"@type":"WebSite","name":"Echo"}])");
  EXPECT_FALSE(page.found);
  EXPECT_EQ(page.published, "2024-05-03");
  EXPECT_EQ(page.modified, "2024-05-04");
  EXPECT_EQ(page.publisher, "Hills Media");
  EXPECT_EQ(page.site, "Echo");
  const LinkedArticle both = read(
      R"([{"@type":"WebPage","datePublished":"2024-05-03"},{"@type":"Article","headline":"Weir opens"}])");
  EXPECT_EQ(both.published, "") << "the page's day is not the article's";
}

TEST(JsonLd, ParagraphsOfTheBodyStayApart) {
  EXPECT_EQ(
      read(R"({"@type":"Article","articleBody":"<p>One &amp; only.</p><p>Two.</p>"})").article_body,
      "One & only.\n\nTwo.");
}

TEST(JsonLd, BrokenScriptsStillSayHeadlineAndDates) {
  const LinkedArticle article = read(
      R"({"@type":"NewsArticle" "headline" : "The \"weir\" opens", "datePublished":"2024-05-03", "dateModified": 7)");
  EXPECT_TRUE(article.found);
  EXPECT_EQ(article.headline, "The \"weir\" opens");
  EXPECT_EQ(article.published, "2024-05-03");
  EXPECT_EQ(article.modified, "");
  for (const std::string_view script :
       {R"({"headline")", R"({"headline" )", R"({"headline":)", R"({"headline" "x")",
        R"({"headline": x)", R"({"headline":"no end)", R"({"headline":"no end\)",
        R"({"headline":"no letter \u12g4")"}) {
    const LinkedArticle none = read(std::string(script));
    EXPECT_FALSE(none.found) << script;
    EXPECT_EQ(none.headline, "") << script;
  }
  EXPECT_EQ(read("{\"headline\":\"" + std::string(3000, 'x') + "\"").headline, "") << "too long";
}

TEST(JsonLd, SizesAreBounded) {
  std::string authors, tags, names;
  for (int i = 0; i < 100; ++i) {
    authors += (i == 0 ? "\"A" : ",\"A") + std::to_string(i) + "\"";
    tags += (i == 0 ? "t" : ",t") + std::to_string(i);
    names += R"({"@type":"Organization","alternateName":"N)" + std::to_string(i) + "\"},";
  }
  const LinkedArticle article =
      read("[" + names + R"({"@type":"Article","headline":")" + std::string(5000, 'h') +
           R"(","keywords":")" + tags + R"(","author":[)" + authors + "]}]");
  EXPECT_EQ(article.headline.size(), 2000U);
  EXPECT_THAT(article.authors, SizeIs(20));
  EXPECT_THAT(article.tags, SizeIs(60));
  EXPECT_THAT(article.other_names, SizeIs(4));
  std::string many = "[";
  for (int i = 0; i < 20'001; ++i) many += "{},";
  EXPECT_FALSE(read(many + R"({"@type":"Article","headline":"behind them all"}])").found);
}

TEST(JsonLd, OfTwoObjectsTheFirstThatSaysSomethingCounts) {
  const LinkedArticle article = read(R"([
    {"@type":"WebSite","name":"The Echo","alternateName":"Echo"},
    {"@type":"WebSite","name":"Another"},
    {"@type":"WebPage","datePublished":"2024-05-03","dateModified":"2024-05-04"},
    {"@type":"WebPage","datePublished":"2020-01-01","dateModified":"2020-01-02"},
    {"@type":"NewspaperPublisher","name":"Echo Ltd","url":"https://echo.example/"},
    {"@type":"NewsMediaOrganization","name":"Other Ltd"},
    {"@type":"CriticReview","name":"A play"},
    {"@type":"NewsArticle","headline":"Ice","keywords":["a",7,"b"],"isPartOf":[]},
    {"@type":"NewsArticle","headline":"Snow","articleBody":"It snowed.","datePublished":"2019-01-01"}])");
  EXPECT_EQ(article.site, "The Echo");
  EXPECT_EQ(article.publisher, "Echo Ltd");
  EXPECT_EQ(article.publisher_url, "https://echo.example/");
}

TEST(JsonLd, WhatIsOfAnotherShapeIsPassedOver) {
  for (const std::string_view publisher :
       {R"([])", R"([{"name":"Echo","url":"https://echo.example/"}])", R"({"@id":"#p"})", R"(null)",
        R"("Echo")", R"({"name":null})"}) {
    const LinkedArticle article = read(R"([{"@type":"Thing","@id":"#p","name":"Echo"},
                 {"@type":"NewsArticle","headline":"Ice","publisher":)" +
                                       std::string(publisher) + "}]");
    EXPECT_EQ(article.headline, "Ice") << publisher;
    EXPECT_TRUE(article.publisher.empty() || article.publisher == "Echo") << publisher;
  }
  for (const std::string_view whole : {R"([])", R"([{"@type":"Periodical","name":"Echo"}])",
                                       R"({"@type":"WebPage","name":"x"})", R"(7)", R"([7])"}) {
    const LinkedArticle article =
        read(R"({"@type":"NewsArticle","headline":"Ice","isPartOf":)" + std::string(whole) + "}");
    EXPECT_TRUE(article.site.empty() || article.site == "Echo") << whole;
  }
  for (const std::string_view headline :
       {R"({"@value":7})", R"({"name":["x"]})", R"({})", R"([])", R"(7)", R"([[]])"}) {
    EXPECT_EQ(read(R"({"@type":"NewsArticle","headline":)" + std::string(headline) + "}").found,
              true)
        << headline;
  }
}

TEST(JsonLd, ListsWithoutEndAreCut) {
  std::string authors, tags, types, others;
  for (int i = 0; i < 2000; ++i) {
    const std::string number = std::to_string(i);
    authors += R"({"@type":"Person","name":"Ann Lee)" + number + R"("},)";
    tags += R"("tag)" + number + R"(",)";
    types += R"("Type)" + number + R"(",)";
    others += R"("Name)" + number + R"(",)";
  }
  const LinkedArticle article = read(
      R"({"@type":"NewsArticle","headline":"Ice","author":[)" + authors + R"(""],"keywords":[)" +
      tags + R"(""],"publisher":{"name":"Echo","alternateName":[)" + others + R"(""]}})");
  EXPECT_TRUE(article.found);
  EXPECT_LT(article.authors.size(), 1000U);
  EXPECT_LT(article.tags.size(), 1000U);
  EXPECT_LT(article.other_names.size(), 1000U);
  EXPECT_FALSE(read(R"({"@type":[)" + types + R"("NewsArticle"],"headline":"Ice"})").found);
}

}  // namespace
}  // namespace pressmark::indexer
