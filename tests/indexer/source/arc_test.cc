#include "indexer/source/arc.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/source/arc_line.h"
#include "tests/indexer/source/source_items.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

using pressmark::test::TempDir;
using test::documents_of;
using test::gzip;
using test::lines_of;
using test::reading;
using ::testing::ElementsAre;

constexpr std::string_view kVersion = "1 0 InternetArchive\nURL IP-address ...\n";

std::string with_length(std::string_view url, std::string_view length, std::string_view block) {
  return std::string(url) + " 192.0.2.1 20050102030405 text/html " + std::string(length) + "\n" +
         std::string(block) + "\n";
}

std::string record(std::string_view url, std::string_view block) {
  return with_length(url, std::to_string(block.size()), block);
}

std::string head() { return record("filedesc://a.arc", kVersion) + "\n"; }

std::string page(std::string_view url, std::string_view body) {
  return record(url, "HTTP/1.0 200 OK\nContent-Type: text/html\n\n" + std::string(body));
}

TEST(Arc, PagesAreReadWithAddressAndTime) {
  const TempDir dir;
  const auto pages = documents_of(
      reading(dir.write("a", head() + page("http://a.example/a b", "One") +
                                 page("dns:a.example", "x") + page("http://a.example/2", "Two"))));
  ASSERT_EQ(pages.size(), 2U);
  EXPECT_EQ(pages[0].url, "http://a.example/a%20b");
  EXPECT_EQ(pages[0].bytes, "One");
  EXPECT_EQ(pages[0].crawled, parse_instant("2005-01-02T03:04:05Z"));
  EXPECT_EQ(pages[1].bytes, "Two");
}

TEST(Arc, Version2NamesMoreThanTheLength) {
  const TempDir dir;
  const auto pages = documents_of(reading(dir.write(
      "a",
      head() + "http://a.example/ 192.0.2.1 20050102030405 text/html 200 - - 0 a.arc 3\nOne\n")));
  ASSERT_EQ(pages.size(), 1U);
  EXPECT_EQ(pages[0].bytes, "One");
}

TEST(Arc, APageIsFoundAgainByItsOffsetInACompressedFile) {
  const TempDir dir;
  const std::string first = gzip(head());
  const std::string second = gzip(page("http://a.example/1", "One"));
  const std::string at = std::to_string(first.size());
  EXPECT_THAT(lines_of(reading(dir.write("a", first + second)), dir.str()),
              ElementsAre("document /a:" + at + ": One", "done /a"));
}

TEST(Arc, ALengthThatLiesCostsOneRecord) {
  const TempDir dir;
  const std::string two = page("http://a.example/2", "Two");
  for (const std::string_view length : {"2", "9", "x"}) {
    const std::string one = with_length("http://a.example/1", length, "One");
    EXPECT_THAT(lines_of(reading(dir.write("a", head() + one + two)), dir.str()),
                ElementsAre("skipped /a:" + std::to_string(head().size()) + ": damaged",
                            "document /a:" + std::to_string(head().size() + one.size()) + ": Two",
                            "done /a"))
        << length;
  }
  const std::string cut = with_length("http://a.example/1", "99", "One");
  EXPECT_THAT(lines_of(reading(dir.write("a", gzip(head() + cut) + gzip(two))), dir.str()),
              ElementsAre(testing::EndsWith(": damaged"), testing::EndsWith(": Two"), "done /a"));
}

/// The bodies of pages, and the reasons of what was skipped.
std::vector<std::string> read(const TempDir& dir, std::string_view bytes) {
  std::vector<std::string> lines = lines_of(reading(dir.write("a", bytes)), dir.str());
  lines.pop_back();
  for (std::string& line : lines) line.erase(0, line.rfind(' ') + 1);
  return lines;
}

std::string repeat(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

TEST(Arc, ALengthThatTheFileCannotHoldCostsOneRecord) {
  const TempDir dir;
  const std::string one = page("http://a.example/1", "One");
  const std::string rest = page("http://a.example/3", "Three") + page("http://a.example/4", "Four");
  for (const std::string_view length : {"99999999999", "200000", "18446744073709551615"}) {
    const std::string lying = with_length("http://a.example/2", length, "HTTP/1.0 200 OK\n\nTwo");
    const std::string empty = with_length("http://a.example/2", length, "");
    for (const std::string& bytes :
         {head() + one + lying + rest, gzip(head() + one + lying + rest),
          head() + one + empty + rest, gzip(head()) + gzip(one) + gzip(lying) + gzip(rest)}) {
      EXPECT_THAT(read(dir, bytes), ElementsAre("One", "damaged", "Three", "Four")) << length;
    }
  }
}

TEST(Arc, PartsThatEndAnywhereCostNothing) {
  const TempDir dir;
  const std::string all =
      head() + page("http://a.example/1", "One") + page("http://a.example/2", "Two");
  std::string packed;
  for (std::size_t at = 0; at < all.size(); at += 7) packed += gzip(all.substr(at, 7));
  EXPECT_THAT(read(dir, packed), ElementsAre("One", "Two"));
}

TEST(Arc, APageWhoseChecksumIsWrongIsDamagedAndTheNextOneRead) {
  const TempDir dir;
  std::string two = gzip(page("http://a.example/2", "Two"));
  const std::string three = gzip(page("http://a.example/3", "Three"));
  const std::string start = gzip(head()) + gzip(page("http://a.example/1", "One"));
  EXPECT_THAT(read(dir, start + two.substr(0, two.size() / 2) + three),
              ElementsAre("One", "damaged", "Three"));
  two[two.size() - 5] ^= 1;
  EXPECT_THAT(read(dir, start + two + three), ElementsAre("One", "damaged", "Three"));
  EXPECT_THAT(read(dir, start + two), ElementsAre("One", "damaged"));
}

// Minutes where each part, or each record, searches 64 KB of what follows it.
TEST(Arc, PartsThatBeginNoRecordAreLookedAtOnce) {
  const TempDir dir;
  const std::string last = gzip(page("http://a.example/1", "One"));
  EXPECT_THAT(read(dir, gzip(head()) + repeat(gzip("x "), 200'000) + last),
              ElementsAre("damaged", "One"));
  EXPECT_THAT(read(dir, gzip(head()) + repeat(gzip("http:x "), 200'000) + last),
              ElementsAre("damaged", "One"));
  const std::string lying = gzip(with_length("http://a.example/2", "2000000", ""));
  EXPECT_THAT(read(dir, gzip(head()) + repeat(lying, 2000) + repeat(gzip("x "), 200'000) + last),
              testing::SizeIs(2001));
}

TEST(Arc, ARecordOverTheLimitIsPassedOver) {
  const TempDir dir;
  const std::string large = page("http://a.example/1", std::string(9 << 20, 'x'));
  SourceOptions options =
      reading(dir.write("a", head() + large + page("http://a.example/2", "Two")));
  options.max_document_bytes = 1000;
  EXPECT_THAT(lines_of(options, dir.str()),
              ElementsAre(testing::EndsWith(": too-large"), testing::EndsWith(": Two"), "done /a"));
}

TEST(Arc, IsToldByItsFirstLine) {
  EXPECT_TRUE(looks_like_arc(head()));
  EXPECT_FALSE(looks_like_arc("filedesc://a.arc\n"));
  EXPECT_FALSE(looks_like_arc("http://a.example/ 192.0.2.1 20050102030405 text/html 3\nOne\n"));
}

TEST(ArcLine, IsOneOnlyWithAddressDateAndLength) {
  const auto line = parse_arc_line("http://a.example/a b 192.0.2.1 20050102030405 Text/HTML 12\r");
  ASSERT_TRUE(line);
  EXPECT_EQ(line->length, 12U);
  EXPECT_EQ(line->content_type, "text/html");
  const std::string long_field(70'000, 'x');
  for (const std::string& other :
       {std::string(), std::string("   "), std::string("12"), std::string("a 12"),
        std::string("http://a.example/ 192.0.2.1 20050102030405 text/html"),
        std::string("http://a.example/ 192.0.2.1 20050102030405 text/html 1x"),
        std::string("http://a.example/ 192.0.2.1 20050102030405 text/html 99999999999999999999"),
        std::string("http://a.example/ 192.0.2.1 2005010203040 text/html 12"),
        std::string("http://a.example/ 192.0.2.1 2005010203040x text/html 12"),
        std::string("a.example 192.0.2.1 20050102030405 text/html 12"),
        std::string("20050102030405 text/html 12"),
        "http://a.example/ " + long_field + " 20050102030405 text/html 12"}) {
    EXPECT_FALSE(parse_arc_line(other)) << other.substr(0, 80);
  }
  for (const char* begin : {"http:", "HTTPS://a", "dns:a", "http", "h", ""})
    EXPECT_TRUE(may_begin_arc_line(begin)) << begin;
  for (const char* begin :
       {":a", "1http:", "ht tp:", "<p>", "aschemethatislongerthananyknownscheme"})
    EXPECT_FALSE(may_begin_arc_line(begin)) << begin;
}

}  // namespace
}  // namespace pressmark::indexer
