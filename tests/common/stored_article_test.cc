#include "common/stored_article.h"

#include <string>

#include <gtest/gtest.h>

namespace pressmark {
namespace {

using namespace std::chrono_literals;

StoredArticle example() {
  StoredArticle article;
  article.id = "abcdefghijklm";
  article.external_id = "x-17";
  article.url = "https://paper.example/a";
  article.title = "Ferry returns to Lesbos";
  article.text = std::string("First paragraph.\n\nSecond, with a zero byte: ") + '\0' + ".";
  article.date = 2023y / 6 / 3;
  article.date_origin = "json-ld";
  article.date_sure = true;
  article.modified = 1066y / 10 / 14;
  article.crawled = Instant(std::chrono::seconds(-5));
  article.added = Instant(std::chrono::seconds(1700000000));
  article.indexed = Instant(std::chrono::seconds(1800000000));
  article.authors = {"Eleni Vardaki", ""};
  article.countries = {"TR", "GR"};
  article.persons = {"Yiannis Kaloudis"};
  article.places = {"Izmir"};
  article.tags = {"ferry"};
  article.given = {.persons = true, .places = true};
  article.dateline = "IZMIR, Oct 14";
  article.words = 4'000'000'000;
  article.truncated = true;
  return article;
}

TEST(StoredArticle, ComesBackAsItWas) {
  for (const StoredArticle& article : {example(), StoredArticle()}) {
    const auto back = decode_stored_article(encode(article));
    ASSERT_TRUE(back) << back.error().what;
    EXPECT_EQ(*back, article);
  }
}

TEST(StoredArticle, AnyDamageIsNoticed) {
  const std::string record = encode(example());
  for (std::size_t i = 0; i < record.size(); ++i) {
    std::string damaged = record;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
    EXPECT_FALSE(decode_stored_article(damaged)) << "byte " << i;
    EXPECT_FALSE(decode_stored_article(std::string_view(record).substr(0, i))) << i << " bytes";
  }
}

}  // namespace
}  // namespace pressmark
