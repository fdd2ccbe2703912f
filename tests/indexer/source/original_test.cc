#include "indexer/source/original.h"

#include <filesystem>
#include <string>
#include <sys/stat.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/error.h"
#include "common/sha256.h"
#include "tests/indexer/source/source_items.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

using pressmark::test::TempDir;
using test::gzip;
using ::testing::HasSubstr;

Original read(const std::string& origin, const std::string& sha256 = {}) {
  return read_original(origin, sha256, 1000);
}

std::string refusal(const std::string& origin, const std::string& sha256 = {}) {
  try {
    return "read: " + read(origin, sha256).document.bytes;
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::Database);
    return error.what();
  }
}

std::string warc_record(std::string_view body) {
  const std::string block =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + std::string(body);
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
         "https://a.example/\r\nContent-Length: " +
         std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

TEST(Original, AStoryOfAMessageIsReadAgain) {
  const TempDir dir;
  const std::string item = "<newsItem><inlineData>ice</inlineData></newsItem>";
  const std::string path =
      dir.write("m.xml", "<newsMessage>" + item + item + item + "</newsMessage>");
  const auto documents = test::documents_of(test::reading(path));
  ASSERT_EQ(documents.size(), 3U);
  for (const RawDocument& document : documents)
    EXPECT_EQ(read(document.origin).document.bytes, document.bytes) << document.origin;
}

TEST(Original, EveryDocumentIsReadAgainByItsOrigin) {
  const TempDir dir;
  const std::string one = warc_record("one"), two = warc_record("two");
  dir.write("page: 1!.html", "page");
  dir.write("a.warc", one + two);
  dir.write("b.warc.gz", gzip(one) + gzip(two + warc_record("three")));
  dir.write("c.jsonl", "{\"a\":1}\n{\"a\":2}\n");
  SourceOptions all = test::reading(dir.str());
  const auto documents = test::documents_of(all);
  ASSERT_EQ(documents.size(), 8U);
  for (const RawDocument& document : documents) {
    const Original again = read(document.origin, sha256_hex(document.bytes));
    EXPECT_EQ(again.document.bytes, document.bytes) << document.origin;
    EXPECT_EQ(again.document.origin, document.origin);
    EXPECT_EQ(again.sha256, sha256_hex(document.bytes));
  }
  EXPECT_EQ(read(dir.str("a.warc") + ":" + std::to_string(one.size())).offset, one.size());
  EXPECT_EQ(read(dir.str("c.jsonl") + ":2").line, 2U);
  EXPECT_EQ(read(dir.str("c.jsonl") + ":2").offset, std::nullopt);
  EXPECT_EQ(read(dir.str("page: 1!.html")).member, "");
}

TEST(Original, ARecordAtAnotherPlaceIsNotTakenForIt) {
  const TempDir dir;
  const std::string one = warc_record("one");
  const std::string file = dir.write("a.warc", one + warc_record("two") + warc_record("one"));
  const std::string second = file + ":" + std::to_string(one.size());
  EXPECT_THAT(refusal(second, sha256_hex("one")), HasSubstr("has another SHA-256"));
  for (const char* place :
       {":7", ":99999999", ":99999999999999999999999", ":7+", ":7+x", ":x", ":", "!", "!x", ":0+3"})
    EXPECT_THAT(refusal(file + place), HasSubstr("there is no document at")) << place;
}

TEST(Original, ALineThatMovedIsFoundByItsDigest) {
  const TempDir dir;
  dir.write("c.jsonl", "{\"a\":1}\n{\"a\":2}\n");
  const std::string digest = read(dir.str("c.jsonl") + ":2").sha256;
  dir.write("c.jsonl", "{\"a\":0}\n{\"a\":1}\n{\"a\":2}\n");
  const Original found = read(dir.str("c.jsonl") + ":2", digest);
  EXPECT_EQ(found.document.bytes, "{\"a\":2}");
  EXPECT_EQ(found.line, 3U);
  dir.write("c.jsonl", "{\"a\":0}\n{\"a\":1}\n");
  EXPECT_THROW(read(dir.str("c.jsonl") + ":2", digest), Error) << "gone";
}

TEST(Original, OnlyRegularFilesAreOpened) {
  const TempDir dir;
  ASSERT_EQ(mkfifo(dir.str("pipe").c_str(), 0600), 0);
  const std::string many(100, ':');
  for (const std::string& origin : {std::string(), dir.str("absent"), dir.str("absent") + ":7",
                                    dir.str("pipe"), dir.str(), dir.str("x") + many})
    EXPECT_THAT(refusal(origin), HasSubstr("there is no file for")) << origin;
  for (const std::string& origin : {std::string("-"), std::string("-:7"), std::string("-!a.html")})
    EXPECT_THAT(refusal(origin), HasSubstr("standard input")) << origin;
  EXPECT_THAT(refusal(std::string("/etc/\0passwd", 12)), HasSubstr("NUL"));
}

TEST(Original, OverTheLimitThereIsNone) {
  const TempDir dir;
  const std::string file = dir.write("big.html", std::string(1001, 'x'));
  EXPECT_THAT(refusal(file), HasSubstr("there is no document at"));
}

}  // namespace
}  // namespace pressmark::indexer
