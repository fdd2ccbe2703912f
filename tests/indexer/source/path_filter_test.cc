#include "indexer/source/path_filter.h"

#include <string>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

struct Case {
  std::string_view pattern;
  std::string_view text;
  bool fits;
};

constexpr Case kCases[] = {
    {"*.html", "crawl/2022/a.html", true},
    {"*.html", "a.htm", false},
    {"https://*.example/*", "https://news.example/a/b", true},
    {"a?c", "abc", true},
    {"a?c", "ac", false},
    {"[a-c]x", "bx", true},
    {"[!a-c]x", "bx", false},
    {"[]x]y", "]y", true},
    {"[unclosed", "[unclosed", true},
    {"a\\*b", "a*b", true},
    {"a\\*b", "axb", false},
    {"", "", true},
    {"*", "", true},
    {"a*b*c", "aXbYbZc", true},
};

TEST(Glob, FitsWholeTexts) {
  for (const Case& c : kCases)
    EXPECT_EQ(glob_matches(c.pattern, c.text), c.fits) << c.pattern << " on " << c.text;
}

TEST(Glob, ManyStarsOnALongTextAreQuick) {
  std::string pattern;
  for (int i = 0; i < 50; ++i) pattern += "*a";
  EXPECT_FALSE(glob_matches(pattern + "b", std::string(20'000, 'a')));
}

TEST(PathFilter, APatternWithoutSlashFitsTheLastComponentOfAnAddress) {
  const PathFilter filter({}, {"robots.txt"});
  EXPECT_TRUE(filter.excludes("https://news.example/robots.txt"));
  EXPECT_FALSE(filter.excludes("https://news.example/robots.txt/page"));
  EXPECT_TRUE(filter.includes("anything"));
}

TEST(PathFilter, AFolderIsLeftOutWhereverItIs) {
  for (const char* pattern : {"private", "private/", "./private", "priv*/"}) {
    const PathFilter filter({}, {pattern});
    EXPECT_TRUE(filter.excludes_path("crawl/private/a.html", 6)) << pattern;
    EXPECT_TRUE(filter.excludes_path("crawl/2022/private/b/a.html", 6)) << pattern;
    EXPECT_TRUE(filter.excludes_path("./private/a.html", 0)) << pattern;
    EXPECT_FALSE(filter.excludes_path("crawl/privateer.html/a", 21)) << pattern;
    EXPECT_FALSE(filter.excludes_path("private/crawl/a.html", 14))
        << pattern << " was given itself";
    EXPECT_FALSE(filter.excludes("https://news.example/private/a")) << pattern;
  }
}

TEST(PathFilter, ASlashAtTheEndMeansFoldersAlone) {
  EXPECT_TRUE(PathFilter({}, {"private"}).excludes_path("crawl/private", 6));
  EXPECT_FALSE(PathFilter({}, {"private/"}).excludes_path("crawl/private", 6));
}

TEST(PathFilter, AFoldersPathLeavesOutWhatLiesInIt) {
  for (const char* pattern : {"crawl/private", "crawl/private/", "./crawl/private/*"}) {
    const PathFilter filter({}, {pattern});
    EXPECT_TRUE(filter.excludes_path("crawl/private/a.html", 6)) << pattern;
    EXPECT_TRUE(filter.excludes_path("/srv/crawl/private/a.html", 5)) << pattern;
    EXPECT_FALSE(filter.excludes_path("crawl/private.html", 6)) << pattern;
  }
}

TEST(PathFilter, FoldersAreTakenInByTheirNamesToo) {
  const PathFilter filter({"2022*"}, {});
  EXPECT_TRUE(filter.includes_path("crawl/2022-05/a.html", 6));
  EXPECT_FALSE(filter.includes_path("crawl/2023-05/a.html", 6));
}

TEST(PathFilter, OnlyPatternsThatMeanAddressesDecideOnArticles) {
  for (const char* pattern : {"https://spam.example/*", "*spam.example*", "*/b"})
    EXPECT_TRUE(PathFilter({}, {pattern}).excludes_article("https://spam.example/b")) << pattern;
  for (const char* pattern : {"*.html", "b.html", "crawl/*"}) {
    EXPECT_FALSE(PathFilter({}, {pattern}).excludes_article("https://a.example/b.html")) << pattern;
    EXPECT_FALSE(PathFilter({pattern}, {}).may_include_articles()) << pattern;
  }
  const PathFilter filter({"https://a.example/*", "*.html"}, {});
  EXPECT_TRUE(filter.may_include_articles());
  EXPECT_TRUE(filter.includes_article("https://a.example/b"));
  EXPECT_FALSE(filter.includes_article("https://b.example/b.html"));
  EXPECT_FALSE(filter.includes_article(""));
}

}  // namespace
}  // namespace pressmark::indexer
