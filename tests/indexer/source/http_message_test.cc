#include "indexer/source/http_message.h"

#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include "indexer/source/header_fields.h"
#include "tests/indexer/source/source_items.h"

namespace pressmark::indexer {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLimit = 1000;

std::string message(std::string_view headers, std::string_view body) {
  return "HTTP/1.1 200 OK\r\n" + std::string(headers) + "\r\n" + std::string(body);
}

/// "Content-Encoding: deflate", with zlib's header (15) or, as some servers send it, without (-15).
std::string deflated(std::string_view bytes, int window_bits) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string packed(bytes.size() + 100, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  packed.resize(packed.size() - stream.avail_out);
  deflateEnd(&stream);
  return packed;
}

struct BodyCase {
  std::string headers;
  std::string body;
  std::string want;
  bool truncated = false;
};

TEST(HttpMessage, WhatTheServerAsksOfRobotsIsKept) {
  const auto parsed = parse_http_message(
      message("X-Robots-Tag: otherbot: nofollow\r\nx-robots-tag: noindex, noarchive\r\n", "text"),
      kLimit);
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->robots, "otherbot: nofollow\nnoindex, noarchive\n");
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "X-Robots-Tag: " + std::string(50, 'x') + "\r\n";
  EXPECT_LT(parse_http_message(message(many, "text"), kLimit)->robots.size(), 10'000U);
}

TEST(HttpMessage, BodiesLoseTheirEncodings) {
  std::string zstd(200, '\0');
  zstd.resize(ZSTD_compress(zstd.data(), zstd.size(), "story", 5, 3));
  // "story" as a brotli stream of one stored block.
  const std::string brotli("\x0b\x02\x80story\x03"sv);
  const BodyCase cases[] = {
      {"", "story", "story"},
      {"Content-Length: 5\r\n", "story", "story"},
      {"Content-Length: 9\r\n", "story", "story", true},
      {"Transfer-Encoding: chunked\r\n", "2\r\nst\r\n3;x=1\r\nory\r\n0\r\nTrailer: t\r\n\r\n",
       "story"},
      {"Transfer-Encoding: chunked\r\n", "2\r\nst\r\n9\r\nory", "story", true},
      {"Transfer-Encoding: chunked\r\n", "2\r\nst\r\nno size here", "stno size here", true},
      {"Transfer-Encoding: chunked\r\n", "ffffffffffffffff\r\nstory", "story", true},
      {"Transfer-Encoding: chunked\r\n", "<p>never chunked\n", "<p>never chunked\n"},
      {"Transfer-Encoding: chunked\r\n", std::string(90'000, 'a'), std::string(90'000, 'a')},
      {"Content-Encoding: gzip\r\n", test::gzip("story"), "story"},
      {"Content-Encoding: x-gzip\r\n", "story", "story"},
      {"", test::gzip("story"), "story"},
      {"Content-Encoding: gzip, gzip\r\n", test::gzip(test::gzip("story")), "story"},
      {"Content-Encoding: deflate\r\n", deflated("story", 15), "story"},
      {"Content-Encoding: deflate\r\n", deflated("story", -15), "story"},
      {"Content-Encoding: deflate\r\n", "story", "story"},
      {"Content-Encoding: br\r\n", brotli, "story"},
      {"Content-Encoding: br\r\n", "<p>story", "<p>story"},
      {"Content-Encoding: zstd\r\n", zstd, "story"},
      {"Content-Encoding: unheard-of\r\n", "story", "story"},
      {"Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n",
       "19\r\n" + test::gzip("story") + "\r\n0\r\n\r\n", "story"},
      {"Content-Encoding: gzip\r\n", test::gzip("a story long enough").substr(0, 24),
       "a story long", true},
  };
  for (const BodyCase& c : cases) {
    const auto parsed = parse_http_message(message(c.headers, c.body), 100'000);
    ASSERT_TRUE(parsed) << c.headers << parsed.error().detail;
    if (c.truncated && c.headers.find("gzip") != std::string::npos) {
      EXPECT_TRUE(c.want.starts_with(parsed->body) || parsed->body.starts_with(c.want))
          << parsed->body;
    } else {
      EXPECT_EQ(parsed->body, c.want) << c.headers;
    }
    EXPECT_EQ(parsed->truncated, c.truncated) << c.headers << c.body.substr(0, 50);
  }
}

TEST(HttpMessage, HeadersAreReadWhateverTheirDress) {
  const auto parsed = parse_http_message(
      "HTTP/1.0 404 Not Found\ncontent-TYPE: Text/HTML;\n\tcharset=\"KOI8-R\"; x=y\nno colon\n: no "
      "name\n\nbody",
      kLimit);
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->status, 404);
  EXPECT_EQ(parsed->media_type, "text/html");
  EXPECT_EQ(parsed->charset, "koi8-r");
  EXPECT_EQ(parsed->body, "body");
}

TEST(HttpMessage, OddOnesAreNotLost) {
  EXPECT_EQ(parse_http_message("<html>no header at all", kLimit)->body, "<html>no header at all");
  EXPECT_EQ(parse_http_message("HTTP/1.1 200 OK\r\nContent-Type: text/html", kLimit)->body, "");
  EXPECT_EQ(parse_http_message("HTTP/1.1 nonsense\r\n\r\nbody", kLimit)->status, 0);
  EXPECT_EQ(parse_http_message("HTTP/2 200\r\n\r\nbody", kLimit)->status, 200);
  EXPECT_EQ(parse_http_message("", kLimit)->body, "");
  const std::string cookies = "Set-Cookie: " + std::string(1'000'000, 'c') + "\r\n";
  EXPECT_EQ(parse_http_message(message(cookies, "body"), kLimit)->body, "body");
}

TEST(HttpMessage, InterimResponsesArePassedOver) {
  const auto parsed = parse_http_message(
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 "
      "OK\r\n\r\nbody",
      kLimit);
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->status, 200);
  EXPECT_EQ(parsed->body, "body");
}

TEST(HttpMessage, BombsAndDamageAreSkipped) {
  const auto bomb = parse_http_message(
      message("Content-Encoding: gzip\r\n", test::gzip(std::string(5000, 'A'))), kLimit);
  ASSERT_FALSE(bomb);
  EXPECT_EQ(bomb.error().reason, SkipReason::TooLarge);
  std::string damaged = test::gzip("a story that is long enough to be damaged in its middle");
  damaged[20] ^= 0x7F;
  const auto broken = parse_http_message(message("Content-Encoding: gzip\r\n", damaged), kLimit);
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().reason, SkipReason::Damaged);
  const auto many =
      parse_http_message(message("Content-Encoding: br,br,br,br,br,br\r\n", "x"), kLimit);
  ASSERT_FALSE(many);
}

TEST(HttpMessage, WhatDoesNotFitIsTakenAsItIs) {
  const auto body_of = [](const std::string& text) {
    return parse_http_message(text, kLimit)->body;
  };
  EXPECT_EQ(parse_http_message("HTTP/1.1\r\n\r\nbody", kLimit)->status, 0);
  EXPECT_EQ(parse_http_message("HTTP/1.1 20x OK\r\n\r\nbody", kLimit)->status, 0);
  EXPECT_EQ(parse_http_message("HTTP/1.1    ", kLimit)->status, 0);
  EXPECT_EQ(body_of(message("Transfer-Encoding: chunked\r\n", "5x\r\nstory")), "5x\r\nstory");
  EXPECT_EQ(body_of(message("Content-Encoding: compress\r\n", "\x1f\x9d\x90")), "\x1f\x9d\x90");
  EXPECT_EQ(body_of(message("Content-Length: 12x\r\n", "body")), "body");
  EXPECT_FALSE(parse_http_message(message("Content-Length: 12x\r\n", "body"), kLimit)->truncated);
  EXPECT_TRUE(parse_http_message(message("Content-Length: 12\r\n", "body"), kLimit)->truncated);
  std::string interim;
  for (int i = 0; i < 11; ++i) interim += "HTTP/1.1 100 Continue\r\n\r\n";
  EXPECT_EQ(parse_http_message(interim + "HTTP/1.1 200 OK\r\n\r\nbody", kLimit)->status, 100)
      << "ten of them are enough";
  EXPECT_EQ(parse_http_message("HTTP/1.1 100 Continue\r\n\r\nbody", kLimit)->status, 100);
}

TEST(HttpMessage, APartOfABodyIsTruncated) {
  const std::string part = "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-3/9\r\n\r\nbody";
  EXPECT_TRUE(parse_http_message(part, kLimit)->truncated);
  EXPECT_FALSE(parse_http_message("HTTP/1.1 206 x\r\n\r\nbody", kLimit)->truncated);
}

TEST(HttpMessage, DamageUnderAnEncodingIsNamed) {
  std::string unnamed = test::gzip("a story that is long enough to be damaged in its middle");
  unnamed[20] ^= 0x7F;
  for (const std::string& wrong :
       {message("", unnamed), message("Content-Encoding: deflate\r\n", "\x78\x9c\xff\xff\x01"),
        message("Content-Encoding: deflate\r\n", "\x07\xff\xff\xff"),
        message("Content-Encoding: br\r\n", "\xff\xff\xff\xff\x01")}) {
    const auto parsed = parse_http_message(wrong, kLimit);
    ASSERT_FALSE(parsed) << parsed->body;
    EXPECT_EQ(parsed.error().reason, SkipReason::Damaged);
  }
  EXPECT_EQ(parse_http_message(message("", std::string(1001, 'x')), kLimit).error().reason,
            SkipReason::TooLarge);
}

TEST(ContentType, IsReadWhateverItsParameters) {
  const auto charset = [](std::string_view value) { return parse_content_type(value).charset; };
  EXPECT_EQ(charset("text/html; boundary; charset='KOI8-R'"), "koi8-r");
  EXPECT_EQ(charset("text/html; charset"), "");
  EXPECT_EQ(charset("text/html; level=1 ; charset = utf-8, x"), "utf-8");
  EXPECT_EQ(charset("text/html;"), "");
  EXPECT_EQ(parse_content_type("").media_type, "");
}

TEST(HeaderEnd, IsBehindTheBlankLine) {
  EXPECT_EQ(header_end("a: b\r\n\r\nbody"), 8U);
  EXPECT_EQ(header_end("a: b\n\nbody"), 6U);
  EXPECT_EQ(header_end("\r\nbody"), 2U);
  EXPECT_EQ(header_end("\nbody"), 1U);
  EXPECT_EQ(header_end("a: b\r\n"), std::nullopt);
}

}  // namespace
}  // namespace pressmark::indexer
