// An article that changes: indexed again and again, read and compared with pressmark-search.
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample_archive.h"
#include "tests/support/temp_dir.h"

namespace pressmark::test {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kUrl = "https://harbour.example/bridge";

std::string version_page(const std::string& headline, const std::string& verdict,
                         const std::string& menu = "Home") {
  return "<html lang=en><head><title>" + headline +
         "</title><link rel=canonical href=" + std::string(kUrl) + "></head><body><nav><a href=/>" +
         menu + "</a></nav><article><h1>" + headline +
         "</h1><p>Engineers looked at the piers of the old harbour bridge on Monday, and the "
         "council heard their report the same evening in a full chamber.</p><p>" +
         verdict +
         "</p><p>The bridge was opened in 1931 and carries nine thousand cars a day between the "
         "two banks of the river.</p></article></body></html>";
}

RunResult index_in(const TempDir& dir, const std::vector<std::string>& arguments) {
  std::vector<std::string> all = {program("pressmark-index"), "--db", dir.str("db")};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return run(all);
}

RunResult ask(const TempDir& dir, std::vector<std::string> arguments) {
  return search(dir.str("db"), std::move(arguments));
}

TEST(Versions, OlderTextsAreKeptAndCompared) {
  const TempDir dir;
  const auto capture = [&](const std::string& html) {
    dir.write("crawl/bridge.html", html);
    EXPECT_EQ(index_in(dir, {"-q", dir.str("crawl")}).exit_code, 0);
  };
  capture(version_page("Bridge is safe", "They found it safe for all traffic, the report says."));
  const RunResult one = ask(dir, {"--diff", std::string(kUrl)});
  EXPECT_EQ(one.exit_code, 0);
  EXPECT_EQ(one.out, "");
  EXPECT_THAT(one.err, HasSubstr("one version of this article only"));
  EXPECT_EQ(ask(dir, {"is:edited"}).exit_code, 1);

  capture(version_page("Bridge is safe", "They found it safe for all traffic, the report says.",
                       "Start"));
  EXPECT_EQ(ask(dir, {"is:edited"}).exit_code, 1) << "only the menu changed";

  capture(version_page("Bridge is closed", "They found it unfit for lorries, the report says."));
  capture(
      version_page("Bridge is closed", "They found it unfit for all traffic, the report says."));
  EXPECT_EQ(ask(dir, {"--count", "is:edited"}).out, "1\n");
  EXPECT_EQ(ask(dir, {"--count", "versions:3"}).out, "1\n");
  EXPECT_THAT(ask(dir, {"bridge", "--json"}).out, HasSubstr("\"versions\":3"));
  EXPECT_EQ(ask(dir, {"lorries"}).exit_code, 1) << "older texts are not searched";

  const RunResult last = ask(dir, {"--diff", std::string(kUrl)});
  EXPECT_EQ(last.exit_code, 1) << "differences, as with diff(1)";
  EXPECT_THAT(last.out, HasSubstr("version 2"));
  EXPECT_THAT(last.out, HasSubstr("[-lorries,-] {+all traffic,+} the report says."));
  EXPECT_THAT(last.out, Not(HasSubstr("1931")));
  const RunResult first = ask(dir, {"--diff", std::string(kUrl), "--version", "1"});
  EXPECT_THAT(first.out, HasSubstr("Bridge is [-safe-] {+closed+}"));

  const RunResult shown = ask(dir, {"--show", std::string(kUrl), "--version", "1", "--json"});
  EXPECT_THAT(shown.out, HasSubstr("\"version\":1,\"versions\":3"));
  EXPECT_THAT(shown.out, HasSubstr("safe for all traffic"));
  const RunResult newest = ask(dir, {"--show", std::string(kUrl)});
  EXPECT_THAT(newest.out, HasSubstr("3 of 3"));
  const RunResult none = ask(dir, {"--show", std::string(kUrl), "--version", "4"});
  EXPECT_EQ(none.exit_code, 2);
  EXPECT_THAT(none.err, HasSubstr("versions 1 to 3"));
  EXPECT_EQ(run({program("pressmark-search"), "--version"}).exit_code, 0);

  EXPECT_EQ(index_in(dir, {"--check"}).exit_code, 0);
  EXPECT_EQ(index_in(dir, {"-q", "--compact"}).exit_code, 0);
  EXPECT_THAT(ask(dir, {"--diff", std::string(kUrl), "--version", "2"}).out, HasSubstr("lorries"));
}

std::string response_record(const std::string& type, const std::string& date,
                            const std::string& block) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + std::string(kUrl) +
         "\r\nWARC-Date: " + date +
         "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: " +
         std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

TEST(Versions, ARevisitIsSeenAgain) {
  const TempDir dir;
  const std::string http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
  const std::string html =
      version_page("Bridge is safe", "They found it safe for all traffic, the report says.");
  dir.write("a.warc", response_record("response", "2023-03-01T02:00:00Z", http + html));
  dir.write("b.warc", response_record("revisit", "2023-03-08T02:00:00Z", http));
  EXPECT_EQ(index_in(dir, {"-q", dir.str("a.warc")}).exit_code, 0);
  EXPECT_THAT(index_in(dir, {dir.str("b.warc")}).err, HasSubstr("unchanged 1"));
  const RunResult shown = ask(dir, {"--show", std::string(kUrl), "--json"});
  EXPECT_THAT(shown.out, HasSubstr("\"captures\":[\"2023-03-08T02:00:00Z\"]"));
  EXPECT_THAT(ask(dir, {"--show", std::string(kUrl)}).out, HasSubstr("2023-03-08"));
}

/// What is said of the article's versions, without the times of this run.
std::string history(const TempDir& dir, const std::string& db) {
  const auto asked = [&](std::vector<std::string> arguments) {
    return search(dir.str(db), std::move(arguments));
  };
  std::string all = asked({"--count", "versions:3"}).out + asked({"--count", "is:edited"}).out +
                    asked({"--count", "crawled:2023-03-03"}).out + asked({"lorries"}).out;
  for (const char* version : {"1", "2"})
    all += asked({"--diff", std::string(kUrl), "--version", version}).out;
  for (const char* version : {"1", "2", "3"}) {
    const std::string shown =
        asked({"--show", std::string(kUrl), "--version", version, "--json"}).out;
    all += shown.substr(shown.find("\"version\":"), std::string_view("\"version\":1,").size());
    const auto crawled = shown.find("\"crawled\":");
    all += shown.substr(crawled, shown.find(',', crawled) - crawled) + "\n";
  }
  return all;
}

TEST(Versions, AreTheSameInWhateverOrderCapturesAreRead) {
  const TempDir dir;
  const std::string http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
  const auto capture = [&](const std::string& day, const std::string& html) {
    return dir.write(day + ".warc",
                     response_record("response", "2023-03-" + day + "T02:00:00Z", http + html));
  };
  const std::string first =
      capture("01", version_page("Bridge is safe", "They found it safe for all traffic, it says."));
  const std::string second =
      capture("02", version_page("Bridge is closed", "They found it unfit for lorries, it says."));
  const std::string third = capture(
      "03", version_page("Bridge is closed", "They found it unfit for all traffic, it says."));
  using Runs = std::vector<std::vector<std::string>>;
  const std::vector<Runs> orders = {{{first, second, third}},     {{third}, {second}, {first}},
                                    {{third, second, first}},     {{third, first}, {second}},
                                    {{second}, {third}, {first}}, {{first}, {third, second}}};
  std::string expected;
  for (std::size_t i = 0; i < orders.size(); ++i) {
    const std::string db = "db" + std::to_string(i);
    const auto read = [&](std::vector<std::string> files) {
      files.insert(files.begin(), {program("pressmark-index"), "--db", dir.str(db)});
      return run(files).err;
    };
    for (const auto& files : orders[i]) EXPECT_THAT(read(files), HasSubstr("duplicate 0"));
    if (i == 0) {
      expected = history(dir, db);
      EXPECT_THAT(expected, HasSubstr("2023-03-01T02:00:00Z"));
    }
    EXPECT_EQ(history(dir, db), expected) << "order " << i;
    dir.write("01.warc", read_file(first) + "\r\n");
    EXPECT_THAT(read({first}), HasSubstr("duplicate 1")) << "known by now";
    EXPECT_EQ(history(dir, db), expected) << "order " << i << ", one read again";
    EXPECT_EQ(run({program("pressmark-index"), "--db", dir.str(db), "--check"}).exit_code, 0);
  }
}

std::string headed(const std::string& fields, const std::string& block) {
  return "WARC/1.1\r\n" + fields +
         "Content-Type: application/http; msgtype=response\r\nContent-Length: " +
         std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

/// The article is known by its own address; what was fetched was another, and what is fetched again
/// a third.
TEST(Versions, ARevisitUnderAnotherAddressIsSeenAgain) {
  const TempDir dir;
  const std::string http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
  const std::string html =
      version_page("Bridge is safe", "They found it safe for all traffic, the report says.");
  dir.write("a.warc", headed("WARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
                             "WARC-Target-URI: https://harbour.example/?p=17\r\n"
                             "WARC-Date: 2023-03-01T02:00:00Z\r\n"
                             "WARC-Payload-Digest: sha1:BRIDGE\r\n",
                             http + html));
  ASSERT_EQ(index_in(dir, {"-q", dir.str("a.warc")}).exit_code, 0);
  const auto revisit = [&](const std::string& day, const std::string& url,
                           const std::string& fields) {
    return headed("WARC-Type: revisit\r\nWARC-Target-URI: https://harbour.example/" + url +
                      "\r\nWARC-Date: 2023-03-" + day + "T02:00:00Z\r\n" + fields,
                  http);
  };
  dir.write(
      "b.warc",
      revisit("08", "?p=17", "") + revisit("09", "feed/17", "WARC-Refers-To: <urn:uuid:1>\r\n") +
          revisit("10", "feed/17", "WARC-Payload-Digest: sha1:bridge\r\n") +
          revisit("11", "feed/17", "WARC-Refers-To-Target-URI: https://harbour.example/?p=17\r\n") +
          revisit("12", "feed/18", "WARC-Refers-To: <urn:uuid:2>\r\n"));
  const RunResult second = index_in(dir, {dir.str("b.warc")});
  EXPECT_THAT(second.err, HasSubstr("unchanged 4, duplicate 0, skipped 1 (record-type 1)"));
  const auto captures = [&] {
    const std::string shown = ask(dir, {"--show", std::string(kUrl), "--json"}).out;
    const std::size_t at = shown.find("\"captures\":");
    return shown.substr(at, shown.find(']', at) - at);
  };
  EXPECT_EQ(captures(),
            "\"captures\":[\"2023-03-08T02:00:00Z\",\"2023-03-09T02:00:00Z\","
            "\"2023-03-10T02:00:00Z\",\"2023-03-11T02:00:00Z\"");
  EXPECT_EQ(ask(dir, {"--count", "*"}).out, "1\n") << "never a second copy";

  EXPECT_EQ(index_in(dir, {"-q", "--relabel"}).exit_code, 0);
  EXPECT_EQ(index_in(dir, {"-q", "--compact"}).exit_code, 0);
  dir.write("c.warc", revisit("13", "feed/17", "WARC-Payload-Digest: sha1:BRIDGE\r\n"));
  EXPECT_THAT(index_in(dir, {dir.str("c.warc")}).err, HasSubstr("unchanged 1"))
      << "a segment that is written anew keeps what its articles are called";
  EXPECT_EQ(index_in(dir, {"--check"}).exit_code, 0);
}

/// Where a run ends or is killed is not seen in what an article was.
TEST(Versions, CapturesAreTheSameForAnyCutOfTheRuns) {
  const std::string http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
  const std::string html =
      version_page("Bridge is safe", "They found it safe for all traffic, the report says.");
  const TempDir dir;
  std::vector<std::string> files;
  for (const char* day : {"01", "08", "08", "15"}) {
    files.push_back(dir.write(
        std::to_string(files.size()) + ".warc",
        response_record("response", "2023-03-" + std::string(day) + "T02:00:00Z", http + html)));
  }
  const auto captures_after = [&](const std::vector<std::vector<std::string>>& runs) {
    const TempDir fresh;
    for (std::vector<std::string> files_of_run : runs) {
      files_of_run.push_back("-q");
      EXPECT_EQ(index_in(fresh, files_of_run).exit_code, 0);
    }
    const std::string shown = ask(fresh, {"--show", std::string(kUrl), "--json"}).out;
    const std::size_t at = shown.find("\"captures\":");
    return at == std::string::npos ? "none" : shown.substr(at, shown.find(']', at) - at);
  };
  const std::string wanted = "\"captures\":[\"2023-03-08T02:00:00Z\",\"2023-03-15T02:00:00Z\"";
  EXPECT_EQ(captures_after({files}), wanted);
  EXPECT_EQ(captures_after({{files[0], files[1]}, {files[2], files[3]}}), wanted);
  EXPECT_EQ(captures_after({{files[0]}, {files[1]}, {files[2]}, {files[3]}}), wanted);
}

TEST(Versions, ARevisitObeysTheFilters) {
  const TempDir dir;
  const std::string http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
  dir.write("a.warc", response_record("revisit", "2023-03-08T02:00:00Z", http));
  EXPECT_THAT(index_in(dir, {dir.str("a.warc"), "--exclude", "*/bridge"}).err,
              HasSubstr("skipped 1 (excluded 1)"));
}

}  // namespace
}  // namespace pressmark::test
