#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pressmark::indexer {

/// The text in a piece of HTML, as feeds carry an article or a teaser.
struct FeedText {
  std::string text;          // paragraphs separated by a blank line
  std::uint32_t weight = 0;  // letters, an ideograph counting as three
  std::size_t paragraphs = 0;
  bool cut = false;  // it says that it goes on elsewhere: "[…]", "Read more"
};

/// @param html   may hold no tags at all; then blank lines, else line ends part paragraphs
/// @param title  of the item: a heading that repeats it is no text
FeedText feed_text(std::string_view html, std::string_view title, std::string_view summary);

/// Whether what a feed gives as an item's content is an article, and no teaser.
bool is_article(const FeedText& content);
/// The same of what it gives as a description or summary, which may be either.
bool is_article_in_summary(const FeedText& summary);

}  // namespace pressmark::indexer
