// What readers make of a stream that fails, ends or is damaged in any place.
#include "indexer/source/part_stream.h"

#include <algorithm>
#include <fcntl.h>
#include <optional>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/source/content.h"
#include "tests/indexer/source/source_items.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

using test::gzip;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Gives out its bytes in pieces and then fails, as a disk or a network file system does.
class FailingStream : public ByteStream {
 public:
  FailingStream(std::string bytes, std::size_t piece) : bytes_(std::move(bytes)), piece_(piece) {}
  Outcome<std::size_t> read(std::span<char> into) override {
    if (at_ == bytes_.size()) return skip(SkipReason::Unreadable, "the disk is gone");
    const std::size_t count = std::min({piece_, into.size(), bytes_.size() - at_});
    std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(at_), count, into.begin());
    at_ += count;
    return count;
  }

 private:
  std::string bytes_;
  std::size_t piece_;
  std::size_t at_ = 0;
};

/// One line an item: the document's bytes, or the reason and the detail of what was skipped.
std::vector<std::string> read(std::unique_ptr<ByteStream> bytes) {
  static const PathFilter kEverything;
  ContentContext context;
  context.origin = "f";
  context.max_document_bytes = 1000;
  context.filter = &kEverything;
  std::vector<std::string> lines;
  const auto content = open_content(InputBuffer(plain_parts(std::move(bytes))), context);
  while (auto item = content->next()) {
    if (const auto* document = std::get_if<RawDocument>(&*item)) lines.push_back(document->bytes);
    if (const auto* skipped = std::get_if<SkippedInput>(&*item))
      lines.push_back(std::string(name(skipped->skip.reason)) + ": " + skipped->skip.detail);
  }
  return lines;
}

std::vector<std::string> read_failing(const std::string& bytes, std::size_t piece = 7) {
  return read(std::make_unique<FailingStream>(bytes, piece));
}

std::string warc_record(std::string_view body) {
  const std::string block =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + std::string(body);
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
         "https://a.example/\r\nContent-Length: " +
         std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

constexpr std::string_view kGone = "unreadable: the disk is gone";

TEST(PartStream, AFileThatCannotBeReadToItsEndGivesNoHalfDocument) {
  EXPECT_THAT(read_failing("half a sto"), ElementsAre(kGone));
  EXPECT_THAT(read_failing(""), ElementsAre(kGone));
  EXPECT_THAT(read_failing(gzip("a whole story")), ElementsAre(kGone));
  EXPECT_THAT(read_failing(gzip("a whole story").substr(0, 20)), ElementsAre(kGone));
}

TEST(PartStream, WhatWasWholeBeforeTheFailureIsRead) {
  EXPECT_THAT(read_failing("{\"a\":1}\n{\"a\":2}\n{\"a\":"),
              ElementsAre("{\"a\":1}", "{\"a\":2}", kGone));
  EXPECT_THAT(read_failing("[{\"a\":1},\n"), ElementsAre("{\"a\":1}", kGone));
  EXPECT_THAT(read_failing(warc_record("one") + warc_record("two").substr(0, 60)),
              ElementsAre("one", kGone));
  EXPECT_THAT(read_failing(gzip(warc_record("one")) + gzip(warc_record("two")).substr(0, 40)),
              ElementsAre("one", kGone));
}

TEST(PartStream, ThatTheSystemRefusesToReadSaysWhy) {
  const auto lines = read(file_stream(FileHandle(open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC))));
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines.front(), "unreadable: Is a directory");
}

/// Where a file has bytes of its own, and where it has none.
struct Stretch {
  std::string bytes;
  off_t hole = 0;  // behind them
};

/// A file of these; nothing on a file system that keeps no holes.
std::optional<std::string> with_holes(const pressmark::test::TempDir& dir,
                                      const std::vector<Stretch>& stretches) {
  const std::string path = dir.write("holes", "");
  const FileHandle file(open(path.c_str(), O_RDWR | O_CLOEXEC));
  off_t end = 0;
  bool kept = true;
  for (const Stretch& stretch : stretches) {
    const auto size = static_cast<off_t>(stretch.bytes.size());
    EXPECT_EQ(pwrite(file.get(), stretch.bytes.data(), stretch.bytes.size(), end), size);
    end += size + stretch.hole;
    EXPECT_EQ(ftruncate(file.get(), end), 0);
  }
  for (off_t data = 0; kept && data >= 0 && data < end;) {
    const off_t hole = lseek(file.get(), data, SEEK_HOLE);
    kept = hole < end || stretches.back().hole == 0;
    data = lseek(file.get(), hole, SEEK_DATA);
  }
  return kept ? std::optional(path) : std::nullopt;
}

std::vector<std::string> read_file_at(const std::string& path) {
  return read(file_stream(FileHandle(open(path.c_str(), O_RDONLY | O_CLOEXEC))));
}

constexpr off_t kLongHole = off_t{10} << 30;

TEST(PartStream, ALongHoleAtTheEndIsTheEnd) {
  const pressmark::test::TempDir dir;
  const auto warc = with_holes(dir, {{warc_record("one"), kLongHole}});
  if (!warc) GTEST_SKIP() << "no holes here";
  EXPECT_THAT(read_file_at(*warc), ElementsAre("one"));
  const std::string cut = warc_record("one") + warc_record("two").substr(0, 60);
  const auto cut_warc = with_holes(dir, {{cut, kLongHole}});
  const auto lines = read_file_at(*cut_warc);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0], "one");
  EXPECT_TRUE(lines[1].starts_with("damaged: ")) << lines[1];
  EXPECT_THAT(read_file_at(*with_holes(dir, {{gzip(warc_record("one")), kLongHole}})),
              ElementsAre("one"));
}

TEST(PartStream, ALongHoleBeforeTheEndIsDamage) {
  const pressmark::test::TempDir dir;
  const auto warc = with_holes(dir, {{warc_record("one"), kLongHole}, {warc_record("two"), 0}});
  if (!warc) GTEST_SKIP() << "no holes here";
  const auto lines = read_file_at(*warc);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0], "one");
  EXPECT_TRUE(lines[1].starts_with("damaged: a hole of 10737")) << lines[1];
}

TEST(PartStream, AShortHoleIsReadAsZeros) {
  const pressmark::test::TempDir dir;
  const auto warc =
      with_holes(dir, {{warc_record("one"), off_t{2} << 20}, {warc_record("two"), 0}});
  if (!warc) GTEST_SKIP() << "no holes here";
  EXPECT_THAT(read_file_at(*warc), ElementsAre("one", "two"));
}

}  // namespace
}  // namespace pressmark::indexer
