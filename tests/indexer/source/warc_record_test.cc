#include "indexer/source/warc_record.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

// WARC 1.1 allows less than the second; a day alone would stand for its first second.
TEST(WarcHeader, TimesMayBeLessThanExactAndWrittenWithoutTheirZone) {
  const auto date = [](std::string_view text) {
    const auto found = parse_warc_header("WARC-Date: " + std::string(text) + "\r\n").date;
    return found ? to_string(*found) : "none";
  };
  EXPECT_EQ(date("2023-03-14T09:26:53Z"), "2023-03-14T09:26:53Z");
  EXPECT_EQ(date("2023-03-14T09:26:53.589793Z"), "2023-03-14T09:26:53Z");
  EXPECT_EQ(date("2023-03-14T09:26Z"), "2023-03-14T09:26:00Z");
  EXPECT_EQ(date("2023-03-14T09:26:53"), "2023-03-14T09:26:53Z");
  EXPECT_EQ(date("2023-03-14T09:26:53.589793+00:00"), "2023-03-14T09:26:53Z");
  for (const char* none :
       {"", "Z", "2023", "2023-03", "2023-03-14", "2023-03-14T", "2023-03-14T09Z", "2023-02-30",
        "2023-03-14T09:26:53+01:00", "14/3/2023"})
    EXPECT_EQ(date(none), "none") << none;
}

TEST(WarcHeader, ReadsFoldedAndOddLines) {
  const WarcHeader header = parse_warc_header(
      "warc-type:RESPONSE\r\nWARC-Truncated: length\r\nContent-Type: text/plain;\r\n "
      "charset=koi8-r\r\nContent-Length: 12\r\n"
      "Content-Length: 12\r\nno colon\r\nWARC-Date: 2022-08-01T00:00:00.123456Z\r\n\r\n");
  EXPECT_EQ(header.type, "response");
  EXPECT_TRUE(header.truncated);
  EXPECT_EQ(header.content_type, "text/plain");
  EXPECT_EQ(header.charset, "koi8-r");
  EXPECT_EQ(header.length, 12U);
  EXPECT_EQ(header.date, parse_instant("2022-08-01T00:00:00Z"));
}

// A window that grows by a hundred bytes at a time was searched from its beginning each time.
TEST(WarcHeader, ItsEndIsNotLookedForAgainWhereItWasNot) {
  HeaderSearch search;
  std::string window = "WARC/1.0\r\n";
  for (int i = 0; i < 100; ++i) window += "X-Many: yes\r\n";
  const std::size_t seen = window.size();
  EXPECT_FALSE(search.in(window));
  window += "X-Last: yes\r\n\r\nblock";
  const std::string whole = window;
  std::fill_n(window.begin(), seen - 32, '\n');  // where it looks again it finds this
  const auto header = search.in(window);
  ASSERT_TRUE(header);
  EXPECT_TRUE(header->whole);
  EXPECT_EQ(whole.substr(header->bytes), "block");
}

TEST(WarcHeader, EndsAtTheSamePlaceHoweverItComes) {
  const std::string first = "WARC/1.1\r\nWARC-Type: response\r\n";
  struct Case {
    std::string header;
    bool whole;
    std::string behind;
  };
  const Case cases[] = {{first + "\r\n", true, "block"},
                        {first + "\n", true, "block"},
                        {first, false, "WARC/1.0\r\nWARC-Type: request\r\n\r\n"}};
  for (const Case& one : cases) {
    const std::string all = one.header + one.behind;
    HeaderSearch search;
    std::optional<HeaderExtent> header;
    for (std::size_t size = 1; size <= all.size() && !header; ++size)
      header = search.in(std::string_view(all).substr(0, size));
    ASSERT_TRUE(header) << all;
    EXPECT_EQ(header->bytes, one.header.size()) << all;
    EXPECT_EQ(header->whole, one.whole) << all;
  }
}

}  // namespace
}  // namespace pressmark::indexer
