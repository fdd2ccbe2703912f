#include "common/stored_article.h"

#include <cstdint>
#include <string>

#include <gtest/gtest.h>

#include "common/hash.h"

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

/// A record with the checksum that belongs to it.
std::string sealed(std::string body) {
  const std::uint32_t crc = crc32_of(body);
  for (unsigned shift = 0; shift < 32; shift += 8) body += static_cast<char>(crc >> shift & 0xFF);
  return body;
}

TEST(StoredArticle, FieldsThatDoNotFitAreRefusedUnderARightChecksum) {
  const std::string record = encode(example());
  const std::string body = record.substr(0, record.size() - 4);
  ASSERT_EQ(sealed(body), record);
  for (std::size_t size = 0; size < body.size(); ++size)
    EXPECT_FALSE(decode_stored_article(sealed(body.substr(0, size)))) << size << " bytes";
  EXPECT_FALSE(decode_stored_article(sealed(body + "x"))) << "something behind the last field";
  EXPECT_FALSE(decode_stored_article(sealed("\1" + body.substr(1)))) << "an older version";
  // Version, flags, nothing but empty texts and lists, no words.
  const std::string sealed_empty = encode(StoredArticle());
  const std::string empty = sealed_empty.substr(0, sealed_empty.size() - 4);
  const std::string large = "\xFF\xFF\xFF\xFF\x7F";
  EXPECT_TRUE(decode_stored_article(sealed(empty)));
  EXPECT_FALSE(decode_stored_article(sealed(empty.substr(0, 1) + std::string(40, '\xFF'))))
      << "a number without an end";
  EXPECT_FALSE(decode_stored_article(sealed(empty.substr(0, 2) + large + empty.substr(3))))
      << "a text longer than the record";
  EXPECT_FALSE(decode_stored_article(sealed(empty.substr(0, empty.size() - 2) + large + '\0')))
      << "a list longer than the record";
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
