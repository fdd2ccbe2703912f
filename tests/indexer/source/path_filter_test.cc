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

TEST(PathFilter, APatternWithoutSlashFitsTheLastComponent) {
  const PathFilter filter({}, {"robots.txt"});
  EXPECT_TRUE(filter.excludes("site/robots.txt"));
  EXPECT_FALSE(filter.excludes("site/robots.txt/page"));
  EXPECT_TRUE(filter.includes("anything"));
}

}  // namespace
}  // namespace pressmark::indexer
