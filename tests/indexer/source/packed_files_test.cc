// One file in gzip, zstd, xz or bzip2, and archives of many.
#include <cstring>
#include <memory>

#include <bzlib.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

#include "common/handle.h"
#include "indexer/source/content.h"
#include "indexer/source/decompressor.h"
#include "tests/indexer/source/source_items.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

using namespace std::string_view_literals;
using pressmark::test::TempDir;
using test::gzip;
using test::lines_of;
using test::reading;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::IsEmpty;
using ::testing::Le;
using ::testing::Not;
using ::testing::SizeIs;

std::string zstd(std::string_view bytes) {
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), 3));
  return packed;
}

std::string xz(std::string_view bytes) {
  std::string packed(bytes.size() + 4096, '\0');
  std::size_t size = 0;
  EXPECT_EQ(lzma_easy_buffer_encode(
                1, LZMA_CHECK_CRC32, nullptr, reinterpret_cast<const std::uint8_t*>(bytes.data()),
                bytes.size(), reinterpret_cast<std::uint8_t*>(packed.data()), &size, packed.size()),
            LZMA_OK);
  packed.resize(size);
  return packed;
}

std::string bzip2(std::string_view bytes) {
  std::string packed(bytes.size() + 4096, '\0');
  auto size = static_cast<unsigned>(packed.size());
  std::string copy(bytes);
  EXPECT_EQ(BZ2_bzBuffToBuffCompress(packed.data(), &size, copy.data(),
                                     static_cast<unsigned>(copy.size()), 9, 0, 0),
            BZ_OK);
  packed.resize(size);
  return packed;
}

/// A tar archive of one member.
std::string tar_member(std::string_view name, std::string_view bytes, char type = '0') {
  std::string header(512, '\0');
  name.copy(header.data(), 100);
  std::snprintf(header.data() + 100, 8, "%07o", 0644);
  std::snprintf(header.data() + 124, 12, "%011zo", bytes.size());
  std::memcpy(header.data() + 257,
              "ustar\0"
              "00",
              8);
  header[156] = type;
  std::memset(header.data() + 148, ' ', 8);
  unsigned sum = 0;
  for (const char c : header) sum += static_cast<unsigned char>(c);
  std::snprintf(header.data() + 148, 8, "%06o", sum);
  std::string member = header + std::string(bytes);
  member.resize((member.size() + 511) / 512 * 512, '\0');
  return member;
}

TEST(PackedFile, IsUnpackedWhateverItsName) {
  const TempDir dir;
  for (const std::string& packed :
       {gzip("story"), zstd("story"), xz("story"), bzip2("story"), gzip(gzip("story"))}) {
    EXPECT_THAT(lines_of(reading(dir.write("page.html", packed)), dir.str()),
                ElementsAre("document /page.html: story", "done /page.html"));
  }
}

TEST(PackedFile, MembersFollowEachOtherAndRubbishBehindThemIsPassedOver) {
  const TempDir dir;
  for (const std::string& packed :
       {gzip("one ") + gzip("two"), zstd("one ") + zstd("two"), xz("one ") + xz("two"),
        bzip2("one ") + bzip2("two"), gzip("one two") + std::string(512, '\0') + "rubbish"}) {
    EXPECT_THAT(lines_of(reading(dir.write("a", packed)), dir.str()),
                ElementsAre("document /a: one two", "done /a"));
  }
}

// "echo '{...}' >>a.jsonl.gz": what was added cannot be read, and was not missed.
TEST(PackedFile, ObjectsBehindItThatNobodyCompressedAreNoRubbish) {
  const TempDir dir;
  const std::string one = "{\"text\":\"one\"}", two = "{\"text\":\"two\"}";
  EXPECT_THAT(lines_of(reading(dir.write("a", gzip(one + "\n") + two + "\n")), dir.str()),
              ElementsAre("document /a:1: " + one, "skipped /a:2: damaged", "done /a"));
  EXPECT_THAT(lines_of(reading(dir.write("a", gzip("<p>one</p>") + two)), dir.str()),
              ElementsAre("document /a: <p>one</p>", "done /a"));
}

TEST(PackedFile, BombsAreRefusedByTheirSize) {
  const TempDir dir;
  const std::string zeros(std::size_t{1} << 20, '\0');
  for (const std::string& packed :
       {gzip(zeros), zstd(zeros), xz(zeros), bzip2(zeros), gzip(gzip(zeros))}) {
    SourceOptions options = reading(dir.write("a", packed));
    options.max_document_bytes = 100'000;
    EXPECT_TRUE(test::documents_of(options).empty());
    const auto skipped = test::skipped_of(options);
    ASSERT_EQ(skipped.size(), 1U);
    EXPECT_EQ(skipped.front().skip.reason, SkipReason::TooLarge);
  }
}

TEST(PackedFile, CutOrDamagedOnesGiveNothing) {
  const TempDir dir;
  std::string story;
  for (int i = 0; i < 3000; ++i) story += std::to_string(i * i) + " ";
  for (const std::string& packed : {gzip(story), zstd(story), xz(story), bzip2(story)}) {
    EXPECT_THAT(
        lines_of(reading(dir.write("a", packed.substr(0, packed.size() * 2 / 3))), dir.str()),
        ElementsAre("skipped /a: damaged", "done /a"));
  }
  std::string noisy = gzip(story);
  noisy[noisy.size() / 2] ^= 0x55;
  EXPECT_THAT(lines_of(reading(dir.write("a", noisy)), dir.str()),
              ElementsAre("skipped /a: damaged", "done /a"));
}

/// As `gzip`, of very many copies of `bytes`, without holding them.
std::string gzip_of_many(std::string_view bytes, std::size_t copies) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string packed;
  char room[4096];
  for (std::size_t i = 0; i <= copies; ++i) {
    std::string copy(i < copies ? bytes : std::string_view());
    stream.next_in = reinterpret_cast<Bytef*>(copy.data());
    stream.avail_in = static_cast<uInt>(copy.size());
    do {
      stream.next_out = reinterpret_cast<Bytef*>(room);
      stream.avail_out = sizeof room;
      deflate(&stream, i < copies ? Z_NO_FLUSH : Z_FINISH);
      packed.append(room, sizeof room - stream.avail_out);
    } while (stream.avail_out == 0);
  }
  deflateEnd(&stream);
  return packed;
}

/// Objects {"a":first} and so on, a line each, packed with a checksum.
std::string packed_lines(Compression compression, int first, int last) {
  std::string lines;
  for (int a = first; a <= last; ++a) lines += "{\"a\":" + std::to_string(a) + "}\n";
  if (compression == Compression::Gzip) return gzip(lines);
  std::string packed(ZSTD_compressBound(lines.size()), '\0');
  const std::unique_ptr<ZSTD_CCtx, ReleaseWith<ZSTD_freeCCtx>> context(ZSTD_createCCtx());
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  packed.resize(
      ZSTD_compress2(context.get(), packed.data(), packed.size(), lines.data(), lines.size()));
  return packed;
}

TEST(PackedFile, DamageInOnePartOfJsonLinesCostsThatPart) {
  const TempDir dir;
  for (const Compression compression : {Compression::Gzip, Compression::Zstd}) {
    const std::string first = packed_lines(compression, 1, 2);
    const std::string third = packed_lines(compression, 5, 6);
    for (const std::size_t from_end : {std::size_t{2}, std::size_t{18}}) {
      std::string second = packed_lines(compression, 3, 4);
      char& damaged = second[second.size() - from_end];
      damaged = static_cast<char>(damaged ^ 1);
      EXPECT_THAT(lines_of(reading(dir.write("x", first + second + third)), dir.str()),
                  AllOf(Contains("document /x:1: {\"a\":1}"), Contains(EndsWith(": damaged")),
                        Contains(EndsWith(": {\"a\":5}")), Contains(EndsWith(": {\"a\":6}")),
                        SizeIs(Le(8U))));
      EXPECT_THAT(lines_of(reading(dir.write("y", second + third)), dir.str()),
                  AllOf(Contains(EndsWith(": damaged")), Contains(EndsWith(": {\"a\":6}"))))
          << "in the first part";
    }
    EXPECT_THAT(
        lines_of(reading(dir.write("z", first + third.substr(0, third.size() / 2))), dir.str()),
        AllOf(Contains("document /z:2: {\"a\":2}"), Contains(EndsWith(": damaged"))))
        << "in the last part";
  }
}

TEST(PackedFile, PartsWithoutContentEndAtALimit) {
  const TempDir dir;
  std::string empty;
  for (int i = 0; i < 1000; ++i) empty += gzip("");
  const std::string few = gzip(gzip("A") + empty + gzip("B"));
  EXPECT_THAT(lines_of(reading(dir.write("a", few)), dir.str()),
              ElementsAre("document /a: AB", "done /a"));
  // Over a million of them, 24 MB, in 30 KB.
  EXPECT_THAT(lines_of(reading(dir.write("b", gzip_of_many(empty, 1200))), dir.str()),
              ElementsAre("skipped /b: damaged", "done /b"));
}

TEST(PackedFile, MuchThatHoldsNoDocumentEndsTheFile) {
  const TempDir dir;
  const std::string line = R"({"text":"A"})";
  const std::string blanks(std::size_t{1} << 20, ' ');
  const std::string some = gzip(line + "\n") + gzip_of_many(blanks, 20) + gzip("\n" + line);
  EXPECT_THAT(lines_of(reading(dir.write("a", some)), dir.str()),
              ElementsAre("document /a:1: " + line, "skipped /a:2: too-large",
                          "document /a:3: " + line, "done /a"));
  const std::string much = gzip(line + "\n") + gzip_of_many(blanks, 300) + gzip("\n" + line);
  EXPECT_THAT(lines_of(reading(dir.write("b", much)), dir.str()),
              ElementsAre("document /b:1: " + line, "skipped /b:2: too-large",
                          "skipped /b:3: damaged", "done /b"));
}

TEST(PackedFile, FalseStartsWithNamesWithoutEndAreNotReadForEver) {
  const TempDir dir;
  std::string starts;
  for (int i = 0; i < 100'000; ++i) starts += "\x1f\x8b\x08\x08nameless"sv;
  EXPECT_THAT(lines_of(reading(dir.write("a", gzip("A") + "\1" + starts)), dir.str()),
              ElementsAre("document /a: A", "done /a"));
}

TEST(Archive, EachMemberIsADocument) {
  const TempDir dir;
  const std::string tar = tar_member("x/a.html", "A") + tar_member("x", "", '5') +
                          tar_member("l", "", '2') + tar_member("b.gz", gzip("B")) +
                          tar_member("c.jsonl", "{\"c\":1}\n{\"c\":2}\n") + std::string(1024, '\0');
  EXPECT_THAT(lines_of(reading(dir.write("a.tar", tar)), dir.str()),
              ElementsAre("document /a.tar!x/a.html: A", "skipped /a.tar!l: symlink",
                          "document /a.tar!b.gz: B", "document /a.tar!c.jsonl:1: {\"c\":1}",
                          "document /a.tar!c.jsonl:2: {\"c\":2}", "done /a.tar"));
  EXPECT_EQ(test::documents_of(reading(dir.write("a.tgz", gzip(tar)))).size(), 4U);
}

/// A file on a disk that dies behind these bytes.
class DyingStream : public ByteStream {
 public:
  explicit DyingStream(std::string bytes) : bytes_(std::move(bytes)) {}
  Outcome<std::size_t> read(std::span<char> into) override {
    if (bytes_.empty()) return skip(SkipReason::Unreadable, "Input/output error");
    const std::size_t count = std::min(into.size(), bytes_.size());
    bytes_.copy(into.data(), count);
    bytes_.erase(0, count);
    return count;
  }

 private:
  std::string bytes_;
};

TEST(Container, AReadErrorIsNotCalledDamage) {
  std::string noise;
  for (int i = 0; i < 30'000; ++i) noise += std::to_string(i * 7919 % 20011) + " ";
  const std::string tar = tar_member("a", "A") + tar_member("b", noise);
  const std::string lines = "{\"a\":1}\n{\"b\":\"" + noise + "\"}\n";
  const std::string objects = "[\n{\"a\":\n1},\n{\"b\":\n\"" + noise + "\"}]";
  const PathFilter everything;
  for (const std::string& bytes : {tar, gzip(tar), lines, gzip(lines), objects, gzip(objects)}) {
    ContentContext context;
    context.origin = "x";
    context.max_document_bytes = std::size_t{8} << 20;
    context.filter = &everything;
    const std::string half = bytes.substr(0, bytes.size() * 2 / 3);
    const auto content = open_content(InputBuffer(plain_parts(std::make_unique<DyingStream>(half))),
                                      std::move(context));
    std::vector<SkipReason> reasons;
    std::size_t documents = 0;
    while (const auto item = content->next()) {
      documents += std::holds_alternative<RawDocument>(*item);
      if (const auto* skipped = std::get_if<SkippedInput>(&*item))
        reasons.push_back(skipped->skip.reason);
    }
    EXPECT_EQ(documents, 1U) << bytes.substr(0, 20);
    EXPECT_THAT(reasons, AllOf(Not(IsEmpty()), Each(SkipReason::Unreadable)))
        << bytes.substr(0, 20);
  }
}

TEST(Archive, WhatIncludeTakesIsTakenWithAllThatIsInIt) {
  const TempDir dir;
  SourceOptions options = reading(
      dir.write("a.tar", tar_member("x/a.html", "A") + tar_member("c.jsonl", "{\"c\":1}\n")));
  options.include = {"*.tar"};
  EXPECT_EQ(test::documents_of(options).size(), 2U);
  options.include = {"*.html"};
  EXPECT_EQ(test::documents_of(options).size(), 1U);
  options.include = {"c.jsonl"};
  EXPECT_EQ(test::documents_of(options).size(), 1U);
  options.include = {"*.tar", "*.html"};
  options.exclude = {"*.jsonl"};
  EXPECT_EQ(test::documents_of(options).size(), 1U);
}

TEST(Archive, MembersOverTheLimitAreSkippedAndTheNextRead) {
  const TempDir dir;
  SourceOptions options = reading(
      dir.write("a.tar", tar_member("big", std::string(5000, 'x')) + tar_member("small", "S")));
  options.max_document_bytes = 1000;
  EXPECT_THAT(lines_of(options, dir.str()), ElementsAre("skipped /a.tar!big: too-large",
                                                        "document /a.tar!small: S", "done /a.tar"));
}

TEST(Archive, DamageIsSaid) {
  const TempDir dir;
  const std::string tar =
      tar_member("a", "A") + tar_member("b", std::string(5000, 'x')).substr(0, 2000);
  EXPECT_THAT(lines_of(reading(dir.write("a.tar", tar)), dir.str()),
              ElementsAre("document /a.tar!a: A", "skipped /a.tar!b: damaged",
                          "skipped /a.tar: damaged", "done /a.tar"));
  EXPECT_THAT(
      lines_of(reading(dir.write("a.zip", "PK\x03\x04 and nothing that a zip has")), dir.str()),
      ElementsAre("skipped /a.zip: damaged", "done /a.zip"));
}

TEST(Decompress, TellsWholeCutDamagedAndTooLarge) {
  using End = Decompressed::End;
  EXPECT_EQ(decompress(Compression::Gzip, gzip("story"), 100).bytes, "story");
  EXPECT_EQ(decompress(Compression::Gzip, gzip("story"), 5).end, End::Whole);
  EXPECT_EQ(decompress(Compression::Gzip, gzip("story"), 4).end, End::TooLarge);
  EXPECT_EQ(decompress(Compression::Gzip, gzip("story").substr(0, 12), 100).end, End::Cut);
  EXPECT_EQ(decompress(Compression::Gzip, "\x1f\x8b\x08\xff\xff\xff\xff\xff\xff\xff"sv, 100).end,
            End::Damaged);
  EXPECT_EQ(decompress(Compression::Zlib, "no zlib", 100).end, End::Damaged);
  EXPECT_EQ(decompress(Compression::Gzip, "", 100).end, End::Cut);
}

TEST(Decompress, EmptyPartsBehindALargeOneMakeNoRoomOfTheirOwn) {
  // Each used to fill as much room with zeros as there was before it: minutes.
  std::string packed = gzip(std::string(std::size_t{4} << 20, 'A'));
  const std::string empty = gzip("");
  for (int i = 0; i < 500'000; ++i) packed += empty;
  const Decompressed whole = decompress(Compression::Gzip, packed, std::size_t{8} << 20);
  EXPECT_EQ(whole.end, Decompressed::End::Whole);
  EXPECT_EQ(whole.bytes, std::string(std::size_t{4} << 20, 'A'));
}

}  // namespace
}  // namespace pressmark::indexer
