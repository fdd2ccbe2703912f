// Runs over what was read before: which files are read again, and what --prune forgets.
#include <chrono>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/run.h"
#include "tests/support/temp_dir.h"

namespace pressmark::test {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

std::string page(const std::string& slug, const std::string& canonical) {
  const std::string link =
      canonical.empty() ? "" : fmt::format("<link rel=canonical href=\"{}/{}\">", canonical, slug);
  return fmt::format(
      "<html><head><title>The weir at {0}</title>{1}</head><body><article><h1>The weir at {0}</h1>"
      "<p>The weir at {0} held through the night, and the keeper lowered the gates when the water "
      "fell.</p><p>Farmers along the lower meadows moved their cattle to the hill and waited for "
      "the morning.</p></article></body></html>",
      slug, link);
}

/// With an address of its own.
std::string page(const std::string& slug) { return page(slug, "https://www.weir-news.example"); }

class Reruns : public ::testing::Test {
 protected:
  /// Runs the indexer in a folder of the test's directory.
  RunResult index_in(const std::string& folder, const std::vector<std::string>& arguments) {
    std::vector<std::string> argv = {
        "/usr/bin/env", "-C", dir.str(folder), program("pressmark-index"), "--db", dir.str("db")};
    argv.insert(argv.end(), arguments.begin(), arguments.end());
    RunResult result = run(argv);
    EXPECT_LE(result.exit_code, 1) << result.err;
    return result;
  }
  RunResult index(const std::vector<std::string>& arguments) { return index_in("", arguments); }

  /// Titles of all articles, without "The weir at ".
  std::set<std::string> titles() {
    std::set<std::string> found;
    std::istringstream lines(run({program("pressmark-search"), "--db", dir.str("db"),
                                  "--no-collapse", "--limit", "0", "--format", "{title}", "*"})
                                 .out);
    for (std::string line; std::getline(lines, line);) found.insert(line.substr(12));
    return found;
  }

  TempDir dir;
};

using Titles = std::set<std::string>;

/// A line of a list that says neither an address nor an id.
std::string line(const std::string& slug) {
  return fmt::format(
      "{{\"title\":\"The weir at {0}\",\"text\":\"The weir at {0} held through the "
      "night, and the keeper of {0} lowered the gates when the water fell.\"}}\n",
      slug);
}

TEST_F(Reruns, ARecordWithoutAnAddressIsItsContent) {
  dir.write("list.jsonl", line("Ayr") + line("Brora"));
  index({"list.jsonl"});
  dir.write("list.jsonl", line("Cullen") + line("Doune"));
  EXPECT_THAT(index({"list.jsonl"}).err, HasSubstr("added 2, updated 0"));
  EXPECT_EQ(titles(), (Titles{"Ayr", "Brora", "Cullen", "Doune"})) << "rotated: nothing is lost";
  dir.write("list.jsonl", line("Cullen") + line("Elgin") + line("Doune"));
  EXPECT_THAT(index({"list.jsonl"}).err, HasSubstr("added 1, updated 0, unchanged 2"));
  fs::rename(dir.path() / "list.jsonl", dir.path() / "moved.jsonl");
  EXPECT_THAT(index({"moved.jsonl"}).err, HasSubstr("added 0, updated 0, unchanged 3"));
  index({"-q", "--relabel"});
  EXPECT_THAT(index({"--prune"}).err, HasSubstr("pruned 2")) << "of the list that is gone";
  EXPECT_EQ(titles(), (Titles{"Cullen", "Doune", "Elgin"}));
}

TEST_F(Reruns, WhatComesOnStandardInputIsItsContent) {
  const auto pipe = [&](const std::string& bytes) {
    const std::string file = dir.write("input", bytes);
    return run({"/bin/sh", "-c", "exec \"$0\" --db \"$1\" - <\"$2\"", program("pressmark-index"),
                dir.str("db"), file})
        .err;
  };
  pipe(line("Ayr") + line("Brora"));
  EXPECT_THAT(pipe(line("Cullen") + line("Ayr")), HasSubstr("added 1, updated 0, unchanged 1"));
  pipe(page("Doune", ""));
  EXPECT_THAT(pipe(page("Elgin", "")), HasSubstr("added 1, updated 0"));
  pipe(page("Forres"));
  EXPECT_THAT(pipe(page("Forres") + "<!-- -->"), HasSubstr("updated 1")) << "it has an address";
  EXPECT_EQ(titles(), (Titles{"Ayr", "Brora", "Cullen", "Doune", "Elgin", "Forres"}));
}

TEST_F(Reruns, APathHasOneSpelling) {
  dir.write("news/crawl/a.html", page("Ayr", ""));
  dir.write("news/crawl/deep/b.html", page("Brora", ""));
  index_in("news", {"crawl"});
  for (const char* other : {"./crawl", "crawl/", "crawl/deep/..", "../news/crawl", "crawl//deep",
                            ".", "../news//./crawl/a.html"}) {
    EXPECT_THAT(index_in("news", {other}).err, HasSubstr("added 0, updated 0")) << other;
  }
  dir.write("news/crawl/a.html", page("Ayr", "") + "<!-- changed -->");
  EXPECT_THAT(index_in("news", {"./crawl"}).err, HasSubstr("added 0, updated 1"));
  dir.write("news/crawl/a.html", page("Ayr", "") + "<!-- and again -->");
  EXPECT_THAT(index_in("news/crawl", {"."}).err, HasSubstr("added 1")) << "a.html";
}

TEST_F(Reruns, APathThatLeadsElsewhereByALinkStaysAsItWasGiven) {
  dir.write("other/deep/b.html", page("Brora", ""));
  dir.write("other/a.html", page("Ayr", ""));
  fs::create_directories(dir.path() / "news");
  fs::create_directory_symlink(dir.path() / "other/deep", dir.path() / "news/link");
  index_in("news", {"link/../a.html"});
  EXPECT_EQ(titles(), (Titles{"Ayr"}));
}

TEST_F(Reruns, MovedFilesKeepTheirArticles) {
  for (const char* name : {"a", "b", "c"})
    dir.write(fmt::format("crawl/{}.html", name), page(name));
  index({"crawl"});
  fs::rename(dir.path() / "crawl", dir.path() / "2022");
  EXPECT_THAT(index({"--prune", "2022"}).err, HasSubstr("pruned 0 articles"));
  EXPECT_EQ(titles(), (Titles{"a", "b", "c"}));
  EXPECT_THAT(index({"--prune", "2022"}).err, HasSubstr("unchanged 3"));
  EXPECT_EQ(titles(), (Titles{"a", "b", "c"}));
  fs::remove(dir.path() / "2022/b.html");
  EXPECT_THAT(index({"--prune"}).err, HasSubstr("pruned 1 articles"));
  EXPECT_EQ(titles(), (Titles{"a", "c"})) << "where it was first read does not keep it";
}

TEST_F(Reruns, AnArticleStaysWhileAnyFileHoldsIt) {
  dir.write("x/a.html", page("a"));
  dir.write("y/a.html", page("a") + "\n<!-- another copy -->");
  dir.write("z.jsonl",
            "{\"url\":\"https://www.weir-news.example/a\",\"title\":\"The weir at a\","
            "\"text\":\"The weir at a held through the night, and the keeper slept.\"}\n");
  dir.write("x/b.html", page("b"));
  index({"x", "y", "z.jsonl"});
  EXPECT_EQ(titles(), (Titles{"a", "b"}));
  for (const char* gone : {"z.jsonl", "y/a.html"}) {
    fs::remove(dir.path() / gone);
    EXPECT_THAT(index({"--prune"}).err, HasSubstr("pruned 0 articles")) << gone;
    EXPECT_EQ(titles(), (Titles{"a", "b"})) << gone;
  }
  fs::remove(dir.path() / "x/a.html");
  EXPECT_THAT(index({"--prune"}).err, HasSubstr("pruned 1 articles"));
  EXPECT_EQ(titles(), (Titles{"b"}));
}

TEST_F(Reruns, PruneTellsFilesOfOneNameInTwoFoldersApart) {
  for (const char* folder : {"x", "y"})
    dir.write(fmt::format("{}/page.html", folder), page(folder));
  dir.write("y/more.html", page("more"));
  index_in("x", {"page.html"});
  index_in("y", {"page.html", "more.html"});
  fs::remove(dir.path() / "y/page.html");
  EXPECT_THAT(index({"--prune"}).err, HasSubstr("pruned 1 articles"));
  EXPECT_EQ(titles(), (Titles{"x", "more"}));
}

TEST_F(Reruns, WhatTookTheNameOfAFileIsNoFile) {
  for (const char* name : {"Ayr", "Brora", "Cullen"})
    dir.write(fmt::format("crawl/{}.html", name), page(name));
  dir.write("Doune.html", page("Doune"));
  fs::create_symlink("Doune.html", dir.path() / "link.html");
  index({"-q", "crawl", "link.html"});
  fs::remove(dir.path() / "crawl/Ayr.html");
  fs::create_directory(dir.path() / "crawl/Ayr.html");
  fs::remove(dir.path() / "crawl/Brora.html");
  fs::create_symlink("Cullen.html", dir.path() / "crawl/Brora.html");
  EXPECT_THAT(index({"--prune", "crawl"}).err, HasSubstr("pruned 2 articles"));
  EXPECT_EQ(titles(), (Titles{"Cullen", "Doune"})) << "a link that was given itself is read";
}

TEST_F(Reruns, TwoFilesOfOneRelativePathAreNamed) {
  dir.write("2021/crawl/a.html", page("Ayr", ""));
  dir.write("2022/crawl/a.html", page("Brora", ""));
  index_in("2021", {"crawl"});
  const RunResult second = index_in("2022", {"-q", "crawl"});
  EXPECT_THAT(second.err,
              HasSubstr(fmt::format("{} in the place of {} (1 file)", dir.str("2022/crawl/a.html"),
                                    dir.str("2021/crawl/a.html"))));
  EXPECT_THAT(second.err, HasSubstr("give absolute paths to keep both"));
  dir.write("2022/crawl/a.html", page("Cullen", ""));
  fs::remove_all(dir.path() / "2021");
  EXPECT_EQ(index_in("2022", {"-q", "crawl"}).err, "") << "the other is gone";
  fs::create_directory_symlink("2022", dir.path() / "2023");
  dir.write("2022/crawl/a.html", page("Doune", ""));
  EXPECT_EQ(index_in("2023", {"-q", "crawl"}).err, "") << "one file under two names";
  EXPECT_EQ(titles(), (Titles{"Doune"}));
}

TEST_F(Reruns, AFolderThatIsGoneTakesMostOfTheArchiveOnlyWithPruneAll) {
  for (const char* name : {"a", "b", "c"}) dir.write(fmt::format("disk/{}.html", name), page(name));
  dir.write("home/d.html", page("d"));
  index({"disk", "home"});
  fs::rename(dir.path() / "disk", dir.path() / "elsewhere");
  fs::create_directory(dir.path() / "disk");
  const RunResult refused = index({"-q", "--prune", "disk", "home"});
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_EQ(
      refused.err,
      fmt::format("pressmark-index: --prune would remove 3 of 4 articles because all of {} is gone "
                  "(a disk that is not mounted?) and removed none; --prune-all removes them\n",
                  dir.str("disk")));
  EXPECT_EQ(titles(), (Titles{"a", "b", "c", "d"}));
  EXPECT_THAT(index({"--prune-all"}).err, HasSubstr("pruned 3 articles"));
  EXPECT_EQ(titles(), (Titles{"d"}));
}

TEST_F(Reruns, AFolderThatWasGivenGoesOnlyWithPruneAllHoweverSmall) {
  dir.write("disk/2022/a.html", page("a"));
  for (const char* name : {"b", "c", "d"}) dir.write(fmt::format("home/{}.html", name), page(name));
  index({"disk", "home"});
  fs::rename(dir.path() / "disk/2022", dir.path() / "elsewhere");
  for (int run = 0; run < 2; ++run) {
    const RunResult refused = index({"-q", "--prune"});
    EXPECT_EQ(refused.exit_code, 1);
    EXPECT_THAT(refused.err,
                HasSubstr("1 of 4 articles because all of " + dir.str("disk") + " is"));
    fs::remove_all(dir.path() / "disk");
  }
  EXPECT_THAT(index({"--prune-all"}).err, HasSubstr("pruned 1 articles"));
}

TEST_F(Reruns, AnOldNightBesideOthersMayGo) {
  for (const char* name : {"1/a", "2/b", "3/c"})
    dir.write(fmt::format("crawl/{}.html", name), page(name + 2));
  index({"crawl"});
  fs::remove_all(dir.path() / "crawl/1");
  EXPECT_THAT(index({"--prune"}).err, HasSubstr("pruned 1 articles"));
}

TEST_F(Reruns, ADamagedFileIsToldInEachRun) {
  dir.write("crawl/list.jsonl", line("Ayr") + "{\"title\": \n");
  dir.write("crawl/more.jsonl", line("Brora"));
  EXPECT_EQ(index({"crawl"}).exit_code, 1);
  for (int run = 0; run < 2; ++run) {
    const RunResult again = index({"crawl"});
    EXPECT_EQ(again.exit_code, 1);
    EXPECT_THAT(again.err, HasSubstr("crawl/list.jsonl: damaged (as when it was read"));
    EXPECT_THAT(again.err, HasSubstr("unchanged 1, duplicate 0, skipped 0, failed 1 (damaged 1)"));
  }
  dir.write("crawl/list.jsonl", line("Ayr"));
  EXPECT_EQ(index({"crawl"}).exit_code, 0) << "mended";
  EXPECT_EQ(index({"crawl"}).exit_code, 0);
}

TEST_F(Reruns, FilesThatAreDeletedOneByOneMayBeMostOfTheArchive) {
  for (const char* name : {"a", "b", "c"})
    dir.write(fmt::format("crawl/{}.html", name), page(name));
  index({"crawl"});
  for (const char* name : {"a", "b"}) fs::remove(dir.path() / fmt::format("crawl/{}.html", name));
  EXPECT_EQ(index({"--prune"}).exit_code, 0);
  EXPECT_EQ(titles(), (Titles{"c"}));
}

TEST_F(Reruns, WhatCameFromStandardInputHasNoFileToLose) {
  const std::string line =
      "{\"id\":\"1\",\"title\":\"The weir at a\",\"text\":\"The weir at a held through the "
      "night, and the keeper lowered the gates.\"}\n";
  run({program("pressmark-index"), "--db", dir.str("db"), "-"}, line);
  dir.write("b/a.jsonl", line);
  index({"b"});
  fs::remove_all(dir.path() / "b");
  index({"--prune-all"});
  EXPECT_EQ(titles(), (Titles{"a"}));
}

std::string record(const std::string& url, const std::string& html) {
  const std::string block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + html;
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + url +
         "\r\nWARC-Date: 2023-03-01T02:00:00Z\r\nContent-Type: application/http; msgtype=response"
         "\r\nContent-Length: " +
         std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

TEST_F(Reruns, WhatAFilterLeftOutIsReadUnderAnother) {
  dir.write("x.warc", record("https://a.example/a", page("a", "https://a.example")) +
                          record("https://b.example/b", page("b", "https://b.example")));
  const std::vector<std::string> only_a = {"--include", "https://a.example/*", "x.warc"};
  index(only_a);
  EXPECT_EQ(titles(), (Titles{"a"}));
  EXPECT_THAT(index(only_a).err, HasSubstr("read 1: added 0, updated 0, unchanged 1"));
  EXPECT_THAT(index({"--include", "https://b.example/*", "x.warc"}).err, HasSubstr("added 1"));
  EXPECT_EQ(titles(), (Titles{"a", "b"}));
  EXPECT_THAT(index({"x.warc"}).err, HasSubstr("read 2: added 0, updated 0, unchanged 2"));
  EXPECT_THAT(index(only_a).err, HasSubstr("read 1:")) << "nothing of it is left out any more";
}

TEST_F(Reruns, WhatWasLeftOutByTheAddressOfAnArticleIsReadWithoutTheFilter) {
  dir.write("crawl/a.html", page("a", "https://a.example"));
  dir.write("crawl/b.html", page("b", "https://b.example"));
  const std::vector<std::string> without_b = {"--exclude", "https://b.example/*", "crawl"};
  EXPECT_THAT(index(without_b).err, HasSubstr("skipped 1 (excluded 1)"));
  EXPECT_EQ(titles(), (Titles{"a"}));
  EXPECT_THAT(index(without_b).err, HasSubstr("unchanged 2"));
  EXPECT_THAT(index({"crawl"}).err, HasSubstr("added 1"));
  EXPECT_EQ(titles(), (Titles{"a", "b"}));
  dir.write("crawl/c.html", page("c", "https://c.example"));
  EXPECT_THAT(index({"--include", "https://c.example/*", "crawl"}).err, HasSubstr("added 1"));
}

TEST_F(Reruns, AFileHoldsWhatWasReadOfItUnderAnyFilter) {
  const std::string a = record("https://a.example/a", page("a", "https://a.example"));
  const std::string b = record("https://b.example/b", page("b", "https://b.example"));
  dir.write("x.warc", a + b);
  dir.write("y.warc", a);
  index({"y.warc", "--include", "https://a.example/*", "x.warc"});
  index({"--include", "https://b.example/*", "x.warc"});
  fs::remove(dir.path() / "y.warc");
  EXPECT_THAT(index({"--prune"}).err, HasSubstr("pruned 0 articles"));
  EXPECT_EQ(titles(), (Titles{"a", "b"}));
}

TEST_F(Reruns, KeepAllReadsWhatWasLeftOutBefore) {
  dir.write("crawl/a.html", page("a"));
  dir.write("crawl/short.html",
            "<html><head><title>The weir at b</title></head><body><h1>The weir "
            "at b</h1><p>It held.</p></body></html>");
  index({"crawl"});
  EXPECT_EQ(titles(), (Titles{"a"}));
  const RunResult all = index({"--keep-all", "crawl"});
  EXPECT_THAT(all.err, HasSubstr("added 1, updated 0, unchanged 1"));
  EXPECT_EQ(titles(), (Titles{"a", "b"}));
}

TEST_F(Reruns, NoindexIsRespectedOnlyWhereThatIsWanted) {
  const std::string asks =
      page("b").insert(page("b").find("<title>"), "<meta name=robots content=noindex>");
  dir.write("crawl/a.html", page("a"));
  dir.write("crawl/b.html", asks);
  const std::string head =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Robots-Tag: noindex\r\n\r\n";
  dir.write("crawl/c.warc",
            fmt::format("WARC/1.0\r\nWARC-Type: response\r\n"
                        "WARC-Target-URI: https://www.weir-news.example/c\r\n"
                        "WARC-Date: 2023-03-08T02:00:00Z\r\nContent-Length: {}\r\n\r\n{}{}\r\n\r\n",
                        head.size() + page("c").size(), head, page("c")));
  EXPECT_THAT(index({"--respect-noindex", "crawl"}).err,
              HasSubstr("added 1, updated 0, unchanged 0, duplicate 0, skipped 2 (noindex 2)"));
  EXPECT_EQ(titles(), (Titles{"a"}));
  EXPECT_THAT(index({"--respect-noindex", "crawl"}).err,
              HasSubstr("unchanged 3, duplicate 0, skipped 0"));
  EXPECT_THAT(index({"crawl"}).err, HasSubstr("added 2"))
      << "without the option they are read again";
  EXPECT_EQ(titles(), (Titles{"a", "b", "c"}));
}

TEST_F(Reruns, TheDayOfAFileIsTakenOnlyWhereThatIsWanted) {
  const auto day = [this] {
    const std::string hit =
        run({program("pressmark-search"), "--db", dir.str("db"), "--json", "*"}).out;
    const std::size_t at = hit.find("\"date\":");
    return at == std::string::npos ? "none" : hit.substr(at, hit.find(",\"date_sure", at) - at);
  };
  const auto touch = [this](std::chrono::sys_days when) {
    fs::last_write_time(dir.path() / "crawl/a.html",
                        std::chrono::file_clock::from_sys(when + std::chrono::seconds(43'200)));
  };
  using namespace std::chrono_literals;
  dir.write("crawl/a.html", page("a"));
  touch(2023y / 3 / 8);
  index({"crawl"});
  EXPECT_EQ(day(), "none");
  EXPECT_THAT(index({"--date-from-mtime", "crawl"}).err, HasSubstr("updated 1"));
  EXPECT_EQ(day(), R"("date":"2023-03-08","date_source":"mtime")");
  EXPECT_THAT(index({"--date-from-mtime", "crawl"}).err,
              HasSubstr("read 1: added 0, updated 0, unchanged 1"));
  EXPECT_EQ(run({program("pressmark-search"), "--db", dir.str("db"), "--count", "dated:sure"}).out,
            "0\n");
  touch(2023y / 3 / 9);
  EXPECT_THAT(index({"--date-from-mtime", "crawl"}).err, HasSubstr("updated 1"));
  EXPECT_EQ(day(), R"("date":"2023-03-09","date_source":"mtime")");
  EXPECT_THAT(index({"crawl"}).err, HasSubstr("updated 1")) << "and back";
  EXPECT_EQ(day(), "none");
}

}  // namespace
}  // namespace pressmark::test
