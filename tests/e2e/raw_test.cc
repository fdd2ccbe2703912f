// The bytes that an article was read from, out of every kind of container.
#include <algorithm>
#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample_archive.h"
#include "tests/support/temp_dir.h"

namespace pressmark::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

// A control sequence in it: --raw alters nothing.
std::string page(const std::string& word) {
  return "<html lang=en><head><title>The " + word +
         " was repaired</title></head><body><article><h1>The " + word +
         " was repaired</h1><p>Workmen repaired the " + word +
         " on Monday after the storm of last week, and the harbour master said that ships could "
         "come in again.</p><p>The town paid for it from what was left of the year's budget, the "
         "council heard.\x1b[2J</p></article></body></html>\n";
}

std::string http(const std::string& header, const std::string& body) {
  return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + header + "\r\n" + body;
}

std::string record(const std::string& word, const std::string& block) {
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://harbour.example/" + word +
         "\r\nWARC-Date: 2023-03-14T09:00:00Z\r\nContent-Type: application/http; msgtype=response"
         "\r\nContent-Length: " +
         std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string chunked(const std::string& body) {
  const std::string half = body.substr(0, 100), rest = body.substr(100);
  const auto hex = [](std::size_t size) {
    char text[20];
    std::snprintf(text, sizeof text, "%zx", size);
    return std::string(text);
  };
  return "64\r\n" + half + "\r\n" + hex(rest.size()) + "\r\n" + rest + "\r\n0\r\n\r\n";
}

/// Packs files of `dir` with Python's own libraries: gzip members one by one, and a zip archive.
void pack(const TempDir& dir, const std::string& script) {
  const RunResult packed = run({"/usr/bin/env", "python3", "-c",
                                "import gzip, os, sys, zipfile\nos.chdir(sys.argv[1])\n"
                                "read = lambda name: open(name, 'rb').read()\n" +
                                    script,
                                dir.str()});
  ASSERT_EQ(packed.exit_code, 0) << packed.err;
}

RunResult index(const TempDir& dir) {
  return run({program("pressmark-index"), "-q", "--db", dir.str("db"), dir.str("crawl")});
}

RunResult ask(const TempDir& dir, const std::vector<std::string>& arguments) {
  return search(dir.str("db"), arguments);
}

/// The id of the one article with this word.
std::string id_of(const TempDir& dir, const std::string& word) {
  const RunResult found = ask(dir, {"title:" + word, "--format", "ids"});
  EXPECT_EQ(found.exit_code, 0) << word << found.err;
  return found.out.substr(0, 13);
}

RunResult raw(const TempDir& dir, const std::string& word) {
  return ask(dir, {"--raw", id_of(dir, word)});
}

TEST(Raw, GivesTheBytesOfAFileWhateverIsAroundThem) {
  const TempDir dir;
  dir.write("crawl/odd: name!.html", page("lighthouse"));
  dir.write("page", page("breakwater"));
  dir.write("other", page("drawbridge"));
  pack(dir,
       "open('crawl/page.html.gz', 'wb').write(gzip.compress(read('page')))\n"
       "z = zipfile.ZipFile('crawl/pages.zip', 'w', zipfile.ZIP_DEFLATED)\n"
       "z.writestr('a/first.html', read('page').replace(b'breakwater', b'slipway'))\n"
       "z.writestr('a/b!:7.html', read('other'))\n"
       "z.close()\n");
  const std::string line =
      R"({"title": "The gangway was repaired", "url": "https://harbour.example/gangway", "text": )"
      R"("Workmen repaired the gangway on Monday after the storm of last week, it was said."})";
  dir.write("crawl/pages.jsonl", "{\"title\": \"x\", \"text\": \"\"}\n\n" + line + " \n");
  ASSERT_LE(index(dir).exit_code, 1);
  EXPECT_EQ(raw(dir, "lighthouse").out, page("lighthouse"));
  EXPECT_EQ(raw(dir, "breakwater").out, page("breakwater"));
  EXPECT_EQ(raw(dir, "drawbridge").out, page("drawbridge"));
  EXPECT_EQ(raw(dir, "slipway").out, page("slipway"));
  EXPECT_EQ(raw(dir, "gangway").out, line);
  EXPECT_EQ(raw(dir, "gangway").err, "");
  EXPECT_THAT(ask(dir, {"--raw", id_of(dir, "drawbridge"), "--json"}).out,
              AllOf(HasSubstr("\"member\":\"a/b!:7.html\""), Not(HasSubstr("\"offset\""))));
  EXPECT_THAT(ask(dir, {"--raw", id_of(dir, "gangway"), "--json"}).out, HasSubstr("\"line\":3,"));
}

TEST(Raw, GivesTheBodyOfARecordWithoutItsEncodings) {
  const TempDir dir;
  dir.write("page", page("lighthouse"));
  pack(dir, "open('packed', 'wb').write(gzip.compress(read('page')))\n");
  dir.write("1", record("breakwater", http("", page("breakwater"))));
  dir.write("2", record("drawbridge",
                        http("Transfer-Encoding: chunked\r\n", chunked(page("drawbridge")))));
  dir.write("3", record("lighthouse",
                        http("Content-Encoding: gzip\r\n", read_file(dir.path() / "packed"))));
  dir.write("4", record("bathhouses",
                        http("Transfer-Encoding: chunked\r\n", chunked(page("bathhouses")))));
  // Alone in their gzip members, two in one, and none of it compressed.
  pack(dir,
       "os.mkdir('crawl')\n"
       "open('crawl/a.warc.gz', 'wb').write(gzip.compress(read('1')) + gzip.compress(read('2')))\n"
       "open('crawl/b.warc.gz', 'wb').write(gzip.compress(read('1').replace(b'breakwater', "
       "b'landingway') + read('3')))\n"
       "open('crawl/c.warc', 'wb').write(read('1').replace(b'breakwater', b'footbridge') + "
       "read('4'))\n");
  ASSERT_EQ(index(dir).exit_code, 0);
  for (const char* word :
       {"breakwater", "drawbridge", "lighthouse", "landingway", "footbridge", "bathhouses"}) {
    EXPECT_EQ(raw(dir, word).out, page(word));
  }
  const std::string place = ask(dir, {"--raw", id_of(dir, "drawbridge"), "--json"}).out;
  EXPECT_EQ(std::count(place.begin(), place.end(), '\n'), 1);
  EXPECT_THAT(place, AllOf(HasSubstr("{\"type\":\"original\",\"v\":1,"), HasSubstr("\"offset\":"),
                           HasSubstr("\"length\":" + std::to_string(page("drawbridge").size())),
                           HasSubstr("\"content_type\":\"text/html; charset=utf-8\""),
                           HasSubstr("\"sha256\":\""), Not(HasSubstr("repaired"))));
}

// What is exported can be indexed again, and is the same.
TEST(ExportWarc, HoldsTheOriginalsOfTheHits) {
  const TempDir dir;
  dir.write("crawl/a.html", page("lighthouse"));
  dir.write("1", record("breakwater", http("", page("breakwater"))));
  dir.write("2", record("drawbridge",
                        http("Transfer-Encoding: chunked\r\n", chunked(page("drawbridge")))));
  pack(
      dir,
      "open('crawl/b.warc.gz', 'wb').write(gzip.compress(read('1')) + gzip.compress(read('2')))\n");
  ASSERT_EQ(index(dir).exit_code, 0);
  const std::string file = dir.str("out/hits.warc.gz");
  std::filesystem::create_directory(dir.path() / "out");
  const RunResult exported = ask(dir, {"--export-warc", file, "repaired", "-breakwater"});
  EXPECT_EQ(exported.exit_code, 0) << exported.err;
  EXPECT_EQ(exported.err, "2 originals in " + file + "\n");
  ASSERT_EQ(run({program("pressmark-index"), "-q", "--db", dir.str("again"), file}).exit_code, 0);
  const RunResult ids = search(
      dir.str("again"), {"*", "--no-collapse", "--format", "{title} {url}", "--sort", "newest"});
  EXPECT_THAT(ids.out, HasSubstr("drawbridge was repaired https://harbour.example/drawbridge\n"));
  EXPECT_THAT(ids.out, HasSubstr("lighthouse was repaired \n"));
  EXPECT_THAT(ids.out, Not(HasSubstr("breakwater")));
  for (const char* word : {"lighthouse", "drawbridge"}) {
    const std::string id = search(dir.str("again"), {word, "--format", "ids"}).out;
    EXPECT_EQ(search(dir.str("again"), {"--raw", id.substr(0, 13)}).out, page(word));
  }
  // The lines of --json are the same list.
  const std::string hits =
      ask(dir, {"repaired", "-breakwater", "--json", "-n", "0", "--no-collapse"}).out;
  const RunResult piped =
      run({program("pressmark-index"), "--export-warc", dir.str("out/piped.warc")}, hits);
  EXPECT_EQ(piped.exit_code, 0) << piped.err;
  EXPECT_THAT(read_file(dir.path() / "out/piped.warc"), HasSubstr("WARC-Block-Digest: sha256:"));
  EXPECT_THAT(read_file(dir.path() / "out/piped.warc"), HasSubstr(page("lighthouse")));
}

TEST(ExportWarc, GoesToStandardOutputToo) {
  const TempDir dir;
  dir.write("crawl/a.html", page("lighthouse"));
  ASSERT_EQ(index(dir).exit_code, 0);
  const RunResult exported = ask(dir, {"--export-warc", "-", "repaired"});
  EXPECT_EQ(exported.exit_code, 0);
  EXPECT_EQ(exported.err, "1 original in standard output\n");
  EXPECT_THAT(exported.out, StartsWith("WARC/1.1\r\n"));
  EXPECT_THAT(exported.out, HasSubstr(page("lighthouse")));
  EXPECT_FALSE(std::filesystem::exists("-"));
  const RunResult none = run({program("pressmark-index"), "--export-warc", "-"});
  EXPECT_EQ(none.exit_code, 1);
  EXPECT_EQ(none.out, "");
}

TEST(ExportWarc, NamesWhatCannotBeVerified) {
  const TempDir dir;
  dir.write("crawl/a.html", page("lighthouse"));
  dir.write("crawl/b.html", page("breakwater"));
  ASSERT_EQ(index(dir).exit_code, 0);
  const std::string file = dir.write("out.warc", "what was there");
  dir.write("crawl/a.html", page("drawbridge"));
  const RunResult some = ask(dir, {"--export-warc", file, "repaired"});
  EXPECT_EQ(some.exit_code, 1);
  EXPECT_THAT(some.err, HasSubstr("crawl/a.html"));
  EXPECT_THAT(some.err, HasSubstr("has another SHA-256"));
  EXPECT_THAT(some.err, HasSubstr("1 original in " + file + "; 1 cannot be verified"));
  EXPECT_THAT(read_file(file), HasSubstr(page("breakwater")));
  EXPECT_THAT(read_file(file), Not(HasSubstr("drawbridge")));
  // Nothing to write: what was there stays, and nothing lies beside it.
  const std::string before = read_file(file);
  EXPECT_EQ(ask(dir, {"--export-warc", file, "lighthouse"}).exit_code, 1);
  EXPECT_EQ(ask(dir, {"--export-warc", file, "xyzzyplugh"}).exit_code, 1);
  EXPECT_EQ(read_file(file), before);
  EXPECT_FALSE(std::filesystem::exists(file + ".new"));
  const RunResult nowhere = ask(dir, {"--export-warc", dir.str("none/out.warc"), "breakwater"});
  EXPECT_EQ(nowhere.exit_code, 5);
  EXPECT_EQ(run({program("pressmark-index"), "--export-warc", file}, "rubbish\n").exit_code, 2);
  EXPECT_EQ(read_file(file), before);
}

TEST(ExportWarc, IsNotWrittenOverTheCrawlThatItReads) {
  const TempDir dir;
  const std::string crawl = record("lighthouse", http("", page("lighthouse"))) +
                            record("breakwater", http("", page("breakwater")));
  const std::string file = dir.write("crawl/a.warc", crawl);
  dir.write("crawl/b.html", page("drawbridge"));
  ASSERT_EQ(index(dir).exit_code, 0);
  const RunResult refused = ask(dir, {"--export-warc", file, "lighthouse OR drawbridge"});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.err, HasSubstr("would write over " + file));
  EXPECT_EQ(read_file(file), crawl);
  EXPECT_FALSE(std::filesystem::exists(file + ".new"));
  // Another file of the crawl may go, as "cp" lets it.
  EXPECT_EQ(ask(dir, {"--export-warc", file, "drawbridge"}).exit_code, 0);
}

/// Exit 3, one line with these words, and not a byte of output.
void expect_refused(const RunResult& result, const std::string& words) {
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_EQ(result.out, "");
  EXPECT_THAT(result.err, HasSubstr(words));
  EXPECT_EQ(std::count(result.err.begin(), result.err.end(), '\n'), 1) << result.err;
}

TEST(Raw, SaysWhenTheFileIsGoneOrNotTheSame) {
  const TempDir dir;
  const std::string file = dir.write("crawl/a.html", page("lighthouse"));
  ASSERT_EQ(index(dir).exit_code, 0);
  const std::string id = id_of(dir, "lighthouse");
  dir.write("crawl/a.html", page("lighthouse") + " ");
  expect_refused(ask(dir, {"--raw", id}), "has changed");
  expect_refused(ask(dir, {"--raw", id, "--json"}), "has changed");
  std::filesystem::remove(file);
  expect_refused(ask(dir, {"--raw", id}), "there is no file for");
  std::filesystem::create_directory(file);
  expect_refused(ask(dir, {"--raw", id}), "there is no file for");
}

TEST(Raw, SaysWhenARecordIsNotThereAnyMore) {
  const TempDir dir;
  dir.write("crawl/a.warc", record("first", http("", page("breakwater"))) +
                                record("second", http("", page("lighthouse"))));
  ASSERT_EQ(index(dir).exit_code, 0);
  const std::string id = id_of(dir, "lighthouse");
  dir.write("crawl/a.warc", record("first", http("", page("breakwater"))));
  expect_refused(ask(dir, {"--raw", id}), "there is no document at");
  dir.write("crawl/a.warc", "\x1f\x8b and nothing that a gzip file has");
  expect_refused(ask(dir, {"--raw", id}), "there is no document at");
}

TEST(Raw, KnowsOlderVersions) {
  const TempDir dir;
  const auto capture = [&](const std::string& name, const std::string& word) {
    std::string html = page(word);
    html.insert(html.find("</head>"), "<link rel=canonical href=https://harbour.example/works>");
    dir.write("crawl/" + name, html);
    EXPECT_EQ(index(dir).exit_code, 0);
    return html;
  };
  const std::string first = capture("monday.html", "lighthouse");
  const std::string second = capture("tuesday.html", "breakwater");
  const std::string id = id_of(dir, "breakwater");
  EXPECT_EQ(ask(dir, {"--raw", id}).out, second);
  EXPECT_EQ(ask(dir, {"--raw", id, "--version", "1"}).out, first);
}

TEST(Raw, IsForFilesAndTakesOneFormat) {
  const TempDir dir;
  dir.write("crawl/a.html", page("lighthouse"));
  ASSERT_EQ(index(dir).exit_code, 0);
  EXPECT_EQ(ask(dir, {"--raw", id_of(dir, "lighthouse"), "--format", "csv"}).exit_code, 2);
  EXPECT_EQ(ask(dir, {"--raw", "zzzzz"}).exit_code, 1);
  const std::string command =
      program("pressmark-search") + " --db " + dir.str("db") + " --raw " + id_of(dir, "lighthouse");
  // A pseudo-terminal of Python's own: script(1) is not everywhere.
  const RunResult shown = run({"/usr/bin/env", "python3", "-c",
                               "import os, pty, sys\nstatus = pty.spawn(sys.argv[1].split())\n"
                               "sys.exit(os.waitstatus_to_exitcode(status))",
                               command});
  EXPECT_EQ(shown.exit_code, 2);
  EXPECT_THAT(shown.out, AllOf(HasSubstr("redirect it to a file"), Not(HasSubstr("repaired"))));
}

}  // namespace
}  // namespace pressmark::test
