#include "indexer/article_json.h"

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

using namespace std::chrono_literals;

IndexedArticle example() {
  IndexedArticle indexed;
  indexed.article.origin = "a.html";
  indexed.article.title = "Crue à Lyon";
  indexed.article.text = "À Lyon, Hervé Montagnon attend.";
  indexed.article.published = PublishedDate{2019y / 3 / 12, DateOrigin::Url, false};
  indexed.annotations.language = "fr";
  indexed.annotations.mentions = {{3, 7, EntityType::Place}, {9, 25, EntityType::Person}};
  indexed.annotations.entities = {{EntityType::Person, "Hervé Montagnon", 1, {}},
                                  {EntityType::Place, "Lyon", 1, {}}};
  indexed.annotations.countries = {"FR"};
  return indexed;
}

TEST(ArticleJson, OffsetsOfMentionsAreCodePoints) {
  EXPECT_EQ(article_json(example(), WithNotes::No),
            "{\"v\":1,\"path\":\"a.html\",\"title\":\"Crue à Lyon\",\"text\":\"À Lyon, Hervé "
            "Montagnon attend.\","
            "\"date\":\"2019-03-12\",\"date_source\":\"url\",\"date_sure\":false,\"lang\":\"fr\","
            "\"countries\":[\"FR\"],"
            "\"persons\":[\"Hervé "
            "Montagnon\"],\"places\":[\"Lyon\"],\"mentions\":[[2,6,\"LOC\"],[8,23,\"PER\"]]}");
}

TEST(ArticleJson, UnknownIsLeftOut) {
  IndexedArticle indexed;
  indexed.article.origin = "b.txt";
  indexed.article.text = "Words.";
  EXPECT_EQ(article_json(indexed, WithNotes::No),
            "{\"v\":1,\"path\":\"b.txt\",\"text\":\"Words.\"}");
}

TEST(ArticleJson, NotesSayWhichRuleChoseAField) {
  IndexedArticle indexed;
  indexed.article.origin = "b.txt";
  indexed.article.notes = {{"title", "first line", "Words"}};
  EXPECT_EQ(article_json(indexed, WithNotes::Yes),
            "{\"v\":1,\"path\":\"b.txt\",\"text\":\"\",\"notes\":[{\"field\":\"title\",\"rule\":"
            "\"first line\","
            "\"value\":\"Words\"}]}");
}

TEST(ArticleText, IsSafeOnATerminal) {
  IndexedArticle indexed = example();
  indexed.article.title = "Red \x1B[31m alert";
  const std::string text = article_text(indexed);
  EXPECT_EQ(text.find('\x1B'), std::string::npos);
  EXPECT_NE(text.find("Red \\x1B[31m alert"), std::string::npos);
  EXPECT_NE(text.find("~2019-03-12 (url)"), std::string::npos);
}

TEST(ArticleText, NamesOfFieldsAndTheirRulesStandApart) {
  IndexedArticle indexed;
  indexed.article.notes = {{"declared_language", "html lang", "en"}, {"url", "canonical", "x"}};
  const std::string text = article_text(indexed);
  EXPECT_NE(text.find("  declared_language  html lang: en\n"), std::string::npos) << text;
  EXPECT_NE(text.find("\n  url                canonical: x\n"), std::string::npos) << text;
}

}  // namespace
}  // namespace pressmark::indexer
