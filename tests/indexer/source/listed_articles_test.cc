#include "indexer/source/listed_articles.h"

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/source/source_items.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

using pressmark::test::TempDir;
using test::lines_of;
using test::reading;
using ::testing::ElementsAre;

struct Answer {
  std::string_view text;
  std::size_t articles;
};

constexpr Answer kAnswers[] = {
    {R"({"articles":[{"title":"A","content":"c"}]})", 1},
    {"{\"status\":\"ok\",\"totalResults\":2,\"articles\":[\n{\"url\":\"u\",\"content\":null},{},"
     "{\"title\":\"B\"}],\"next\":\"p\"}",
     3},
    {R"({"response":{"status":"ok","results":[{"webTitle":"A","bodyText":"b"}]}})", 1},
    {R"({"took":1,"hits":{"total":{"value":1},"hits":[{"_id":"1","_source":{"title":"A","text":"t"}}]}})",
     1},
    {R"({"feed":{"title":"A feed"},"items":[{"title":"A","content":"c"}]})", 1},
    {R"({"error":"[{\"text\":","data":[{"link":"u","text":"t ]} \" ["},"x ]",null,[{}],7,{"a":1}]})",
     2},
    {R"({"news":[{"title":"A","content":"c"}],"articles":[{"title":"B","content":"c"},{"title":"C","content":"c"}]})",
     3},
    {R"({"articles":[{"title":"no text","url":"u"},{"title":"A","url":"v","text":"t"}]})", 2},
};

// Articles may have lists of others, in any order of their members.
constexpr std::string_view kOthers[] = {
    "",
    "{",
    "{}",
    "[]",
    R"([{"title":"A","content":"c"}])",
    R"({"title":"A","articles":[{"title":"B","content":"c"}]})",
    R"({"articles":[{"title":"B","content":"c"}],"title":"A"})",
    R"({"articles":[{"title":"B","content":"c"}],"headline":["A"]})",
    R"({"items":[{"url":"/b","text":"Read also"}],"title":null,"text":"t"})",
    R"({"news":[{"title":"B","text":"t"}],"name":"A","articleBody":"t"})",
    R"({"results":[{"title":"B","content":"c"}],"paragraphs":["t"]})",
    R"({"data":{"items":[{"title":"B","text":"t"}],"text":"t"}})",
    R"({"url":"u","comments":{"items":[{"title":"Bob","text":"Nice"}]}})",
    R"({"media":{"items":[{"title":"Photo","text":"c","url":"a.jpg"}]}})",
    R"({"_source":{"data":[{"title":"B","content":"c"}]}})",
    R"({"data":[{"type":"paragraph","text":"t"},{"type":"paragraph","text":"t"}]})",
    R"({"data":[{"name":"Population","text":"12"}]})",
    R"({"articles":["u","v"]})",
    R"({"articles":[]})",
    R"({"articles":[{"title":"A","url":"u"}]})",
    R"({"data":{"data":{"data":{"data":{"data":[{"title":"A","text":"t"}]}}}}})",
    R"({"articles":[{"title":"A","content":"c"}])",
    R"({"articles":[{"title":"A","content":"c"})",
    R"({"articles":[{"title":"A","content":"c)",
    R"({"articles":[{"title":"A","content":"c"}] "x"})",
    R"({"data" 7)",
    R"({"more":"articles\":[{\"title\":\"A\",\"content\":\"c\"}]"})",
};

TEST(ListedArticles, AreTheObjectsOfAnAnswersLists) {
  for (const Answer& answer : kAnswers)
    EXPECT_EQ(listed_articles(answer.text).size(), answer.articles) << answer.text;
  EXPECT_THAT(listed_articles(kAnswers[5].text),
              ElementsAre(R"({"link":"u","text":"t ]} \" ["})", R"({"a":1})"));
}

TEST(ListedArticles, AreNotThoseThatAnArticleNames) {
  for (const std::string_view text : kOthers) EXPECT_TRUE(listed_articles(text).empty()) << text;
}

TEST(ListedArticles, AreFoundInTimeThatGrowsWithTheText) {
  for (const std::string_view part :
       {R"({"data":)", R"({"data":[)", "{\"a\":[[}\n", R"("_source":{)", R"({"data":[{"_source":{)",
        R"({"data":[{},)"}) {
    std::string text = R"({"data":[{)";
    while (text.size() < 4'000'000) text += part;
    EXPECT_TRUE(listed_articles(text).empty()) << part;
  }
}

TEST(ListedArticles, AreDocumentsWithNamesOfTheirOwn) {
  const TempDir dir;
  const std::string answer = R"({"data":{"results":[{"url":"u","text":"t"},{"url":"v"}]}})";
  const std::string first = "{\"url\":\"u\",\"text\":\"t\"}";
  EXPECT_THAT(
      lines_of(
          reading(dir.write("x.jsonl", answer + "\n{\"status\":\"error\"}\n" + answer + answer +
                                           "\n{\"articles\":[{\"title\":\"cut\n{}\n")),
          dir.str()),
      ElementsAre("document /x.jsonl:1: " + first, "document /x.jsonl:1+1: {\"url\":\"v\"}",
                  "document /x.jsonl:2: {\"status\":\"error\"}", "document /x.jsonl:3: " + first,
                  "document /x.jsonl:3+1: {\"url\":\"v\"}", "document /x.jsonl:3+2: " + first,
                  "document /x.jsonl:3+3: {\"url\":\"v\"}",
                  "document /x.jsonl:4: {\"articles\":[{\"title\":\"cut", "document /x.jsonl:5: {}",
                  "done /x.jsonl"));
  EXPECT_THAT(lines_of(reading(dir.write("x.json", "{\"articles\": [\n" + first + ",\n" + first +
                                                       "\n]}\n" + answer)),
                       dir.str()),
              ElementsAre("document /x.json:1: " + first, "document /x.json:1+1: " + first,
                          "document /x.json:5: " + first, "document /x.json:5+1: {\"url\":\"v\"}",
                          "done /x.json"));
}

}  // namespace
}  // namespace pressmark::indexer
