#include "indexer/extract/json_article.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

using namespace std::chrono_literals;

Outcome<Article> extracted(std::string_view json) {
  DecodedDocument document;
  document.origin = "x.jsonl:1";
  document.format = Format::JsonArticle;
  document.text = json;
  return extract_json_article(document, {});
}

TEST(JsonArticle, TextComesOutAsItWentIn) {
  const auto article =
      extracted(R"({"text":" Two  blanks\n\n\tand a tab. \n","id":17,"title":" A  title "})");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->text, " Two  blanks\n\n\tand a tab. \n");
  EXPECT_EQ(article->external_id, "17");
  EXPECT_EQ(article->title, "A title");
}

TEST(JsonArticle, SaysUnderWhichNameEachFieldWasGiven) {
  DecodedDocument document;
  document.format = Format::JsonArticle;
  document.text = R"({"maintext":"The harbour froze.","headline":"Ice","byline":"Jane Doe"})";
  const auto article = extract_json_article(document, {.explain = true});
  ASSERT_TRUE(article);
  std::string notes;
  for (const FieldNote& note : article->notes)
    notes += note.field + '|' + note.rule + '|' + note.value + '\n';
  EXPECT_EQ(notes,
            "title|given as \"headline\"|Ice\n"
            "text|given as \"maintext\"|The harbour froze.\n"
            "authors|given as \"byline\"|Jane Doe\n");
  EXPECT_TRUE(extract_json_article(document, {})->notes.empty());
}

TEST(JsonArticle, ReadsTheCrawlersWithoutConfiguration) {
  struct Case {
    std::string_view tool, json;
  };
  constexpr Case kCases[] = {
      {"news-please",
       R"({"authors":["Jane Doe"],"date_download":"2021-03-01 10:00:00","date_modify":null,"date_publish":"2021-02-15 08:00:00","description":"Ice.",
           "language":"en","maintext":"The harbour froze.","source_domain":"www.pennine-echo.example","title":"Ice","url":"https://www.pennine-echo.example/ice"})"},
      {"newspaper4k",
       R"({"url":"https://www.pennine-echo.example/ice","title":"Ice","authors":["Jane Doe"],"publish_date":"2021-02-15T08:00:00","text":"The harbour froze.","meta_lang":"en"})"},
      {"trafilatura",
       R"({"title":"Ice","author":"Jane Doe","hostname":"pennine-echo.example","date":"2021-02-15","id":null,"raw_text":"The harbour froze.","text":"The harbour froze.",
           "language":"en","source":"https://www.pennine-echo.example/ice","source-hostname":"Pennine Echo","excerpt":"Ice."})"},
      {"schema.org",
       R"({"headline":"Ice","author":{"@type":"Person","name":"Jane Doe"},"datePublished":"2021-02-15T08:00:00Z","articleBody":"The harbour froze.",
           "inLanguage":"en","url":"https://www.pennine-echo.example/ice","publisher":{"name":"Pennine Echo"}})"},
      {"scrapy",
       R"({"headline":"Ice","byline":"By Jane Doe","published_at":"2021-02-15","body":["The harbour froze."],"lang":"en","link":"https://www.pennine-echo.example/ice"})"},
  };
  for (const Case& c : kCases) {
    const auto article = extracted(c.json);
    ASSERT_TRUE(article) << c.tool;
    EXPECT_EQ(article->text, "The harbour froze.") << c.tool;
    EXPECT_EQ(article->title, "Ice") << c.tool;
    EXPECT_EQ(article->authors, std::vector<std::string>{"Jane Doe"}) << c.tool;
    ASSERT_TRUE(article->published) << c.tool;
    EXPECT_EQ(article->published->day, 2021y / 2 / 15) << c.tool;
    EXPECT_EQ(article->published->origin, DateOrigin::Given) << c.tool;
    EXPECT_EQ(article->url, "https://www.pennine-echo.example/ice") << c.tool;
    EXPECT_EQ(article->outlet.domain, "pennine-echo.example") << c.tool;
    EXPECT_EQ(article->declared_language, "en") << c.tool;
  }
}

TEST(JsonArticle, GivenNamesAreTakenAsTheyAre) {
  const auto article = extracted(
      R"({"text":"x y","persons":["Jane Doe",{"name":"Zelig"}],"orgs":["Ice Board"],"places":[],"countries":["gb","France","Nowhere"]})");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->given.persons, (std::vector<std::string>{"Jane Doe", "Zelig"}));
  EXPECT_EQ(article->given.orgs, std::vector<std::string>{"Ice Board"});
  EXPECT_TRUE(article->given.places.empty());
  EXPECT_EQ(article->given.countries, (std::vector<std::string>{"GB", "FR"}));
}

TEST(JsonArticle, ListsAndParagraphsComeInSeveralForms) {
  const auto article = extracted(
      R"({"_source":{"text":["One."," ",7,"Two."],"title":["First","Second"],"tags":"a; b,c;","countries":"gb,United Kingdom,,x"}})");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->text, "One.\n\nTwo.");
  EXPECT_EQ(article->title, "First");
  EXPECT_EQ(article->tags, (std::vector<std::string>{"a", "b,c"}));
  EXPECT_EQ(extracted(R"({"text":"x","tags":"النفط، الغاز"})")->tags,
            (std::vector<std::string>{"النفط", "الغاز"}));
  EXPECT_EQ(article->given.countries, std::vector<std::string>{"GB"});
  EXPECT_EQ(
      extracted(
          R"({"text":"x","title":[],"headline":"H","tags":[""," "],"keywords":["k",{"name":"l"}]})")
          ->tags,
      (std::vector<std::string>{"k", "l"}));
  EXPECT_FALSE(extracted(R"({"_source":7,"title":"no text"})"));
  std::string many;
  for (int i = 0; i < 1500; ++i) many += "t" + std::to_string(i) + ",";
  EXPECT_EQ(extracted(R"({"text":"x","tags":")" + many + "\"}")->tags.size(), 1000U);
}

TEST(JsonArticle, IsReadAsWordPressGivesIt) {
  const auto post = extracted(
      R"({"id":7,"date":"2024-03-01T10:00:00","link":"https://a.example/ferry","author":3,"title":{"rendered":"Ferry &#8211; stopped"},)"
      R"("content":{"rendered":"<p>One &amp; two.</p>\n<p>Three.</p>","protected":false},"excerpt":{"rendered":"<p>Short.</p>"}})");
  ASSERT_TRUE(post);
  EXPECT_EQ(post->title, "Ferry – stopped");
  EXPECT_EQ(post->text, "One & two.\n\nThree.");
  EXPECT_EQ(post->description, "Short.");
  EXPECT_EQ(post->url, "https://a.example/ferry");
  EXPECT_TRUE(post->authors.empty());
  EXPECT_FALSE(extracted(R"({"title":"A","content":{"text":"t"}})"));
}

TEST(JsonArticle, AListMayBeWrittenIntoAString) {
  const auto article = extracted(
      R"({"text":"x","authors":"['Ann Lee', \"Bo O'Hara\", 'Cy \\'Kid\\' Poe']","tags":"[\"a, b\",'c','']"})");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->tags, (std::vector<std::string>{"a, b", "c"}));
  ASSERT_EQ(article->authors.size(), 3U);
  EXPECT_EQ(article->authors[1], "Bo O'Hara");
  EXPECT_TRUE(extracted(R"({"text":"x","authors":"[]","tags":" [ ] "})")->authors.empty());
  EXPECT_EQ(extracted(R"({"text":"x","tags":"['a', b]"})")->tags,
            (std::vector<std::string>{"['a'", "b]"}));
  EXPECT_EQ(extracted(R"({"text":"x","tags":"['a]"})")->tags, std::vector<std::string>{"['a]"});
}

TEST(JsonArticle, DatesAndNumbersComeAsProgramsWriteThem) {
  for (const std::string_view date :
       {R"("date":1714730400.123)", R"("date":"1714730400.123")", R"("date":1714730400123456)",
        R"("date":{"$date":"2024-05-03T10:00:00Z"})",
        R"("date":{"$date":{"$numberLong":"1714730400000"}})",
        R"("date_published_parsed":[2024,5,3,10,0,0,4,124,0])", R"("date":["3 May 2024"])",
        R"("date":"20240503100000")", R"("date":20240503100000)"}) {
    const auto article =
        extracted(std::string(R"({"text":"The harbour froze.",)").append(date).append("}"));
    ASSERT_TRUE(article && article->published) << date;
    EXPECT_EQ(article->published->day, 2024y / 5 / 3) << date;
  }
  const auto article = extracted(R"({"text":"The harbour froze.","_id":{"$oid":"66a1f0"}})");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->external_id, "66a1f0");
}

TEST(JsonArticle, AFieldWithoutADateHidesNoOther) {
  for (const std::string_view none : {R"("N/A")", R"("None")", R"("unknown")", "null", R"("")"}) {
    const auto article = extracted(std::string(R"({"text":"The harbour froze.","date":)")
                                       .append(none)
                                       .append(R"(,"publish_date":"2024-05-03 10:00:00"})"));
    ASSERT_TRUE(article && article->published) << none;
    EXPECT_EQ(article->published->day, 2024y / 5 / 3) << none;
  }
}

TEST(JsonArticle, AnAddressMayStandInAList) {
  EXPECT_EQ(extracted(R"({"text":"x","url":["https://moor.example/ice"]})")->url,
            "https://moor.example/ice");
  EXPECT_EQ(extracted(R"({"text":"x","url":[],"link":"https://moor.example/ice"})")->url,
            "https://moor.example/ice");
}

TEST(JsonArticle, APageInsteadOfATextIsExtracted) {
  constexpr std::string_view kPage =
      "<!DOCTYPE html><title>Ice | Moor News</title><nav>Home</nav><h1>Ice in the harbour</h1>"
      "<p>The harbour froze overnight, and the ferries stayed where they were until noon.</p>";
  for (const std::string_view name : {"html", "raw_html", "body"}) {
    const auto article = extracted(std::string(R"({"url":"https://moor.example/ice","id":7,)")
                                       .append(R"("date":"2024-05-03","text":"",")")
                                       .append(name)
                                       .append("\":\"")
                                       .append(kPage)
                                       .append("\"}"));
    ASSERT_TRUE(article) << name;
    EXPECT_EQ(article->url, "https://moor.example/ice");
    EXPECT_EQ(article->title, "Ice in the harbour");
    EXPECT_EQ(article->text,
              "The harbour froze overnight, and the ferries stayed where they were until noon.");
    EXPECT_EQ(article->external_id, "7");
    ASSERT_TRUE(article->published);
    EXPECT_EQ(article->published->day, 2024y / 5 / 3);
  }
  EXPECT_EQ(extracted(R"({"text":"The harbour froze.","html":"<p>Another</p>"})")->text,
            "The harbour froze.");
}

TEST(JsonArticle, WithoutTextOneIsKeptOnlyWhereAllAre) {
  DecodedDocument document;
  document.format = Format::JsonArticle;
  document.text = R"({"title":"Ice"})";
  EXPECT_EQ(extract_json_article(document, {.keep_all = true})->title, "Ice");
}

// A home page as the source of each made one article of all.
TEST(JsonArticle, AHomePageIsTheOutletsAddress) {
  for (const std::string_view name : {"source", "url", "link"}) {
    for (const std::string_view address :
         {"https://www.bbc.com", "http://bbc.com/?utm_source=a", "https://bbc.com/#top"}) {
      const auto article = extracted(std::string(R"({"text":"x",")")
                                         .append(name)
                                         .append("\":\"")
                                         .append(address)
                                         .append("\"}"));
      EXPECT_EQ(article->url, "") << address;
      EXPECT_EQ(article->outlet.domain, "bbc.com") << address;
    }
  }
  EXPECT_EQ(
      extracted(R"({"text":"x","url":"https://a.example/","source":"https://a.example/1"})")->url,
      "https://a.example/1");
  EXPECT_EQ(extracted(R"({"text":"x","url":"https://a.example/?p=17"})")->url,
            "https://a.example/?p=17");
}

TEST(JsonArticle, TheIdOfARowIsUniqueWithinItsOutlet) {
  const auto id = [](std::string_view members) {
    return extracted(std::string(R"({"text":"x",)").append(members).append("}"))->external_id;
  };
  EXPECT_EQ(id(R"("row_id":"doc_1","source":"halden.example")"), "halden.example doc_1");
  EXPECT_EQ(id(R"("row_id":"doc_1","publisher":"Halden Post")"), "Halden Post doc_1");
  EXPECT_EQ(id(R"("row_id":"doc_1")"), "") << "another table may have it, too";
  for (const std::string_view none : {"NaN", "None", "null", "N/A"})
    EXPECT_EQ(id(std::string(R"("source":"halden.example","row_id":")").append(none).append("\"")),
              "");
  for (const std::string_view unique :
       {"0f8fad5b-d9cb-469f-a165-70867728950e", "https://a.example/17", "66a1f05b5d9cb469fa165708",
        "tag:a.example,2024:17"})
    EXPECT_EQ(id(std::string(R"("row_id":")").append(unique).append("\"")), unique);
}

TEST(JsonArticle, ATextThatIsHtmlIsReadAsSuch) {
  EXPECT_EQ(extracted(R"({"text":"<p>The council &amp; all.</p><p>Second.</p>"})")->text,
            "The council & all.\n\nSecond.");
  EXPECT_EQ(extracted(R"({"text":"<b>One.</b><br><br>Two."})")->text, "One.\n\nTwo.");
  EXPECT_EQ(extracted(R"({"text":"<b> is bold </b> &amp;"})")->text, "<b> is bold </b> &amp;");
  EXPECT_EQ(extracted(R"({"text":"< 3 <br"})")->text, "< 3 <br");
}

TEST(JsonArticle, MayBeCut) {
  EXPECT_TRUE(extracted(R"({"text":"The harbour… [+1834 chars]"})")->truncated);
  EXPECT_TRUE(extracted(R"({"text":"The harbour…"})")->truncated);
  EXPECT_TRUE(extracted(R"({"text":"The harbour...\n"})")->truncated);
  EXPECT_FALSE(extracted(R"({"text":"The harbour [+ chars]"})")->truncated);
  EXPECT_FALSE(extracted(R"({"text":"The harbour froze."})")->truncated);
}

TEST(JsonArticle, OutletByNameOrDomain) {
  EXPECT_EQ(extracted(R"({"text":"x","source":"The Guardian"})")->outlet,
            (Outlet{"theguardian.com", "The Guardian"}));
  EXPECT_EQ(extracted(R"({"text":"x","source":"moor-news.example"})")->outlet.domain,
            "moor-news.example");
  for (const char* none : {"localhost", "co.uk", "a b.example", "https://"})
    EXPECT_EQ(
        extracted(std::string(R"({"text":"x","source_domain":")") + none + "\"}")->outlet.domain,
        "")
        << none;
  EXPECT_EQ(extracted(R"({"text":"x","source":{"id":"me","name":"Moor News"}})")->outlet.name,
            "Moor News");
}

TEST(JsonArticle, WhatIsNoArticle) {
  struct Case {
    std::string_view json;
    SkipReason reason;
  };
  constexpr Case kCases[] = {
      {R"({"title":"Ice"})", SkipReason::NoText},
      {R"({"text":"  "})", SkipReason::NoText},
      {R"({"text":["",null]})", SkipReason::NoText},
      {R"({"text":"x")", SkipReason::Damaged},
      {R"(["text"])", SkipReason::Damaged},
      {R"("text")", SkipReason::Damaged},
      {"", SkipReason::Damaged},
      {R"({"text":"x"} trailing)", SkipReason::Damaged},
  };
  for (const Case& c : kCases) {
    const auto article = extracted(c.json);
    ASSERT_FALSE(article) << c.json;
    EXPECT_EQ(article.error().reason, c.reason) << c.json;
  }
}

TEST(JsonArticle, OnlyTheFirstOfVeryManyNamesAreRead) {
  std::string names;
  for (int i = 0; i < 300'000; ++i) names += "\"\",";
  const auto article = extracted(R"({"text":"x","authors":[)" + names + R"("Jane Doe"],"tags":[)" +
                                 names + "\"T\"]}");
  EXPECT_TRUE(article->authors.empty());
  EXPECT_EQ(article->tags, std::vector<std::string>{"T"});
}

TEST(JsonArticle, DepthAndOddValuesDoNoHarm) {
  EXPECT_FALSE(extracted(std::string(200000, '[')));
  EXPECT_TRUE(
      extracted(R"({"text":"x","date":NaN,"authors":{"a":[[[[]]]]},"url":5,"id":{"a":1}})"));
  EXPECT_EQ(extracted("{\"text\":\"a\\u0000b\"}")->text, "ab");
}

}  // namespace
}  // namespace pressmark::indexer
