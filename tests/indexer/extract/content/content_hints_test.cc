#include "indexer/extract/content/content_hints.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

Hints hints_of(std::string_view tag) {
  const Page page = parse_page(std::string(tag) + "x");
  const auto hints = own_hints(page);
  for (NodeId node = page.size(); node-- > 0;) {
    if (!page.is_text(node)) return hints[node];
  }
  return {};
}

struct HintCase {
  std::string_view tag;
  Hints hints;
};

const HintCase kCases[] = {
    {"<div class='c-article__body'>", Hint::Body},
    {"<div itemprop=articleBody>", Hint::Body},
    {"<div class='related-posts'>", Hint::Related},
    {"<div class='RelatedPosts'>", Hint::Related},
    {"<ul class='share-bar'>", Hint::Share},
    {"<p class='byline'>", Hint::Author},
    {"<p class='didascalia'>", Hint::Caption},
    {"<div class='preamble'>", Hint::Lead},
    {"<div class='creative-commons'>", Hint::Interface},
    {"<div id='yorumlar'>", Hint::Comment},
    {"<div class='subscriber-only'>", {}},  // the text as often as an offer
    {"<nav>", Hint::Navigation},
    {"<div role=complementary>", Hint::Sidebar},
    {"<div style='display:none'>", Hint::Hidden},
    {"<div class='widget'>", Hint::Interface},
    {"<div class='elementor-widget elementor-widget-text-editor'>", {}},
    {"<div class='elementor-widget elementor-widget-share-buttons'>",
     Hint::Interface | Hint::Share},
    {"<div class='has-sidebar'>", {}},  // speaks of the page around it
    {"<div class='header-shadow-loads-downloads'>", Hint::Navigation},  // no "ad" inside of words
    {"<div class='sc-77igqf-0 hAdRRP'>", {}},                           // random letters
    {"<div class='category-comments tag-newsletter'>", {}},             // topics of a story
    {"<body class='comments'>", {}},
};

TEST(ContentHints, ReadsTheNamesOfElements) {
  for (const HintCase& c : kCases) EXPECT_EQ(hints_of(c.tag), c.hints) << c.tag;
}

}  // namespace
}  // namespace pressmark::indexer
