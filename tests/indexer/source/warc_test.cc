#include "indexer/source/warc.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zstd.h>

#include "indexer/source/warc_record.h"
#include "tests/indexer/source/source_items.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

using namespace std::string_view_literals;
using pressmark::test::TempDir;
using test::gzip;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string with_length(std::string_view type, std::string_view url, std::string_view length,
                        std::string_view block) {
  return "WARC/1.0\r\nWARC-Type: " + std::string(type) +
         "\r\nWARC-Target-URI: " + std::string(url) +
         "\r\nWARC-Date: 2023-03-14T09:00:00Z\r\nContent-Type: application/http; "
         "msgtype=response\r\nContent-Length: " +
         std::string(length) + "\r\n\r\n" + std::string(block) + "\r\n\r\n";
}

std::string record(std::string_view type, std::string_view url, std::string_view block) {
  return with_length(type, url, std::to_string(block.size()), block);
}

std::string http(std::string_view body, std::string_view status = "200 OK",
                 std::string_view type = "text/html") {
  return "HTTP/1.1 " + std::string(status) + "\r\nContent-Type: " + std::string(type) +
         "; charset=utf-8\r\n\r\n" + std::string(body);
}

std::string page(std::string_view url, std::string_view body) {
  return record("response", url, http(body));
}

/// The bodies of all documents, and a line for each input that was skipped.
std::vector<std::string> read_warc(const TempDir& dir, std::string_view bytes,
                                   std::size_t limit = 10'000) {
  SourceOptions options = test::reading(dir.write("a.warc", bytes));
  options.max_document_bytes = limit;
  std::vector<std::string> lines;
  const auto source = open_sources(options);
  while (auto item = source->next()) {
    if (const auto* document = std::get_if<RawDocument>(&*item)) lines.push_back(document->bytes);
    if (const auto* revisit = std::get_if<Revisit>(&*item))
      lines.push_back("revisit of " + revisit->url);
    if (const auto* skipped = std::get_if<SkippedInput>(&*item)) {
      lines.push_back(std::string(name(skipped->skip.reason)) +
                      skipped->origin.substr(skipped->origin.rfind(':')));
    }
  }
  return lines;
}

TEST(Warc, TellsPagesFromOtherRecords) {
  const TempDir dir;
  const std::string bytes =
      record("warcinfo", "", "software: none\r\n") + page("https://a.example/1", "<p>one") +
      record("request", "https://a.example/1", "GET /1 HTTP/1.1\r\n\r\n") +
      record("metadata", "https://a.example/1", "fetchTimeMs: 3\r\n") +
      record("response", "dns:a.example", "20230314\na.example. 5 IN A 192.0.2.1\n") +
      record("response", "https://a.example/2", http("<p>gone", "404 Not Found")) +
      record("response", "https://a.example/p.png", http("\x89PNG", "200 OK", "image/png")) +
      record("response", "https://a.example/l.png",
             http("<!doctype html>liar", "200 OK", "image/png")) +
      record("response", "https://a.example/robots.txt",
             http("User-agent: *", "200 OK", "text/plain")) +
      record("revisit", "https://a.example/1", http("")) +
      record("resource", "file:///x", "<p>resource") +
      record("conversion", "https://a.example/3", "text");
  const auto lines = read_warc(dir, bytes);
  std::vector<std::string> kinds;
  for (const std::string& line : lines) kinds.push_back(line.substr(0, line.find(':')));
  EXPECT_THAT(kinds, ElementsAre("<p>one", "http-status", "not-text", "<!doctype html>liar",
                                 "not-text", "revisit of https", "<p>resource", "text"));
}

/// A record with headers of its own.
std::string raw_record(std::string_view headers, std::string_view block) {
  return "WARC/1.0\r\n" + std::string(headers) + "Content-Length: " + std::to_string(block.size()) +
         "\r\n\r\n" + std::string(block) + "\r\n\r\n";
}

TEST(Warc, TheTypeOfAResourceSaysWhetherItCanHoldAnArticle) {
  const TempDir dir;
  const auto read_as = [&](std::string_view type, std::string_view kind = "resource",
                           std::string_view url = "https://a.example/x") {
    const auto lines = read_warc(
        dir, raw_record("WARC-Type: " + std::string(kind) + "\r\nWARC-Target-URI: " +
                            std::string(url) + "\r\nContent-Type: " + std::string(type) + "\r\n",
                        "story"));
    return lines.empty() ? std::string("nothing")
                         : lines.front().substr(0, lines.front().find(':'));
  };
  for (const char* type :
       {"text/html", "text/plain", "application/xhtml+xml", "application/json",
        "application/octet-stream", "unknown", "unknown/unknown", "", "application/http"})
    EXPECT_EQ(read_as(type), "story") << type;
  for (const char* type : {"text/css", "text/vtt", "image/png", "application/pdf"})
    EXPECT_EQ(read_as(type), "not-text") << type;
  EXPECT_EQ(read_as("text/plain", "resource", "https://a.example/robots.txt?x"), "not-text");
  EXPECT_EQ(read_as("text/dns"), "nothing");
  for (const char* note : {"dns:a.example", "metadata://x", "whois:x", "URN:x", "screenshot:x"})
    EXPECT_EQ(read_as("text/plain", "resource", note), "nothing") << note;
  EXPECT_EQ(read_as("text/plain", "conversion"), "story");
  EXPECT_EQ(read_as("text/plain", "continuation"), "record-type");
  EXPECT_EQ(read_as("text/plain", "revisit"), "record-type") << "without a day";
  EXPECT_EQ(read_as("text/plain", "warcinfo"), "nothing");
  EXPECT_EQ(read_as("text/plain", "resource", "<https://a.example/x"), "story");
}

TEST(Warc, AResourceOfJsonIsARecordWhateverItsTypeIsCalled) {
  const TempDir dir;
  for (const char* type : {"application/json", "text/json", "application/ld+json; charset=utf-8"}) {
    const auto documents = test::documents_of(test::reading(dir.write(
        "a.warc", raw_record("WARC-Type: resource\r\nWARC-Target-URI: https://a.example/x\r\n"
                             "Content-Type: " +
                                 std::string(type) + "\r\n",
                             "{}"))));
    ASSERT_EQ(documents.size(), 1U) << type;
    EXPECT_EQ(documents[0].media_type, "application/json") << type;
  }
}

TEST(Warc, ARevisitSaysWhatItRefersTo) {
  const TempDir dir;
  const auto source = open_sources(test::reading(dir.write(
      "a.warc",
      "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
      "WARC-Target-URI: https://a.example/1\r\nWARC-Date: 2023-03-14T09:00:00Z\r\n"
      "WARC-Payload-Digest: sha1:AAAA\r\nContent-Length: 47\r\n\r\n"
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nstory\r\n\r\n"
      "WARC/1.1\r\nWARC-Type: revisit\r\nWARC-Record-ID: <urn:uuid:2>\r\n"
      "WARC-Target-URI: https://a.example/2\r\nWARC-Date: 2023-03-15T09:00:00Z\r\n"
      "WARC-Payload-Digest: sha1:aaaa\r\nWARC-Refers-To: <urn:uuid:1>\r\n"
      "WARC-Refers-To-Target-URI: https://a.example/1\r\nContent-Length: 0\r\n\r\n\r\n\r\n")));
  const auto first = source->next();
  ASSERT_TRUE(first && std::holds_alternative<RawDocument>(*first));
  EXPECT_EQ(std::get<RawDocument>(*first).record_id, "urn:uuid:1");
  EXPECT_EQ(std::get<RawDocument>(*first).payload_digest, "sha1:aaaa");
  const auto second = source->next();
  ASSERT_TRUE(second && std::holds_alternative<Revisit>(*second));
  const auto& revisit = std::get<Revisit>(*second);
  EXPECT_EQ(revisit.record_id, "urn:uuid:1");
  EXPECT_EQ(revisit.payload_digest, "sha1:aaaa");
  EXPECT_EQ(revisit.earlier_url, "https://a.example/1");
}

TEST(Warc, JsonOfAServerIsNoArticleAndAnEmptyBodyIsNone) {
  const TempDir dir;
  EXPECT_THAT(
      read_warc(
          dir, record("response", "https://a.example/1", http("{}", "200 OK", "application/json")) +
                   page("https://a.example/2", "") +
                   raw_record("WARC-Type: resource\r\n", std::string(20'000, 'x')) +
                   raw_record("WARC-Type: resource\r\n", "HTTP/1.1 404 gone\r\n\r\n")),
      ElementsAre(::testing::StartsWith("not-text"), ::testing::StartsWith("empty-file"),
                  ::testing::StartsWith("too-large"), ::testing::StartsWith("http-status")));
  const auto documents = test::documents_of(test::reading(dir.write(
      "t.warc", raw_record("WARC-Type: resource\r\nWARC-Truncated: length\r\n", "half a st"))));
  ASSERT_THAT(documents, SizeIs(1));
  EXPECT_TRUE(documents[0].truncated);
}

TEST(Warc, LargeRecordsThatHoldNoPageArePassedOverInSilence) {
  const TempDir dir;
  const std::string one = page("https://a.example/1", "one");
  const std::string crawl = record("request", "https://a.example/1", std::string(3'000'000, 'x')) +
                            record("metadata", "https://a.example/1", std::string(3'000'000, 'x'));
  for (const std::string& bytes : {one + crawl + one, gzip(one + crawl + one)})
    EXPECT_THAT(read_warc(dir, bytes), ElementsAre("one", "one"));
  const std::string cut =
      with_length("response", "https://a.example/2", "4000000", std::string(3'500'000, 'x'));
  EXPECT_THAT(read_warc(dir, gzip(one + cut)),
              ElementsAre("one", ::testing::StartsWith("too-large")));
}

TEST(Warc, ADocumentCarriesWhatItsRecordSays) {
  const TempDir dir;
  const std::string first = page("https://a.example/1", "<p>one");
  const auto documents = test::documents_of(
      test::reading(dir.write("a.warc", first + page("<https://a.example/2>", "two"))));
  ASSERT_THAT(documents, SizeIs(2));
  EXPECT_EQ(documents[0].url, "https://a.example/1");
  EXPECT_EQ(documents[0].media_type, "text/html");
  EXPECT_EQ(documents[0].charset, "utf-8");
  EXPECT_EQ(documents[0].crawled, parse_instant("2023-03-14T09:00:00Z"));
  EXPECT_EQ(documents[0].origin, dir.str("a.warc") + ":0");
  EXPECT_EQ(documents[1].origin, dir.str("a.warc") + ":" + std::to_string(first.size()));
  EXPECT_EQ(documents[1].url, "https://a.example/2");
  EXPECT_FALSE(documents[0].truncated);
}

TEST(Warc, IsReadInEveryPacking) {
  const TempDir dir;
  const std::string one = page("https://a.example/1", "one");
  const std::string two = page("https://a.example/2", "two");
  std::string zstd(5000, '\0');
  zstd.resize(
      ZSTD_compress(zstd.data(), zstd.size(), (one + two).data(), one.size() + two.size(), 3));
  for (const std::string& bytes :
       {one + two, gzip(one) + gzip(two), gzip(one + two), zstd,
        // Members that end anywhere, as block-wise packers write them.
        gzip(one.substr(0, 99)) + gzip(one.substr(99) + two.substr(0, 7)) + gzip(two.substr(7))}) {
    EXPECT_THAT(read_warc(dir, bytes), ElementsAre("one", "two"));
  }
}

TEST(Warc, PlacesWithinACompressedFileAreUnique) {
  const TempDir dir;
  const std::string one = page("https://a.example/1", "one");
  const std::string two = page("https://a.example/2", "two");
  auto documents = test::documents_of(test::reading(dir.write("a", gzip(one) + gzip(two))));
  ASSERT_THAT(documents, SizeIs(2));
  EXPECT_EQ(documents[1].origin, dir.str("a") + ":" + std::to_string(gzip(one).size()));
  documents = test::documents_of(test::reading(dir.write("a", gzip(one + two))));
  ASSERT_THAT(documents, SizeIs(2));
  EXPECT_EQ(documents[1].origin, dir.str("a") + ":0+" + std::to_string(one.size()));
}

TEST(Warc, ZstdWithADictionaryOfItsOwn) {
  const TempDir dir;
  const std::string one = page("https://a.example/1", "one");
  const std::string dictionary = one + one;  // raw content serves as a dictionary
  const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(),
                                                                     ZSTD_freeCCtx);
  std::string frame(5000, '\0');
  frame.resize(ZSTD_compress_usingDict(context.get(), frame.data(), frame.size(), one.data(),
                                       one.size(), dictionary.data(), dictionary.size(), 3));
  std::string head("\x5d\x2a\x4d\x18"sv);
  for (int i = 0; i < 4; ++i) head += static_cast<char>(dictionary.size() >> (8 * i));
  EXPECT_THAT(read_warc(dir, head + dictionary + frame + frame), ElementsAre("one", "one"));
}

TEST(Warc, ADamagedMemberIsNamedAndTheNextOneRead) {
  const TempDir dir;
  std::string middle;
  for (int i = 0; i < 500; ++i) middle += std::to_string(i * i);
  const std::string one = gzip(page("https://a.example/1", "one"));
  std::string two = gzip(page("https://a.example/2", middle));
  const std::string three = gzip(page("https://a.example/3", "three"));
  const std::string place = std::to_string(one.size());
  std::string zeroed = two;
  std::fill_n(zeroed.begin() + 60, 30, '\0');
  EXPECT_THAT(read_warc(dir, one + zeroed + three),
              ElementsAre("one", "damaged:" + place, "three"));
  // Cut in the middle of the file: what follows is read as data of this member until it makes no
  // sense.
  EXPECT_THAT(read_warc(dir, one + two.substr(0, two.size() / 2) + three),
              ElementsAre("one", "damaged:" + place, "three"));
  EXPECT_THAT(read_warc(dir, one + two.substr(0, two.size() / 2)),
              ElementsAre("one", "damaged:" + place));
  two[two.size() - 6] ^= 1;  // only the checksum
  EXPECT_THAT(read_warc(dir, one + two + three), ElementsAre("one", "damaged:" + place, "three"));
}

TEST(Warc, OfADamagedMemberAllButTheLastRecordAreRead) {
  const TempDir dir;
  const std::string one = page("http://a/1", "one");
  std::string packed = gzip(one + page("http://a/2", "two") + page("http://a/3", "three"));
  packed[packed.size() - 5] ^= 1;  // of its checksum
  EXPECT_THAT(read_warc(dir, packed + gzip(one)), ElementsAre("one", "two", "damaged:0", "one"));
}

TEST(Warc, TheFirstMemberMayBeTheDamagedOne) {
  const TempDir dir;
  std::string one = gzip(page("https://a.example/1", "one"));
  one[14] = '\xff';
  one[15] = '\xff';
  EXPECT_THAT(read_warc(dir, one + gzip(page("https://a.example/2", "two"))),
              ElementsAre("damaged:0", "two"));
}

TEST(Warc, RubbishBehindTheLastMemberIsPassedOver) {
  const TempDir dir;
  const std::string one = gzip(page("https://a.example/1", "one"));
  EXPECT_THAT(read_warc(dir, one + std::string(512, '\0') + "rubbish \x1f\x8b\x08 rubbish"),
              ElementsAre("one"));
  EXPECT_THAT(read_warc(dir, one + "rubbish" + one),
              ElementsAre("one", "damaged:" + std::to_string(one.size()), "one"));
}

TEST(Warc, RecordsThatNobodyCompressedAreNoRubbish) {
  const TempDir dir;
  const std::string one = gzip(page("https://a.example/1", "one"));
  EXPECT_THAT(read_warc(dir, one + page("https://a.example/2", "two")),
              ElementsAre("one", "damaged:" + std::to_string(one.size())));
}

TEST(Warc, LengthsThatLieCostAtMostTheirOwnRecord) {
  const TempDir dir;
  const std::string block = http("lying");
  const std::string one = page("https://a.example/1", "one");
  const std::string three = page("https://a.example/3", "three");
  for (const std::string_view length : {"10"sv, "999999999"sv, "-1"sv, "99999999999999999999"sv,
                                        "12abc"sv, ""sv, "5\r\nContent-Length: 7"sv, "400"sv}) {
    const std::string two = with_length("response", "https://a.example/2", length, block);
    for (const std::string& bytes :
         {gzip(one) + gzip(two) + gzip(three), one + two + three, gzip(one + two + three)}) {
      const auto lines = read_warc(dir, bytes);
      ASSERT_THAT(lines, SizeIs(3)) << length;
      EXPECT_EQ(lines[0], "one") << length;
      EXPECT_THAT(lines[1], ::testing::StartsWith("lying")) << length;
      EXPECT_EQ(lines[2], "three") << length;
    }
  }
}

TEST(Warc, OldWgetWritesLengthsThatAreOneTooLarge) {
  const TempDir dir;
  const std::string block = http("one");
  const std::string bytes =
      with_length("response", "https://a.example/1", std::to_string(block.size() + 1), block) +
      page("https://a.example/2", "two") + "\r\n\n" + page("https://a.example/3", "three");
  const auto lines = read_warc(dir, bytes);
  ASSERT_THAT(lines, SizeIs(3));
  EXPECT_EQ(lines[0], "one\r");
  EXPECT_EQ(lines[1], "two");
  EXPECT_EQ(lines[2], "three");
}

TEST(Warc, APlainFileThatBreaksOffSaysWhere) {
  const TempDir dir;
  const std::string one = page("https://a.example/1", "one");
  const std::string two = page("https://a.example/2", std::string(500, 'x'));
  const std::string place = "damaged:" + std::to_string(one.size());
  EXPECT_THAT(read_warc(dir, one + two.substr(0, two.size() - 100)), ElementsAre("one", place));
  EXPECT_THAT(read_warc(dir, one + two.substr(0, 40)), ElementsAre("one", place));
}

TEST(Warc, RubbishBetweenRecordsIsNamed) {
  const TempDir dir;
  const std::string one = page("https://a.example/1", "one");
  EXPECT_THAT(read_warc(dir, one + "rubbish \nWARC/nonsense\n rubbish\n" + one),
              ElementsAre("one", "damaged:" + std::to_string(one.size()), "one"));
}

TEST(Warc, HeadersWithoutAnEndAreGivenUp) {
  const TempDir dir;
  const std::string one = page("https://a.example/1", "one");
  const std::string flood = "WARC/1.0\r\nX-Long: " + std::string(600'000, 'h');
  std::string lines = "WARC/1.0\r\nWARC-Type: response\r\n";
  for (int i = 0; i < 50'000; ++i) lines += "X-Many: yes\r\n";
  const std::string many = lines + "Content-Length: 0\r\n\r\n\r\n\r\n";
  const auto read = read_warc(dir, gzip(one) + gzip(flood) + gzip(many) + gzip(one));
  ASSERT_THAT(read, SizeIs(4));
  EXPECT_EQ(read.front(), "one");
  EXPECT_THAT(read[1], ::testing::StartsWith("damaged:"));
  EXPECT_THAT(read[2], ::testing::StartsWith("damaged:"));
  EXPECT_EQ(read.back(), "one");
}

TEST(Warc, AHeaderEndsWhereTheNextRecordBegins) {
  const TempDir dir;
  const std::string one = page("https://a.example/1", "one");
  const std::string cut = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9\r\n";
  EXPECT_THAT(read_warc(dir, one + cut + one),
              ElementsAre("one", "damaged:" + std::to_string(one.size()), "one"));
  // Minutes when each of them is searched for its end up to the limit.
  std::string many;
  constexpr std::size_t kMany = 100'000;
  for (std::size_t i = 0; i < kMany; ++i) many += "WARC/1.0\r\n";
  EXPECT_THAT(read_warc(dir, many), SizeIs(kMany));
}

std::string repeat(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

// Minutes where every record looks at all that follows it.
TEST(Warc, LengthsThatLieAreNotLookedAfterAgainAndAgain) {
  const TempDir dir;
  constexpr std::size_t kMany = 20'000;
  const std::string liar = "WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: 2000000\r\n\r\n";
  const std::string last = page("https://a.example/1", "one");
  const std::string blanks = repeat(liar, kMany) + std::string(2'000'000, '\n') + "x\n" + last;
  const std::string parts = gzip(repeat(liar, 2000)) + repeat(gzip("x"), 100'000) + gzip(last);
  for (const std::string& bytes : {blanks, gzip(blanks), parts}) {
    const auto lines = read_warc(dir, bytes);
    ASSERT_FALSE(lines.empty());
    EXPECT_EQ(lines.back(), "one");
  }
}

TEST(Warc, ARecordOverTheLimitIsSkippedBySize) {
  const TempDir dir;
  const std::string one = page("https://a.example/1", "one");
  const std::string big = page("https://a.example/2", std::string(3'000'000, 'x'));
  for (const std::string& bytes :
       {one + big + one, gzip(one) + gzip(big) + gzip(one), gzip(one + big + one)}) {
    const auto lines = read_warc(dir, bytes);
    ASSERT_THAT(lines, SizeIs(3));
    EXPECT_EQ(lines.front(), "one");
    EXPECT_THAT(lines[1], ::testing::StartsWith("too-large:"));
    EXPECT_EQ(lines.back(), "one");
  }
}

TEST(Warc, UrlsHoldNothingThatAUrlMayNot) {
  const TempDir dir;
  const auto documents = test::documents_of(test::reading(
      dir.write("a.warc", page("https://a.example/\x1b]0;x\x07\xe2\x80\xae ", "one"))));
  ASSERT_THAT(documents, SizeIs(1));
  EXPECT_EQ(documents[0].url, "https://a.example/%1B]0;x%07%E2%80%AE");
}

TEST(Warc, IncludeAndExcludeFitTheUrl) {
  const TempDir dir;
  SourceOptions options = test::reading(dir.write("a.warc", page("https://a.example/1", "one") +
                                                                page("https://b.example/2", "two") +
                                                                page("https://a.example/x", "x")));
  options.include = {"https://a.example/*"};
  options.exclude = {"*/x"};
  const auto documents = test::documents_of(options);
  ASSERT_THAT(documents, SizeIs(1));
  EXPECT_EQ(documents[0].bytes, "one");
  EXPECT_THAT(test::skipped_of(options), SizeIs(2));
  options.include = {"*.warc"};
  EXPECT_THAT(test::documents_of(options), SizeIs(2));
}

TEST(Warc, TheSampleCrawlGivesItsPages) {
  const auto options =
      test::reading(std::string(PRESSMARK_SOURCE_DIR) + "/corpus/warc/sample.warc.gz");
  EXPECT_THAT(test::documents_of(options), SizeIs(5));
}

TEST(LooksLikeWarc, NeedsARecordNotAMention) {
  EXPECT_TRUE(looks_like_warc("WARC/1.1\r\n"));
  EXPECT_TRUE(looks_like_warc("rubbish\nWARC/1.0\r\nWARC-Type: response\r\n"));
  EXPECT_FALSE(looks_like_warc("WARC/1.0 is a format, the librarian said."));
  EXPECT_FALSE(looks_like_warc("<pre>\nWARC/1.0\r\nWARC-Type: response\r\n"));
  EXPECT_FALSE(looks_like_warc("WARC"));
}

}  // namespace
}  // namespace pressmark::indexer
