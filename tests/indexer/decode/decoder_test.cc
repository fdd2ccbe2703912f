#include "indexer/decode/decoder.h"

#include <random>

#include <gtest/gtest.h>

#include "common/utf8.h"

namespace pressmark::indexer {
namespace {

using namespace std::string_view_literals;

Outcome<DecodedDocument> decode_bytes(std::string_view bytes, std::string_view http_charset = {},
                                      std::string_view media_type = {}) {
  RawDocument raw;
  raw.origin = "page";
  raw.bytes = bytes;
  raw.charset = http_charset;
  raw.media_type = media_type;
  return decode(std::move(raw));
}

struct DecodedCase {
  std::string_view bytes;
  std::string_view http_charset;
  std::string_view charset;
  std::string_view text;
};

constexpr DecodedCase kDecodedCases[] = {
    {"\xef\xbb\xbf"
     "Zürich",
     "", "utf-8", "Zürich"},
    {"\xff\xfeZ\0\xfc\0"sv, "", "utf-16le", "Zü"},
    {"\xfe\xff\0Z\0\xfc"sv, "utf-8", "utf-16be", "Zü"},
    {"\xff\xfe\0\0Z\0\0\0"sv, "", "utf-32le", "Z"},
    // Sixteen bits a character without a mark, as an old export left it.
    {"T\0h\0e\0 \0h\0a\0r\0b\0o\0u\0r\0 \0"sv, "", "utf-16le", "The harbour "},
    {"\0T\0h\0e\0 \0h\0a\0r\0b\0o\0u\0r\0 "sv, "", "utf-16be", "The harbour "},
    // A page of ideographs holds few zero bytes.
    {"<\0p\0>"
     "\0\x2d\x4e\x87\x65\xb0\x65\xfb\x95\x2d\x4e\x87\x65\xb0\x65\xfb\x95\x2d\x4e\x87\x65\xb0\x65"
     "\xfb"
     "\x95\x02\x30"sv,
     "", "utf-16le", "<p>中文新闻中文新闻中文新闻。"},
    {"\0\n\0<\0!\0-\0-"
     "\x4e\x2d\x65\x87\x65\xb0\x95\xfb\x4e\x2d\x65\x87\x65\xb0\x95\xfb\x4e\x2d\x65\x87\x65\xb0\x95"
     "\xfb\x30\x02"sv,
     "", "utf-16be", "\n<!--中文新闻中文新闻中文新闻。"},
    // The container's charset goes before the page's own, when it fits.
    {"<meta charset=koi8-r><p>\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0", "windows-1251",
     "windows-1251", "<meta charset=koi8-r><p>Привет, мир"},
    // A server that calls everything Latin-1.
    {"<meta charset=windows-1251><p>\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0", "iso-8859-1",
     "windows-1251", "<meta charset=windows-1251><p>Привет, мир"},
    // Well-formed UTF-8 is UTF-8, whatever is said of it.
    {"<meta charset=utf-16><p>Zürich", "iso-8859-1", "utf-8", "<meta charset=utf-16><p>Zürich"},
    {"<meta charset=x-nonexistent><p>Gen\xe8ve", "", "windows-1252",
     "<meta charset=x-nonexistent><p>Genève"},
    // A stray byte is damage to that byte only.
    {"Zürich \xe9 Genève", "", "utf-8", "Zürich \xef\xbf\xbd Genève"},
    {"<meta charset=utf-8><p>M\xfcller und S\xf6hne, K\xf6ln", "", "windows-1252",
     "<meta charset=utf-8><p>Müller und Söhne, Köln"},
    {"<meta charset=utf-7><p>+ADw-b+AD4-", "", "utf-8", "<meta charset=utf-7><p>+ADw-b+AD4-"},
    {"\x1b$B$3$s$K$A$O\x1b(B", "", "iso-2022-jp", "こんにちは"},
    {"one\0two\0\0"sv, "", "utf-8", "one two  "},
    {"one\r\ntwo\rthree\n\r", "", "utf-8", "one\ntwo\nthree\n\n"},
    {"\xef\xbb\xbf\xef\xbb\xbf"
     "twice",
     "", "utf-8", "twice"},
    {"\0a\0 \0s\0t\0o\0r\0y\0.\0."sv, "", "utf-16be", "a story.."},
    {"a\0 \0s\0t\0o\0r\0y\0.\0.\0"sv, "", "utf-16le", "a story.."},
    {"too\0 short"sv, "", "utf-8", "too  short"},
    {"Gen\xe8ve", "utf-16", "windows-1252", "Genève"},
    {"Gen\xe8ve \x1b$ x", "iso-2022-jp", "windows-1252", "Genève \x1b$ x"},
};

TEST(Decoder, ChoosesTheCharsetThatTheBytesBearOut) {
  for (const DecodedCase& c : kDecodedCases) {
    const auto document = decode_bytes(c.bytes, c.http_charset);
    ASSERT_TRUE(document) << c.text << ": " << document.error().detail;
    EXPECT_EQ(document->charset, c.charset) << c.text;
    EXPECT_EQ(document->text, c.text);
  }
}

// By chance half of the letters of Japanese are letters of UTF-8 too; they make no text.
TEST(Decoder, APageThatSaysUtf8OfAnotherCharsetIsReadAllTheSame) {
  const auto page = decode_bytes(
      "<meta charset=utf-8><p>"
      "\xbb\xd4\xb5\xc4\xb2\xf1\xa4\xcf\xb2\xd0\xcd\xcb\xc6\xfc\xa1\xa2\xc5\xdf\xa4\xce\xcd\xf2"
      "\xa4\xc7\xb2\xf5\xa4\xec\xa4\xbf\xb9\xc1\xa4\xce\xb6\xb6\xa4\xf2\xba\xc6\xb7\xfa\xa4\xb9"
      "\xa4\xeb\xa4\xb3\xa4\xc8\xa4\xf2\xb7\xe8\xa4\xe1\xa4\xbf\xa1\xa3\xbb\xd4\xc4\xb9\xa4\xcf"
      "\xa1\xa2\xb9\xa9\xbb\xf6\xa4\xcf\xbd\xd5\xa4\xcb\xbb\xcf\xa4\xde\xa4\xea\xc6\xf3\xc7\xaf"
      "\xb4\xd6\xc2\xb3\xa4\xaf\xa4\xc8\xbd\xd2\xa4\xd9\xa4\xbf\xa1\xa3");
  ASSERT_TRUE(page) << page.error().detail;
  EXPECT_EQ(page->charset, "euc-jp");
  EXPECT_EQ(page->text,
            "<meta "
            "charset=utf-8><p>"
            "市議会は火曜日、冬の嵐で壊れた港の橋を再建することを決めた。市長は、工事は春に始まり二"
            "年間続くと述べた。");
}

// In windows-1251 its bytes would be letters, too.
TEST(Decoder, DamagedUtf8IsReadAsNothingElse) {
  std::string bytes;
  for (int i = 0; i < 40; ++i) bytes += i % 3 == 0 ? "восста" : "мост\xd0\xd0\xd0";
  const auto text = decode_bytes("<p>" + bytes);
  ASSERT_FALSE(text) << text->charset << text->text;
  EXPECT_EQ(text.error().reason, SkipReason::Undecodable);
}

TEST(Decoder, APageHalfOfAnotherCharsetOfSingleBytesIsNotReadAsThat) {
  std::string bytes = "<meta charset=utf-8><p>";
  for (int i = 0; i < 30; ++i)
    bytes += "Паром ушёл. \xcf\xe0\xf0\xee\xec \xf3\xf8\xb8\xeb \xe2 \xec\xee\xf0\xe5. ";
  const auto text = decode_bytes(bytes);
  EXPECT_TRUE(!text || text->charset == "utf-8") << text->charset << text->text;
}

TEST(Decoder, TextBehindAByteThatTheCharsetLacksIsKept) {
  const auto page = decode_bytes(
      "<meta charset=gb2312><p>\xd6\xd0\xce\xc4\xd0\xc2\xce\xc5 \xff\x83\xc8\x80 the end");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->charset, "gb18030");
  EXPECT_NE(page->text.find("中文新闻"), std::string::npos);
  EXPECT_NE(page->text.find("the end"), std::string::npos);
}

struct SkipCase {
  std::string_view bytes;
  SkipReason reason;
};

constexpr SkipCase kSkips[] = {
    {"", SkipReason::EmptyFile},
    {"\xff\xd8\xff\xe0\0\x10JFIF\0"sv, SkipReason::NotText},
    {"%PDF-1.4 \n%\xe2\xe3\xcf\xd3", SkipReason::NotText},
    {"PK\x03\x04 a zip in disguise", SkipReason::NotText},
    {"<?xml version='1.0'?><rss version='2.0'><channel/></rss>", SkipReason::NotText},
};

TEST(Decoder, WhatIsNotTextIsSkipped) {
  for (const SkipCase& c : kSkips) {
    const auto document = decode_bytes(c.bytes);
    ASSERT_FALSE(document) << c.bytes;
    EXPECT_EQ(document.error().reason, c.reason) << c.bytes;
  }
}

TEST(Decoder, NoiseIsNotText) {
  std::mt19937 random(7);
  for (const std::size_t size : {400U, 5'000U, 300'000U}) {
    std::string noise(size, '\0');
    for (char& c : noise) c = static_cast<char>(random());
    const auto document = decode_bytes(noise);
    ASSERT_FALSE(document) << size;
    EXPECT_EQ(document.error().reason, SkipReason::NotText);
  }
}

TEST(Decoder, TheResultIsAlwaysUtf8WithoutNul) {
  std::mt19937 random(11);
  constexpr std::string_view kPieces[] = {"<p>",
                                          "word ",
                                          "\xc3\xa9",
                                          "\xe9",
                                          "\xe2\x82",
                                          "\xff",
                                          "\xd6\xd0",
                                          "\x81",
                                          "\n",
                                          "\0"sv,
                                          "\xed\xa0\x80",
                                          "\x1b$B",
                                          "<meta charset=big5>",
                                          "\xf0\xf2\xe5"};
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    for (int i = 0; i < 40; ++i) bytes += kPieces[random() % std::size(kPieces)];
    const auto document = decode_bytes(bytes);
    if (!document) continue;
    EXPECT_TRUE(is_utf8(document->text)) << round;
    EXPECT_EQ(document->text.find('\0'), std::string::npos) << round;
  }
}

TEST(Decoder, CarriesOverWhatTheSourceKnows) {
  RawDocument raw;
  raw.origin = "crawl.warc.gz:812";
  raw.url = "https://news.example/bridge";
  raw.bytes = "<html><body><p>A bridge.</p></body></html>";
  raw.crawled = parse_instant("2022-09-01T08:30:00Z");
  raw.truncated = true;
  const auto document = decode(raw);
  ASSERT_TRUE(document);
  EXPECT_EQ(document->origin, raw.origin);
  EXPECT_EQ(document->url, raw.url);
  EXPECT_EQ(document->crawled, raw.crawled);
  EXPECT_TRUE(document->truncated);
}

}  // namespace
}  // namespace pressmark::indexer
