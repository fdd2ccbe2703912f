#include "indexer/source/warc_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

namespace pressmark::indexer {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// Where the name of a record stands.
constexpr std::size_t kId = sizeof("WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: ") - 1;
constexpr std::size_t kIdBytes = sizeof("<urn:uuid:00000000-0000-0000-0000-000000000000>") - 1;

WarcResource resource() {
  return {"https://x.example/a", std::chrono::sys_days(2023y / 3 / 14) + 9h, "text/html",
          "crawl/a.html", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"};
}

TEST(WarcWriter, WritesAHeadAndTheBytes) {
  EXPECT_EQ(warc_record(resource(), "abc"),
            "WARC/1.1\r\nWARC-Type: resource\r\n"
            "WARC-Record-ID: " +
                warc_record(resource(), "x").substr(kId, kIdBytes) +
                "\r\nWARC-Date: 2023-03-14T09:00:00Z\r\nWARC-Target-URI: https://x.example/a\r\n"
                "WARC-Payload-Digest: "
                "sha256:XJ4BNP4PAHH6UQKBIDPF3LRCEOYAGYNDSYLXVHFUCD7WD4QACWWQ====\r\n"
                "WARC-Block-Digest: "
                "sha256:XJ4BNP4PAHH6UQKBIDPF3LRCEOYAGYNDSYLXVHFUCD7WD4QACWWQ====\r\n"
                "Content-Type: text/html\r\nPressmark-Origin: crawl/a.html\r\n"
                "Content-Length: 3\r\n\r\nabc\r\n\r\n");
  WarcResource other = resource();
  other.truncated = true;
  other.url += "b";
  EXPECT_THAT(warc_record(other, ""), HasSubstr("WARC-Truncated: unspecified\r\n"));
  EXPECT_NE(warc_record(other, "").substr(kId, kIdBytes),
            warc_record(resource(), "").substr(kId, kIdBytes));
}

// A crawl's address could have begun a field, or a record, of its own.
TEST(WarcWriter, NothingOfAFieldBeginsAnother) {
  WarcResource hostile = resource();
  hostile.url = "https://x.example/\r\n\r\nWARC/1.1\r\nWARC-Type: response";
  hostile.origin = hostile.content_type = "a\nContent-Length: 0\r\n\x7F\x01";
  const std::string record = warc_record(hostile, "abc");
  EXPECT_THAT(record, HasSubstr("x.example/%0D%0A%0D%0AWARC/1.1%0D%0AWARC-Type: response\r\n"));
  EXPECT_THAT(record, Not(HasSubstr("\nContent-Length: 0")));
  EXPECT_EQ(record.find("\r\n\r\n"), record.find("\r\n\r\nabc"));
}

TEST(WarcWriter, SaysWhatWroteIt) {
  const std::string info = warcinfo_record("pressmark 1", Instant(0s));
  EXPECT_THAT(info, StartsWith("WARC/1.1\r\nWARC-Type: warcinfo\r\n"));
  EXPECT_THAT(info, HasSubstr("\r\n\r\nsoftware: pressmark 1\r\n"));
}

TEST(WarcWriter, AMemberUnfoldsToItsBytes) {
  for (const std::string& bytes : {std::string(), std::string("abc"), std::string(300000, 'x')}) {
    std::string packed = gzip_member(bytes);
    std::string out(bytes.size() + 1, '\0');
    z_stream stream = {};
    ASSERT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    EXPECT_EQ(out.substr(0, stream.total_out), bytes);
    inflateEnd(&stream);
  }
}

}  // namespace
}  // namespace pressmark::indexer
