#include "indexer/markup/finder.h"

#include <string_view>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

TEST(Finder, FindsWhatTheTextFindsInAnyOrderOfQuestions) {
  constexpr std::string_view kText = "a]>b]]>c>]";
  for (std::size_t first = 0; first <= kText.size(); ++first) {
    for (std::size_t second = 0; second <= kText.size(); ++second) {
      Finder finder(kText, "]>");
      EXPECT_EQ(finder.from(first), kText.find("]>", first));
      EXPECT_EQ(finder.from(second), kText.find("]>", second)) << first << " then " << second;
    }
  }
}

}  // namespace
}  // namespace pressmark::indexer
