#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/enrich/annotator.h"

namespace pressmark::indexer {

/// A text and the codes of the countries it is about, in alphabetical order with blanks between.
struct CountryCase {
  std::string_view text;
  std::string_view want;
};

/// What the annotator finds, in the form of `want`.
inline std::string countries_of(const Article& article) {
  static const Annotator annotator{AnnotatorOptions{}};
  std::vector<std::string> codes = annotator.annotate(article).countries;
  std::ranges::sort(codes);
  std::string joined;
  for (const std::string& code : codes) joined += (joined.empty() ? "" : " ") + code;
  return joined;
}

inline std::string countries_of(std::string_view text) {
  Article article;
  article.text = text;
  return countries_of(article);
}

inline void expect_countries(std::span<const CountryCase> cases) {
  for (const CountryCase& item : cases) EXPECT_EQ(countries_of(item.text), item.want) << item.text;
}

}  // namespace pressmark::indexer
