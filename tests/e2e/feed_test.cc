// News feeds through the built programs: what is indexed of them, and beside the pages themselves.
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/run.h"
#include "tests/support/temp_dir.h"

namespace pressmark::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

/// Paragraphs of an article; `word` tells its copies apart.
std::string story(std::string_view word) {
  return "<p>The ferry company on the Varn has taken its two oldest boats out of service after " +
         std::string(word) +
         " found cracks in the hulls of both, the harbour office said on Monday morning.</p>"
         "<p>Passengers between Halden and the island of Orre will have to change at the "
         "lighthouse until a replacement arrives from the yard in the south.</p>";
}

std::string rss(std::string_view word) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel>"
         "<title>Halden Post</title><language>en</language>\n"
         "<item><title>Ferries laid up</title><link>https://haldenpost.example/ferries</link>"
         "<pubDate>Mon, 06 May 2024 10:00:00 +0200</pubDate><dc:creator>Jonas Ekberg</dc:creator>"
         "<content:encoded><![CDATA[" +
         story(word) +
         "]]></content:encoded></item>\n<item><title>Mill</title><link>https://haldenpost.example/"
         "mill</link><description>The mill opens.</description></item></channel></rss>";
}

std::string page(std::string_view word) {
  return "<html><head><link rel=canonical href='https://haldenpost.example/ferries'>"
         "<title>Ferries laid up</title></head><body><article><h1>Ferries laid up</h1>" +
         story(word) + story(word) + "</article></body></html>";
}

RunResult index(const TempDir& dir, const std::vector<std::string>& files) {
  std::vector<std::string> argv = {program("pressmark-index"), "--db", dir.str("db")};
  argv.insert(argv.end(), files.begin(), files.end());
  return run(argv);
}

std::string search(const TempDir& dir, const std::string& query) {
  return run({program("pressmark-search"), "--db", dir.str("db"), "--format",
              "{title}|{date}|{source_name}|{url}|{versions}\n", query})
      .out;
}

TEST(Feed, ItsArticlesAreFound) {
  const TempDir dir;
  const RunResult made = index(dir, {dir.write("feed", rss("inspectors"))});
  EXPECT_EQ(made.exit_code, 0) << made.err;
  EXPECT_THAT(made.err, AllOf(HasSubstr("added 1"), HasSubstr("skipped 1 (stub 1)"))) << made.err;
  EXPECT_THAT(
      search(dir, "cracks author:ekberg"),
      HasSubstr("Ferries laid up|2024-05-06|Halden Post|https://haldenpost.example/ferries"));
  EXPECT_EQ(search(dir, "mill"), "");
  const RunResult again = index(dir, {dir.write("feed", rss("inspectors") + "\n")});
  EXPECT_THAT(again.err, HasSubstr("unchanged 1")) << again.err;
}

TEST(Feed, ThePageCountsMoreInWhateverOrder) {
  for (const bool page_first : {true, false}) {
    const TempDir dir;
    const std::string feed_file = dir.write("feed.xml", rss("feedreaders"));
    const std::string page_file = dir.write("page.html", page("pagewriters"));
    index(dir, {page_first ? page_file : feed_file});
    index(dir, {page_first ? feed_file : page_file});
    EXPECT_THAT(search(dir, "pagewriters"), HasSubstr("Ferries laid up")) << page_first;
    EXPECT_EQ(search(dir, "feedreaders"), "") << page_first;
    EXPECT_THAT(search(dir, "is:edited ferries"), Not(HasSubstr("Ferries"))) << page_first;
    index(dir, {dir.write("later.xml", rss("latecomers"))});
    EXPECT_EQ(search(dir, "latecomers"), "") << page_first;
  }
}

TEST(Feed, BothInOneRunGiveThePage) {
  for (const bool page_first : {true, false}) {
    const TempDir dir;
    const std::string feed_file = dir.write("feed.xml", rss("feedreaders"));
    const std::string page_file = dir.write("page.html", page("pagewriters"));
    const RunResult made =
        index(dir, {page_first ? page_file : feed_file, page_first ? feed_file : page_file});
    EXPECT_EQ(made.exit_code, 0) << made.err;
    EXPECT_THAT(search(dir, "pagewriters"), HasSubstr("Ferries laid up")) << page_first;
    EXPECT_EQ(search(dir, "feedreaders"), "") << page_first;
  }
}

TEST(Feed, ALaterFeedBringsALaterText) {
  const TempDir dir;
  index(dir, {dir.write("feed.xml", rss("inspectors"))});
  index(dir, {dir.write("feed.xml", rss("divers"))});
  EXPECT_THAT(search(dir, "divers"), HasSubstr("Ferries laid up"));
  EXPECT_EQ(search(dir, "inspectors"), "");
  EXPECT_EQ(search(dir, "is:edited ferries"), "") << "two feeds may have their texts by turns";
}

TEST(Feed, TheOriginalOfAnItemIsAFeed) {
  const TempDir dir;
  const std::string file = dir.write("feed.xml", rss("inspectors"));
  const RunResult original = run({program("pressmark-index"), "--original", file + ":3"});
  EXPECT_EQ(original.exit_code, 0) << original.err;
  EXPECT_THAT(original.out, AllOf(HasSubstr("<?xml"), HasSubstr("Ferries laid up"),
                                  Not(HasSubstr("The mill opens"))));
}

}  // namespace
}  // namespace pressmark::test
